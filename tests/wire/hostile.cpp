// Hostile input in every parameter of every endpoint: a request is refused with a violation that names the field, or its
// bytes are one well-formed request that carries the input unchanged, and nothing else is different.

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/all.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/http/impl/build.hpp>
#include <feishu/http/impl/percent.hpp>
#include <feishu/http/impl/request_head.hpp>
#include <feishu/json/impl/binding.hpp>

#include "wire.hpp"

namespace {

namespace http = feishu::http;
namespace json = feishu::json;
using feishu::location;
using feishu::reflect::member_kind;

// --- endpoints as tables

template <class T>
constexpr bool takes_upload = std::is_assignable_v<T&, feishu::field::upload>&& feishu::detail::is_upload<T>;

/// One member of an endpoint.
struct parameter {
    std::string_view name;
    location where;
    json::encoder const* encoder;
    json::binding const* binding;                             // null: a file
    void (*set_file)(void* self, feishu::field::upload file); // null: no file
    void const* pointer;                                      // to member

    void* of(void* endpoint) const {
        return static_cast<char*>(endpoint) + feishu::reflect::offset_of(pointer);
    }
};

/// One endpoint.
struct described_endpoint {
    http::detail::request_table const* table;
    std::vector<parameter> parameters;
    std::shared_ptr<void> (*make)();
    feishu::violations (*check)(void const* endpoint);
};

template <class T>
constexpr json::binding const* binding_unless_file() {
    if constexpr (feishu::detail::is_upload<T>)
        return nullptr;
    else
        return &json::binding_of<T>;
}

template <class T>
void set_file(void* self, feishu::field::upload file) {
    if constexpr (takes_upload<T>)
        *static_cast<T*>(self) = std::move(file);
}

template <class E, template <class...> class List, class... D>
std::vector<parameter> parameters_of(List<D...>) {
    std::size_t i = 0;
    std::size_t at = 0;
    (void)i, (void)at;
    return {parameter{feishu::reflect::member_names<E>[i++], feishu::detail::locations_of<E>[at++],
                      &json::encoder_of<feishu::reflect::member_type<E, D>>,
                      binding_unless_file<feishu::reflect::member_type<E, D>>(),
                      takes_upload<feishu::reflect::member_type<E, D>>
                          ? &set_file<feishu::reflect::member_type<E, D>>
                          : nullptr,
                      feishu::reflect::pointer_to<E, D>()}...};
}

template <class E>
described_endpoint describe() {
    return {&http::detail::request_table_of<E>, parameters_of<E>(feishu::reflect::member_descriptors<E>{}),
            [] {
                return std::shared_ptr<void>(
                    std::make_shared<E>(feishu::detail::unchecked_construct::make<E>()));
            },
            [](void const* e) { return feishu::check(*static_cast<E const*>(e)); }};
}

std::vector<described_endpoint> const& endpoints() {
    static auto const all = [] {
        std::vector<described_endpoint> out;
        feishu::all::for_each([&out]<class E>() { out.push_back(describe<E>()); });
        return out;
    }();
    return all;
}

// --- values

std::vector<std::string> const& hostile_values() {
    using namespace std::string_literals;
    static std::vector<std::string> const all{
        "",
        ".",
        "..",
        "../..",
        "/",
        "//evil.example/",
        "\\",
        "a\\",
        "..\\..\\",
        "%2e%2e%2f",
        "%00",
        "%0d%0aX: y",
        "?admin=true",
        "#fragment",
        "a&b=c;d",
        "@evil.example",
        "http://evil.example/",
        "\r\n",
        "\n",
        "\r\nAuthorization: x",
        "\r\n\r\nGET /evil HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "a\0b"s,
        "\0"s,
        "\"",
        "\"; filename=\"evil",
        "'\"`<script>",
        "\",\"admin\":\"1",
        "{\"a\":[1]}",
        "--feishu-\r\n--",
        " leading and trailing ",
        "+",
        "\t\x0b\x7f\x1b[31m",
        "\xff\xfe",
        "\xc0\xaf",
        "\xed\xa0\x80",
        "a\xe4\xbd",
        "\xe2\x80\xa8\xe2\x80\xa9",
        "\xe2\x80\xae\xe2\x80\x8f\xef\xbb\xbf",
        "\xf0\x9f\x98\x80\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
        "99999999999999999999999999999999999999999999",
        "-0",
        std::string(64u << 10, 'x'),
    };
    return all;
}

// --- one leaf among the members of an endpoint

/// Where a text is: member names, "[]" for the entry of a list, "{}" for that of a map.
using text_path = std::vector<std::string>;
constexpr std::string_view map_key = "key";

std::string field_of(text_path const& path) {
    std::string out;
    for (auto const& step : path)
        out += step == "[]" ? "[0]" : (out.empty() ? "" : ".") + (step == "{}" ? std::string(map_key) : step);
    return out;
}

bool is_text(json::encoder const& type, json::binding const& to) {
    using enum member_kind;
    return to.on_string != nullptr && (type.kind == text || type.kind == limited_text ||
                                       type.kind == document || type.kind == enumeration);
}

/// Calls `f(path, binding, address)` for each text inside; creates what is absent.
using leaf_visitor = std::function<void(text_path const&, json::binding const&, void*)>;

void for_each_leaf(json::encoder const& type, json::binding const& to, void* self, text_path& path, int depth,
                   leaf_visitor const& f) {
    if (depth > 6) // a recursive type
        return;
    auto const inside = [&](std::string_view step, json::encoder const& element, json::binding const& b,
                            void* at) {
        path.emplace_back(step);
        for_each_leaf(element, b, at, path, depth + 1, f);
        path.pop_back();
    };
    if (is_text(type, to))
        return f(path, to, self);
    if (to.inner != nullptr && type.element != nullptr)
        return for_each_leaf(*type.element, *to.element, to.inner(self), path, depth + 1, f);
    if (to.append != nullptr && type.element != nullptr) {
        to.open(self);
        return inside("[]", *type.element, *to.element, to.append(self));
    }
    if (to.insert != nullptr && type.element != nullptr)
        return inside("{}", *type.element, *to.element, to.insert(self, map_key));
    if (type.kind == member_kind::object && to.members.size() == type.member_count)
        for (std::size_t i = 0; i < type.member_count; ++i)
            inside(type.members[i].name, *type.members[i].type, *to.members[i].type, to.members[i].get(self));
}

void for_each_leaf_of(described_endpoint const& endpoint, void* object, leaf_visitor const& f) {
    for (auto const& one : endpoint.parameters) {
        text_path path{std::string(one.name)};
        if (one.binding != nullptr)
            for_each_leaf(*one.encoder, *one.binding, one.of(object), path, 0, f);
    }
}

/// A request with ordinary texts and files, but for `value` at `where`.
std::shared_ptr<void> filled(described_endpoint const& endpoint, text_path const* where,
                             std::string_view value) {
    auto object = endpoint.make();
    auto const is_chosen = [&](text_path const& path) { return where != nullptr && path == *where; };
    for_each_leaf_of(endpoint, object.get(), [&](text_path const& path, json::binding const& to, void* self) {
        to.on_string(self, is_chosen(path) ? value : "ordinary");
    });
    for (auto const& one : endpoint.parameters)
        if (one.set_file != nullptr)
            one.set_file(one.of(object.get()),
                         feishu::from_bytes("bytes", is_chosen({std::string(one.name)}) ? std::string(value)
                                                                                        : "ordinary.bin"));
    return object;
}

// --- the bytes of a request, read by rules that are written here

struct read_request {
    std::string method;
    std::vector<std::string> segments; // decoded
    http::query_pairs query;
    std::vector<http::header> headers;
    std::string body;
};

/// Lines end with CR LF, no other control characters; one message with nothing behind it.
read_request read_bytes(std::string const& bytes) {
    read_request out;
    auto const end = bytes.find("\r\n\r\n");
    BOOST_REQUIRE(end != bytes.npos);
    auto head = bytes.substr(0, end);
    out.body = bytes.substr(end + 4);
    std::vector<std::string> lines;
    for (std::size_t at = 0; at != head.npos && at <= head.size();) {
        auto const next = head.find("\r\n", at);
        lines.push_back(head.substr(at, next == head.npos ? next : next - at));
        at = next == head.npos ? next : next + 2;
    }
    for (auto const& line : lines)
        BOOST_REQUIRE(std::ranges::none_of(
            line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }));
    auto const& first = lines.at(0);
    auto const space = first.find(' ');
    BOOST_REQUIRE(first.ends_with(" HTTP/1.1"));
    out.method = first.substr(0, space);
    auto const target =
        first.substr(space + 1, first.size() - space - 1 - std::string_view(" HTTP/1.1").size());
    BOOST_REQUIRE(target.find_first_of(" #\\\"<>") == target.npos);
    auto const mark = target.find('?');
    BOOST_REQUIRE(
        (mark == target.npos || http::parse_query(std::string_view(target).substr(mark + 1), out.query)));
    auto const path = target.substr(0, mark);
    BOOST_REQUIRE(path.starts_with('/'));
    for (std::size_t at = 1; at != path.npos;) {
        auto const next = path.find('/', at);
        auto const segment = path.substr(at, next == path.npos ? next : next - at);
        BOOST_REQUIRE((segment != "." && segment != ".."));
        BOOST_REQUIRE(http::percent_decode(segment, false, out.segments.emplace_back()));
        at = next == path.npos ? next : next + 1;
    }
    for (std::size_t i = 1; i < lines.size(); ++i) {
        auto const colon = lines[i].find(": ");
        BOOST_REQUIRE(colon != std::string::npos);
        out.headers.push_back({lines[i].substr(0, colon), lines[i].substr(colon + 2)});
    }
    return out;
}

