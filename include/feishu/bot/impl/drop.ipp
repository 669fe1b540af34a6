#pragma once

#include <boost/describe/enum_to_string.hpp>

#include <feishu/bot/drop.hpp>

namespace feishu {

FEISHU_DECL std::string_view to_string(drop_reason reason) {
    return boost::describe::enum_to_string(reason, "unknown");
}

} // namespace feishu
