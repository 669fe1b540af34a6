// Budgets and pauses that several clients share through a store, as those of several processes do.

#include <feishu/client/impl/shared_pacing.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/client/impl/call_machine.hpp>
#include <feishu/content/text.hpp>
#include <feishu/store/impl/token_bucket.hpp>
#include <feishu/store/memory_store.hpp>

#include "fake_store.hpp"
#include "fakes.hpp"

namespace {

using namespace std::chrono_literals;
namespace im = feishu::im::v1;
namespace actions = feishu::detail::actions;
using feishu::error_kind;
using time_point = feishu::clock::time_point;

/// Counts how often budgets and pauses are used, and may fail or take its time.
class counting_store final : public fakes::broken_store {
public:
    explicit counting_store(std::shared_ptr<fakes::clock> clock)
        : broken_store(false), clock_(clock), content_(feishu::make_memory_store({.clock = clock})) {}

    int takes = 0, pauses = 0;
    bool fails = false;
    std::chrono::milliseconds delay{};

private:
    r<feishu::bucket_turns> do_take(std::span<feishu::bucket_use const> buckets, std::uint32_t,
                                    ms max_wait) override {
        ++takes;
        clock_->advance(delay);
        return fails ? r<feishu::bucket_turns>(fail()) : content_->take(buckets, max_wait);
    }
    r<> do_pause(text bucket, feishu::bucket_rate const& rate, ms length) override {
        ++pauses;
        return fails ? r<>(fail()) : content_->pause(bucket, rate, length);
    }

    std::shared_ptr<fakes::clock> clock_;
    std::shared_ptr<feishu::store> content_;
};

struct pacing_world {
    std::shared_ptr<fakes::clock> clock = std::make_shared<fakes::clock>();
    std::shared_ptr<counting_store> store = std::make_shared<counting_store>(clock);
    std::vector<std::string> log{};

    time_point now() const { return clock->now(); }
    void advance_to(time_point at) {
        clock->advance(std::chrono::duration_cast<std::chrono::milliseconds>(at - clock->now()));
    }
};

/// A client of its own process.
struct process {
    pacing_world& world;
    feishu::client_config config;
    feishu::detail::token_sources tokens{feishu::app_type::custom};
    feishu::detail::call_limits limits;

    explicit process(pacing_world& in, feishu::pacing how = feishu::pacing::documented, bool shares = true)
        : world(in), config{.app_id = "cli_1",
                            .app_secret = "very-secret",
                            .retry = feishu::retry_policy::never(),
                            .pacing = how,
                            .log = [&in](std::string_view line) { in.log.emplace_back(line); }},
          limits(how, 100, 1) {
        if (shares)
            config.store = in.store;
    }
};

/// A message to a chat, sent with a user's token, as far as its turn.
struct message_to {
    process& by;
    im::message::create::response response{};
    feishu::detail::prepared_call call;
    feishu::detail::call_machine machine;

    message_to(process& in, std::string const& chat, std::chrono::milliseconds timeout = 24h)
        : by(in),
          call(feishu::detail::prepare(im::message::send(feishu::chat_id(chat), feishu::text("hi")), response,
                                       {.kind = feishu::token::user, .user_token = std::string("u-1")}, {})
                   .value()),
          machine(in.config, in.tokens, in.limits, call, in.world.now() + timeout, [] {}) {}

    /// The next action for which time must pass, or that is not about the store.
    feishu::detail::call_action next() {
        for (;;) {
            auto const action = machine.next(by.world.now());
            auto const* use = std::get_if<actions::use_store>(&action);
            if (use == nullptr)
                return action;
            use->operation->run();
        }
    }
    /// How long it waits until it is sent.
    std::chrono::milliseconds waits() {
        auto const start = by.world.now();
        for (;;) {
            auto const action = next();
            if (auto const* wait = std::get_if<actions::wait>(&action))
                by.world.clock->advance(wait->timeout);
            else
                return std::chrono::duration_cast<std::chrono::milliseconds>(by.world.now() - start);
        }
    }
    void receives(int status, std::string_view body, feishu::http::header_list headers = {}) {
        auto const exchange = std::get<actions::exchange>(next());
        exchange.sink->on_head({.status = status, .headers = std::move(headers)});
        exchange.sink->on_body(body);
        machine.on_exchange({}, by.world.now());
        (void)next();
    }
};

/// The times at which messages are sent that all are to be sent now: by which process, to which chat.
std::vector<time_point> sent_at(pacing_world& world,
                                std::vector<std::pair<process*, std::string>> const& messages) {
    using entry = std::pair<time_point, std::size_t>;
    std::priority_queue<entry, std::vector<entry>, std::greater<>> due;
    std::vector<std::unique_ptr<message_to>> calls;
    std::vector<time_point> out;
    for (auto const& [by, chat] : messages) {
        due.emplace(world.now(), calls.size());
        calls.push_back(std::make_unique<message_to>(*by, chat));
    }
    while (!due.empty()) {
        auto const [at, i] = due.top();
        due.pop();
        world.advance_to(at);
        auto const action = calls[i]->next();
        if (auto const* wait = std::get_if<actions::wait>(&action))
            due.emplace(at + wait->timeout, i);
        else
            out.push_back(at);
    }
    return out;
}

std::size_t most_in(std::vector<time_point> const& sorted, time_point::duration period) {
    std::size_t most = 0;
    for (auto first = sorted.begin(); first != sorted.end(); ++first) {
        auto const end = std::lower_bound(first, sorted.end(), *first + period);
        most = (std::max)(most, static_cast<std::size_t>(end - first));
    }
    return most;
}

} // namespace

