#pragma once
// Parts that the payloads of many events have in common.

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include <feishu/api/common.hpp>

#include "wire.hpp"

namespace wire {

/// A pushed event of schema 2.0, as the platform documents it.
inline std::string pushed(std::string_view type, std::string_view event) {
    return R"({
        "schema": "2.0",
        "header": {
            "event_id": "5e3702a84e847582be8db7fb73283c02",
            "event_type": ")" +
           std::string(type) + R"(",
            "create_time": "1608725989000",
            "token": "rvaYgkND1GOiu5MM0E1rncYC6PLtF7JV",
            "app_id": "cli_9f5343c580712544",
            "tenant_key": "2ca1d211f64f6438"
        },
        "event": )" +
           std::string(event) + "}";
}

/// The members that `pushed` writes around every event.
inline void check_header(std::string_view schema, feishu::model::event_header const& header, std::string_view type) {
    BOOST_TEST(schema == "2.0");
    BOOST_TEST(header.event_id == "5e3702a84e847582be8db7fb73283c02");
    BOOST_TEST(header.event_type == type);
    BOOST_TEST(header.create_time.count() == 1608725989000);
    BOOST_TEST(header.token == "rvaYgkND1GOiu5MM0E1rncYC6PLtF7JV");
    BOOST_TEST(header.app_id == "cli_9f5343c580712544");
    BOOST_TEST(header.tenant_key == "2ca1d211f64f6438");
}

/// Reads an event of this type around `payload`, checks that writing gives the same, and its header.
template <feishu::event E>
E receives_pushed(std::string_view type, std::string_view payload) {
    BOOST_TEST(E::spec.type == type);
    auto event = receives<E>(pushed(type, payload));
    check_header(event.schema, event.header, type);
    return event;
}

/// Reads an event of schema 1.0 of this type, whose `event` has these members besides type, app_id and tenant_key.
template <feishu::event E>
E receives_v1(std::string_view type, std::string_view members) {
    BOOST_TEST(E::spec.type == type);
    auto event = receives<E>(R"({
        "uuid": "bc447199585340d1f3728d26b1c0297a",
        "token": "41a9425ea7df4536a7623e38fa321bae",
        "ts": "1502199207.7171419",
        "type": "event_callback",
        "event": {"type": ")" + std::string(type) + R"(", "app_id": "cli_9c8609450f78d102",
                  "tenant_key": "736588c9260f175d")" + std::string(members.empty() ? "" : ", ") +
                             std::string(members) + "}}");
    BOOST_TEST(event.uuid == "bc447199585340d1f3728d26b1c0297a");
    BOOST_TEST(event.ts == "1502199207.7171419");
    BOOST_TEST(event.event.type == type);
    BOOST_TEST(event.event.app_id == "cli_9c8609450f78d102");
    BOOST_TEST(event.event.tenant_key == "736588c9260f175d");
    return event;
}

/// One user's ids, as events carry them.
inline constexpr std::string_view some_user = R"({
    "union_id": "on_8ed6aa67826108097d9ee143816345",
    "user_id": "e33ggbyz",
    "open_id": "ou_84aad35d084aa403a838cf73ee18467"
})";

inline void check_some_user(feishu::model::user_ids const& user) {
    BOOST_TEST(user.union_id == "on_8ed6aa67826108097d9ee143816345");
    BOOST_TEST(user.user_id == "e33ggbyz");
    BOOST_TEST(user.open_id == "ou_84aad35d084aa403a838cf73ee18467");
}

/// `text` with every `@user` replaced by `some_user`.
inline std::string with_users(std::string text) {
    constexpr std::string_view mark = "@user";
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += some_user.size())
        text.replace(at, mark.size(), some_user);
    return text;
}

} // namespace wire
