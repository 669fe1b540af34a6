#pragma once

#include <algorithm>
#include <csignal>
#include <exception>
#include <memory>
#include <utility>

#include <boost/asio/co_spawn.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/http/impl/server.hpp>

namespace feishu::http::detail {

FEISHU_DECL server::server(server_params params, http::detail::service& service)
    : params_(std::move(params)), shared_{.service = service,
                                          .limits = params_.limits,
                                          .log = [this](std::string const& line) { log(line); }},
      listener_(context_), signals_(context_) {
    if (params_.identity.wanted()) {
        tls_.emplace(make_server_tls(params_.identity).value());
        shared_.tls = &*tls_;
    }
    listener_.open(params_.address, params_.port).value();
}

FEISHU_DECL server::~server() {
    stop();
    finish();
}

FEISHU_DECL void server::start() {
    if (std::exchange(started_, true))
        return;
    listener_.accept([this](tcp::socket socket) { start_session(std::move(socket)); }, shared_.log);
    if (params_.stop_on_signals)
        watch_signals();
    for (unsigned i = 0; i < (std::max)(1u, params_.threads); ++i)
        threads_.emplace_back([this] { work(); });
}

FEISHU_DECL void server::run() {
    start();
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return stopping_; });
    }
    finish();
}

FEISHU_DECL void server::stop() {
    listener_.close();
    shared_.list.shutdown();
    std::lock_guard const lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
}

FEISHU_DECL void server::finish() {
    if (!threads_.empty())
        shared_.list.wait(params_.drain_time);
    shared_.service.drain();
    context_.stop();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
    listener_.close_now(); // stop() only posts it, and the context may have been stopped before it ran
}

FEISHU_DECL void server::work() {
    // An exception of a handler leaves run(), but the other handlers must still run.
    while (auto const thrown = feishu::detail::guard([this] { context_.run(); }))
        log("exception in a handler: " + *thrown);
}

FEISHU_DECL void server::start_session(tcp::socket socket) {
    if (shared_.list.size() >= params_.max_connections)
        return;
    auto const executor = socket.get_executor();
    auto const one = std::make_shared<server_session>(std::move(socket), shared_);
    asio::co_spawn(
        executor, [one] { return one->run(); },
        [this](std::exception_ptr thrown) {
            if (thrown)
                log("exception in a connection: " + feishu::detail::exception_text(thrown));
        });
}

FEISHU_DECL void server::watch_signals() {
    signals_.add(SIGINT);
    signals_.add(SIGTERM);
    signals_.async_wait([this](error_code failed, int) {
        if (!failed)
            stop();
    });
}

FEISHU_DECL void server::log(std::string const& line) const {
    if (params_.log)
        (void)feishu::detail::guard([&] { params_.log(line); });
}

} // namespace feishu::http::detail
