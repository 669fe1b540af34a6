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
    feishu::card_id card{}; ///< the entity of cardkit that the message shows
};

/// Checks and converts the content of a message of `app`; templates become the cards that they describe. Errors:
/// 230001 if the document does not match msg_type, 230025 for a card of more than 30 KB, 230099 for one that is not
/// valid.
FEISHU_DECL result<stored_content> store_content(state& tenant, std::string_view msg_type,
                                                 std::string const& document, feishu::app_id const& app = {});

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/message_content.ipp>
#endif
