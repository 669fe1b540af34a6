#pragma once

#include <algorithm>
#include <utility>

#include <boost/asio/bind_executor.hpp>

#include <feishu/http/impl/async_race.hpp>

namespace feishu::http::detail {

FEISHU_DECL async_race::async_race(asio::any_io_executor executor, asio::any_io_executor socket_executor,
                                   std::vector<tcp::endpoint> const& found)
    : executor_(std::move(executor)), socket_executor_(std::move(socket_executor)),
      addresses_(alternated(found, [](auto const& one) { return one.address().is_v6(); })),
      race_(addresses_.size()), connections_(addresses_.size()), changed_(executor_) {}

// A single address needs no timer.
FEISHU_DECL asio::awaitable<std::unique_ptr<connection>> async_race::run() {
    if (addresses_.size() == 1) {
        race_.next(steady_clock::now());
        auto& only = connections_[0] = std::make_unique<connection>(socket_executor_);
        auto [failed] = co_await only->stream().socket().async_connect(addresses_[0], as_tuple);
        on_ended(0, failed);
    } else {
        co_await run_attempts();
    }
    co_return stopped_ ? nullptr : std::move(winner_);
}

// The timer is bounded in any case: an executor may drop the handlers of attempts, and then it drops the timer's too.
FEISHU_DECL asio::awaitable<void> async_race::run_attempts() {
    while (!stopped_ && !winner_ && !race_.lost()) {
        auto const now = steady_clock::now();
        while (auto const which = race_.next(now))
            start(*which);
        changed_.expires_at((std::min)(race_.next_at(), now + attempt_delay));
        co_await changed_.async_wait(as_tuple);
    }
    connections_.clear();
}

FEISHU_DECL void async_race::start(std::size_t which) {
    auto& one = connections_[which] = std::make_unique<connection>(socket_executor_);
    one->stream().socket().async_connect(
        addresses_[which], asio::bind_executor(executor_, [weak = weak_from_this(), which](error_code failed) {
            if (auto const self = weak.lock())
                self->on_ended(which, failed);
        }));
}

FEISHU_DECL void async_race::on_ended(std::size_t which, error_code failed) {
    if (stopped_ || winner_)
        return;
    if (failed) {
        connections_[which].reset();
        race_.on_failed(which, failed);
    } else {
        winner_ = std::move(connections_[which]);
        winner_->on_connected();
    }
    changed_.cancel();
}

FEISHU_DECL void async_race::stop() {
    stopped_ = true;
    for (auto const& one : connections_)
        if (one)
            one->close();
    changed_.cancel();
}

FEISHU_DECL std::string async_race::attempts() const {
    return race_.describe([this](std::size_t i) { return addresses_[i].address().to_string(); });
}

} // namespace feishu::http::detail
