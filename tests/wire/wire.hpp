#pragma once
// What an endpoint puts on the wire and what it takes from it, each in one call of a test:
//
//     wire::sends(create{.receive_id_type = …}, "POST /open-apis/im/v1/messages?receive_id_type=chat_id", R"({…})");
//     auto message = wire::reads<create>(R"({"message_id":"om_1", …})");   // the answer's data, both ways
//     wire::refuses(create{.uuid = std::string(51, 'x')}, "uuid", feishu::rule::max_characters);
//
// The literals are the platform's documented shapes, written by hand. JSON is compared by value: the order of
// members and the spelling of escapes are not significant.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/core/event.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/http/impl/build.hpp>
#include <feishu/http/impl/response_decoder.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace wire {

/// `text` as a document, for comparison and for members that take free-form JSON.
inline boost::json::value json(std::string_view text) {
    return boost::json::parse(boost::json::string_view(text.data(), text.size()));
}

/// `value` without members that are false, 0 or empty: what an absent member is read as.
inline boost::json::value without_defaults(boost::json::value const& value) {
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

/// `n` times the same id, for limits of lists.
inline std::vector<std::string> many(std::size_t n,
                                     std::string const& text = "ou_7d8a6e6df7621556ce0d21922b676706") {
    return std::vector<std::string>(n, text);
}

/// `validate()` has nothing to say about it.
template <feishu::reflect::described T>
void accepts(T const& value) {
    auto const valid = feishu::validate(value);
    BOOST_TEST(valid.has_value(), (valid ? std::string() : "refused: " + valid.error().message));
}

/// `validate()` says that `field` breaks this rule.
template <feishu::reflect::described T>
void refuses(T const& value, std::string_view field, feishu::rule broken) {
    bool found = false;
    for (auto const& problem : feishu::check(value))
        found = found || (problem.field == field && problem.rule == broken);
    BOOST_TEST(found, "this rule should be broken by " << field);
    auto const valid = feishu::validate(value);
    BOOST_TEST((!valid && valid.error().kind == feishu::error_kind::validation));
}

/// `POST /open-apis/…?…`: the request's first line, without the version.
inline std::string first_line(feishu::http::request const& request) {
    return std::string(to_string(request.method)) + ' ' + request.target;
}

/// The endpoint is valid and becomes this request. No `body` means none at all, not an empty one of some type.
template <feishu::endpoint E>
void sends(E const& e, std::string_view line, std::string_view body = {}) {
    accepts(e);
    auto const request = feishu::http::build(e);
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

/// The endpoint is valid and becomes this application/x-www-form-urlencoded request.
template <feishu::endpoint E>
void sends_fields(E const& e, std::string_view line, std::string_view body) {
    accepts(e);
    auto const request = feishu::http::build(e);
    BOOST_TEST(first_line(request) == line);
    BOOST_TEST(request.body == body);
    BOOST_TEST(feishu::http::find_header(request.headers, "Content-Type") == "application/x-www-form-urlencoded");
}

/// The whole of a body that is produced while it is sent.
inline std::string bytes_of(feishu::http::body_source const& source) {
    std::string bytes(source.size(), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        auto const n = source.read(at, bytes.data() + at, bytes.size() - at);
        BOOST_REQUIRE(n != 0);
        at += n;
    }
    return bytes;
}

/// The endpoint is valid and becomes this form; the boundary that Content-Type names is BOUNDARY in `body`.
template <feishu::endpoint E>
void sends_form(E const& e, std::string_view line, std::string_view body) {
    accepts(e);
    auto const request = feishu::http::build(e);
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

/// The whole answer around `data`, as the platform sends it to this endpoint.
template <feishu::endpoint E>
std::string envelope(std::string_view data) {
    if constexpr (E::spec.envelope == feishu::envelope::flat)
        return R"({"code":0,"msg":"ok")" + std::string(data == "{}" ? "" : ",") + std::string(data.substr(1));
    else
        return R"({"code":0,"msg":"success","data":)" + std::string(data) + "}";
}

/// Reads an answer with this `data` (for flat envelopes: with these members beside code and msg), checks that
/// writing it gives the same document (defaults aside), and returns it.
template <feishu::endpoint E>
typename E::response reads(std::string_view data) {
    auto response = feishu::detail::unchecked_construct::make<typename E::response>();
    feishu::http::response_decoder answer(E::spec, &response, feishu::json::binding_of<typename E::response>);
    auto const text = envelope<E>(data);
    answer.on_head({.status = 200, .headers = {{"Content-Type", "application/json; charset=utf-8"}}});
    answer.on_body(std::string_view(text).substr(0, text.size() / 2));
    answer.on_body(std::string_view(text).substr(text.size() / 2));
    auto const done = answer.finish({});
    BOOST_TEST(done.has_value(), (done ? std::string() : "not read: " + done.error().message));
    BOOST_TEST(without_defaults(json(feishu::json::to_string(response, {.omit_empty = true}))) ==
               without_defaults(json(data)));
    return response;
}

/// Reads a pushed event, checks that writing it gives the same document (defaults aside), and returns it.
template <feishu::event E>
E receives(std::string_view payload) {
    auto const event = feishu::json::read<E>(payload);
    BOOST_REQUIRE_MESSAGE(event.has_value(), (event ? std::string() : "not read: " + event.error().message));
    BOOST_TEST(without_defaults(json(feishu::json::to_string(*event, {.omit_empty = true}))) ==
               without_defaults(json(payload)));
    return *event;
}

} // namespace wire
