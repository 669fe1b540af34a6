#pragma once
// Records which endpoints of the emulator the tests call, with which codes and events as a result. With
// FEISHU_COVERAGE=FILE in the environment the program writes it there when it ends, for structure/emulator_coverage.py.

#include <cstdlib>
#include <fstream>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/framework.hpp>
#include <boost/test/tree/test_unit.hpp>

#include <feishu/emulator/push.hpp>
#include <feishu/emulator/request_log.hpp>
#include <feishu/emulator/state.hpp>

namespace test {

class coverage {
public:
    static coverage& instance() {
        static coverage one;
        return one;
    }

    void called(std::string_view endpoint, int code) { add("endpoint", endpoint, std::to_string(code)); }
    /// An event whose cause is the call that is running, or else an action of people.
    void published(std::string_view event) { add("event", cause_, event); }
    std::string_view replace_cause(std::string_view cause) { return std::exchange(cause_, cause); }

    ~coverage() {
        auto const* file = std::getenv("FEISHU_COVERAGE");
        if (file == nullptr)
            return;
        std::ofstream out(file);
        for (auto const& line : lines_)
            out << line << '\n';
    }

private:
    coverage() = default;

    // Fields between tabs: what, endpoint, code or event type, test case.
    void add(std::string_view what, std::string_view endpoint, std::string_view value) {
        std::string line(what);
        line.append("\t").append(endpoint).append("\t").append(value).append("\t");
        line += boost::unit_test::framework::current_test_case().full_name();
        std::lock_guard const lock(mutex_);
        lines_.insert(std::move(line));
    }

    std::mutex mutex_;
    std::string_view cause_ = "people";
    std::set<std::string> lines_;
};

/// Records the requests that a server has received.
inline void record(std::vector<feishu::emulator::request_log_entry> const& requests) {
    for (auto const& one : requests)
        if (!one.endpoint.empty())
            coverage::instance().called(one.endpoint, one.code);
}

/// Records what a server has pushed.
inline void record(std::vector<feishu::emulator::delivery> const& deliveries) {
    for (auto const& one : deliveries)
        coverage::instance().published(one.type);
}

/// Records the events of a tenant, and passes them on.
inline std::function<void(feishu::emulator::outbound_event)>
recorded(std::function<void(feishu::emulator::outbound_event)> next = {}) {
    return [next = std::move(next)](feishu::emulator::outbound_event what) {
        coverage::instance().published(what.type);
        if (next)
            next(std::move(what));
    };
}

/// While it lives, the events of a tenant are recorded as those of an endpoint.
class recorded_call {
public:
    recorded_call(feishu::emulator::state& tenant, std::string_view endpoint)
        : tenant_(tenant), next_(tenant.on_event), cause_(coverage::instance().replace_cause(endpoint)) {
        tenant_.on_event = recorded(next_);
    }
    ~recorded_call() {
        tenant_.on_event = std::move(next_);
        coverage::instance().replace_cause(cause_);
    }
    recorded_call(recorded_call const&) = delete;
    recorded_call& operator=(recorded_call const&) = delete;

private:
    feishu::emulator::state& tenant_;
    std::function<void(feishu::emulator::outbound_event)> next_;
    std::string_view cause_;
};

} // namespace test
