#pragma once
// Operations on card entities: their common checks, changes of the document, and the outcome.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/card.hpp>

namespace feishu::emulator {

class state;

namespace detail {

/// What all operations have.
struct card_operation {
    feishu::card_id card_id{};
    std::string uuid{}; ///< empty if there is none
    std::int64_t sequence = 0;
    std::string what{}; ///< the operation and its parameters: a uuid names one of them
};

/// An operation's change of the card.
using card_change = std::function<result<void>(card_entity const& entity, boost::json::value& card)>;

/// Runs an operation: nothing is changed if it fails, or if its uuid repeats an earlier one.
FEISHU_DECL result<void> run_operation(state& tenant, caller const& who, card_operation const& operation,
                                       card_change const& change);

/// The cardkit error of a card that is not valid; none if it is.
FEISHU_DECL result<void> check_entity(state& tenant, boost::json::value const& card);

/// Whether streaming mode is on and has not timed out.
FEISHU_DECL bool is_streaming(card_entity const& entity, clock::time_point now);

// Changes of a document.

FEISHU_DECL result<void> change_settings(boost::json::value& card, boost::json::value const& settings);
FEISHU_DECL result<void> add_elements(boost::json::value& card, std::string_view position,
                                      std::string_view target, boost::json::value const& elements);
FEISHU_DECL result<void> replace_element(boost::json::value& card, std::string_view id,
                                         boost::json::value const& element);
FEISHU_DECL result<void> patch_element(boost::json::value& card, std::string_view id,
                                       boost::json::value const& members);
FEISHU_DECL result<void> delete_element(boost::json::value& card, std::string_view id);
FEISHU_DECL result<void> stream_text(boost::json::value& card, std::string_view id, std::string_view text);

} // namespace detail
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/cards/card_operation.ipp>
#endif
