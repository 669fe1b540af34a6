#pragma once
// What the benchmark programs share: arguments, counters, the measured loop, a line of JSON per result. It replaces
// malloc to count allocations, so a program includes it in one file.

#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

inline std::atomic<std::uint64_t> allocation_count{0};

inline void* counted(void* memory) {
    allocation_count.fetch_add(1, std::memory_order_relaxed);
    return memory;
}

} // namespace bench

// operator new calls these; so does C code, such as OpenSSL.
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);

void* malloc(std::size_t size) { return bench::counted(__libc_malloc(size)); }
void* calloc(std::size_t count, std::size_t size) { return bench::counted(__libc_calloc(count, size)); }
void* realloc(void* memory, std::size_t size) { return bench::counted(__libc_realloc(memory, size)); }
void* aligned_alloc(std::size_t alignment, std::size_t size) { return bench::counted(__libc_memalign(alignment, size)); }
}

namespace bench {

/// The command line: `PROGRAM CASE --name value …`.
class arguments {
public:
    arguments(int count, char const* const* values) {
        for (int at = 1; at < count; ++at) {
            std::string_view const word = values[at];
            if (!word.starts_with("--"))
                name_ = word;
            else if (++at < count)
                values_[std::string(word.substr(2))] = values[at];
            else
                throw std::invalid_argument("no value for " + std::string(word));
        }
    }

    /// The case to run.
    std::string const& name() const { return name_; }
    std::string text(std::string const& name, std::string otherwise = {}) const {
        auto const found = values_.find(name);
        return found != values_.end() ? found->second : std::move(otherwise);
    }
    std::size_t number(std::string const& name, std::size_t otherwise) const {
        auto const found = values_.find(name);
        return found != values_.end() ? std::stoul(found->second) : otherwise;
    }

private:
    std::string name_;
    std::map<std::string, std::string> values_;
};

/// What the process has used so far.
struct usage {
    double wall_us = 0;
    double user_us = 0;
    double system_us = 0;
    double allocations = 0;

    static usage now() {
        auto const microseconds = [](timeval t) {
            return 1e6 * static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec);
        };
        rusage used{};
        getrusage(RUSAGE_SELF, &used);
        std::chrono::duration<double, std::micro> const wall = std::chrono::steady_clock::now().time_since_epoch();
        return {wall.count(), microseconds(used.ru_utime), microseconds(used.ru_stime),
                static_cast<double>(allocation_count.load())};
    }

    friend usage operator-(usage const& a, usage const& b) {
        return {a.wall_us - b.wall_us, a.user_us - b.user_us, a.system_us - b.system_us, a.allocations - b.allocations};
    }
};

/// Prints `used` per operation as a line of JSON. `more` are further members, for example the size measured at.
inline void print(std::string const& name, usage const& used, std::size_t operations,
                  std::vector<std::pair<std::string, double>> const& more = {}) {
    auto const per = [&](double total) { return total / static_cast<double>(operations); };
    std::printf(R"({"case":"%s","ns":%.1f,"user_ns":%.1f,"system_ns":%.1f,"allocations":%.3f)", name.c_str(),
                1e3 * per(used.wall_us), 1e3 * per(used.user_us), 1e3 * per(used.system_us), per(used.allocations));
    for (auto const& [member, value] : more)
        std::printf(R"(,"%s":%.6g)", member.c_str(), value);
    std::puts("}");
    std::fflush(stdout);
}

/// What `run(operations)` uses. `run(warm_up)` comes first, which connects, fetches tokens and fills caches.
template <class F>
usage measure(std::size_t operations, std::size_t warm_up, F run) {
    run(warm_up);
    auto const before = usage::now();
    run(operations);
    return usage::now() - before;
}

/// Ends the program: a number of something else than intended is worse than none.
[[noreturn]] inline void fail(std::string const& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::_Exit(1);
}

inline constexpr std::size_t warm_up_calls = 256;
inline constexpr std::size_t in_flight = 32;

/// The calls of the benchmark, all alike.
inline constexpr char const* chat = "oc_84983ff6516d731e5b5f68d4ea2e1da5";
inline constexpr char const* text = "disk full on db-1";
inline constexpr char const* message_id = "om_dc13264520392913993dd051dba21dcf";

} // namespace bench
