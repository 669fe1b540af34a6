#pragma once
// Processes that share an inbox, in one thread: the test performs their operations one at a time, in an order that it
// chooses, lets handlers end, crashes processes, and moves the clock.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/event/impl/inbox_log.hpp>
#include <feishu/event/impl/inbox_machine.hpp>
#include <feishu/store/memory_store.hpp>

#include "dispatching.hpp"

namespace inbox_simulation {

using namespace std::chrono_literals;
using feishu::result;
using feishu::detail::entry_verdict;
using feishu::detail::handled;
using feishu::detail::inbox_log;
using feishu::detail::inbox_machine;
namespace actions = feishu::detail::inbox_actions;

inline std::string event_in(std::string const& chat, std::string const& id) {
    return R"({"schema":"2.0","header":{"event_id":")" + id +
           R"(","event_type":"im.message.receive_v1","app_id":"cli_1"},"event":{"message":{"message_id":"om_)" +
           id + R"(","chat_id":")" + chat + R"("}}})";
}

/// The number that `event_in` has as its id.
inline std::string id_in(std::string const& json) {
    auto const from = json.find(R"("event_id":")") + 12;
    return json.substr(from, json.find('"', from) - from);
}

/// What all processes share.
struct world {
    explicit world(feishu::inbox_params wanted = {}) : params(std::move(wanted)) { params.store = store; }

    std::shared_ptr<dispatching::clock> time = std::make_shared<dispatching::clock>();
    std::shared_ptr<feishu::store> store = feishu::make_memory_store({.clock = time});
    feishu::inbox_params params;
    bool store_fails = false;
    std::vector<std::string> begun{};     ///< ids of events, as their handlers began
    std::vector<std::string> succeeded{}; ///< whose handler returned
    std::vector<std::string> dead_letters{};
    std::map<std::string, int> running{}; ///< handlers per chat
    bool overlapped = false;              ///< two handlers of a chat ran at once
};

class process {
public:
    process(world& in, std::size_t capacity = 2)
        : world_(in), log_(in.params), machine_(settings(in, capacity)) {
        machine_.start(now());
        collect();
    }
    ~process() {
        for (auto const& [entry, event] : running_)
            end(event);
    }

    /// The outcome of a delivery; nothing if the store has failed.
    std::optional<handled::kind> deliver(std::string const& chat, std::string const& id) {
        auto const json = event_in(chat, id);
        auto const partition = log_.partition_of(chat);
        auto const started = now();
        auto step = machine_.begin_append(partition, started);
        auto got = use([&] { return log_.append(partition, "cli_1/" + id, json, step.claim, step.done); });
        if (got)
            machine_.on_appended(partition, step, got->id, read(std::move(got->claimed)), started, now());
        else
            machine_.on_append_failed(partition, step, now());
        collect();
        if (!got)
            return {};
        return got->id.empty() ? handled::kind::duplicate : handled::kind::done;
    }

    std::size_t pending() const { return pending_.size(); }
    /// Performs one pending action.
    void perform(std::size_t at = 0) {
        auto const what = std::move(pending_[at]);
        pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(at));
        std::visit([this](auto const& one) { run(one); }, what);
        collect();
    }
    void perform_all() {
        while (!pending_.empty())
            perform();
    }
    void on_time() {
        machine_.on_time(now());
        collect();
    }
    void stop() {
        machine_.stop(now());
        collect();
    }

    /// Ids of events whose handlers run here.
    std::vector<std::string> running() const {
        std::vector<std::string> out;
        for (auto const& [entry, event] : running_)
            out.push_back(event.id);
        return out;
    }
    entry_verdict finish(std::string const& id, handled outcome = {}) {
        auto const found =
            std::ranges::find_if(running_, [&](auto const& one) { return one.second.id == id; });
        BOOST_TEST_REQUIRE((found != running_.end()), id << " does not run");
        auto const [entry, event] = *found;
        running_.erase(found);
        end(event);
        if (outcome.what == handled::kind::done)
            world_.succeeded.push_back(event.id);
        auto const verdict = machine_.on_handled(entry, outcome, now());
        collect();
        return verdict;
    }
    entry_verdict fail(std::string const& id) {
        return finish(id, {.what = handled::kind::failed, .reason = "failed on purpose"});
    }

    inbox_machine& machine() { return machine_; }

