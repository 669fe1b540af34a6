// Simulation: ten thousand events over a network that loses, repeats and stalls, to handlers that may be
// slow. Each is handled exactly once. The platform's side is the emulator's queue and connection; one clock,
// no sockets or threads.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/emulator/impl/push/push_connection.hpp>
#include <feishu/emulator/impl/push/push_queue.hpp>
#include <feishu/emulator/impl/net/webhook_push.hpp>
#include <feishu/event/awaitable.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/impl/long_connection_machine.hpp>
#include <feishu/event/webhook.hpp>

namespace {

namespace asio = boost::asio;
namespace emulator = feishu::emulator;
namespace im = feishu::im::v1;
namespace actions = feishu::detail::actions;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr int how_many = 10'000;
constexpr auto platform_patience = 3s; // the platform's timeout for a response

/// Simulated time, scheduled actions, and randomness.
class timeline final : public feishu::clock {
public:
    explicit timeline(std::uint64_t seed) : random_(seed) {}

    time_point now() const override { return now_; }
    emulator::clock::time_point platform_now() const {
        return emulator::clock::time_point(1'700'000'000'000ms + passed());
    }
    milliseconds passed() const { return std::chrono::duration_cast<milliseconds>(now_ - start); }

    void after(milliseconds delay, std::function<void()> what) {
        to_come_.emplace(now_ + delay, std::move(what));
    }
    /// Runs the next scheduled action; false if there is none.
    bool step() {
        if (to_come_.empty())
            return false;
        auto next = to_come_.extract(to_come_.begin());
        now_ = next.key();
        next.mapped()();
        return true;
    }

    /// Whether no action is scheduled.
    void end() { to_come_.clear(); }

    bool chance(double share) { return std::uniform_real_distribution<>()(random_) < share; }
    milliseconds between(milliseconds least, milliseconds most) {
        return milliseconds(std::uniform_int_distribution(least.count(), most.count())(random_));
    }
    std::mt19937_64& random() { return random_; }

private:
    static constexpr time_point start{100h};

    time_point now_ = start;
    std::multimap<time_point, std::function<void()>> to_come_;
    std::mt19937_64 random_;
};

/// The receiver of the events. Its handler counts; it is usually fast, and sometimes slower than the
/// platform's timeout.
class receiver {
public:
    receiver(std::shared_ptr<timeline> time, std::size_t queue_limit)
        : time_(std::move(time)), on(options(queue_limit)) {
        auto handler = [this](im::message::receive_v1 const& e) {
            return handle(e.event.message.message_id.str());
        };
        on.handle<im::message::receive_v1>(feishu::on_executor(context_.get_executor(), handler));
    }

    /// Delivers an event, and checks that the response comes in time.
    template <class Deliver, class Then>
    void take(Deliver deliver, Then then) {
        auto const since = time_->now();
        deliver([this, since, then](auto response) {
            late_responses += time_->now() - since > on.options().ack_deadline ? 1 : 0;
            then(std::move(response));
        });
        time_->after(on.options().ack_deadline, [this] { on.check_deadlines(); });
    }

    void run_coroutines() {
        context_.restart();
        context_.poll();
    }

    int late_responses = 0;
    int dead = 0;
    std::map<std::string, int> begun{};
    std::map<std::string, int> handled{};

private:
    feishu::event_options options(std::size_t queue_limit) {
        return {.encrypt_key = "e-key",
                .verification_token = "v-token",
                .queue_limit = queue_limit,
                .dead_letter = [this](auto const&, auto) { ++dead; },
                .log = [](std::string_view) {},
                .drain_time = 0ms,
                .executor = [this](std::function<void()> job) { time_->after(0ms, std::move(job)); },
                .clock = time_};
    }

    asio::awaitable<void> handle(std::string id) {
        ++begun[id];
        auto const quick = time_->chance(0.8);
        co_await pause(quick ? time_->between(0ms, 200ms) : time_->between(200ms, 6s));
        ++handled[id];
    }

