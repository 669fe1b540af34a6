#pragma once
// Ends a fuzzer that has found a broken promise.

#include <cstdio>
#include <cstdlib>
#include <string_view>

/// Prints the promise and the input or output that breaks it.
[[noreturn]] inline void broken(char const* promise, std::string_view text = {}) {
    std::fprintf(stderr, "broken: %s\n%.*s\n", promise, static_cast<int>(text.size()), text.data());
    std::abort();
}
