// expect: fewer values than the platform needs in this list
#include <string>

#include <feishu/core/field.hpp>

#ifdef BAD
feishu::field::list<std::string, 2, 5> members = {"ou_1"};
#else
feishu::field::list<std::string, 2, 5> members = {"ou_1", "ou_2"};
#endif
