#pragma once
// call_handler: the completion handler of an asynchronous call, whatever token made it.

#include <boost/asio/any_completion_handler.hpp>

#include <feishu/core/error.hpp>

namespace feishu::detail {

using call_handler = boost::asio::any_completion_handler<void(result<void>)>;

} // namespace feishu::detail
