#pragma once
// What the programs of the transfer benchmark share: the file, and how its transfer is measured.

#include <cstddef>
#include <cstring>
#include <fstream>
#include <string>

#include "bench.hpp"

namespace bench {

inline constexpr std::size_t mebibyte = std::size_t{1} << 20;

/// Resident memory of the process in bytes: "VmRSS:" is what there is now, "VmHWM:" the most that there was.
inline std::size_t memory(std::string const& field) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == field) {
            std::size_t kibibytes = 0;
            status >> kibibytes;
            return kibibytes * 1024;
        }
    fail("no " + field);
}

/// Measures a transfer of so many MiB, after one of a byte: time per MiB, and the memory over that before both.
template <class F>
void print_transfer(arguments const& args, F transfer) {
    auto const mebibytes = args.number("mebibytes", 1024);
    auto const before = memory("VmRSS:");
    transfer(std::size_t{1});
    auto const used = measure(mebibytes, 0, [&](std::size_t n) { transfer(n * mebibyte); });
    print(args.name(), used, {{"memory", memory("VmHWM:") - before}});
}

/// The bytes of an upload, as a file in the cache of the system would give them.
inline std::size_t produce(char* out, std::size_t n) {
    std::memset(out, 'x', n);
    return n;
}

} // namespace bench
