#pragma once
// The class behind make_beast_transport.

#include <memory>
#include <string>
#include <utility>

#include <boost/asio/any_io_executor.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/async_transport.hpp>
#include <feishu/http/impl/exchange.hpp>

namespace feishu::http::detail {

/// See make_beast_transport.
class beast_transport final : public async_transport {
public:
    /// The states of the two hosts of the platform.
    beast_transport(std::shared_ptr<transport_state> api, std::shared_ptr<transport_state> accounts)
        : api_(std::move(api)), accounts_(std::move(accounts)) {}
    ~beast_transport() override {
        api_->idle.close();
        accounts_->idle.close();
    }
    beast_transport(beast_transport const&) = delete;
    beast_transport& operator=(beast_transport const&) = delete;

    FEISHU_DECL result<void> exchange(request const& req, response_sink& sink,
                                      exchange_options const& options) override;
    FEISHU_DECL void async_exchange(request const& req, response_sink& sink, exchange_options const& options,
                                    boost::asio::any_io_executor executor, handler done) override;

private:
    std::shared_ptr<transport_state> const& state_of(request const& req) const {
        return req.host == host::accounts ? accounts_ : api_;
    }
    FEISHU_DECL result<void> blocking_exchange(request const& req, response_sink& sink,
                                               exchange_options const& options);

    std::shared_ptr<transport_state> api_;
    std::shared_ptr<transport_state> accounts_;
};

} // namespace feishu::http::detail
