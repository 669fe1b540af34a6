#pragma once

#include <utility>

#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/impl/long_connection_driver.hpp>
#include <feishu/event/long_connection.hpp>

namespace feishu {

FEISHU_DECL long_connection::long_connection(auth::app_connection app, event_dispatcher& on,
                                             long_connection_params params)
    : driver_(std::make_shared<detail::long_connection_driver>(std::move(app), on, std::move(params))) {}

FEISHU_DECL long_connection::~long_connection() {
    stop();
    (void)wait();
}

FEISHU_DECL result<void> long_connection::run() {
    auto const driver = driver_; // the destructor waits for the end of the work, not for this thread
    return driver->run();
}
FEISHU_DECL void long_connection::start() { driver_->start(); }
FEISHU_DECL void long_connection::stop() { driver_->stop(); }
FEISHU_DECL result<void> long_connection::wait() { return driver_->wait(); }
FEISHU_DECL long_connection_state long_connection::state() const { return driver_->state(); }

} // namespace feishu