private:
    struct handler {
        std::string chat{};
        std::string id{};
    };

    inbox_machine::time_point now() const { return world_.time->now(); }

    static inbox_machine::settings settings(world const& in, std::size_t capacity) {
        auto const& p = in.params;
        return {.ordered = p.ordered_by_chat,
                .partitions = p.ordered_by_chat ? p.partitions : 1,
                .capacity = capacity,
                .visibility = p.visibility,
                .max_deliveries = p.max_deliveries,
                .retry_delay = p.retry_delay,
                .max_retry_delay = p.max_retry_delay,
                .poll_interval = p.poll_interval};
    }

    template <class F>
    auto use(F&& operation) -> decltype(operation()) {
        if (world_.store_fails)
            return feishu::error{.kind = feishu::error_kind::store, .message = "failed on purpose"};
        return operation();
    }

    std::vector<inbox_machine::claimed> read(std::vector<feishu::log_entry> entries) const {
        std::vector<inbox_machine::claimed> out;
        for (auto& one : entries) {
            auto lane = world_.params.ordered_by_chat ? feishu::detail::chat_of(one.value) : std::string();
            out.push_back({.id = one.id, .value = one.value, .deliveries = one.deliveries, .lane = lane});
        }
        return out;
    }

    void collect() {
        for (auto& one : machine_.take_actions())
            pending_.push_back(std::move(one));
    }

    void end(handler const& event) { --world_.running[event.chat]; }

    void run(actions::acquire const& what) {
        auto const started = now();
        auto const got = use([&] { return log_.acquire(what.partition); });
        machine_.on_acquired(what.partition, got ? std::optional(*got) : std::nullopt, started, now());
    }
    void run(actions::peek const& what) {
        auto const got = use([&] { return log_.has_entries(what.partition); });
        machine_.on_peeked(what.partition, got && *got, now());
    }
    void run(actions::claim const& what) {
        auto const started = now();
        std::optional<std::vector<inbox_machine::claimed>> entries;
        if (machine_.begin_claim(what.partition, started))
            if (auto got = use([&] { return log_.claim(what.partition, what.max_entries); }))
                entries = read(std::move(*got));
        machine_.on_claimed(what.partition, what.max_entries, std::move(entries), started, now());
    }
    void run(actions::renew const& what) {
        auto const started = now();
        auto const got = use([&] { return log_.renew(what.partition, what.ids); });
        machine_.on_renewed(what.partition, what.ids, got ? std::optional(*got) : std::nullopt, started,
                            now());
    }
    void run(actions::acknowledge const& what) {
        auto const ids = machine_.take_done(what.partition);
        if (ids.empty())
            return;
        auto const got = use([&] { return log_.acknowledge(what.partition, ids); });
        machine_.on_acknowledged(what.partition, ids, got.has_value(), now());
    }
    void run(actions::release const& what) {
        auto const got = use([&] { return log_.release(what.partition, what.ids); });
        machine_.on_released(what.partition, got.has_value(), now());
    }
    void run(actions::yield const& what) {
        (void)use([&] { return log_.yield(what.partition); });
        machine_.on_yielded(what.partition, now());
    }
    void run(actions::run const& what) {
        auto const& json = machine_.entry_of(what.entry).value;
        handler event{feishu::detail::chat_of(json), id_in(json)};
        world_.begun.push_back(event.id);
        if (++world_.running[event.chat] > 1)
            world_.overlapped = true;
        running_.emplace(what.entry, std::move(event));
    }
    void run(actions::dead_letter const& what) {
        auto const json = machine_.entry_of(what.entry).value;
        auto const got = use([&] { return log_.add_dead_letter(json); });
        if (got)
            world_.dead_letters.push_back(id_in(json) + ": " + what.reason);
        machine_.on_dead_lettered(what.entry, got.has_value(), now());
    }

    world& world_;
    inbox_log log_;
    inbox_machine machine_;
    std::vector<inbox_machine::action> pending_{};
    std::map<inbox_machine::handle, handler> running_{};
};

} // namespace inbox_simulation
