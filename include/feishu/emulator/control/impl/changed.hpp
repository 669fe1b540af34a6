#pragma once
// The response of a control endpoint for an act that either changes the tenant or is refused.

#include <string>
#include <string_view>
#include <utility>

#include <feishu/core/error.hpp>
#include <feishu/emulator/control/no_content.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/state.hpp>

namespace feishu::emulator::control::detail {

/// 230001 with the reason if nothing was changed.
inline result<no_content> changed(bool anything, std::string_view why_not) {
    if (!anything)
        return refuse(230001, why_not);
    return no_content{};
}

template <class T>
result<no_content> changed(result<T> const& by_act) {
    if (!by_act)
        return by_act.error();
    return no_content{};
}

/// Refuses users, apps and groups that do not exist.
inline result<void> require_user(state& tenant, feishu::open_id const& id,
                                 std::string_view member = "open_id") {
    if (tenant.find_user(id) == nullptr)
        return refuse(230001, std::string(member) + ": unknown open_id " + id.str());
    return {};
}

inline result<void> require_app(state& tenant, feishu::app_id const& id) {
    if (tenant.find_app(id) == nullptr)
        return refuse(230001, "unknown app_id");
    return {};
}

inline result<void> require_group(state& tenant, feishu::chat_id const& id) {
    auto const* found = tenant.find_chat(id);
    if (found == nullptr || found->mode == chat_mode::p2p || found->dissolved)
        return refuse(230001, "chat_id: no such group, or a dissolved one");
    return {};
}

} // namespace feishu::emulator::control::detail
