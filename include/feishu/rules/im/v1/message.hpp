#pragma once
// Validation rules across the fields of im.v1.message, msg_type derived from typed content, and `send(to,
// content)`, which derives receive_id_type from the type of `to`:
//
//     client.call(im::message::send(feishu::chat_id{"oc_…"}, feishu::text{"hello"}));

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/core/impl/macros.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/message.hpp>
#include <feishu/rules/im/v1/models.hpp>
#include <feishu/rules/impl/id_form.hpp>
#include <feishu/rules/impl/report.hpp>

namespace feishu::im::v1::message {

namespace detail {

// Limit of the request body by msg_type.
constexpr std::size_t max_body_bytes(v1::msg_type type) {
    bool const rich = type == v1::msg_type::post || type == v1::msg_type::interactive;
    return rich ? max_rich_content_bytes : max_content_bytes;
}

// Bytes of a member in a JSON object: "name":"value",
constexpr std::size_t member_bytes(std::string_view name, std::size_t value) {
    return name.size() + value + 6;
}

// The size of the request body, all of which the platform counts.
template <class E>
constexpr std::size_t body_bytes(E const& request) {
    auto size = 1 + member_bytes("content", request.content->literal_size());
    if constexpr (requires { request.msg_type; }) {
        auto const type = request.content->msg_type();
        size += member_bytes("msg_type", type.empty() ? request.msg_type.value().str().size() : type.size());
    }
    if constexpr (requires { request.receive_id; })
        size += member_bytes("receive_id", request.receive_id->size());
    if constexpr (requires { request.uuid; })
        size += request.uuid ? member_bytes("uuid", request.uuid->str().size()) : 0;
    if constexpr (requires { request.reply_in_thread; })
        size += request.reply_in_thread
                    ? std::string_view(R"("reply_in_thread":,)").size() + (*request.reply_in_thread ? 4 : 5)
                    : 0;
    return size;
}

template <class E>
constexpr void check_size(E const& request, std::size_t limit, violations& found) {
    if (auto const size = body_bytes(request); size > limit)
        feishu::detail::add_limit(found, "content", rule::max_bytes, limit, size);
}

template <class E>
constexpr void check_content(E const& request, violations& found) {
    auto const& content = *request.content;
    if (!request.content.present())
        return;
    auto const& type = *request.msg_type;
    if (content.empty())
        found.add("content", "must not be empty");
    if (content.msg_type().empty() && !type.has_value())
        found.add("msg_type", "is required with content given as a string; feishu::text{…} and other typed "
                              "content state it");
    if (!content.msg_type().empty() && type.has_value() && type.str() != content.msg_type())
        found.add("msg_type", "is not the type of the content");
    open<v1::msg_type> const typed(content.msg_type());
    auto const limit = max_body_bytes(type.has_value() ? type.value_or(v1::msg_type::text)
                                                       : typed.value_or(v1::msg_type::text));
    check_size(request, limit, found);
}

// Red packets, votes, merged forwards and so on can be received but not sent.
constexpr bool is_received_only(open<v1::msg_type> const& type) {
    using enum v1::msg_type;
    constexpr v1::msg_type sendable[] = {text,    post,        image,      file,       audio, media,
                                         sticker, interactive, share_chat, share_user, system};
    auto const known = type.value();
    if (!known)
        return false;
    for (auto const one : sendable)
        if (one == *known)
            return false;
    return true;
}

template <class E>
constexpr void check_sendable(E const& request, violations& found) {
    if (is_received_only(*request.msg_type))
        found.add("msg_type", "is a receive-only message type");
}

// Ids of batch messages are only valid in im.v1.batch_message.
template <class Id>
constexpr void check_not_batch(Id const& id, std::string_view field, violations& found) {
    if (id.str().starts_with("bm-"))
        found.add(field, "is a batch message id; use im.v1.batch_message");
}

template <class E>
constexpr void check_urgent(E const& request, violations& found) {
    check_not_batch(*request.message_id, "message_id", found);
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "user_id_list", request.user_id_list);
}

template <class E>
void take_msg_type(E& request) {
    if (!request.msg_type.present() && !request.content->msg_type().empty())
        request.msg_type = open<v1::msg_type>(request.content->msg_type());
}

} // namespace detail

// Called by validate(); constexpr, for `checked<>` as well.

constexpr void rules(create const& request, violations& found) {
    detail::check_content(request, found);
    detail::check_sendable(request, found);
    v1::detail::check_receiver(request, found);
}

constexpr void rules(reply const& request, violations& found) {
    detail::check_content(request, found);
    detail::check_sendable(request, found);
    detail::check_not_batch(*request.message_id, "message_id", found);
    if (*request.msg_type == v1::msg_type::system)
        found.add("msg_type", "system cannot reply");
}

