// expect: describe this type with BOOST_DESCRIBE_STRUCT
#include <string>

#include <boost/describe/class.hpp>

#include <feishu/json/write.hpp>

struct point {
    int x = 0;
};
#ifndef BAD
BOOST_DESCRIBE_STRUCT(point, (), (x))
#endif

std::string body() { return feishu::json::to_string(point{}); }