BOOST_AUTO_TEST_SUITE(client_shared_pacing)

BOOST_AUTO_TEST_CASE(a_receiver_has_the_same_bucket_in_every_build) {
    feishu::client_config const config{.app_id = "cli_a", .pacing = feishu::pacing::documented};
    auto const request = im::message::send(feishu::chat_id("oc_a"), feishu::text("x"));
    feishu::detail::lane_key const lane{.receiver = feishu::detail::receiver_of(request)};
    BOOST_TEST(feishu::detail::shared_bucket_of(config, lane, im::message::create::spec, "").value().name ==
               "pace/cli_a//to/8789302114872766571");
}

BOOST_AUTO_TEST_CASE(a_shared_rate_never_exceeds_the_limit_and_is_little_below_it) {
    for (feishu::rate_limit const limit : {feishu::rate_limit{.per_second = 1},
                                           {.per_second = 5},
                                           {.per_second = 50},
                                           {.per_minute = 100},
                                           {.per_minute = 1},
                                           {.per_minute = 1000, .per_second = 50},
                                           {.per_minute = 60, .per_second = 50},
                                           {.per_minute = 6000, .per_second = 3},
                                           {.per_minute = 2'000'000'000, .per_second = 2'000'000'000}}) {
        auto const rate = feishu::detail::shared_rate(limit).value();
        feishu::detail::token_bucket bucket(rate, 0);
        std::vector<time_point> turns;
        std::int64_t const start = 1'000'000'000;
        for (auto now = start; turns.size() < 3000 && now < start + 180'000'000;) {
            auto const turn = bucket.take(now, 1, 0ms);
            if (turn.taken)
                turns.emplace_back(std::chrono::microseconds(now));
            else
                now += 1000 * turn.wait.count();
        }
        if (limit.per_second > 0)
            BOOST_TEST(most_in(turns, 1s) <= static_cast<std::size_t>(limit.per_second));
        if (limit.per_minute > 0)
            BOOST_TEST(most_in(turns, 60s) <= static_cast<std::size_t>(limit.per_minute));
        auto const by_second = limit.per_second > 0 ? limit.per_second : 1e9;
        auto const by_minute = limit.per_minute > 0 ? limit.per_minute / 60.0 : 1e9;
        auto const ideal = (std::min)({by_second, by_minute, 1e6});
        BOOST_TEST(1000.0 * rate.tokens / static_cast<double>(rate.period.count()) >=
                   (std::min)(ideal / 1.051, 16'000.0));
    }
    BOOST_TEST(!feishu::detail::shared_rate({}));
}

BOOST_AUTO_TEST_CASE(clients_on_one_store_stay_within_the_documented_rate_together) {
    for (bool const shares : {false, true}) {
        pacing_world world;
        std::vector<std::unique_ptr<process>> processes;
        for (int i = 0; i < 4; ++i)
            processes.push_back(std::make_unique<process>(world, feishu::pacing::documented, shares));
        std::vector<std::pair<process*, std::string>> messages;
        for (std::size_t i = 0; i < 1200; ++i)
            messages.emplace_back(processes[i % 4].get(), "oc_" + std::to_string(i / 4));
        auto const sent = sent_at(world, messages);
        BOOST_TEST((most_in(sent, 1s) <= 50u) == shares);
        BOOST_TEST((most_in(sent, 60s) <= 1000u) == shares);
        if (shares) // 1,000 a minute
            BOOST_TEST((sent.back() - sent.front() < 76s));
    }
}

BOOST_AUTO_TEST_CASE(a_chat_gets_five_messages_a_second_of_all_clients_together) {
    pacing_world world;
    process first(world), second(world);
    std::vector<std::pair<process*, std::string>> messages;
    for (int i = 0; i < 20; ++i)
        messages.emplace_back(i % 2 == 0 ? &first : &second, "oc_1");
    auto const sent = sent_at(world, messages);
    BOOST_TEST(most_in(sent, 1s) <= 5u);
    BOOST_TEST((sent.back() - sent.front() < 4s));
    BOOST_TEST(message_to(first, "oc_2").waits().count() == 0); // another chat
}

BOOST_AUTO_TEST_CASE(a_paced_call_is_one_operation_of_the_store) {
    pacing_world world;
    process client(world);
    BOOST_TEST(message_to(client, "oc_1").waits().count() == 0);
    BOOST_TEST(world.store->takes == 1);
}

BOOST_AUTO_TEST_CASE(without_pacing_the_store_is_not_used_for_it) {
    pacing_world world;
    process client(world, feishu::pacing::none);
    message_to call(client, "oc_1");
    BOOST_TEST(call.waits().count() == 0);
    call.receives(429, R"({"code":99991400,"msg":"too many"})", {{"x-ogw-ratelimit-reset", "7"}});
    BOOST_TEST(world.store->takes + world.store->pauses == 0);
}

BOOST_AUTO_TEST_CASE(a_pause_that_the_platform_asks_one_client_for_holds_for_all) {
    pacing_world world;
    process first(world), second(world);
    message_to(first, "oc_1")
        .receives(429, R"({"code":99991400,"msg":"too many"})", {{"x-ogw-ratelimit-reset", "7"}});
    BOOST_TEST(world.store->pauses == 1);
    BOOST_TEST(message_to(second, "oc_2").waits().count() == 7000);
    BOOST_TEST(message_to(first, "oc_3").waits().count() < 100); // it is over
    message_to limited(second, "oc_4");
    limited.waits();
    limited.receives(400, R"({"code":230020,"msg":"rate limited"})", {{"Retry-After", "3"}});
    BOOST_TEST(message_to(first, "oc_5").waits().count() < 100); // that was only one chat's
    BOOST_TEST(message_to(first, "oc_4").waits().count() > 2800);
}

BOOST_AUTO_TEST_CASE(a_turn_after_the_deadline_is_a_timeout_at_once_and_not_taken) {
    pacing_world world;
    process first(world), second(world);
    message_to(first, "oc_1")
        .receives(429, R"({"code":99991400,"msg":"too many"})", {{"x-ogw-ratelimit-reset", "60"}});
    message_to late(second, "oc_2", 10s);
    BOOST_TEST_REQUIRE(std::holds_alternative<actions::done>(late.next()));
    auto const& e = late.machine.outcome().error();
    BOOST_TEST((e.kind == error_kind::timeout));
    BOOST_TEST((e.retry_after == 60s));
    BOOST_TEST(message_to(second, "oc_2").waits().count() == 60'000);
}

BOOST_AUTO_TEST_CASE(if_the_store_fails_pacing_goes_on_without_it_until_it_has_recovered) {
    pacing_world world;
    process client(world);
    world.store->fails = true;
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(message_to(client, "oc_1").waits().count() == 0);
    BOOST_TEST(message_to(client, "oc_1").waits().count() == 1000); // as this client knows
    BOOST_TEST(world.store->takes == 1);                            // left alone
    BOOST_TEST_REQUIRE(world.log.size() == 1u);
    BOOST_TEST(world.log[0].find("pacing goes on without the store for a while: ") == 0u);
    world.store->fails = false;
    world.clock->advance(5s);
    BOOST_TEST(message_to(client, "oc_1").waits().count() == 0);
    BOOST_TEST(world.store->takes == 2);
    BOOST_TEST(world.log.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_slow_store_holds_up_one_call_in_a_while) {
    pacing_world world;
    process client(world);
    world.store->delay = 2s;
    BOOST_TEST(message_to(client, "oc_1").waits().count() == 2000);
    BOOST_TEST(message_to(client, "oc_2").waits().count() == 0);
    BOOST_TEST(message_to(client, "oc_3").waits().count() == 0);
    BOOST_TEST(world.log.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_store_that_fails_shares_no_pause_and_ends_no_call_differently) {
    pacing_world world;
    process client(world);
    message_to call(client, "oc_1");
    BOOST_TEST(call.waits().count() == 0);
    world.store->fails = true;
    call.receives(429, R"({"code":99991400,"msg":"too many"})", {{"x-ogw-ratelimit-reset", "7"}});
    BOOST_TEST(call.machine.outcome().error().code == 99991400);
    BOOST_TEST(world.store->pauses == 1);
    BOOST_TEST(message_to(client, "oc_2").waits().count() == 7000); // as this client knows
}

BOOST_AUTO_TEST_CASE(a_call_that_is_canceled_while_it_waits_for_its_turn_ends) {
    pacing_world world;
    process first(world), second(world);
    for (int i = 0; i < 5; ++i)
        message_to(first, "oc_1").next();
    message_to waiting(second, "oc_1");
    BOOST_TEST_REQUIRE(std::holds_alternative<actions::wait>(waiting.next()));
    waiting.machine.cancel(world.now());
    BOOST_TEST_REQUIRE(std::holds_alternative<actions::done>(waiting.next()));
    BOOST_TEST((waiting.machine.outcome().error().kind == error_kind::canceled));
}

BOOST_AUTO_TEST_SUITE_END()