    asio::awaitable<void> pause(milliseconds how_long) {
        auto initiate = [&](auto resume) {
            auto const shared = std::make_shared<decltype(resume)>(std::move(resume));
            time_->after(how_long, [shared] { std::move (*shared)(); });
        };
        co_await asio::async_initiate<asio::use_awaitable_t<> const, void()>(initiate, asio::use_awaitable);
    }

    asio::io_context context_{};
    std::shared_ptr<timeline> time_;

public:
    feishu::event_dispatcher on; // last: handlers refer to the rest
};

/// Transports a document to the receiver; `done` is called once.
using push_function =
    std::function<void(emulator::push_attempt const&, std::function<void(emulator::push_outcome)>)>;

/// The platform: events occur in bursts, and are pushed until they are acknowledged.
class platform {
public:
    platform(timeline& time, push_function push) : time_(time), push_(std::move(push)) {
        for (int made = 0; made < how_many;) {
            auto const moment = time_.between(0ms, 40min);
            for (auto burst = time_.between(1ms, 100ms).count(); burst > 0 && made < how_many;
                 --burst, ++made)
                time_.after(moment, [this, id = "e-" + std::to_string(made)] { happen(id); });
        }
    }

    bool finished() const {
        return happened_ == how_many && queue_.waiting() == 0 && queue_.in_flight() == 0;
    }
    std::size_t attempts() const { return queue_.deliveries().size(); }
    /// Events that were never acknowledged.
    auto given_up() const {
        return std::ranges::count_if(queue_.deliveries(),
                                     [](auto const& d) { return d.last && d.status != 200; });
    }

private:
    static emulator::push_options options() {
        return {.retry_delays = {15s, 15s, 15s, 1min, 5min, 5min, 10min, 10min, 30min, 1h, 1h, 3h},
                .max_in_flight = 100,
                .duplicate_rate = 0.05};
    }

    void happen(std::string const& id) {
        ++happened_;
        // Every tenth message is pushed under two event ids.
        auto document = [id, pushes = 0](std::string_view token) mutable {
            auto const other = id.ends_with('0') && ++pushes % 2 == 0;
            return R"({"schema":"2.0","header":{"event_id":")" + id + (other ? "-again" : "") +
                   R"(","event_type":"im.message.receive_v1",)" + R"("token":")" + std::string(token) +
                   R"(","app_id":"cli_1"},"event":{"message":{"message_id":"om_)" + id + R"(","content":")" +
                   std::string(300, 'x') + R"("}}})";
        };
        queue_.add(
            {.app = "cli_1", .id = id, .type = "im.message.receive_v1", .document = std::move(document)},
            time_.platform_now());
        pump();
    }

    void pump() {
        while (auto const attempt = queue_.next(time_.platform_now()))
            push_(*attempt, [this, ticket = attempt->ticket](emulator::push_outcome how) {
                queue_.finish(ticket, std::move(how), time_.platform_now());
                pump();
            });
        auto const due = queue_.next_due();
        if (!due || (wake_ && *wake_ <= *due))
            return;
        wake_ = due;
        time_.after(*due - time_.platform_now(), [this, due] {
            if (wake_ == due)
                wake_.reset();
            pump();
        });
    }

    timeline& time_;
    push_function push_;
    emulator::push_queue queue_{options(), 7};
    int happened_ = 0;
    std::optional<emulator::clock::time_point> wake_{};
};

/// Pushes to a webhook. Requests and responses get lost; a proxy in between may send a request twice.
class webhook_network {
public:
    static constexpr std::size_t room = 25; // small, so that the receiver is sometimes at capacity

    webhook_network(timeline& time, receiver& to)
        : time_(time), to_(to), hook_(to.on, {.now = [&time] { return time.platform_now(); }}) {}

