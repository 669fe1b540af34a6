#pragma once
// What the field tables of im.v1.message cannot say: rules across fields, msg_type from typed content, and
// `send(to, content)`, which takes the kind of receiver from the argument's type.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/content/content_of.hpp>
#include <feishu/content/media.hpp>
#include <feishu/content/post.hpp>
#include <feishu/content/text.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/message.hpp>
#include <feishu/rules/im/v1/models.hpp>
#include <feishu/rules/impl/report.hpp>

namespace feishu::im::v1::message {

namespace detail {

// The prefix that ids of this kind have; empty when they have none of their own.
constexpr std::string_view prefix_of(v1::receive_id_type type) {
    switch (type) {
    case v1::receive_id_type::chat_id: return "oc_";
    case v1::receive_id_type::open_id: return "ou_";
    case v1::receive_id_type::union_id: return "on_";
    case v1::receive_id_type::email:
    case v1::receive_id_type::user_id: break;
    }
    return {};
}

// Limits of the request's body by msg_type.
constexpr std::size_t max_body_bytes(std::string_view type) {
    bool const rich = type == "post" || type == "interactive";
    return rich ? max_rich_content_bytes : max_content_bytes;
}

// What a member takes in a JSON object: "name":"value",
constexpr std::size_t member_bytes(std::string_view name, std::size_t value) {
    return name.size() + value + 6;
}

// The size of the request's body: the platform counts all of it.
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
        size += request.reply_in_thread ? member_bytes("reply_in_thread", *request.reply_in_thread ? 2 : 3) : 0;
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
        found.add("msg_type", "is required with content given as a string");
    if (!content.msg_type().empty() && type.has_value() && type.str() != content.msg_type())
        found.add("msg_type", "is not the type of the content");
    auto const limit = type.has_value() ? max_body_bytes(type.str()) : max_body_bytes(content.msg_type());
    check_size(request, limit, found);
}

// A mass mailing has an id of its own kind, which only batch_message takes.
template <class Id>
constexpr void check_not_batch(Id const& id, std::string_view field, violations& found) {
    if (id.str().starts_with("bm-"))
        found.add(field, "is a mass mailing's: batch_message has what can be done with those");
}

template <class E>
void take_msg_type(E& request) {
    if (!request.msg_type.present() && !request.content->msg_type().empty())
        request.msg_type = typename decltype(request.msg_type)::value_type(request.content->msg_type());
}

} // namespace detail

// Found by validate(): constexpr, for `checked<>` as well.

constexpr void rules(create const& request, violations& found) {
    detail::check_content(request, found);
    if (!request.receive_id.present())
        return;
    auto const type = request.receive_id_type->value();
    if (request.receive_id->empty())
        found.add("receive_id", "must not be empty");
    else if (type && !request.receive_id->starts_with(detail::prefix_of(*type)))
        found.add("receive_id",
                  "does not look like what receive_id_type says: chat_id begins with oc_, open_id with "
                  "ou_, union_id with on_");
    else if (type == v1::receive_id_type::email && request.receive_id->find('@') == std::string::npos)
        found.add("receive_id", "is not an e-mail address, but receive_id_type is email");
}

constexpr void rules(reply const& request, violations& found) {
    detail::check_content(request, found);
    detail::check_not_batch(*request.message_id, "message_id", found);
}

constexpr void rules(update const& request, violations& found) {
    detail::check_content(request, found);
    auto const& type = *request.msg_type;
    auto const typed = request.content->msg_type();
    auto const editable = [](std::string_view name) { return name == "text" || name == "post"; };
    if ((type.has_value() && !editable(type.str())) || (!typed.empty() && !editable(typed)))
        found.add("msg_type", "cannot be edited: only text and post messages can");
    detail::check_not_batch(*request.message_id, "message_id", found);
}

constexpr void rules(patch const& request, violations& found) {
    detail::check_not_batch(*request.message_id, "message_id", found);
    if (request.content.present() && request.content->empty())
        found.add("content", "must not be empty");
    if (!request.content->msg_type().empty() && request.content->msg_type() != "interactive")
        found.add("content", "must be a card");
    detail::check_size(request, detail::max_body_bytes("interactive"), found);
}

constexpr void rules(delete_ const& request, violations& found) {
    detail::check_not_batch(*request.message_id, "message_id", found);
}

constexpr void rules(push_follow_up const& request, violations& found) {
    detail::check_not_batch(*request.message_id, "message_id", found);
}

constexpr void rules(urgent_app const& request, violations& found) {
    detail::check_not_batch(*request.message_id, "message_id", found);
}

constexpr void rules(urgent_sms const& request, violations& found) {
    detail::check_not_batch(*request.message_id, "message_id", found);
}

constexpr void rules(urgent_phone const& request, violations& found) {
    detail::check_not_batch(*request.message_id, "message_id", found);
}

constexpr void rules(forward const& request, violations& found) {
    v1::detail::check_forward_receiver(request, found);
}

constexpr void rules(merge_forward const& request, violations& found) {
    v1::detail::check_forward_receiver(request, found);
    auto const& ids = *request.message_id_list;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (ids[i].empty())
            feishu::detail::add_at(found, "message_id_list", i, {}, "must not be empty");
        else if (ids[i].str().starts_with("bm-"))
            feishu::detail::add_at(found, "message_id_list", i, {},
                                   "is a mass mailing's, which cannot be forwarded");
}

constexpr void rules(list const& request, violations& found) {
    if (request.container_id.present() && request.container_id->empty())
        found.add("container_id", "must not be empty");
    if (request.start_time.has_value() && request.end_time.has_value() &&
        request.start_time > request.end_time)
        found.add("start_time", "is later than end_time");
}

// Found by the client before it validates and sends.

inline void complete(create& request) { detail::take_msg_type(request); }
inline void complete(reply& request) { detail::take_msg_type(request); }
inline void complete(update& request) { detail::take_msg_type(request); }

/// `send(chat_id, content)`: a create request whose receive_id_type is that of the first argument.
inline create send(feishu::chat_id to, field::content<content_usage::send> content) {
    return {.receive_id_type = v1::receive_id_type::chat_id,
            .receive_id = to.str(),
            .content = std::move(content)};
}
inline create send(feishu::open_id to, field::content<content_usage::send> content) {
    return {.receive_id_type = v1::receive_id_type::open_id,
            .receive_id = to.str(),
            .content = std::move(content)};
}
inline create send(feishu::union_id to, field::content<content_usage::send> content) {
    return {.receive_id_type = v1::receive_id_type::union_id,
            .receive_id = to.str(),
            .content = std::move(content)};
}
inline create send(feishu::user_id to, field::content<content_usage::send> content) {
    return {.receive_id_type = v1::receive_id_type::user_id,
            .receive_id = to.str(),
            .content = std::move(content)};
}
inline create send(feishu::email to, field::content<content_usage::send> content) {
    return {
        .receive_id_type = v1::receive_id_type::email, .receive_id = to.str(), .content = std::move(content)};
}

} // namespace feishu::im::v1::message
