#pragma once
// A template of the card editor, which `state::add_card_template` publishes. Plain data.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <optional>
#include <set>
#include <string>

#include <boost/json/object.hpp>

#include <feishu/core/ids.hpp>

namespace feishu::emulator {

/// A published version of a template of the card editor.
struct card_template {
    std::string template_id{};
    std::string version{};
    std::string document{};          ///< a card with `${name}` where variables are inserted
    boost::json::object variables{}; ///< names with default values, which determine their types
    std::optional<std::set<feishu::app_id>> apps{}; ///< that may use it; all if not set
};

} // namespace feishu::emulator
