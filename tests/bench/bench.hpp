#pragma once
// What the benchmark programs share: arguments, counters, the measured loop, a line of JSON per result. It replaces
// malloc to count allocations, so a program includes it in one file.

#include <sys/resource.h>

#include <algorithm>
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
void* aligned_alloc(std::size_t alignment, std::size_t size) {
    return bench::counted(__libc_memalign(alignment, size));
}
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

/// What a process uses: in total, or per operation after a division.
struct usage {
    double wall_ns = 0;
    double user_ns = 0;
    double system_ns = 0;
    double allocations = 0;

    double cpu_ns() const { return user_ns + system_ns; }

    /// Since the process began.
    static usage now() {
        auto const nanoseconds = [](timeval t) {
            return 1e9 * static_cast<double>(t.tv_sec) + 1e3 * static_cast<double>(t.tv_usec);
        };
        rusage used{};
        getrusage(RUSAGE_SELF, &used);
        std::chrono::duration<double, std::nano> const wall =
            std::chrono::steady_clock::now().time_since_epoch();
        return {wall.count(), nanoseconds(used.ru_utime), nanoseconds(used.ru_stime),
                static_cast<double>(allocation_count.load())};
    }

    friend usage operator-(usage const& a, usage const& b) {
        return {a.wall_ns - b.wall_ns, a.user_ns - b.user_ns, a.system_ns - b.system_ns,
                a.allocations - b.allocations};
    }
    friend usage operator/(usage const& a, std::size_t operations) {
        auto const n = static_cast<double>(operations);
        return {a.wall_ns / n, a.user_ns / n, a.system_ns / n, a.allocations / n};
    }
};

/// Per operation, what `run(operations)` uses. `run(warm_up)` comes first, which connects, fetches tokens and fills
/// caches.
template <class F>
usage measure(std::size_t operations, std::size_t warm_up, F run) {
    if (warm_up > 0)
        run(warm_up);
    auto const before = usage::now();
    run(operations);
    return (usage::now() - before) / operations;
}

/// The median of each member.
inline usage median(std::vector<usage> const& rounds) {
    auto const middle = [&](auto member) {
        std::vector<double> values;
        for (auto const& one : rounds)
            values.push_back(one.*member);
        auto const at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), at, values.end());
        return *at;
    };
    return {middle(&usage::wall_ns), middle(&usage::user_ns), middle(&usage::system_ns),
            middle(&usage::allocations)};
}

/// Prints a line of JSON. `more` are further members, for example the size measured at.
inline void print(std::string const& name, usage const& used,
                  std::vector<std::pair<std::string, std::size_t>> const& more = {}) {
    std::printf(R"({"case":"%s","ns":%.1f,"cpu_ns":%.1f,"user_ns":%.1f,"system_ns":%.1f,"allocations":%.3f)",
                name.c_str(), used.wall_ns, used.cpu_ns(), used.user_ns, used.system_ns, used.allocations);
    for (auto const& [member, value] : more)
        std::printf(R"(,"%s":%zu)", member.c_str(), value);
    std::puts("}");
    std::fflush(stdout);
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
