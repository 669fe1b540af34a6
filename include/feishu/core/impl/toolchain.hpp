// FEISHU_CHECK_TOOLCHAIN reports a compiler, an option or a library that feishu-cpp cannot work with. Every public
// header begins with it, so that the report is the compiler's first message and follows the user's own #include. The
// next header of the library then ends the compilation, instead of hundreds of errors that follow from the first.

#ifdef FEISHU_TOOLCHAIN_IS_UNSUPPORTED
#include "the compilation ends here, for the reason above"
#endif

#define FEISHU_PRAGMA(...) _Pragma(#__VA_ARGS__)

#if __cplusplus >= 202002L || (defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#include <version>
#if __has_include(<boost/version.hpp>)
#include <boost/version.hpp>
#endif
#endif

#if defined(__clang__) && !defined(__apple_build_version__) && __clang_major__ < 16
#define FEISHU_CHECK_TOOLCHAIN FEISHU_PRAGMA(GCC error "feishu-cpp needs clang 16 or newer, with -std=c++20")
#elif defined(__GNUC__) && !defined(__clang__) && __GNUC__ < 12
#define FEISHU_CHECK_TOOLCHAIN FEISHU_PRAGMA(GCC error "feishu-cpp needs g++ 12 or newer, with -std=c++20")
#elif __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#define FEISHU_CHECK_TOOLCHAIN FEISHU_PRAGMA(GCC error "feishu-cpp needs C++20: compile with -std=c++20")
#elif !defined(__cpp_exceptions) && !defined(_CPPUNWIND)
#define FEISHU_CHECK_TOOLCHAIN                                                                               \
    FEISHU_PRAGMA(GCC error "feishu-cpp needs exceptions: compile without -fno-exceptions")
#elif defined(_GLIBCXX_USE_CXX11_ABI) && !_GLIBCXX_USE_CXX11_ABI
#define FEISHU_CHECK_TOOLCHAIN                                                                               \
    FEISHU_PRAGMA(GCC error "feishu-cpp needs the C++11 ABI: compile without -D_GLIBCXX_USE_CXX11_ABI=0")
#elif !defined(BOOST_VERSION) || BOOST_VERSION < 108100
#define FEISHU_CHECK_TOOLCHAIN                                                                               \
    FEISHU_PRAGMA(                                                                                           \
        GCC error                                                                                            \
        "feishu-cpp needs Boost 1.81 or newer: apt install libboost1.81-dev libboost-json1.81-dev")
#elif !defined(FEISHU_SEPARATE_COMPILATION) && !__has_include(<openssl/ssl.h>)
#define FEISHU_CHECK_TOOLCHAIN FEISHU_PRAGMA(GCC error "feishu-cpp needs OpenSSL 3: apt install libssl-dev")
#else
#pragma once
#define FEISHU_TOOLCHAIN_IS_SUPPORTED
#define FEISHU_CHECK_TOOLCHAIN
#endif

#ifndef FEISHU_TOOLCHAIN_IS_SUPPORTED
#define FEISHU_TOOLCHAIN_IS_UNSUPPORTED
#endif
