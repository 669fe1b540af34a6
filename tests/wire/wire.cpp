// The checks of wire.hpp that are the same for every endpoint: compiled once.

#include "wire.hpp"

#include <utility>

namespace wire {

namespace {

boost::json::value without_defaults(boost::json::value const& value) {
    auto const is_default = [](boost::json::value const& v) {
        return v == boost::json::value(false) || v == boost::json::value(0) || v == boost::json::value("") ||
               v.is_null() || (v.is_object() && v.get_object().empty()) || (v.is_array() && v.get_array().empty());
    };
    if (auto const* list = value.if_array()) {
        boost::json::array out;
        for (auto const& item : *list)
            out.push_back(without_defaults(item));
        return out;
    }
    if (auto const* object = value.if_object()) {
        boost::json::object out;
        for (auto const& [key, member] : *object)
            if (auto kept = without_defaults(member); !is_default(kept))
                out[key] = std::move(kept);
        return out;
    }
    return value;
}

// `POST /open-apis/…?…`: the request's first line, without the version.
std::string first_line(feishu::http::request const& request) {
    return std::string(to_string(request.method)) + ' ' + request.target;
}

// The whole of a body that is produced while it is sent.
std::string bytes_of(feishu::http::body_source const& source) {
    std::string bytes(source.size(), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        auto const n = source.read(at, bytes.data() + at, bytes.size() - at);
        BOOST_REQUIRE(n != 0);
        at += n;
    }
    return bytes;
}

} // namespace

boost::json::value json(std::string_view text) {
    return boost::json::parse(boost::json::string_view(text.data(), text.size()));
}

void check_valid(feishu::result<void> const& valid) {
    BOOST_TEST(valid.has_value(), (valid ? std::string() : "refused: " + valid.error().message));
}

void check_refused(feishu::violations const& problems, feishu::result<void> const& valid, std::string_view field,
                   feishu::rule broken) {
    bool found = false;
    for (auto const& problem : problems)
        found = found || (problem.field == field && problem.rule == broken);
    BOOST_TEST(found, "this rule should be broken by " << field);
    BOOST_TEST((!valid && valid.error().kind == feishu::error_kind::validation));
}

void check_request(feishu::http::request const& request, std::string_view line, std::string_view body) {
    BOOST_TEST(first_line(request) == line);
    BOOST_TEST(request.source.get() == nullptr);
    auto const type = feishu::http::find_header(request.headers, "Content-Type");
    if (body.empty()) {
        BOOST_TEST(request.body == "");
        BOOST_TEST(type == "");
    } else {
        BOOST_TEST(json(request.body) == json(body));
        BOOST_TEST(type == "application/json; charset=utf-8");
    }
}

void check_fields(feishu::http::request const& request, std::string_view line, std::string_view body) {
    BOOST_TEST(first_line(request) == line);
    BOOST_TEST(request.body == body);
    BOOST_TEST(feishu::http::find_header(request.headers, "Content-Type") == "application/x-www-form-urlencoded");
}

void check_form(feishu::http::request const& request, std::string_view line, std::string_view body) {
    BOOST_TEST(first_line(request) == line);
    std::string const type(feishu::http::find_header(request.headers, "Content-Type"));
    std::string const before = "multipart/form-data; boundary=";
    BOOST_REQUIRE(type.starts_with(before));
    auto const boundary = type.substr(before.size());
    BOOST_REQUIRE(request.source.get() != nullptr);
    auto sent = bytes_of(*request.source);
    for (std::size_t at = 0; (at = sent.find(boundary, at)) != std::string::npos;)
        sent.replace(at, boundary.size(), "BOUNDARY");
    BOOST_TEST(sent == body);
}

std::string envelope(feishu::envelope kind, std::string_view data) {
    if (kind == feishu::envelope::flat)
        return R"({"code":0,"msg":"ok")" + std::string(data == "{}" ? "" : ",") + std::string(data.substr(1));
    return R"({"code":0,"msg":"success","data":)" + std::string(data) + "}";
}

void feed(feishu::http::response_decoder& decoder, std::string_view text) {
    decoder.on_head({.status = 200, .headers = {{"Content-Type", "application/json; charset=utf-8"}}});
    decoder.on_body(text.substr(0, text.size() / 2));
    decoder.on_body(text.substr(text.size() / 2));
    auto const done = decoder.finish({});
    BOOST_TEST(done.has_value(), (done ? std::string() : "not read: " + done.error().message));
}

void check_same(std::string_view written, std::string_view data) {
    BOOST_TEST(without_defaults(json(written)) == without_defaults(json(data)));
}

} // namespace wire