    void push(emulator::push_attempt const& attempt, std::function<void(emulator::push_outcome)> done) {
        auto const once = std::make_shared<std::function<void(emulator::push_outcome)>>(std::move(done));
        auto const end = [once](int status) {
            if (auto const tell = std::exchange(*once, nullptr))
                tell({.channel = emulator::delivery_channel::webhook, .status = status});
        };
        time_.after(platform_patience, [end] { end(0); });
        auto const request = sealed(attempt.event->document("v-token"));
        if (time_.chance(0.9))
            arrive(
                request, time_.chance(0.9) ? std::function<void(int)>(end) : [](int) {});
        if (time_.chance(0.05))
            arrive(request, [](int) {});
    }

private:
    feishu::webhook_request sealed(std::string const& document) {
        emulator::push_salt salt{.timestamp = std::chrono::floor<std::chrono::seconds>(time_.platform_now()),
                                 .nonce = std::to_string(++nonce_)};
        auto made = emulator::webhook_request({.encrypt_key = "e-key"}, "/", document,
                                              emulator::push_kind::event, salt);
        feishu::webhook_request out{.method = "POST", .body = std::move(made.body)};
        for (auto const& [name, value] : made.headers)
            out.headers.push_back({std::string(name), std::string(value)});
        return out;
    }

    void arrive(feishu::webhook_request request, std::function<void(int)> end) {
        time_.after(time_.between(1ms, 300ms), [this, request = std::move(request), end = std::move(end)] {
            to_.take([&](auto response) { hook_.handle(request, response); },
                     [this, end](feishu::webhook_response response) {
                         time_.after(time_.between(1ms, 100ms),
                                     [end, status = response.status] { end(status); });
                     });
        });
    }

    timeline& time_;
    receiver& to_;
    feishu::webhook hook_;
    std::uint64_t nonce_ = 0;
};

/// Pushes over a long connection that is repeatedly cut or stalls while responses are in flight.
class connection_network {
public:
    static constexpr std::size_t room = 60;

    connection_network(timeline& time, receiver& to) : time_(time), to_(to), client_({}, time.random()()) {
        client_.start(time_.now());
        act();
        trouble();
    }

    void push(emulator::push_attempt const& attempt, std::function<void(emulator::push_outcome)> done) {
        if (!server_)
            return time_.after(1ms, [done] { done({}); });
        auto const id = "m-" + std::to_string(attempt.ticket);
        auto pieces = server_->push("event", id, attempt.event->document({}), time_.platform_now());
        if (time_.chance(0.3))
            std::ranges::shuffle(pieces, time_.random());
        if (time_.chance(0.1))
            pieces.push_back(pieces.front());
        pending_.emplace(id, std::move(done));
        for (auto& piece : pieces)
            travel([this, bytes = std::move(piece)] { client_.on_message(time_.now(), true, bytes); });
        time_.after(platform_patience, [this, id] { end(id, {}); });
    }

private:
    static emulator::push_options options() {
        return {.reconnect_nonce = 2s, .ping_interval = 20s, .fragment_bytes = 200};
    }

    // The network fails at random times.
    void trouble() {
        time_.after(time_.between(1s, 30s), [this] {
            if (time_.chance(0.8))
                cut();
            else
                silent_ = true;
            trouble();
        });
    }

    void cut() {
        hang_up();
        tell_client([this] { client_.on_lost(time_.now(), {.message = "cut"}); });
    }

    void hang_up() {
        server_.reset();
        while (!pending_.empty())
            end(pending_.begin()->first, {});
    }

    void end(std::string const& id, emulator::push_outcome how) {
        if (auto const found = pending_.extract(id))
            found.mapped()(std::move(how));
    }

    // Messages arrive in order after a delay, unless the connection has ended meanwhile.
    void travel(std::function<void()> what) {
        tell_client([this, what = std::move(what)] {
            if (server_ && !silent_)
                what();
        });
    }
    void tell_client(std::function<void()> what) {
        time_.after(20ms, [this, attempt = attempt_, what = std::move(what)] {
            if (attempt != attempt_)
                return;
            what();
            act();
        });
    }

    void hear(std::string const& bytes) {
        auto heard = server_->on_frame(bytes).value();
        if (!heard.reply.empty())
            travel([this, reply = std::move(heard.reply)] { client_.on_message(time_.now(), true, reply); });
        if (heard.result && time_.chance(0.01))
            cut(); // the response is lost
        else if (heard.result)
            end(heard.result->message_id, std::move(heard.result->outcome));
    }

    // --- actions of the client's machine

