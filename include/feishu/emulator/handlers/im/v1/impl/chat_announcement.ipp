#pragma once

#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/emulator/handlers/im/v1/chat_access.hpp>
#include <feishu/emulator/handlers/im/v1/chat_announcement.hpp>
#include <feishu/emulator/impl/announcement/legacy_document.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

struct legacy_announcement {
    chat_with_parts chat{};
    announcement* shown = nullptr;
};

inline result<legacy_announcement> find_legacy_announcement(state& tenant, caller const& who,
                                                            endpoint_spec const& spec,
                                                            feishu::chat_id const& id) {
    auto const found = find_own_chat(tenant, who, spec, id);
    if (!found)
        return found.error();
    auto* shown = tenant.find_announcement(id);
    if (shown == nullptr)
        return refuse(232003);
    if (!shown->legacy)
        return refuse(232097);
    if (!shown->readable)
        return refuse(232066);
    if (shown->document.empty())
        shown->document = make_legacy_document({});
    return legacy_announcement{*found, shown};
}

// An id of a user in the given type, or of an app.
inline std::pair<std::string, open<im::v1::member_id_type>>
id_of(state& tenant, feishu::open_id const& user, feishu::app_id const& app, user_id_type type) {
    if (auto const* found = tenant.find_user(user))
        return {found->id(type), open<im::v1::member_id_type>::from_wire(open<user_id_type>(type).str())};
    return {app.str(), app.empty() ? open<im::v1::member_id_type>() : im::v1::member_id_type::app_id};
}

inline std::optional<std::int64_t> revision_of(std::string_view text) {
    std::int64_t out = 0;
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (failed != std::errc{} || end != text.data() + text.size() || out < 0)
        return std::nullopt;
    return out;
}

} // namespace detail

FEISHU_DECL result<im::v1::chat_announcement::get::response>
handle(state& tenant, caller const& who, im::v1::chat_announcement::get const& request) {
    using request_type = im::v1::chat_announcement::get;
    auto const found = detail::find_legacy_announcement(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    auto const& shown = *found->shown;
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    auto const [owner, owner_type] = detail::id_of(tenant, shown.owner, shown.owner_app, type);
    auto const [modifier, modifier_type] = detail::id_of(tenant, shown.modifier, shown.modifier_app, type);
    request_type::response out;
    out.content = shown.document;
    out.revision = std::to_string(shown.revision);
    out.create_time = std::chrono::floor<std::chrono::seconds>(shown.create_time);
    out.update_time = std::chrono::floor<std::chrono::seconds>(shown.update_time);
    out.owner_id = owner;
    out.owner_id_type = owner_type;
    out.modifier_id = modifier;
    out.modifier_id_type = modifier_type;
    return out;
}

FEISHU_DECL result<im::v1::chat_announcement::patch::response>
handle(state& tenant, caller const& who, im::v1::chat_announcement::patch const& request) {
    using request_type = im::v1::chat_announcement::patch;
    auto const found = detail::find_legacy_announcement(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    auto& shown = *found->shown;
    if (found->chat.parts->only_managers_edit_announcement && !acts_as_manager(who, *found->chat.where))
        return refuse(232002);
    if (!shown.editable)
        return refuse(232066);
    auto const revision = detail::revision_of(*request.revision);
    if (!revision || *revision > shown.revision)
        return refuse(232001, "invalid revision");
    if (shown.revision - *revision > 100)
        return refuse(232018, "revision is too old");
    auto document = shown.document;
    for (auto const& change : request.requests)
        if (!detail::edit_legacy_document(document, change.document()))
            return refuse(232018, "invalid request");
    shown.document = std::move(document);
    ++shown.revision;
    shown.update_time = tenant.now();
    shown.modifier = who.user ? who.user->open_id : feishu::open_id{};
    shown.modifier_app = who.user ? feishu::app_id{} : who.app.app_id;
    return request_type::response{};
}

} // namespace feishu::emulator
