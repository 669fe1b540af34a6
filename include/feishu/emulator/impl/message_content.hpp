#pragma once
// Checks message content as the platform does when it receives it, and extracts its mentions.

#include <string>
#include <string_view>
#include <vector>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

class state;

/// Content as the platform stores it: mentions replaced by keys, a post reduced to one language.
struct stored_content {
    std::string document{};
    std::vector<im::v1::model::mention> mentions{};
};

/// Checks and converts. Errors: 230001 if the document does not match msg_type, 230099 for a card that is not
/// an object.
FEISHU_DECL result<stored_content> store_content(state& tenant, std::string_view msg_type,
                                                 std::string const& document);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/message_content.ipp>
#endif