    void act() {
        for (auto actions = client_.take_actions(); !actions.empty(); actions = client_.take_actions())
            for (auto& action : actions)
                std::visit([this](auto& what) { perform(what); }, action);
        auto const wake = client_.wake();
        if (std::exchange(wake_, wake) == wake || wake == timeline::time_point::max())
            return;
        time_.after(std::max(0ms, std::chrono::ceil<milliseconds>(wake - time_.now())), [this, wake] {
            if (wake_ != wake)
                return;
            wake_ = {};
            client_.on_time(time_.now());
            act();
        });
    }

    void perform(actions::discover const&) {
        ++attempt_;
        tell_client([this] {
            client_.on_discovered(time_.now(),
                                  feishu::detail::discovery_http_response{.status = 200, .body = address()});
        });
    }
    void perform(actions::connect const&) {
        tell_client([this] {
            server_.emplace(7, options());
            silent_ = false;
            client_.on_connected(time_.now());
        });
    }
    void perform(actions::send const& what) {
        client_.on_sent();
        travel([this, bytes = what.bytes] { hear(bytes); });
    }
    void perform(actions::deliver const& what) {
        to_.take([&](auto response) { to_.on.deliver(what.json, response); },
                 [this, ticket = what.ticket](feishu::event_response response) {
                     time_.after(0ms, [this, ticket, response = std::move(response)] {
                         client_.on_response(time_.now(), ticket,
                                             response.outcome == feishu::event_outcome::done, response.body);
                         act();
                     });
                 });
    }
    void perform(actions::abort const&) {
        ++attempt_;
        hang_up();
    }
    void perform(actions::close const&) {}
    void perform(actions::notify_status const&) {}
    void perform(actions::log const&) {}

    static std::string address() {
        // Settings come with a pong.
        return R"({"code":0,"data":{"URL":"wss://host/ws?device_id=d&service_id=7"}})";
    }

    timeline& time_;
    receiver& to_;
    feishu::detail::long_connection_machine client_;
    timeline::time_point wake_{};
    std::uint64_t attempt_ = 0; // number of the connection attempt
    std::optional<emulator::push_connection> server_{};
    bool silent_ = false; // stalled: nothing arrives, and the connection does not end
    std::map<std::string, std::function<void(emulator::push_outcome)>> pending_{};
};

// Events that were not handled exactly once.
std::string not_once(std::map<std::string, int> const& counts) {
    std::string out = counts.size() == how_many ? "" : std::to_string(counts.size()) + " events; ";
    for (auto const& [id, count] : counts)
        if (count != 1 && out.size() < 200)
            out += id + " " + std::to_string(count) + " times; ";
    return out;
}

template <class Network>
void deliver_all(std::uint64_t seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
        auto const time = std::make_shared<timeline>(seed);
        receiver to(time, Network::room);
        Network network(*time, to);
        platform from(*time, [&](auto const& attempt, auto done) { network.push(attempt, std::move(done)); });
        std::optional<milliseconds> finished;
        while (time->passed() < finished.value_or(24h) + 1min && time->step()) {
            to.run_coroutines();
            if (!finished && from.finished())
                finished = time->passed();
        }
        time->end();
        auto const stats = to.on.stats();
        BOOST_TEST(from.finished());
        BOOST_TEST(from.given_up() == 0);
        BOOST_TEST(not_once(to.begun) == "");
        BOOST_TEST(not_once(to.handled) == "");
        BOOST_TEST(to.late_responses == 0);
        BOOST_TEST(to.dead == 0);
        // Every kind of failure occurred:
        BOOST_TEST(from.attempts() > how_many * 11 / 10);
        BOOST_TEST(stats.duplicates > how_many / 50);
        BOOST_TEST(stats.late > how_many / 50);
        BOOST_TEST(stats.busy > how_many / 50);
    }
}

BOOST_AUTO_TEST_SUITE(event_delivery)

BOOST_AUTO_TEST_CASE(ten_thousand_events_through_a_webhook_are_handled_once_each) {
    for (std::uint64_t const seed : {1u, 2u, 3u})
        deliver_all<webhook_network>(seed);
}

BOOST_AUTO_TEST_CASE(ten_thousand_events_over_a_long_connection_are_handled_once_each) {
    for (std::uint64_t const seed : {1u, 2u, 3u})
        deliver_all<connection_network>(seed);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
