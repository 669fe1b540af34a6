#pragma once
// Essential members of the responses of im.v2.tag; see core/essential.hpp.

#include <string_view>

#include <feishu/generated/im/v2/tag.hpp>

namespace feishu::im::v2::tag {

/// The essential member of the response, unless the response states why there is none; see
/// core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.id.empty() && !response.create_tag_fail_reason ? "id" : "";
}

} // namespace feishu::im::v2::tag
