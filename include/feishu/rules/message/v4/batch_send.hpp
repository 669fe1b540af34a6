#pragma once
// Validation rules across the fields of message.v4.batch_send, and `send(receivers, content)` for typed
// content:
//
//     client.call(batch_send::send({.open_ids = {"ou_1", "ou_2"}}, feishu::text{"maintenance at 8"}));

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/value.hpp>

#include <feishu/content/impl/batch.hpp>
#include <feishu/content/post.hpp>
#include <feishu/content/text.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/generated/message/v4/batch_send.hpp>
#include <feishu/rules/impl/id_form.hpp>
#include <feishu/rules/impl/report.hpp>

namespace feishu::message::v4::batch_send {

namespace detail {

// The ids must have the form of the member's type.
template <class Ids>
constexpr void check_receivers(std::string_view type, std::string_view field, Ids const& ids, violations& found) {
    auto const prefix = feishu::detail::id_prefix(type);
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (!ids[i].str().starts_with(prefix))
            return feishu::detail::add_at(found, field, i, {}, prefix == "ou_" ? "must begin with ou_" : "must begin with on_");
}

} // namespace detail

constexpr void rules(create const& request, violations& found) {
    if (request.department_ids.empty() && request.open_ids.empty() && request.user_ids.empty() &&
        request.union_ids.empty())
        found.add("open_ids", "must not be empty if department_ids, user_ids and union_ids are empty");
    detail::check_receivers("open_id", "open_ids", request.open_ids, found);
    detail::check_receivers("union_id", "union_ids", request.union_ids, found);
    if (!request.msg_type.present())
        return;
    bool const is_card = *request.msg_type == v4::msg_type::interactive;
    if (is_card && !request.card)
        found.add("card", "is required with msg_type interactive");
    if (!is_card && !request.content)
        found.add("content", "is required unless msg_type is interactive");
    if (is_card && request.content)
        found.add("content", "must be absent with msg_type interactive: use card");
    if (!is_card && request.card)
        found.add("card", "is only allowed with msg_type interactive");
    if (request.content && !request.content->is_object())
        found.add("content", "must be a JSON object, not a document in a string");
    if (request.card && !request.card->is_object())
        found.add("card", "must be a JSON object, not a document in a string");
    if (request.content && *request.msg_type == v4::msg_type::post)
        feishu::detail::find_batch_md(
            *request.content,
            [](void* to, std::string_view path) {
                static_cast<violations*>(to)->add("content." + std::string(path),
                                                  "md is not allowed in posts of batch messages");
            },
            &found);
}

/// The receivers of a batch message; at least one is required.
struct receivers {
    field::list<feishu::department_id, 0, 200> department_ids{};
    field::list<feishu::open_id, 0, 200> open_ids{};
    field::list<feishu::user_id, 0, 200> user_ids{};
    field::list<feishu::union_id, 0, 200> union_ids{};
};

/// A batch message with typed content, and the violations in the content.
struct typed_create : create {
    std::vector<violation> problems{}; ///< fields are relative to the content
};
BOOST_DESCRIBE_STRUCT(typed_create, (create), ())

inline void rules(typed_create const& request, violations& found) {
    for (auto problem : request.problems) {
        problem.field = std::string("content") + (problem.field.empty() ? "" : ".") + problem.field;
        found.add(problem);
    }
    rules(static_cast<create const&>(request), found);
}

/// A request that sends text, an image, a post, a shared chat or a card to all receivers.
inline typed_create send(receivers to, field::content<content_usage::batch> content) {
    auto const type = content.msg_type().empty() ? std::string_view("text") : content.msg_type();
    auto value = feishu::detail::batch_content(type, content);
    bool const card = type == "interactive";
    auto problems = content.problems();
    auto const size = content.document().size();
    auto const limit = card || type == "post" ? max_rich_content_bytes : max_content_bytes;
    if (size > limit)
        problems.push_back({.rule = rule::max_bytes,
                            .limit = static_cast<std::int64_t>(limit),
                            .actual = static_cast<std::int64_t>(size)});
    return {{.msg_type = open<v4::msg_type>(type),
             .content = card ? std::nullopt : std::optional(value),
             .card = card ? std::optional(value) : std::nullopt,
             .department_ids = std::move(to.department_ids),
             .open_ids = std::move(to.open_ids),
             .user_ids = std::move(to.user_ids),
             .union_ids = std::move(to.union_ids)},
            std::move(problems)};
}

// Text that would be taken for a JSON document.
template <class Content>
    requires field::is_plain_string<Content>
FEISHU_UNAVAILABLE("state the kind of content: feishu::text{\"...\"}; JSON goes into create{.content = ...}")
typed_create send(receivers, Content const&) {
    return {feishu::detail::unchecked_construct::make<create>(), {}};
}

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.message_id.empty() ? "message_id" : "";
}

} // namespace feishu::message::v4::batch_send
