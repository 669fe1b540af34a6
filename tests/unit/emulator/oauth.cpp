// The library's logins against the emulator: pages clicked through over HTTP, refreshes, devices, the loopback server.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/asio/write.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/authen/v1/user_info.hpp>
#include <feishu/async.hpp>
#include <feishu/client/impl/authorization.hpp>
#include <feishu/client/oauth.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/handlers/authen/v2/oauth.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/http/target.hpp>

#include "world.hpp"

namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;
namespace oauth = feishu::oauth;
using feishu::errc;
using feishu::error_kind;
using token_request = feishu::authen::v2::oauth::token;
using user_info = feishu::authen::v1::user_info::get;

// --- a browser

std::string send_bytes(std::uint16_t port, std::string_view bytes) {
    asio::io_context io;
    asio::ip::tcp::socket socket(io);
    socket.connect({asio::ip::address_v4::loopback(), port});
    boost::system::error_code failed;
    asio::write(socket, asio::buffer(bytes), failed);
    std::string out;
    asio::read(socket, asio::dynamic_buffer(out), failed);
    return out;
}

struct address {
    std::uint16_t port;
    std::string target;
};

address address_of(std::string_view url) {
    auto const host = url.find("127.0.0.1:") + 10;
    auto const path = url.find('/', host);
    return {static_cast<std::uint16_t>(std::stoi(std::string(url.substr(host, path - host)))),
            std::string(url.substr(path))};
}

