#pragma once
// What the programs of the transfer benchmark share: the file, and how its transfer is measured.

#include <sys/resource.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "bench.hpp"

namespace bench {

inline constexpr std::size_t mebibyte = std::size_t{1} << 20;

/// The most memory that the process has had, in bytes.
inline std::size_t peak_memory() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<std::size_t>(used.ru_maxrss) * 1024;
}

/// Measures a transfer of so many MiB, after one of a byte: time per MiB, and the memory over that before both.
template <class F>
void print_transfer(arguments const& args, F transfer) {
    auto const mebibytes = args.number("mebibytes", 1024);
    auto const before = peak_memory();
    transfer(std::size_t{1});
    auto const used = measure(mebibytes, 0, [&](std::size_t n) { transfer(n * mebibyte); });
    print(args.name(), used, {{"memory", peak_memory() - before}});
}

/// The bytes of an upload, as a file in the cache of the system would give them.
inline std::size_t produce(char* out, std::size_t n) {
    std::memset(out, 'x', n);
    return n;
}

} // namespace bench