struct form_part {
    std::string name;
    std::string file_name;
    std::string content;
};

// What a form's names cannot hold is percent-encoded there.
std::string without_form_escapes(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string decoded;
        bool const escaped = text[i] == '%' && http::percent_decode(text.substr(i, 3), false, decoded) &&
                             (static_cast<unsigned char>(decoded[0]) < 0x20 || decoded == "\"" ||
                              decoded == "\\" || decoded == "\x7f");
        out += escaped ? decoded : std::string(1, text[i]);
        i += escaped ? 2 : 0;
    }
    return out;
}

std::string quoted_after(std::string const& head, std::string const& start) {
    auto const at = head.find(start);
    if (at == head.npos)
        return {};
    auto const from = at + start.size();
    auto const text = head.substr(from, head.find('"', from) - from);
    BOOST_TEST(text.find('\\') == text.npos); // which escapes a quote for some readers
    return without_form_escapes(text);
}

std::vector<form_part> read_form(read_request const& request) {
    std::vector<form_part> out;
    std::string_view const before = "multipart/form-data; boundary=";
    auto const type = http::find_header(request.headers, "Content-Type");
    BOOST_REQUIRE(type.starts_with(before));
    auto const delimiter = "\r\n--" + std::string(type.substr(before.size()));
    auto const body = "\r\n" + request.body;
    BOOST_REQUIRE(body.ends_with(delimiter + "--\r\n"));
    for (std::size_t at = body.find(delimiter); at != body.npos;) {
        auto const from = at + delimiter.size();
        auto const next = body.find(delimiter, from);
        if (next == body.npos)
            break;
        auto const part = body.substr(from, next - from);
        auto const end = part.find("\r\n\r\n");
        BOOST_REQUIRE((part.starts_with("\r\nContent-Disposition: form-data; name=\"") && end != part.npos));
        auto const head = part.substr(0, end);
        BOOST_TEST(std::ranges::count(head, '\n') <= 2); // no header but the known two
        out.push_back(
            {quoted_after(head, " name=\""), quoted_after(head, " filename=\""), part.substr(end + 4)});
        at = next;
    }
    return out;
}

