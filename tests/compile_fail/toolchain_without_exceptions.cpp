// first: feishu-cpp needs exceptions: compile without -fno-exceptions
// bad-flags: -fno-exceptions
// expect: the compilation ends here
#include <feishu/client.hpp>
