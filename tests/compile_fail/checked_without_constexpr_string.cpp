// only: clang
// flags: -stdlib=libstdc++
// expect: checked<> needs a constexpr std::string: use g\+\+ 12, or clang with -stdlib=libc\+\+
#include <feishu/api/im/v1/message.hpp>
#include <feishu/core/checked.hpp>

namespace im = feishu::im::v1;

#ifdef BAD
auto const request = feishu::checked<[] { return im::message::get{.message_id = "om_1"}; }>();
#else
auto const request = im::message::get{.message_id = "om_1"};
#endif
