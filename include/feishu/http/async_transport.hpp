#pragma once
// async_transport: the asynchronous interface of a transport. Implement it to use async_call with another
// HTTP stack:
//
//     class my_transport final : public feishu::http::async_transport { … };
//     feishu::client client{{…, .transport = std::make_shared<my_transport>()}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>

#include <feishu/http/transport.hpp>

namespace feishu::http {

/// A transport that also works asynchronously, on the caller's executor.
///
/// Thread safety: as `transport`.
class async_transport : public transport {
public:
    /// Completion handler, called with the outcome of the exchange.
    using handler = boost::asio::any_completion_handler<void(result<void>)>;

    /// Like `exchange`, on `executor`, which may run handlers on several threads.
    ///
    /// Lifetimes: `req` and `sink` stay valid until the handler runs or is destroyed, which happens without a
    /// call when the executor's context is destroyed or the executor drops a function. A caller that must be
    /// notified of that puts an object into the handler whose destructor does so.
    /// Cancellation: by the handler's slot, all types; the exchange fails with error_kind::canceled and its
    /// connection is closed.
    /// Errors: those of `exchange`, and kind canceled.
    /// Callbacks: an exception of the sink is an error of kind transport; one of the handler leaves its
    /// executor.
    virtual void async_exchange(request const& req, response_sink& sink, exchange_options const& options,
                                boost::asio::any_io_executor executor, handler done) = 0;

    async_transport* async() noexcept override { return this; }
};

} // namespace feishu::http
