#pragma once
// How the library is compiled. By default it is header-only. With FEISHU_SEPARATE_COMPILATION defined for
// every file of a program, headers declare and one file that includes <feishu/src.hpp> defines. Every header
// of the library includes this one before any of Boost, so that an unsupported toolchain is reported by one
// line.

#if __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#error "feishu-cpp needs C++20: compile with -std=c++20 (MSVC: /std:c++20)"
#elif defined(__clang__) && !defined(__apple_build_version__) && __clang_major__ < 16
#error "feishu-cpp needs clang 16 or newer"
#elif defined(__GNUC__) && !defined(__clang__) && __GNUC__ < 12
#error "feishu-cpp needs g++ 12 or newer"
#elif !defined(__cpp_exceptions) && !defined(_CPPUNWIND)
#error "feishu-cpp needs exceptions: compile without -fno-exceptions"
#endif

#include <boost/version.hpp>

#if BOOST_VERSION < 108100
#error "feishu-cpp needs Boost 1.81 or newer (Debian 12: libboost1.81-dev, libboost-json1.81-dev)"
#endif

#ifdef FEISHU_SEPARATE_COMPILATION
#define FEISHU_DECL
#else
/// Marks functions whose body is in an `.ipp` file.
#define FEISHU_DECL inline
#endif

// std::string and std::vector in constant expressions: what `checked<>` and the rules need.
#include <version>
#if defined(_GLIBCXX_USE_CXX11_ABI) && !_GLIBCXX_USE_CXX11_ABI
#error "feishu-cpp needs the C++11 ABI of libstdc++: compile without -D_GLIBCXX_USE_CXX11_ABI=0"
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
