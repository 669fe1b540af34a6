#pragma once
// Types that several APIs share.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <feishu/core/endpoint.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/timestamp.hpp>

namespace feishu {

/// Which kind of user id a request or answer uses.
enum class user_id_type { open_id, union_id, user_id };
BOOST_DESCRIBE_ENUM(user_id_type, open_id, union_id, user_id)

} // namespace feishu
