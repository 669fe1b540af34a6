// first: feishu-cpp needs C\+\+20: compile with -std=c\+\+20
// bad-flags: -std=c++17
// expect: the compilation ends here
#include <feishu/client.hpp>
