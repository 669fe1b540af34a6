#pragma once

#include <charconv>
#include <cstdint>
#include <string>

#include <feishu/emulator/handlers/application/v6/app_badge.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// 0 for a text that is not a positive number.
inline std::uint64_t badge_version(std::string const& text) {
    std::uint64_t out = 0;
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
    return failed == std::errc{} && end == text.data() + text.size() ? out : 0;
}

inline void set_badge(badge_numbers& on, application::v6::model::client_badge const& numbers,
                      std::uint64_t version) {
    on.version = version;
    if (numbers.web_app)
        on.web_app = *numbers.web_app;
    if (numbers.gadget)
        on.gadget = *numbers.gadget;
}

} // namespace detail

FEISHU_DECL result<application::v6::app_badge::set::response>
handle(state& tenant, caller const& who, application::v6::app_badge::set const& request) {
    auto const version = detail::badge_version(*request.version);
    if (version == 0)
        return refuse(213005);
    if (!request.pc && !request.mobile)
        return refuse(213003);
    auto const* user =
        tenant.find_user(request.user_id_type.value_or(user_id_type::open_id), *request.user_id);
    auto* profile = tenant.find_app_profile(who.app.app_id);
    if (user == nullptr || profile == nullptr || profile->unavailable_to.contains(user->open_id) ||
        (who.app.available_to && !who.app.available_to->contains(user->open_id)))
        return refuse(213007);
    if (user->resigned || user->frozen)
        return refuse(213006);
    auto& badge = profile->badges[user->open_id];
    if (request.pc && version <= badge.pc.version)
        return refuse(213001);
    if (request.mobile && version <= badge.mobile.version)
        return refuse(213002);
    if (request.pc)
        detail::set_badge(badge.pc, *request.pc, version);
    if (request.mobile)
        detail::set_badge(badge.mobile, *request.mobile, version);
    return application::v6::app_badge::set::response{};
}

} // namespace feishu::emulator
