#pragma once
// reply_uuid: the uuid of a message that a handler sends, derived from the event: a handler that is called again for the
// same event, in another process or after a crash, sends the message once.
//
//     on.handle<im::message::receive_v1>([&](auto const& e) {
//         client.call(im::message::reply{.message_id = e.event.message.message_id,
//                                        .content = feishu::text{"got it"},
//                                        .uuid = feishu::reply_uuid(e)}).value();
//     });

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string>
#include <string_view>

#include <feishu/core/event.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/impl/event_identity.hpp>
#include <feishu/event/raw_event.hpp>

namespace feishu {
namespace detail {

/// The uuid of the `number`-th message for the event with this event_identity.
FEISHU_DECL std::string uuid_for(std::string_view identity, unsigned number);

/// An event with the envelope of schema 2.0 or 1.0.
template <class E>
concept event_with_envelope = event<E> && requires(E const& e) {
    e.event;
} &&(
    requires(E const& e) { e.header.event_id.str(), e.header.app_id.str(); } ||
    requires(E const& e) { std::string_view(e.uuid), e.event.app_id.str(); });

} // namespace detail

/// The uuid of a message that is sent because of an event: the same for the same event_identity and number, in every
/// process and every run, and different for others. 32 characters, of the 50 that the platform allows. Several messages
/// for one event have different numbers. The platform sends a message with the same uuid once within an hour.
///
/// Empty if the event has no id: two such events cannot be told apart.
FEISHU_DECL std::string reply_uuid(raw_event const& event, unsigned number = 0);

/// The same for the event that a handler receives.
template <detail::event_with_envelope E>
std::string reply_uuid(E const& event, unsigned number = 0) {
    auto const object = detail::object_id_in(E::spec.type, event.event);
    std::string identity;
    if constexpr (requires { event.header; })
        identity = detail::join_identity(event.header.app_id.str(), E::spec.type, object,
                                         event.header.event_id.str());
    else
        identity = detail::join_identity(event.event.app_id.str(), E::spec.type, object, event.uuid);
    return detail::uuid_for(identity, number);
}

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/reply_uuid.ipp>
#endif
