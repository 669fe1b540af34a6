#pragma once
// The two drivers of exchanges, blocking and asynchronous, which behave alike:
// `BOOST_AUTO_TEST_CASE_TEMPLATE(name, Driver, drivers) { auto const transport = Driver::make({…}).value(); … }`

#include <future>
#include <memory>
#include <tuple>
#include <utility>

#include <boost/asio/thread_pool.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/http/async_transport.hpp>
#include <feishu/http/beast_transport.hpp>
#include <feishu/http/socket_transport.hpp>

#include "recording_sink.hpp"

namespace test {

using made_transport = feishu::result<std::shared_ptr<feishu::http::transport>>;

struct sockets {
    static made_transport make(feishu::http::transport_params params) {
        return feishu::http::make_socket_transport(std::move(params));
    }
};

/// Waits for asynchronous exchanges on its own thread.
class waiting_transport final : public feishu::http::transport {
public:
    explicit waiting_transport(std::shared_ptr<feishu::http::transport> inner) : inner_(std::move(inner)) {}

    feishu::result<void> exchange(feishu::http::request const& request, feishu::http::response_sink& sink,
                                  feishu::http::exchange_options const& options) override {
        std::promise<feishu::result<void>> done;
        inner_->async()->async_exchange(
            request, sink, options, pool_.get_executor(),
            [&done](feishu::result<void> outcome) { done.set_value(std::move(outcome)); });
        return done.get_future().get();
    }

private:
    std::shared_ptr<feishu::http::transport> inner_;
    boost::asio::thread_pool pool_{1};
};

struct asynchronous {
    static made_transport make(feishu::http::transport_params params) {
        auto made = feishu::http::make_beast_transport(std::move(params));
        if (!made)
            return std::move(made).error();
        return std::make_shared<waiting_transport>(std::move(*made));
    }
};

using drivers = std::tuple<sockets, asynchronous>;

/// One exchange that must succeed.
inline recording_sink reply(feishu::http::transport& transport,
                            feishu::http::request const& request = {.target = "/x"}) {
    recording_sink sink;
    auto const done = transport.exchange(request, sink, {});
    BOOST_TEST_REQUIRE(done.has_value(), (done ? "" : done.error().to_string()));
    return sink;
}

/// One exchange that must fail.
inline feishu::error failure(feishu::http::transport& transport,
                             feishu::http::request const& request = {.target = "/x"},
                             feishu::http::exchange_options const& options = {}) {
    recording_sink sink;
    auto const done = transport.exchange(request, sink, options);
    BOOST_TEST_REQUIRE(done.has_error());
    return done.error();
}

/// One exchange of a transport made for it, which must fail.
template <class Driver>
feishu::error failure(feishu::http::transport_params params) {
    return failure(*Driver::make(std::move(params)).value());
}

} // namespace test
