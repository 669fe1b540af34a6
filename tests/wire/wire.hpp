#pragma once
// What an endpoint puts on the wire and what it takes from it, each in one call of a test:
//
//     wire::sends(create{.receive_id_type = …}, "POST /open-apis/im/v1/messages?receive_id_type=chat_id", R"({…})");
//     auto message = wire::reads<create>(R"({"message_id":"om_1", …})");   // the response's data, both ways
//     wire::refuses(create{.uuid = std::string(51, 'x')}, "uuid", feishu::rule::max_characters);
//
// The literals are the platform's documented shapes, written by hand. JSON is compared by value: the order of
// members and the spelling of escapes are not significant.

#include <cstddef>
#include <stdexcept>
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
boost::json::value json(std::string_view text);

// What the templates below check, whatever the endpoint.
void check_valid(feishu::result<void> const& valid);
void check_refused(feishu::violations const& problems, feishu::result<void> const& valid, std::string_view field,
                   feishu::rule broken);
void check_request(feishu::http::request const& request, std::string_view line, std::string_view body);
void check_fields(feishu::http::request const& request, std::string_view line, std::string_view body);
void check_form(feishu::http::request const& request, std::string_view line, std::string_view body);
std::string envelope(feishu::envelope kind, std::string_view data);
void feed(feishu::http::response_decoder& decoder, std::string_view text);
/// The two are the same document, members aside that are false, 0 or empty: what an absent member is read as.
void check_same(std::string_view written, std::string_view data);

/// `n` times the same id, for limits of lists.
inline std::vector<std::string> many(std::size_t n,
                                     std::string const& text = "ou_7d8a6e6df7621556ce0d21922b676706") {
    return std::vector<std::string>(n, text);
}

/// `validate()` has nothing to say about it.
template <feishu::reflect::described T>
void accepts(T const& value) {
    check_valid(feishu::validate(value));
}

/// `validate()` says that `field` breaks this rule.
template <feishu::reflect::described T>
void refuses(T const& value, std::string_view field, feishu::rule broken) {
    check_refused(feishu::check(value), feishu::validate(value), field, broken);
}

/// The endpoint is valid and becomes this request. No `body` means none at all, not an empty one of some type.
template <feishu::endpoint E>
void sends(E const& e, std::string_view line, std::string_view body = {}) {
    accepts(e);
    check_request(feishu::http::build(e), line, body);
}

/// The endpoint is valid and becomes this application/x-www-form-urlencoded request.
template <feishu::endpoint E>
void sends_fields(E const& e, std::string_view line, std::string_view body) {
    accepts(e);
    check_fields(feishu::http::build(e), line, body);
}

/// The endpoint is valid and becomes this form; the boundary that Content-Type names is BOUNDARY in `body`.
template <feishu::endpoint E>
void sends_form(E const& e, std::string_view line, std::string_view body) {
    accepts(e);
    check_form(feishu::http::build(e), line, body);
}

/// The whole response around `data`, as the platform sends it to this endpoint.
template <feishu::endpoint E>
std::string envelope(std::string_view data) {
    return envelope(E::spec.envelope, data);
}

/// Reads a response with this `data` (for flat envelopes: with these members beside code and msg), checks that
/// writing it gives the same document (defaults aside), and returns it.
template <feishu::endpoint E>
typename E::response reads(std::string_view data) {
    auto response = feishu::detail::unchecked_construct::make<typename E::response>();
    feishu::http::response_decoder decoder(E::spec, &response, feishu::json::binding_of<typename E::response>);
    feed(decoder, envelope<E>(data));
    check_same(feishu::json::to_string(response, {.omit_empty = true}), data);
    return response;
}

/// Reads a pushed event, checks that writing it gives the same document (defaults aside), and returns it.
template <feishu::event E>
E receives(std::string_view payload) {
    auto event = feishu::json::read<E>(payload);
    check_valid(event ? feishu::result<void>() : event.error());
    if (!event)
        throw std::invalid_argument("not an event");
    check_same(feishu::json::to_string(*event, {.omit_empty = true}), payload);
    return *std::move(event);
}

} // namespace wire
