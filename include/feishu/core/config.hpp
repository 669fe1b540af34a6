#pragma once
// How the library is compiled. By default it is header-only. With FEISHU_SEPARATE_COMPILATION defined for every
// file of a program, headers declare and one file that includes <feishu/src.hpp> defines.

#ifdef FEISHU_SEPARATE_COMPILATION
#define FEISHU_DECL
#else
/// Marks functions whose body is in an `.ipp` file.
#define FEISHU_DECL inline
#endif
