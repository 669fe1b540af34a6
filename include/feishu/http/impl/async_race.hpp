#pragma once
// The race of an asynchronous call for a connection to one of several addresses; see address_race.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/address_race.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/connection.hpp>

namespace feishu::http::detail {

/// It runs on `executor`, which must not run two handlers at once.
class async_race : public std::enable_shared_from_this<async_race> {
public:
    /// The connections belong to `socket_executor`.
    FEISHU_DECL async_race(asio::any_io_executor executor, asio::any_io_executor socket_executor,
                           std::vector<tcp::endpoint> const& found);

    /// The connection to the address that accepts first; null if none does, or after `stop`.
    FEISHU_DECL asio::awaitable<std::unique_ptr<connection>> run();
    /// Ends `run` early.
    FEISHU_DECL void stop();

    /// Why the last attempt failed.
    error_code last_failure() const { return race_.last_failure(); }
    /// See address_race::describe.
    FEISHU_DECL std::string attempts() const;

private:
    FEISHU_DECL asio::awaitable<void> run_attempts();
    FEISHU_DECL void start(std::size_t which);
    FEISHU_DECL void on_ended(std::size_t which, error_code failed);

    asio::any_io_executor executor_;
    asio::any_io_executor socket_executor_;
    std::vector<tcp::endpoint> addresses_;
    address_race race_;
    std::vector<std::unique_ptr<connection>> connections_;
    std::unique_ptr<connection> winner_{};
    asio::steady_timer changed_; ///< canceled when an attempt has ended
    bool stopped_ = false;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/async_race.ipp>
#endif
