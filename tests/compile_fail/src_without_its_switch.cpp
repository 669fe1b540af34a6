// first: define FEISHU_SEPARATE_COMPILATION for every file of the program
// bad-flags: -UFEISHU_SEPARATE_COMPILATION
#ifdef FEISHU_SEPARATE_COMPILATION
#include <feishu/core/version.hpp>
#else
#include <feishu/src.hpp>
#endif
