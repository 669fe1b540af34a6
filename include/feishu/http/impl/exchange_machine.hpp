#pragma once
// exchange_machine: one request and its response, without I/O. It makes all decisions of an exchange; the
// blocking and the asynchronous transport are loops that perform its actions, as is a test.
//
//     for (;;) switch (machine.next()) {
//         case exchange_action::connect: …   // then on_connected or on_connect_failed
//         case exchange_action::send:    …   // then on_sent
//         case exchange_action::receive: …   // then on_received
//         case exchange_action::done:    return machine.outcome();
//     }

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

#include <boost/asio/buffer.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
#include <feishu/http/impl/io_progress.hpp>
#include <feishu/http/impl/response_reader.hpp>
#include <feishu/http/transport.hpp>

namespace feishu::http::detail {

/// The buffers of a connection, which its exchanges use one after the other.
struct exchange_buffers {
    std::string outgoing{};
    response_reader incoming{};
};

/// The next step of an exchange.
enum class exchange_action {
    connect, ///< obtain a connection, an idle one if `may_reuse`
    send,    ///< write of `unsent` what the connection takes
    receive, ///< read into `space`
    done     ///< the outcome is final
};

/// Why an exchange must end early.
enum class interruption { none, timeout, idle, canceled };

/// A server may close a reused connection at the moment when a request is sent. The request is repeated once,
/// on a new connection, if it certainly was not processed (its first write failed) or if processing it twice
/// has no effect (GET), provided that no byte of a response was received. Otherwise the caller gets the
/// error, with `may_have_executed` set, and decides.
///
/// Not thread-safe.
/// Callbacks: exceptions of the sink and the body source leave the functions; the driver then calls
/// `on_exception`.
class exchange_machine {
public:
    /// All references outlive the machine. `keep_alive`: the connection may serve later exchanges.
    FEISHU_DECL exchange_machine(endpoint_config const& target, bool keep_alive, request const& req,
                                 response_sink& sink, exchange_options const& options);
    exchange_machine(exchange_machine const&) = delete;
    exchange_machine& operator=(exchange_machine const&) = delete;

    /// The next action.
    FEISHU_DECL exchange_action next();

    /// For exchange_action::connect: false if a reused connection has failed.
    bool may_reuse() const { return !repeated_; }
    /// There is a connection; `buffers` belong to it. `reused`: it has served other exchanges.
    FEISHU_DECL void on_connected(exchange_buffers& buffers, bool reused);
    FEISHU_DECL void on_connect_failed(error why);

    /// For exchange_action::send: two pieces, to be sent one after the other; at least one is not empty.
    std::array<std::string_view, 2> unsent() const { return {first_, second_}; }
    FEISHU_DECL void on_sent(io_progress const& progress);

    /// For exchange_action::receive: never empty.
    boost::asio::mutable_buffer space() { return buffers_->incoming.space(); }
    FEISHU_DECL void on_received(io_progress const& progress);

    /// How long the next send or receive may take.
    std::chrono::milliseconds transfer_timeout() const {
        return phase_ == phase::waiting ? (std::min)(options_.idle_timeout, options_.first_byte_timeout)
                                        : options_.idle_timeout;
    }
    /// As long as the exchange.
    bool may_idle() const { return transfer_timeout() == (std::chrono::milliseconds::max)(); }
    /// Settings of the exchange.
    exchange_options const& options() const { return options_; }

    /// Ends the exchange, unless it has ended already. A cancellation takes precedence over a timeout.
    FEISHU_DECL void interrupt(interruption why);
    bool interrupted() const { return interruption_ != interruption::none; }
    bool canceled() const { return interruption_ == interruption::canceled; }
    /// Ends the exchange with the exception as its error.
    FEISHU_DECL void on_exception(std::exception_ptr const& thrown);

    /// Final once `next` has returned exchange_action::done.
    result<void> const& outcome() const { return outcome_; }
    /// The connection can serve another exchange.
    bool reusable() const { return reusable_; }

private:
    enum class state { start, connecting, sending, receiving, done };
    enum class phase { sending, waiting, receiving };

    response_reader& reader() const { return buffers_->incoming; }
    FEISHU_DECL void fill();
    FEISHU_DECL void read_source(std::size_t limit);
    FEISHU_DECL void on_source_failure(std::string what, std::string const& problem);
    FEISHU_DECL bool may_repeat() const;
    FEISHU_DECL void finish(result<void> outcome);
    FEISHU_DECL void on_failure(error e);

    FEISHU_DECL error malformed(error_code why) const;
    FEISHU_DECL error lost(error_code why) const;
    FEISHU_DECL error failure(error_code why) const;
    FEISHU_DECL error failure(error_kind kind, std::string const& reason) const;

    endpoint_config const& target_;
    request const& request_;
    response_sink& sink_;
    exchange_options options_;
    bool keep_alive_;
    state state_ = state::start;
    phase phase_ = phase::sending;
    interruption interruption_ = interruption::none;
    exchange_buffers* buffers_ = nullptr; ///< of the connection
    std::string_view first_{};            ///< unsent bytes in the outgoing buffer
    std::string_view second_{};           ///< unsent bytes of the body, in their place
    std::uint64_t body_size_ = 0;
    std::uint64_t offset_ = 0; ///< in the body, of the bytes after the pieces
    std::uint64_t sent_ = 0;   ///< on this connection
    error_code send_failed_{}; ///< after a part of the request was sent
    bool reused_ = false;      ///< this connection
    bool repeated_ = false;    ///< a reused connection has failed
    bool any_sent_ = false;    ///< on any connection
    bool responded_ = false;   ///< a byte of a response was received
    bool reusable_ = false;
    result<void> outcome_{};
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/exchange_machine.ipp>
#endif
