#pragma once

#include <boost/describe/enum_to_string.hpp>

#include <feishu/emulator/fault.hpp>

namespace feishu::emulator {

FEISHU_DECL std::string_view to_string(fault kind) {
    return boost::describe::enum_to_string(kind, "unknown");
}

} // namespace feishu::emulator
