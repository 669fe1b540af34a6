// expect: more values than this part of an endpoint_spec holds
#include <string_view>

#include <feishu/core/impl/static_list.hpp>

#ifdef BAD
constexpr feishu::static_list<std::string_view, 2> list{"a", "b", "c"};
#else
constexpr feishu::static_list<std::string_view, 2> list{"a", "b"};
#endif
