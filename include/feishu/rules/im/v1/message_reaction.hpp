#pragma once
// Essential members of the responses of im.v1.message_reaction; see core/essential.hpp.

#include <string_view>

#include <feishu/generated/im/v1/message_reaction.hpp>

namespace feishu::im::v1::message_reaction {

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.reaction_id.empty() ? "reaction_id" : "";
}

} // namespace feishu::im::v1::message_reaction
