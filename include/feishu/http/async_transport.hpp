#pragma once
// async_transport: the asynchronous half of a transport. Included by `async.hpp` and by transports that can do it.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/any_completion_handler.hpp>

#include <feishu/http/transport.hpp>

namespace feishu::http {

/// A transport that also works on the caller's executor.
class async_transport : public transport {
public:
    using handler = boost::asio::any_completion_handler<void(result<void>)>;

    /// Like `exchange`, on `executor`. `req` and `sink` stay valid until the handler runs. The handler's cancellation
    /// slot is honoured: the exchange then fails with error_kind::canceled and its connection is closed.
    virtual void async_exchange(request const& req, response_sink& sink, exchange_options const& options,
                                boost::asio::any_io_executor executor, handler done) = 0;

    async_transport* async() noexcept override { return this; }
};

} // namespace feishu::http