std::string bytes_of(http::request const& request) {
    static auto const target =
        http::detail::make_endpoint_config(http::parse_base_url("http://platform.example").value(), {})
            .value();
    std::string body = request.body;
    if (request.source) {
        body.resize(request.source->size());
        for (std::size_t at = 0; at < body.size();) {
            auto const n = request.source->read(at, body.data() + at, body.size() - at);
            BOOST_REQUIRE(n != 0);
            at += n;
        }
    }
    std::string out;
    http::detail::append_request_head(out, request, target, body.size(), true);
    return out + body;
}

// --- what arrives

location location_of(described_endpoint const& endpoint, text_path const& path) {
    auto const one = std::ranges::find(endpoint.parameters, path.front(), &parameter::name);
    return one->where;
}

bool is_integer(std::string_view text) {
    return text == "-0" || (!text.empty() && text.find_first_not_of("0123456789") == text.npos);
}

/// Whether `value` is at `path` of a JSON body: as a text, or as the number of an enumeration. An empty one may be absent.
bool is_in(boost::json::value const& document, text_path const& path, std::size_t from,
           std::string_view value) {
    auto const* at = &document;
    for (; at != nullptr && from < path.size(); ++from) {
        auto const& step = path[from];
        if (step == "[]") {
            auto const* list = at->if_array();
            at = list != nullptr && !list->empty() ? &list->front() : nullptr;
        } else {
            auto const* object = at->if_object();
            at = object != nullptr ? object->if_contains(step == "{}" ? map_key : std::string_view(step))
                                   : nullptr;
        }
    }
    if (at == nullptr)
        return value.empty();
    auto const* text = at->if_string();
    return text != nullptr ? std::string_view(text->data(), text->size()) == value
                           : (at->is_number() && is_integer(value)) || (at->is_null() && value.empty());
}