FEISHU_CONSTEXPR_VECTOR void rules(update const& request, violations& found) {
    detail::check_content(request, found);
    auto const& type = *request.msg_type;
    auto const typed = request.content->msg_type();
    auto const editable = [](std::string_view name) { return name == "text" || name == "post"; };
    if ((type.has_value() && !editable(type.str())) || (!typed.empty() && !editable(typed)))
        found.add("msg_type", "cannot be edited: only text and post messages can");
    detail::check_not_batch(*request.message_id, "message_id", found);
}

FEISHU_CONSTEXPR_VECTOR void rules(patch const& request, violations& found) {
    detail::check_not_batch(*request.message_id, "message_id", found);
    if (request.content.present() && request.content->empty())
        found.add("content", "must not be empty");
    if (!request.content->msg_type().empty() && request.content->msg_type() != "interactive")
        found.add("content", "must be a card");
    detail::check_size(request, detail::max_body_bytes(v1::msg_type::interactive), found);
}

constexpr void rules(delete_ const& request, violations& found) {
    detail::check_not_batch(*request.message_id, "message_id", found);
}

constexpr void rules(push_follow_up const& request, violations& found) {
    detail::check_not_batch(*request.message_id, "message_id", found);
}

constexpr void rules(urgent_app const& request, violations& found) {
    detail::check_urgent(request, found);
}

constexpr void rules(urgent_sms const& request, violations& found) {
    detail::check_urgent(request, found);
}

constexpr void rules(urgent_phone const& request, violations& found) {
    detail::check_urgent(request, found);
}

constexpr void rules(forward const& request, violations& found) {
    v1::detail::check_receiver(request, found);
}

constexpr void rules(merge_forward const& request, violations& found) {
    v1::detail::check_receiver(request, found);
    auto const& ids = *request.message_id_list;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (ids[i].empty())
            feishu::detail::add_at(found, "message_id_list", i, {}, "must not be empty");
        else if (ids[i].str().starts_with("bm-"))
            feishu::detail::add_at(found, "message_id_list", i, {},
                                   "is a batch message id, which cannot be forwarded");
}

constexpr void rules(list const& request, violations& found) {
    feishu::detail::check_ids(found, "container_id_type", request.container_id_type, "container_id",
                              request.container_id);
    if (request.start_time.has_value() && request.end_time.has_value() &&
        request.start_time > request.end_time)
        found.add("start_time", "is later than end_time");
}

// Called by the client before validation.

inline void complete(create& request) { detail::take_msg_type(request); }
inline void complete(reply& request) { detail::take_msg_type(request); }
inline void complete(update& request) { detail::take_msg_type(request); }

/// A request that sends `content` to a chat or a user; receive_id_type follows from the type of `to`.
inline create send(feishu::chat_id to, field::content<content_usage::send> content) {
    return {.receive_id_type = v1::receive_id_type::chat_id,
            .receive_id = std::move(to).str(),
            .content = std::move(content)};
}
inline create send(feishu::open_id to, field::content<content_usage::send> content) {
    return {.receive_id_type = v1::receive_id_type::open_id,
            .receive_id = std::move(to).str(),
            .content = std::move(content)};
}
inline create send(feishu::union_id to, field::content<content_usage::send> content) {
    return {.receive_id_type = v1::receive_id_type::union_id,
            .receive_id = std::move(to).str(),
            .content = std::move(content)};
}
inline create send(feishu::user_id to, field::content<content_usage::send> content) {
    return {.receive_id_type = v1::receive_id_type::user_id,
            .receive_id = std::move(to).str(),
            .content = std::move(content)};
}
inline create send(feishu::email to, field::content<content_usage::send> content) {
    return {.receive_id_type = v1::receive_id_type::email,
            .receive_id = std::move(to).str(),
            .content = std::move(content)};
}

// A receiver without a type, and text that would be taken for a JSON document.
template <class To, class Content>
    requires field::is_plain_string<To>
FEISHU_UNAVAILABLE("state the receiver's type: feishu::chat_id{\"oc_...\"}, open_id, union_id, user_id or email")
create send(To const&, Content const&) {
    return feishu::detail::unchecked_construct::make<create>();
}
template <class To, class Content>
    requires(!field::is_plain_string<To> && field::is_plain_string<Content>)
FEISHU_UNAVAILABLE("state the kind of content: feishu::text{\"...\"}; JSON goes into create{.content = ...}")
create send(To const&, Content const&) {
    return feishu::detail::unchecked_construct::make<create>();
}

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.message_id.empty() ? "message_id" : "";
}

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(reply::response const& response) {
    return response.message_id.empty() ? "message_id" : "";
}

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(forward::response const& response) {
    return response.message_id.empty() ? "message_id" : "";
}

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(merge_forward::response const& response) {
    return response.message.message_id.empty() ? "message.message_id" : "";
}

} // namespace feishu::im::v1::message
