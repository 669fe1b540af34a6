#pragma once

#include <exception>
#include <memory>
#include <string>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_type.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>

#include <feishu/http/async_transport.hpp>
#include <feishu/http/beast_transport.hpp>
#include <feishu/http/impl/exchange.ipp>
#include <feishu/http/url.hpp>

namespace feishu::http::detail {

class beast_transport final : public async_transport {
public:
    beast_transport(std::shared_ptr<transport_state> api, std::shared_ptr<transport_state> accounts)
        : api_(std::move(api)), accounts_(std::move(accounts)) {}
    ~beast_transport() override {
        api_->idle.close();
        accounts_->idle.close();
    }
    beast_transport(beast_transport const&) = delete;
    beast_transport& operator=(beast_transport const&) = delete;

    result<void> exchange(request const& req, response_sink& sink, exchange_options const& options) override {
        try {
            return exchange_here(req, sink, options);
        } catch (std::exception const& e) {
            return internal_failure(e.what());
        }
    }

    void async_exchange(request const& req, response_sink& sink, exchange_options const& options,
                        asio::any_io_executor executor, handler done) override {
        auto const fallback = executor;
        try {
            auto const& state = state_of(req);
            auto const idle = state->idle.of(executor);
            auto const strand = asio::any_io_executor(asio::make_strand(std::move(executor)));
            start(std::make_shared<exchange_operation>(state, idle, strand, req, sink, options), strand,
                  fallback, done);
        } catch (std::exception const& e) {
            if (done) // else it is already on its way
                asio::post(fallback, [failed = internal_failure(e.what()), done = std::move(done)]() mutable {
                    std::move(done)(std::move(failed));
                });
        }
    }

private:
    static error internal_failure(std::string const& what) {
        error e;
        e.message = "cannot start the exchange: " + what;
        e.may_have_executed = false;
        return e;
    }

    std::shared_ptr<transport_state> const& state_of(request const& req) const {
        return req.host == host::accounts ? accounts_ : api_;
    }

    result<void> exchange_here(request const& req, response_sink& sink, exchange_options const& options) {
        auto const& state = state_of(req);
        auto idle = state->idle.sync()->take();
        auto const context = idle ? idle->own_context() : std::make_shared<asio::io_context>(1);
        auto const operation = std::make_shared<exchange_operation>(
            state, state->idle.sync(), context->get_executor(), req, sink, options);
        operation->use(context, std::move(idle));
        result<void> outcome = internal_failure("it was dropped");
        asio::co_spawn(*context, operation->run(), [&](std::exception_ptr failed, result<void> done) {
            if (!failed)
                outcome = std::move(done);
        });
        context->restart();
        context->run();
        operation->park();
        return outcome;
    }

    /// `strand` because an executor may run handlers on many threads at once.
    static void start(std::shared_ptr<exchange_operation> operation, asio::any_io_executor const& strand,
                      asio::any_io_executor const& executor, handler& done) {
        auto slot = asio::get_associated_cancellation_slot(done);
        if (slot.is_connected())
            slot.assign([strand, weak = std::weak_ptr(operation)](asio::cancellation_type type) {
                if (type != asio::cancellation_type::none)
                    asio::dispatch(strand, [weak] {
                        if (auto const running = weak.lock())
                            running->cancel();
                    });
            });
        auto const where = asio::get_associated_executor(done, executor);
        auto running = operation->run();
        auto finish = [operation = std::move(operation), slot,
                       done = std::move(done)](std::exception_ptr failed, result<void> outcome) mutable {
            slot.clear();
            operation.reset();
            std::move(done)(failed ? result<void>(internal_failure("it was dropped")) : std::move(outcome));
        };
        asio::co_spawn(strand, std::move(running), asio::bind_executor(where, std::move(finish)));
    }

    std::shared_ptr<transport_state> api_;
    std::shared_ptr<transport_state> accounts_;
};

/// The way to the accounts host. It shares the TLS settings of the one to the API host.
inline result<route> make_accounts_route(route const& api, transport_params const& params) {
    auto url = params.accounts_url.empty() ? accounts_url_of(api.url) : parse_base_url(params.accounts_url);
    if (!url)
        return unusable("accounts_url", url.error().violations.at(0).text);
    if (url->tls && !api.tls)
        return make_route(std::move(*url), params);
    return route{std::move(*url), url->tls ? api.tls : nullptr, api.via};
}

} // namespace feishu::http::detail

namespace feishu::http {

FEISHU_DECL result<std::shared_ptr<transport>> make_beast_transport(transport_params params) {
    auto url = parse_base_url(params.base_url);
    if (!url)
        return std::move(url).error();
    try {
        auto where = detail::make_route(std::move(*url), params);
        if (!where)
            return std::move(where).error();
        auto accounts = detail::make_accounts_route(*where, params);
        if (!accounts)
            return std::move(accounts).error();
        return std::shared_ptr<transport>(std::make_shared<detail::beast_transport>(
            std::make_shared<detail::transport_state>(params, std::move(*where)),
            std::make_shared<detail::transport_state>(params, std::move(*accounts))));
    } catch (std::exception const& e) {
        return detail::unusable("base_url", std::string("cannot be used: ") + e.what());
    }
}

} // namespace feishu::http