std::string value_in(http::query_pairs const& pairs, std::string_view name) {
    auto const found =
        std::ranges::find(pairs, name, [](auto const& pair) { return std::string_view(pair.first); });
    return found != pairs.end() ? found->second : "";
}

std::string segment_for(described_endpoint const& endpoint, read_request const& request,
                        std::string const& name) {
    auto const pattern = endpoint.table->spec->path;
    std::size_t segment = 0;
    for (std::size_t at = 1; at != pattern.npos; ++segment) {
        auto const next = pattern.find('/', at);
        if (pattern.substr(at, next == pattern.npos ? next : next - at) == ":" + name)
            return request.segments.at(segment);
        at = next == pattern.npos ? next : next + 1;
    }
    return "no such placeholder";
}

/// The value at `path`, as the server reads it; `value` is expected.
std::string received(described_endpoint const& endpoint, read_request const& request, text_path const& path,
                     std::string_view value) {
    auto const& name = path.front();
    switch (location_of(endpoint, path)) {
    case location::path: return segment_for(endpoint, request, name);
    case location::query: return value_in(request.query, name);
    case location::header: return std::string(http::find_header(request.headers, name));
    case location::form: {
        http::query_pairs pairs;
        BOOST_TEST(http::parse_query(request.body, pairs));
        return value_in(pairs, name);
    }
    case location::multipart: {
        auto const parts = read_form(request);
        auto const part = std::ranges::find(parts, name, &form_part::name);
        if (part == parts.end())
            return {};
        bool const is_file =
            std::ranges::find(endpoint.parameters, name, &parameter::name)->binding == nullptr;
        // Browsers leave a percent sign of a file name unescaped too.
        bool const same = is_file ? part->file_name == without_form_escapes(value) : part->content == value;
        return same ? std::string(value) : "another value";
    }
    case location::body: break;
    }
    if (endpoint.table->spec->body == feishu::body_format::raw)
        return request.body;
    auto const single = endpoint.table->body == http::detail::body_kind::single;
    boost::system::error_code malformed;
    auto const document = boost::json::parse(request.body, malformed);
    BOOST_TEST(!malformed);
    return is_in(document, path, single ? 1 : 0, value) ? std::string(value) : "another value";
}

