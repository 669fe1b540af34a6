// first: feishu-cpp needs Boost 1.81 or newer: apt install libboost1.81-dev
// bad-flags: -DBOOST_VERSION_HPP -DBOOST_VERSION=107400
// expect: the compilation ends here
#include <feishu/client.hpp>
