// first-gcc: feishu-cpp needs g\+\+ 12 or newer
// bad-flags-gcc: -U__GNUC__ -D__GNUC__=11 -Wno-builtin-macro-redefined
// first-clang: feishu-cpp needs clang 16 or newer
// bad-flags-clang: -Wno-builtin-macro-redefined -U__clang_major__ -D__clang_major__=15
// expect: the compilation ends here
#include <feishu/client.hpp>