/// Headers without their values, and the segments that no parameter fills.
std::string shape(described_endpoint const& endpoint, read_request const& request) {
    std::string out = request.method;
    auto const pattern = endpoint.table->spec->path;
    std::size_t segment = 0;
    for (std::size_t at = 1; at != pattern.npos; ++segment) {
        auto const next = pattern.find('/', at);
        auto const literal = pattern.substr(at, next == pattern.npos ? next : next - at);
        BOOST_TEST((literal.find(':') != literal.npos || request.segments.at(segment) == literal));
        at = next == pattern.npos ? next : next + 1;
    }
    BOOST_TEST(request.segments.size() == segment);
    for (auto const& field : request.headers)
        out += "\n" + field.name;
    return out;
}

bool refused(feishu::violations const& found, feishu::violations const& ordinary, std::string const& field) {
    return std::ranges::any_of(found, [&](feishu::violation const& one) {
        bool const about_it =
            one.field == field ||
            (!one.field.empty() && (field.starts_with(one.field) || one.field.starts_with(field)));
        bool const was_there = std::ranges::any_of(ordinary, [&](auto const& before) {
            return before.field == one.field && before.rule == one.rule && before.text == one.text;
        });
        return about_it && (!was_there || one.field == field);
    });
}

struct totals {
    std::size_t refused = 0;
    std::size_t carried[16] = {}; // by location
};

void try_values(described_endpoint const& endpoint, text_path const& path, totals& counted) {
    auto const field = field_of(path);
    auto const ordinary = filled(endpoint, nullptr, {});
    auto const before = endpoint.check(ordinary.get());
    auto const expected_shape =
        shape(endpoint, read_bytes(bytes_of(http::detail::build(*endpoint.table, ordinary.get()))));
    for (auto const& value : hostile_values()) {
        if (value.size() > 1000 && path.size() > 1) // long texts in parameters themselves only: time
            continue;
        auto const object = filled(endpoint, &path, value);
        if (refused(endpoint.check(object.get()), before, field)) {
            ++counted.refused;
            continue;
        }
        BOOST_TEST_INFO_SCOPE(endpoint.table->spec->id << " " << field << " = " << value.substr(0, 80));
        auto const request = http::detail::build(*endpoint.table, object.get());
        BOOST_TEST(!http::detail::check_request(request));
        BOOST_TEST((request.host == endpoint.table->spec->host));
        auto const arrived = read_bytes(bytes_of(request));
        BOOST_TEST((received(endpoint, arrived, path, value) == value));
        if (!value.empty()) // which some members leave out
            BOOST_TEST(shape(endpoint, arrived) == expected_shape);
        ++counted.carried[static_cast<std::size_t>(location_of(endpoint, path))];
    }
}

BOOST_AUTO_TEST_SUITE(hostile_parameters)

BOOST_AUTO_TEST_CASE(every_parameter_of_every_endpoint_is_refused_or_arrives_unchanged_in_one_request) {
    totals counted;
    for (auto const& endpoint : endpoints()) {
        std::vector<text_path> paths;
        auto const object = endpoint.make();
        for_each_leaf_of(endpoint, object.get(),
                         [&](text_path const& path, json::binding const&, void*) { paths.push_back(path); });
        for (auto const& one : endpoint.parameters)
            if (one.set_file != nullptr)
                paths.push_back({std::string(one.name)});
        for (auto const& path : paths)
            try_values(endpoint, path, counted);
    }
    BOOST_TEST(counted.refused > 1000u);
    for (auto const where :
         {location::path, location::query, location::body, location::form, location::multipart})
        BOOST_TEST(counted.carried[static_cast<std::size_t>(where)] > 10u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
