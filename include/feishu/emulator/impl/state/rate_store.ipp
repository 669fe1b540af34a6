#pragma once

#include <feishu/emulator/impl/state/rate_store.hpp>

namespace feishu::emulator::detail {

inline bool is_used_up(std::uint64_t count, int limit) {
    return limit > 0 && count >= static_cast<std::uint64_t>(limit);
}

FEISHU_DECL std::optional<exceeded_rate> rate_store::take(feishu::app_id const& app,
                                                          endpoint_spec const& spec, clock::time_point now) {
    if (spec.rate.per_second == 0 && spec.rate.per_minute == 0)
        return std::nullopt;
    auto const since_epoch = now.time_since_epoch();
    auto const second = std::chrono::floor<std::chrono::seconds>(since_epoch);
    auto const minute = std::chrono::floor<std::chrono::minutes>(since_epoch);
    auto& used = used_[{app.str(), spec.id}];
    used.second.move_to(second.count());
    used.minute.move_to(minute.count());
    if (is_used_up(used.minute.count, spec.rate.per_minute))
        return exceeded_rate{spec.rate.per_minute, minute + std::chrono::minutes(1) - second};
    if (is_used_up(used.second.count, spec.rate.per_second))
        return exceeded_rate{spec.rate.per_second, std::chrono::seconds(1)};
    ++used.second.count;
    ++used.minute.count;
    return std::nullopt;
}

FEISHU_DECL bool rate_store::take_message(feishu::chat_id const& chat, std::uint64_t limit, clock::time_point now) {
    auto& used = messages_[chat.str()];
    used.move_to(std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count());
    if (used.count >= limit)
        return false;
    ++used.count;
    return true;
}

FEISHU_DECL bool rate_store::take_monthly(std::uint64_t quota, clock::time_point now) {
    std::chrono::year_month_day const day(std::chrono::floor<std::chrono::days>(now));
    month_.move_to(int(day.year()) * 12 + static_cast<int>(unsigned(day.month())));
    if (month_.count >= quota)
        return false;
    ++month_.count;
    return true;
}

} // namespace feishu::emulator::detail
