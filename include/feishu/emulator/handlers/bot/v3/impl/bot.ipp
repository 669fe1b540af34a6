#pragma once

#include <feishu/emulator/handlers/bot/v3/bot.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<bot_::v3::info::get::response> handle(state& tenant, caller const& who,
                                                         bot_::v3::info::get const&) {
    auto const* profile = tenant.find_app_profile(who.app.app_id);
    if (profile == nullptr || !who.app.bot)
        return refuse(11205, "app do not have bot");
    bot_::v3::info::get::response out;
    out.bot.activate_status = !profile->installed ? bot_::v3::bot_activate_status::pending_activation
                              : profile->enabled  ? bot_::v3::bot_activate_status::enabled
                                                  : bot_::v3::bot_activate_status::disabled;
    out.bot.app_name = who.app.name;
    out.bot.avatar_url = profile->avatar_url;
    out.bot.ip_white_list = profile->ip_white_list;
    out.bot.open_id = who.app.bot_open_id;
    return out;
}

FEISHU_DECL result<bot_::v3::bot::basic_batch::response> handle(state& tenant, caller const&,
                                                                bot_::v3::bot::basic_batch const& request) {
    bot_::v3::bot::basic_batch::response out;
    for (auto const& id : *request.bot_ids) {
        auto const* found = tenant.find_bot(id.str());
        if (found == nullptr || !found->bot || found->bot_open_id != id)
            continue;
        auto& one = out.bots[id.str()];
        one.name = found->name;
        one.i18n_names.zh_cn = found->name;
    }
    return out;
}

} // namespace feishu::emulator
