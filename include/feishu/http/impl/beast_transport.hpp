#pragma once
// The class behind make_beast_transport.

#include <memory>
#include <utility>

#include <boost/asio/any_io_executor.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/async_transport.hpp>
#include <feishu/http/impl/idle_connections.hpp>
#include <feishu/http/impl/socket_transport.hpp>
#include <feishu/http/impl/transport_config.hpp>

namespace feishu::http::detail {

/// See make_beast_transport.
class beast_transport final : public async_transport {
public:
    explicit beast_transport(std::shared_ptr<transport_config const> config)
        : blocking_(std::move(config)), api_(params().max_idle, params().idle_timeout),
          accounts_(params().max_idle, params().idle_timeout) {}
    ~beast_transport() override {
        api_.close();
        accounts_.close();
    }
    beast_transport(beast_transport const&) = delete;
    beast_transport& operator=(beast_transport const&) = delete;

    result<void> exchange(request const& req, response_sink& sink, exchange_options const& options) override {
        return blocking_.exchange(req, sink, options);
    }
    FEISHU_DECL void async_exchange(request const& req, response_sink& sink, exchange_options const& options,
                                    boost::asio::any_io_executor executor, handler done) override;

private:
    transport_params const& params() const { return blocking_.config()->params; }

    socket_transport blocking_;
    idle_connections api_;
    idle_connections accounts_;
};

} // namespace feishu::http::detail
