#pragma once
// What responses of im.v2.tag must have.

#include <string_view>

#include <feishu/generated/im/v2/tag.hpp>

namespace feishu::im::v2::tag {

/// The response must have this, unless it states why there is none; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.id.empty() && !response.create_tag_fail_reason ? "id" : "";
}

} // namespace feishu::im::v2::tag
