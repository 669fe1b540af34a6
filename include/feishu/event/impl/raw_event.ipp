#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include <boost/describe/class.hpp>

#include <feishu/event/impl/event_identity.hpp>
#include <feishu/event/impl/event_time.hpp>
#include <feishu/event/raw_event.hpp>

namespace feishu::detail {
namespace wire {

/// `header` of schema 2.0.
struct event_header {
    std::string event_id;
    std::string event_type;
    unix_millis create_time;
    std::string token;
    std::string app_id;
    std::string tenant_key;
};
BOOST_DESCRIBE_STRUCT(event_header, (), (event_id, event_type, create_time, token, app_id, tenant_key))

/// `action` of a legacy card callback; only its presence matters.
struct card_action {};
BOOST_DESCRIBE_STRUCT(card_action, (), ())

/// `event`: of schema 1.0 with members that are in `header` since then.
struct event_body : identifying_members {
    std::string type;
    std::string tenant_key;
};
BOOST_DESCRIBE_STRUCT(event_body, (identifying_members), (type, tenant_key))

/// The members of any pushed document, so that it is read once.
struct envelope {
    std::optional<std::string> encrypt;
    std::string schema;
    event_header header;
    std::string type; // url_verification, or event_callback of schema 1.0
    std::string token;
    std::string challenge;
    std::string uuid;
    std::string ts;
    std::string tenant_key;
    std::optional<card_action> action;
    event_body event;
};
BOOST_DESCRIBE_STRUCT(envelope, (),
                      (encrypt, schema, header, type, token, challenge, uuid, ts, tenant_key, action, event))

} // namespace wire

inline error not_an_event(std::string_view why) {
    return {.kind = error_kind::decode, .message = "not an event: " + std::string(why)};
}

/// Parses seconds with a fraction (`1502199207.7171419`), or seconds, milliseconds or microseconds without.
/// Any other text is an absent time.
inline unix_millis time_of(std::string_view ts) {
    std::int64_t count = 0;
    auto const [end, failed] = std::from_chars(ts.data(), ts.data() + ts.size(), count);
    constexpr std::int64_t year_9999 = 253'402'300'799'999'999; // in microseconds
    if (failed != std::errc{} || count <= 0 || count > year_9999)
        return {};
    auto const rest = ts.substr(static_cast<std::size_t>(end - ts.data()));
    std::int64_t millis = 0, place = 100;
    for (char const digit : rest.starts_with('.') ? rest.substr(1, 3) : std::string_view()) {
        if (digit < '0' || digit > '9')
            break;
        millis += (digit - '0') * place;
        place /= 10;
    }
    return unix_millis(to_millis(count) + millis);
}

inline push push_v2(wire::envelope&& in) {
    auto& header = in.header;
    auto* const object = identifying_member(header.event_type, in.event);
    return {.event = {.schema = std::move(in.schema),
                      .type = std::move(header.event_type),
                      .id = std::move(header.event_id),
                      .app_id = std::move(header.app_id),
                      .tenant_key = std::move(header.tenant_key),
                      .create_time = by_magnitude(header.create_time),
                      .object_id = object != nullptr ? std::move(*object) : std::string()},
            .token = std::move(header.token)};
}

inline push push_v1(wire::envelope&& in) {
    auto& event = in.event;
    auto* const object = identifying_member(event.type, event);
    auto object_id = object != nullptr ? *object : std::string(); // a copy: it may be app_id
    return {.event = {.schema = "1.0",
                      .type = std::move(event.type),
                      .id = std::move(in.uuid),
                      .app_id = std::move(event.app_id),
                      .tenant_key = std::move(event.tenant_key),
                      .create_time = time_of(in.ts),
                      .object_id = std::move(object_id)},
            .token = std::move(in.token)};
}

inline push old_card(wire::envelope&& in) {
    return {.kind = push_kind::old_card,
            .event = {.type = std::string(old_card_type), .tenant_key = std::move(in.tenant_key)}};
}

/// Detects the kind of the document.
inline result<push> classify(wire::envelope&& in) {
    if (in.encrypt)
        return push{.kind = push_kind::encrypted, .encrypted = std::move(*in.encrypt)};
    if (in.type == challenge_type)
        return push{
            .kind = push_kind::challenge, .token = std::move(in.token), .challenge = std::move(in.challenge)};
    if (!in.schema.empty() || !in.header.event_type.empty())
        return push_v2(std::move(in));
    if (in.type == "event_callback" || !in.uuid.empty())
        return push_v1(std::move(in));
    if (in.action)
        return old_card(std::move(in));
    return not_an_event("neither schema nor type");
}

FEISHU_DECL result<push_ptr> as_event(result<push_ptr> read) {
    if (read && ((*read)->kind == push_kind::challenge || (*read)->kind == push_kind::encrypted))
        return not_an_event("a challenge or an encrypted body, which only a webhook takes");
    return read;
}

FEISHU_DECL result<push_ptr> read_push(std::string json, json::read_options const& limits) {
    auto in = json::read<wire::envelope>(json, limits);
    if (!in)
        return std::move(in).error();
    auto out = classify(std::move(*in));
    if (!out)
        return std::move(out).error();
    bool const typed = out->kind == push_kind::event;
    if (typed && out->event.type.empty())
        return not_an_event("no event type");
    out->event.json = std::move(json);
    return std::make_shared<push>(std::move(*out));
}

} // namespace feishu::detail

namespace feishu {

FEISHU_DECL result<raw_event> read_event(std::string json, json::read_options const& limits) {
    auto pushed = detail::as_event(detail::read_push(std::move(json), limits));
    if (!pushed)
        return std::move(pushed).error();
    return std::move((*pushed)->event);
}

} // namespace feishu