std::string open_page(std::string_view url) {
    auto const at = address_of(url);
    return send_bytes(at.port,
                      "GET " + at.target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
}

std::string post_form(std::string_view url, std::string const& form) {
    auto const at = address_of(url);
    return send_bytes(at.port, "POST " + at.target +
                                   " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(at.port) +
                                   "\r\nOrigin: http://127.0.0.1:" + std::to_string(at.port) +
                                   "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded"
                                   "\r\nContent-Length: " +
                                   std::to_string(form.size()) + "\r\n\r\n" + form);
}

std::string between(std::string_view text, std::string_view before, std::string_view after) {
    auto const at = text.find(before);
    if (at == text.npos)
        return {};
    auto const from = text.substr(at + before.size());
    return std::string(from.substr(0, from.find(after)));
}

// The value of a hidden field.
std::string field_of(std::string_view page, std::string_view name) {
    auto out = between(page, "name=\"" + std::string(name) + "\" value=\"", "\"");
    for (auto at = out.find("&amp;"); at != out.npos; at = out.find("&amp;", at + 1))
        out.replace(at, 5, "&");
    return out;
}

// Clicks through the login page; the URL that the browser is redirected to.
std::string click(std::string_view authorize_url, feishu::open_id const& user,
                  std::string_view decision = "approve") {
    auto const page = open_page(authorize_url);
    std::string form = "user=" + user.str() + "&decision=" + std::string(decision) + "&request=";
    feishu::http::append_encoded(form, field_of(page, "request"));
    return between(post_form(authorize_url.substr(0, authorize_url.find('?')), form), "Location: ", "\r\n");
}

// --- a client and a platform whose clocks the test moves

class moving_clock final : public feishu::clock {
public:
    time_point now() const override {
        ++reads_;
        return now_.load();
    }
    void advance(std::chrono::milliseconds by) { now_.store(now_.load() + by); }
    int reads() const { return reads_; }

private:
    mutable std::atomic<int> reads_ = 0;
    std::atomic<time_point> now_{time_point(100h)};
};

struct login_lab {
    feishu::emulator::server platform{
        {.clock = feishu::emulator::clock{feishu::emulator::clock::time_point{1'700'000'000s}}}};
    std::shared_ptr<moving_clock> time = std::make_shared<moving_clock>();
    feishu::emulator::user ann = platform.users()[0];
    std::mutex mutex{};
    std::vector<oauth::user_tokens> stored{};
    feishu::client client = make_client();

    ~login_lab() { test::record(platform.requests()); }

    feishu::client make_client() const {
        auto config = platform.config();
        config.retry = feishu::retry_policy::never();
        config.clock = time;
        return feishu::client{config};
    }
    oauth::user_options options() {
        return {.on_tokens =
                    [this](auto const& tokens) {
                        std::lock_guard const lock(mutex);
                        stored.push_back(tokens);
                    },
                .now = [this] { return platform.state()->now(); }};
    }
    void advance(std::chrono::milliseconds by) {
        platform.advance(by);
        time->advance(by);
    }
    long requests(std::string_view endpoint) const {
        auto const all = platform.requests();
        return std::ranges::count(all, endpoint, &feishu::emulator::request_log_entry::endpoint);
    }
    long token_requests() const { return requests("authen.v2.oauth.token"); }

    oauth::authorization begin(std::vector<std::string> scopes = {}) {
        return oauth::authorize_url(client,
                                    {.redirect_uri = "https://example.com/cb", .scopes = std::move(scopes)})
            .value();
    }
    oauth::login log_in() {
        auto const begun = begin();
        auto const redirected = platform.state()->log_in(ann, begun.url).value();
        return oauth::exchange_code(client, begun, redirected, options()).value();
    }
};

struct outcome_of_login {
    feishu::result<oauth::login> value;
    explicit outcome_of_login(feishu::result<oauth::login> v) : value(std::move(v)) {}
    error_kind kind() const { return value ? error_kind::validation : value.error().kind; }
    std::string message() const { return value ? "success" : value.error().message; }
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_oauth)

BOOST_AUTO_TEST_CASE(a_login_is_clicked_through_and_calls_as_the_user) {
    login_lab lab;
    auto const begun = lab.begin({"contact:user.email:readonly"});
    auto const redirected = click(begun.url, lab.ann);
    BOOST_TEST_REQUIRE(redirected.starts_with("https://example.com/cb?code="));
    auto const login = oauth::exchange_code(lab.client, begun, redirected, lab.options()).value();
    BOOST_TEST(login.stored().has_value());
    BOOST_TEST(login.tokens().scope == "contact:user.email:readonly offline_access");
    auto const me = lab.client.as(login.user()).call(user_info{}).value();
    BOOST_TEST(me.name == "Ann");
    BOOST_TEST(
        (me.email == lab.ann.email && me.user_id.empty())); // the scope of the user_id was not asked for
    auto const refused = lab.client.as(login.user()).call(feishu::im::v1::message::get{.message_id = "om_1"});
    BOOST_TEST(refused.error().code == 99991679);
}

BOOST_AUTO_TEST_CASE(an_expired_token_is_refreshed_once_for_sixteen_threads) {
    login_lab lab;
    auto const login = lab.log_in();
    lab.advance(2h);
    lab.platform.clear_requests();
    std::atomic<int> succeeded = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 16; ++i)
        threads.emplace_back(
            [&] { succeeded += lab.client.as(login.user()).call(user_info{}).has_value() ? 1 : 0; });
    for (auto& thread : threads)
        thread.join();
    BOOST_TEST(succeeded == 16);
    BOOST_TEST(lab.token_requests() == 1);
    BOOST_TEST_REQUIRE(lab.stored.size() == 2u);
    BOOST_TEST((lab.stored[1] == login.tokens()));
    BOOST_TEST(lab.stored[1].refresh_token != lab.stored[0].refresh_token);
}

BOOST_AUTO_TEST_CASE(a_token_that_is_revoked_early_is_refreshed_and_the_call_succeeds) {
    login_lab lab;
    auto const login = lab.log_in();
    BOOST_TEST(lab.client.as(login.user()).call(user_info{}).has_value());
    auto const revoked = login.tokens().access_token;
    lab.platform.state()->revoke_token(revoked);
    lab.platform.clear_requests();
    BOOST_TEST(lab.client.as(login.user()).call(user_info{}).has_value());
    BOOST_TEST(lab.token_requests() == 1);
}

BOOST_AUTO_TEST_CASE(a_token_that_is_revoked_under_sixteen_threads_is_refreshed_once) {
    login_lab lab;
    auto const login = lab.log_in();
    BOOST_TEST(lab.client.as(login.user()).call(user_info{}).has_value());
    auto const revoked = login.tokens().access_token;
    lab.platform.state()->revoke_token(revoked);
    lab.platform.clear_requests();
    std::atomic<int> succeeded = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 16; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 5; ++n)
                succeeded += lab.client.as(login.user()).call(user_info{}).has_value() ? 1 : 0;
        });
    for (auto& thread : threads)
        thread.join();
    BOOST_TEST(succeeded == 80);
    BOOST_TEST(lab.token_requests() == 1);
}

BOOST_AUTO_TEST_CASE(a_refresh_whose_response_is_lost_is_repeated_and_the_error_names_the_cause) {
    using feishu::emulator::fault;
    for (bool const processed : {false, true}) {
        login_lab lab;
        auto const login = lab.log_in();
        lab.advance(2h);
        lab.platform.faults().add<token_request>(
            processed ? fault::reset_after_processing : fault::reset_before_processing, {.count = 1});
        auto const lost = lab.client.as(login.user()).call(user_info{});
        BOOST_TEST_REQUIRE(lost.has_error());
        BOOST_TEST(!oauth::login_required(lost.error()));
        auto const next = lab.client.as(login.user()).call(user_info{});
        BOOST_TEST(next.has_value() == !processed);
        if (processed) {
            BOOST_TEST((next.error().symbol() == errc::oauth_refresh_token_used));
            BOOST_TEST(oauth::login_required(next.error()));
            BOOST_TEST(next.error().message.find("was lost") != std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_CASE(tokens_refresh_themselves_for_weeks) {
    login_lab lab;
    auto const login = lab.log_in();
    for (int i = 0; i < 20; ++i) {
        lab.advance(24h);
        BOOST_TEST(lab.client.as(login.user()).call(user_info{}).has_value());
    }
    BOOST_TEST(lab.stored.size() == 21u);
}

BOOST_AUTO_TEST_CASE(a_grant_that_has_ended_requires_another_login) {
    struct ending {
        errc code;
        void (*end)(login_lab&, oauth::login const&);
    };
    for (auto const& [code, end] : {
             ending{errc::oauth_refresh_token_revoked,
                    [](login_lab&lab, oauth::login const&login) {
                        auto const last = login.tokens().refresh_token;
                        lab.platform.state()->revoke_refresh_token(last);
                        lab.advance(2h);
                    }},
             ending{errc::oauth_refresh_token_expired,
                    [](login_lab&lab, oauth::login const&) { lab.advance(7 * 24h); }},
             ending{errc::oauth_refresh_token_used,
                    [](login_lab&lab, oauth::login const&login) {
                        lab.advance(2h);
                        auto const app = lab.platform.app();
                        lab.client
                            .call(token_request{.grant_type = feishu::authen::v2::grant_type::refresh_token,
                                                .client_id = app.app_id,
                                                .client_secret = app.app_secret,
                                                .refresh_token = login.tokens().refresh_token})
                            .value();
                    }},
         }) {
        login_lab lab;
        auto const login = lab.log_in();
        end(lab, login);
        auto const failed = lab.client.as(login.user()).call(user_info{});
        BOOST_TEST_REQUIRE(failed.has_error());
        BOOST_TEST(oauth::login_required(failed.error()));
        BOOST_TEST((failed.error().symbol() == code));
        lab.platform.clear_requests();
        BOOST_TEST(oauth::login_required(lab.client.as(login.user()).call(user_info{}).error()));
        BOOST_TEST(lab.platform.requests().empty()); // it is known already
        auto user = login.user();
        user.replace(lab.log_in().tokens());
        BOOST_TEST(lab.client.as(user).call(user_info{}).has_value());
    }
}

BOOST_AUTO_TEST_CASE(an_exchange_that_cannot_succeed_names_the_cause) {
    login_lab lab;
    auto const begun = lab.begin();
    auto const code_of_error = [&](oauth::authorization const& a, std::string const& to) {
        auto const outcome = oauth::exchange_code(lab.client, a, to, lab.options());
        return outcome ? errc{} : outcome.error().symbol();
    };
    auto const other = lab.begin();
    auto const other_state = lab.platform.state()->log_in(lab.ann, other.url).value();
    BOOST_TEST(oauth::exchange_code(lab.client, begun, other_state).error().field == "state");
    auto const denied = oauth::exchange_code(lab.client, begun, click(begun.url, lab.ann, "deny"));
    BOOST_TEST((denied.error().kind == error_kind::auth));
    BOOST_TEST(denied.error().message.starts_with("access_denied"));
    BOOST_TEST(lab.token_requests() == 0);

    auto stolen = begun; // by another program, which does not have the verifier
    stolen.code_verifier = other.code_verifier;
    auto const to = click(begun.url, lab.ann);
    BOOST_TEST((code_of_error(stolen, to) == errc::oauth_pkce_failed));
    auto elsewhere = begun;
    elsewhere.redirect_uri = "https://example.com/other";
    BOOST_TEST((code_of_error(elsewhere, to) == errc::oauth_redirect_uri_mismatch));
    BOOST_TEST((code_of_error(begun, to) == errc{}));
    BOOST_TEST((code_of_error(begun, to) == errc::oauth_code_used));
    auto const late = click(begun.url, lab.ann);
    lab.advance(5min);
    BOOST_TEST((code_of_error(begun, late) == errc::oauth_code_expired));
    BOOST_TEST(lab.stored.size() == 1u);
}

// --- asynchronous

namespace {

// Refresh requests wait until they are released.
struct held_refresh {
    explicit held_refresh(feishu::emulator::server& platform) {
        platform.serve<token_request>(
            [&platform, this](feishu::emulator::caller const& who, token_request const& request) {
                {
                    std::unique_lock lock(mutex_);
                    ++arrived_;
                    changed_.notify_all();
                    changed_.wait(lock, [this] { return open_; });
                }
                return platform.state().with(
                    [&](feishu::emulator::state& tenant) { return handle(tenant, who, request); });
            });
    }
    bool wait_arrived() {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, 20s, [this] { return arrived_ > 0; });
    }
    void release() {
        std::lock_guard const lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int arrived_ = 0;
    bool open_ = false;
};

using info_result = feishu::result<user_info::response>;

} // namespace

BOOST_AUTO_TEST_CASE(an_asynchronous_login_refreshes_once_for_many_calls) {
    login_lab lab;
    asio::thread_pool pool(4);
    auto const begun = lab.begin();
    auto const code = oauth::code_of(begun, click(begun.url, lab.ann)).value();
    auto const request = oauth::code_request(lab.client, begun, code);
    auto received = lab.client.async_call(request, asio::bind_executor(pool, asio::use_future)).get().value();
    oauth::user const ann(oauth::tokens_of(std::move(received), lab.options()).value(), lab.options());
    lab.advance(2h);
    lab.platform.clear_requests();
    user_info const ask{};
    std::vector<std::future<info_result>> calls;
    for (int i = 0; i < 32; ++i)
        calls.push_back(lab.client.as(ann).async_call(ask, asio::bind_executor(pool, asio::use_future)));
    for (auto& call : calls)
        BOOST_TEST(call.get().has_value());
    BOOST_TEST(lab.token_requests() == 1);
    BOOST_TEST(lab.stored.size() == 1u);
    auto const last = ann.tokens().refresh_token;
    lab.platform.state()->revoke_refresh_token(last);
    lab.advance(2h);
    auto const ended = lab.client.as(ann).async_call(ask, asio::bind_executor(pool, asio::use_future)).get();
    BOOST_TEST_REQUIRE(ended.has_error());
    BOOST_TEST(oauth::login_required(ended.error()));
}

BOOST_AUTO_TEST_CASE(canceled_calls_end_while_the_refresh_that_one_of_them_started_goes_on) {
    login_lab lab;
    auto const login = lab.log_in();
    lab.advance(2h);
    held_refresh held(lab.platform);
    lab.platform.clear_requests();
    asio::io_context io;
    asio::cancellation_signal first, second;
    std::vector<std::optional<info_result>> ended(3);
    user_info const ask{};
    auto const start = [&](std::size_t i, asio::cancellation_slot slot) {
        lab.client.as(login.user())
            .async_call(
                ask, asio::bind_cancellation_slot(slot, asio::bind_executor(io, [&ended, i](info_result r) {
                                                      ended[i] = std::move(r);
                                                  })));
    };
    start(0, first.slot());
    start(1, second.slot());
    start(2, {});
    std::thread canceling([&] {
        BOOST_TEST(held.wait_arrived());
        asio::post(io, [&] {
            first.emit(asio::cancellation_type::terminal);
            second.emit(asio::cancellation_type::terminal);
        });
    });
    while (!ended[0] || !ended[1]) // neither waits for the refresh
        io.run_one();
    held.release();
    io.run();
    canceling.join();
    BOOST_TEST_REQUIRE((ended[0] && ended[1] && ended[2]));
    BOOST_TEST((ended[0]->error().kind == error_kind::canceled));
    BOOST_TEST((ended[1]->error().kind == error_kind::canceled));
    BOOST_TEST(ended[2]->has_value());
    BOOST_TEST(lab.token_requests() == 1);
    BOOST_TEST(lab.stored.size() == 2u);
    BOOST_TEST(lab.client.as(login.user()).call(ask).has_value());
    BOOST_TEST(lab.token_requests() == 1);
}

BOOST_AUTO_TEST_CASE(a_destroyed_context_whose_call_refreshes_does_not_hang_the_next_calls) {
    login_lab lab;
    auto const login = lab.log_in();
    lab.advance(2h);
    held_refresh held(lab.platform);
    user_info const ask{};
    {
        asio::io_context io;
        lab.client.as(login.user()).async_call(ask, asio::bind_executor(io, [](info_result) {
                                                   BOOST_TEST(false);
                                               }));
        std::thread arriving([&] {
            BOOST_TEST(held.wait_arrived());
            io.stop();
        });
        io.run();
        arriving.join();
    }
    held.release();
    // Whether the platform has used up the refresh token is unknown; the error says so, or the call succeeds.
    auto const next = lab.client.as(login.user()).call(ask);
    BOOST_TEST((next.has_value() || oauth::login_required(next.error())));
    lab.platform.clear_requests(); // one outcome or the other: nothing that the table of coverage could say
}

// --- devices

namespace {

// A device login on a thread of its own, whose clock the test moves.
struct device_lab : login_lab {
    oauth::canceler stop{};
    std::promise<oauth::device_prompt> prompted{};
    std::future<outcome_of_login> login;

    device_lab() {
        login = std::async(std::launch::async, [this] {
            return outcome_of_login(oauth::device_login(
                client, {.on_prompt = [this](auto const& prompt) { prompted.set_value(prompt); },
                         .canceler = stop,
                         .tokens = options()}));
        });
    }
    long polls() const { return requests("authen.v2.oauth.device_token"); }
    bool ended() const { return login.wait_for(0s) == std::future_status::ready; }
    // Moves the clocks; true if a poll follows, and the login ends or waits again.
    bool poll_after(std::chrono::milliseconds client_time, std::chrono::milliseconds platform_time) {
        auto const before = polls();
        platform.advance(platform_time);
        time->advance(client_time);
        if (!wait_until([&] { return polls() != before; }))
            return false;
        // A login reads its clock a few times for the response, and then again and again while it waits.
        constexpr int reads_of_a_response = 12;
        auto const seen = time->reads();
        return wait_until([&] { return time->reads() > seen + reads_of_a_response; }) &&
               polls() == before + 1;
    }
    template <class Done>
    bool wait_until(Done done) const {
        for (int i = 0; i < 20'000 && !done() && !ended(); ++i)
            std::this_thread::sleep_for(1ms);
        return done() || ended();
    }
    int last_status() const { return platform.requests().back().status; }
};

} // namespace

BOOST_AUTO_TEST_CASE(a_device_login_polls_until_its_user_has_clicked_through_the_page) {
    device_lab lab;
    auto const prompt = lab.prompted.get_future().get();
    BOOST_TEST(prompt.verification_uri == lab.platform.base_url() + "/oauth/v1/device");
    BOOST_TEST((prompt.expires_in == 240s));
    BOOST_TEST(lab.polls() == 0);
    for (int i = 0; i < 3; ++i) {
        BOOST_TEST(lab.poll_after(5s, 5s));
        BOOST_TEST(lab.last_status() == 400);
    }
    auto const page = open_page(prompt.verification_uri_complete);
    auto const done =
        post_form(prompt.verification_uri, "user_code=" + field_of(page, "user_code") +
                                               "&decision=approve&user=" + lab.ann.open_id.str());
    BOOST_TEST(done.find("The device is connected.") != std::string::npos);
    BOOST_TEST(lab.poll_after(5s, 5s));
    auto const login = lab.login.get();
    BOOST_TEST_REQUIRE(login.value.has_value());
    BOOST_TEST(lab.stored.size() == 1u);
    BOOST_TEST(lab.client.as(login.value->user()).call(user_info{}).value().name == "Ann");
    lab.advance(2h);
    BOOST_TEST(lab.client.as(login.value->user()).call(user_info{}).has_value());
}

BOOST_AUTO_TEST_CASE(a_device_login_that_must_slow_down_waits_five_seconds_longer) {
    device_lab lab;
    auto const prompt = lab.prompted.get_future().get();
    BOOST_TEST(lab.poll_after(5s, 1s)); // the platform's clock is behind: too early
    BOOST_TEST(lab.poll_after(10s, 10s));
    BOOST_TEST(lab.platform.state()->approve_device(lab.ann, prompt.user_code).has_value());
    lab.time->advance(5s); // a poll now would be too early again
    BOOST_TEST(lab.poll_after(5s, 10s));
    BOOST_TEST(lab.polls() == 3);
    BOOST_TEST(lab.login.get().value.has_value());
}

BOOST_AUTO_TEST_CASE(a_device_login_ends_when_it_is_denied_expired_or_canceled) {
    {
        device_lab lab;
        auto const prompt = lab.prompted.get_future().get();
        lab.platform.state()->deny_device(prompt.user_code).value();
        BOOST_TEST(lab.poll_after(5s, 5s));
        auto const denied = lab.login.get();
        BOOST_TEST((denied.kind() == error_kind::auth));
        BOOST_TEST(denied.message().starts_with("access_denied"));
    }
    {
        device_lab lab;
        lab.prompted.get_future().wait();
        BOOST_TEST(lab.poll_after(5s, 240s)); // the platform says so
        auto const expired = lab.login.get();
        BOOST_TEST((expired.kind() == error_kind::timeout));
        BOOST_TEST(expired.message().starts_with("expired_token"));
    }
    {
        device_lab lab;
        lab.prompted.get_future().wait();
        BOOST_TEST(lab.poll_after(236s, 5s)); // the last poll before the code expires
        BOOST_TEST((lab.login.get().kind() == error_kind::timeout));
        BOOST_TEST(lab.polls() == 1);
    }
    {
        device_lab lab;
        lab.prompted.get_future().wait();
        lab.stop.cancel();
        BOOST_TEST((lab.login.get().kind() == error_kind::canceled));
        BOOST_TEST(lab.polls() == 0);
    }
}

// --- the loopback server

namespace {

outcome_of_login run_loopback(login_lab& lab, std::function<void(std::string const& url)> browser,
                              oauth::canceler stop = {}, std::chrono::milliseconds timeout = 5min) {
    return outcome_of_login(oauth::loopback_login(lab.client, {.on_url = std::move(browser),
                                                               .timeout = timeout,
                                                               .canceler = std::move(stop),
                                                               .tokens = lab.options()}));
}

std::uint16_t loopback_port(std::string_view authorize_url) {
    return static_cast<std::uint16_t>(std::stoi(between(authorize_url, "127.0.0.1%3A", "%2F")));
}

} // namespace

BOOST_AUTO_TEST_CASE(a_loopback_login_is_clicked_through_by_a_browser) {
    login_lab lab;
    auto const outcome = run_loopback(lab, [&](std::string const& url) {
        auto const page = open_page(click(url, lab.ann));
        BOOST_TEST(page.find(" 200 ") != std::string::npos);
        BOOST_TEST(page.find("You are logged in") != std::string::npos);
    });
    BOOST_TEST_REQUIRE(outcome.value.has_value());
    BOOST_TEST(lab.client.as(outcome.value->user()).call(user_info{}).value().name == "Ann");
    BOOST_TEST(lab.stored.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_loopback_login_that_the_user_refuses_ends) {
    login_lab lab;
    auto const outcome =
        run_loopback(lab, [&](std::string const& url) { open_page(click(url, lab.ann, "deny")); });
    BOOST_TEST((outcome.kind() == error_kind::auth));
    BOOST_TEST(outcome.message().starts_with("access_denied"));
    BOOST_TEST(lab.token_requests() == 0);
}

BOOST_AUTO_TEST_CASE(a_loopback_login_ends_when_it_is_canceled_or_timed_out_or_the_callback_throws) {
    login_lab lab;
    oauth::canceler const stop;
    std::thread canceling;
    auto const canceled = run_loopback(
        lab, [&](auto const&) { canceling = std::thread([&] { stop.cancel(); }); }, stop);
    canceling.join();
    BOOST_TEST((canceled.kind() == error_kind::canceled));
    auto const late = run_loopback(lab, [&](auto const&) { lab.time->advance(5min); });
    BOOST_TEST((late.kind() == error_kind::timeout));
    BOOST_CHECK_THROW(run_loopback(lab, [](auto const&) { throw std::runtime_error("no display"); }),
                      std::runtime_error);
    BOOST_TEST(lab.stored.empty());
}

BOOST_AUTO_TEST_CASE(a_port_that_is_in_use_is_an_error) {
    login_lab lab;
    auto const taken = address_of(lab.platform.base_url() + "/").port;
    auto const outcome = oauth::loopback_login(lab.client, {.port = taken, .on_url = [](auto const&) {}});
    BOOST_TEST((outcome.error().kind == error_kind::transport));
}

BOOST_AUTO_TEST_CASE(a_hostile_peer_neither_ends_nor_hangs_a_loopback_login) {
    login_lab lab;
    asio::io_context io;
    std::vector<asio::ip::tcp::socket> open; // requests that never end
    auto const outcome = run_loopback(lab, [&](std::string const& url) {
        auto const port = loopback_port(url);
        auto const state = between(url, "&state=", "&");
        for (std::string_view const begun :
             {"", "GET /callback?code=x&state=",
              "POST /callback HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{", "\x16\x03\x01\x02"}) {
            open.emplace_back(io).connect({asio::ip::address_v4::loopback(), port});
            asio::write(open.back(), asio::buffer(begun));
        }
        auto const get = [&](std::string const& target) {
            return between(open_page("http://127.0.0.1:" + std::to_string(port) + target), "HTTP/1.1 ", " ");
        };
        BOOST_TEST(get("/callback?code=evil&state=x") == "400");
        BOOST_TEST(get("/callback?code=evil") == "400");
        BOOST_TEST(get("/callback?code=%zz&state=" + state) == "400");
        BOOST_TEST(get("/callback?code=a&code=b&state=" + state) == "400");
        BOOST_TEST(get("/?code=evil&state=" + state) == "404");
        BOOST_TEST(get("/callback/../callback?code=evil&state=" + state) == "404");
        BOOST_TEST(get("//callback?code=evil&state=" + state) == "404");
        BOOST_TEST(between(send_bytes(port, "POST /callback?code=evil&state=" + state +
                                                " HTTP/1.1\r\nHost: x\r\n"
                                                "Connection: close\r\nContent-Length: 0\r\n\r\n"),
                           "HTTP/1.1 ", " ") == "405");
        BOOST_TEST(
            between(send_bytes(port, "GET / HTTP/1.1\r\nX: " + std::string(64 << 10, 'x') + "\r\n\r\n"),
                    "HTTP/1.1 ", " ") == "431");
        BOOST_TEST(between(send_bytes(port, "GET /callback HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n"),
                           "HTTP/1.1 ", " ") == "413");
        std::mt19937_64 random(3);
        for (int i = 0; i < 100; ++i) {
            std::string garbage(1 + random() % 300, '\0');
            std::ranges::generate(garbage, [&] { return static_cast<char>(random()); });
            garbage += "\r\n\r\n";
            send_bytes(port, garbage);
        }
        BOOST_TEST(open_page(click(url, lab.ann)).find(" 200 ") != std::string::npos);
        BOOST_TEST(get("/callback?code=evil&state=" + state) == "410");
    });
    BOOST_TEST_REQUIRE(outcome.value.has_value());
    BOOST_TEST(lab.token_requests() == 1);
    BOOST_TEST(lab.client.as(outcome.value->user()).call(user_info{}).value().name == "Ann");
}

BOOST_AUTO_TEST_CASE(no_target_without_the_state_ends_a_login) {
    std::mt19937_64 random(5);
    std::string_view const words[] = {
        "code=", "state=", "secret-state", "error=", "access_denied", "&", "=", "%", "%3D", "#", "?", "+"};
    for (int i = 0; i < 20'000; ++i) {
        std::string target = "/callback?";
        for (auto n = random() % 12; n != 0; --n)
            target += random() % 4 != 0 ? std::string(words[random() % std::size(words)])
                                        : std::string(1, static_cast<char>(random()));
        oauth::detail::redirect_gate gate("secret-state", "/callback");
        gate.on_request("GET", target);
        BOOST_TEST_REQUIRE((!gate.done() || target.find("state=secret-state") != target.npos), target);
    }
}

BOOST_AUTO_TEST_SUITE_END()
