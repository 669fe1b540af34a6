#pragma once
// async_transport: the asynchronous half of a transport. Included by `async.hpp` and by transports that implement it.

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>

#include <feishu/http/transport.hpp>

namespace feishu::http {

/// A transport that also works on the caller's executor.
class async_transport : public transport {
public:
    using handler = boost::asio::any_completion_handler<void(result<void>)>;

    /// Like `exchange`, on `executor`, whose handlers may run on several threads.
    ///
    /// Lifetimes: `req` and `sink` stay valid until the handler runs or is destroyed, which happens without a call when
    /// the executor's context is destroyed or the executor drops a job: a caller that must know has a member in the
    /// handler whose destructor tells it.
    /// Cancellation: the handler's slot is honoured; the exchange fails with error_kind::canceled and its connection is
    /// closed.
    /// Callbacks: what the sink throws is an error of kind transport; what the handler throws leaves its executor.
    virtual void async_exchange(request const& req, response_sink& sink, exchange_options const& options,
                                boost::asio::any_io_executor executor, handler done) = 0;

    async_transport* async() noexcept override { return this; }
};

} // namespace feishu::http
