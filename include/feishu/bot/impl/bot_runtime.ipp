#pragma once

#include <iostream>
#include <utility>

#include <feishu/api/bot/v3/info.hpp>
#include <feishu/bot/impl/bot_runtime.hpp>
#include <feishu/bot/operation.hpp>
#include <feishu/core/impl/guard.hpp>

namespace feishu::detail {

inline client_config client_settings(bot_options& options) {
    auto out = options.client;
    if (!options.app_id.empty())
        out.app_id = options.app_id;
    if (!options.app_secret.empty())
        out.app_secret = options.app_secret;
    if (!options.base_url.empty())
        out.base_url = options.base_url;
    if (!out.log)
        out.log = options.log;
    options.app_id = out.app_id;
    options.app_secret.clear();
    options.client = {};
    return out;
}

inline bot_options with_defaults(bot_options options) {
    if (options.executor == nullptr)
        options.executor = std::make_shared<bot_executor>();
    if (!options.now)
        options.now = [] { return std::chrono::system_clock::now(); };
    return options;
}

FEISHU_DECL bot_runtime::bot_runtime(bot_options options)
    : options_(with_defaults(std::move(options))), client_(client_settings(options_)),
      board_(std::make_shared<question_board>(options_.executor, options_.questions)),
      sleepers_(options_.executor), open_id_(options_.open_id) {}

FEISHU_DECL void bot_runtime::log(log_level level, std::string_view line) const {
    if (!options_.log)
        std::cerr << to_string(level) << ": bot: " << line << '\n';
    else if (guard([&] { options_.log(level, line); }))
        std::cerr << to_string(level) << ": bot: " << line << '\n';
}

FEISHU_DECL result<feishu::open_id> bot_runtime::open_id() {
    std::lock_guard const lock(identity_mutex_);
    if (open_id_.empty()) {
        auto info = client_.call(bot_::v3::info::get{});
        if (!info)
            return std::move(info).error();
        open_id_ = info->bot.open_id;
    }
    return open_id_;
}

FEISHU_DECL feishu::open_id bot_runtime::known_open_id() {
    std::lock_guard const lock(identity_mutex_);
    return open_id_;
}

FEISHU_DECL bool bot_runtime::offer(message_ptr const& message) const {
    if (board_->take(message))
        return true;
    for (auto const& hook : message_hooks_)
        if (hook(message))
            return true;
    return false;
}

FEISHU_DECL std::optional<std::string> bot_runtime::offer(card_action const& action) const {
    if (auto response = board_->take(action))
        return response;
    for (auto const& hook : action_hooks_)
        if (auto response = hook(action))
            return response;
    return std::nullopt;
}

FEISHU_DECL void bot_runtime::cancel() {
    canceled_ = true;
    board_->cancel();
    sleepers_.wake_all();
}

FEISHU_DECL void report_unclaimed(bot_runtime& runtime, error const& why) {
    runtime.log(log_level::error, "an operation failed: " + why.to_string());
}

} // namespace feishu::detail
