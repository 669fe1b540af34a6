#pragma once
// no_content: the response of a control endpoint that has nothing to say but that it was done.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <boost/describe/class.hpp>

namespace feishu::emulator::control {

struct no_content {};
BOOST_DESCRIBE_STRUCT(no_content, (), ())

} // namespace feishu::emulator::control
