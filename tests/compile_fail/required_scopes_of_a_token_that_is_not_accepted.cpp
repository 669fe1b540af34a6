// expect: one of the endpoints does not accept this kind of token
#include <feishu/api/im/v1/message.hpp>
#include <feishu/core/scopes.hpp>

namespace im = feishu::im::v1;

#ifndef BAD
constexpr auto scopes = feishu::required_scopes<feishu::token::tenant, im::message::urgent_app>();
#else
constexpr auto scopes = feishu::required_scopes<feishu::token::user, im::message::urgent_app>();
#endif
static_assert(!scopes.empty());
