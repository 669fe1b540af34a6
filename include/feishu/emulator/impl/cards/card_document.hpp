#pragma once
// The card of a message as the platform checks it: a document in JSON 1.0 or 2.0, a template with its variables, or
// an entity of cardkit. No I/O.

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/clock.hpp>

namespace feishu::emulator {

class state;

namespace detail {

inline constexpr std::size_t max_card_bytes = 30u << 10;
/// How long cards in JSON 2.0 can be changed and used, and those in 1.0 be changed.
inline constexpr std::chrono::days card_lifetime{14};

/// Why a card is refused. Codes are those that message endpoints write into the msg of 230099.
struct card_problem {
    int code = 0; ///< 0: none; 230025: too long
    std::string message{};
    std::string path{};
    std::string value{};
};

/// A card that was accepted.
struct card_document {
    boost::json::value json{};
    feishu::card_id entity{}; ///< of cardkit, if it is one
};

/// The error of message endpoints: 230025, or 230099 with `ErrCode: N; ErrMsg: …; ErrPath: …; ErrorValue: …`.
FEISHU_DECL error card_error(card_problem const& why);

/// Checks a card in JSON 1.0 or 2.0.
FEISHU_DECL card_problem check_card(state& tenant, boost::json::value const& card);

/// Reads the content of a message: resolves templates that `app` may use, and entities of `app` that were not sent
/// yet.
FEISHU_DECL card_problem read_card(state& tenant, feishu::app_id const& app,
                                   boost::json::value const& content, card_document& into);

/// A member that is an object, of what may be one; null if there is none.
FEISHU_DECL boost::json::object const* object_member(boost::json::value const& of, std::string_view name);
/// A member that is a string; empty if there is none.
FEISHU_DECL std::string text_in(boost::json::object const& of, std::string_view name);

/// Whether the card has the structure of JSON 2.0.
FEISHU_DECL bool is_card_2(boost::json::value const& card);
/// Whether all users see the same card: always in JSON 2.0, with update_multi in 1.0.
FEISHU_DECL bool is_shared(boost::json::value const& card);
/// Whether `config.streaming_mode` is set.
FEISHU_DECL bool asks_streaming(boost::json::value const& card);
/// The value of a document that was accepted before; null if it is none.
FEISHU_DECL boost::json::value parse_card(std::string_view document);

} // namespace detail
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/cards/card_document.ipp>
#endif
