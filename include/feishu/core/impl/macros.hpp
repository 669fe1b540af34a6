#pragma once
// How the library is compiled. By default it is header-only. With FEISHU_SEPARATE_COMPILATION defined for
// every file of a program, headers declare and one file that includes <feishu/src.hpp> defines.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#ifdef FEISHU_SEPARATE_COMPILATION
#define FEISHU_DECL
#else
/// Marks functions whose body is in an `.ipp` file. Virtual ones have it in their class, too: otherwise compilers emit them,
/// and all that they call, in every file that includes the class.
#define FEISHU_DECL inline
#endif

/// Marks an overload that stands for a mistake: a call of it does not compile, and `message`, in the compiler's first
/// error, says what to write instead.
#if defined(_MSC_VER) && !defined(__clang__)
#define FEISHU_UNAVAILABLE(message) [[deprecated(message)]]
#else
#define FEISHU_UNAVAILABLE(message) __attribute__((unavailable(message)))
#endif

/// constexpr, where std::vector is: its debug mode is not.
#ifdef _GLIBCXX_DEBUG
#define FEISHU_CONSTEXPR_VECTOR inline
#else
#define FEISHU_CONSTEXPR_VECTOR constexpr
#endif

// Files compiled in different modes must not be linked into one program: they would share weak symbols whose
// bodies differ. Each file defines this symbol, thread-local in one mode and not in the other, which linkers
// refuse with the symbol's name in the message.
#if defined(_MSC_VER) && !defined(__clang__)
#ifdef FEISHU_SEPARATE_COMPILATION
#pragma detect_mismatch("FEISHU_SEPARATE_COMPILATION", "defined")
#else
#pragma detect_mismatch("FEISHU_SEPARATE_COMPILATION", "not defined")
#endif
#elif defined(FEISHU_SEPARATE_COMPILATION)
extern "C" {
[[gnu::used]] inline char define_FEISHU_SEPARATE_COMPILATION_for_every_file_or_for_none = 0;
}
#else
extern "C" {
[[gnu::used]] inline thread_local char define_FEISHU_SEPARATE_COMPILATION_for_every_file_or_for_none = 0;
}
#endif
