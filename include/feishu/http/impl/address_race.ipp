#pragma once

#include <feishu/http/impl/address_race.hpp>

namespace feishu::http::detail {

FEISHU_DECL std::optional<std::size_t> address_race::next(steady_clock::time_point now) {
    if (started_ == attempts_.size() || now < next_at_)
        return std::nullopt;
    next_at_ = feishu::detail::saturating_deadline(now, attempt_delay);
    return started_++;
}

FEISHU_DECL steady_clock::time_point address_race::next_at() const {
    return started_ == attempts_.size() ? (steady_clock::time_point::max)() : next_at_;
}

FEISHU_DECL void address_race::on_failed(std::size_t which, error_code why) {
    attempts_[which] = last_failure_ = why;
    ++failed_;
    next_at_ = (steady_clock::time_point::min)();
}

} // namespace feishu::http::detail
