#pragma once
// What holds for a whole card: `card::config{.streaming_mode = true, .summary = card::summary{"writing…"}}`.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <feishu/content/card/text.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/violation.hpp>

namespace feishu::card {

/// How wide a card is: up to 600 px, 400 px, or as wide as the chat.
enum class width_mode { default_, compact, fill };
BOOST_DESCRIBE_ENUM(width_mode, default_, compact, fill)

/// What new text does to text that is still being typed out: it shows it at once, or waits for it.
enum class print_strategy { fast, delay };
BOOST_DESCRIBE_ENUM(print_strategy, fast, delay)

/// A number for each client.
struct by_client {
    std::optional<int> default_{};
    std::optional<int> android{};
    std::optional<int> ios{};
    std::optional<int> pc{};
};
BOOST_DESCRIBE_STRUCT(by_client, (), (default_, android, ios, pc))

/// How streamed text is typed out.
struct streaming_config {
    std::optional<by_client> print_frequency_ms{}; ///< between two steps
    std::optional<by_client> print_step{};         ///< characters in a step
    open<feishu::card::print_strategy> print_strategy{};
};
BOOST_DESCRIBE_STRUCT(streaming_config, (), (print_frequency_ms, print_step, print_strategy))

/// What the list of chats shows of the card.
struct summary {
    std::optional<std::string> content{};
    std::optional<translations> i18n_content{};
};
BOOST_DESCRIBE_STRUCT(summary, (), (content, i18n_content))

/// A text size of one's own.
struct custom_text_size {
    std::optional<std::string> default_{}; ///< for clients that know only one
    std::optional<std::string> pc{};
    std::optional<std::string> mobile{};
};
BOOST_DESCRIBE_STRUCT(custom_text_size, (), (default_, pc, mobile))

/// A colour of one's own: `rgba(5,157,178,0.52)`.
struct custom_color {
    std::optional<std::string> light_mode{};
    std::optional<std::string> dark_mode{};
};
BOOST_DESCRIBE_STRUCT(custom_color, (), (light_mode, dark_mode))

/// Sizes and colours of one's own; elements name them where they name a size or a colour.
struct style {
    std::optional<std::map<std::string, custom_text_size>> text_size{};
    std::optional<std::map<std::string, custom_color>> color{};
};
BOOST_DESCRIBE_STRUCT(style, (), (text_size, color))

/// What holds for a whole card.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
struct config {
    /// Text is streamed into the card. The platform ends it after 10 minutes.
    std::optional<bool> streaming_mode{};
    std::optional<feishu::card::streaming_config> streaming_config{};
    std::optional<feishu::card::summary> summary{};
    /// The languages that count, of those that texts have translations for.
    std::optional<std::vector<std::string>> locales{};
    /// Whether it can be forwarded; yes by default.
    std::optional<bool> enable_forward{};
    /// Whether a change shows to everybody; a 2.0 card takes nothing but true, its default.
    std::optional<bool> update_multi{};
    open<feishu::card::width_mode> width_mode{};
    /// Whether "translate" shows the translations that the card carries.
    std::optional<bool> use_custom_translation{};
    /// Whether call-backs still work after forwarding; no by default.
    std::optional<bool> enable_forward_interaction{};
    std::optional<feishu::card::style> style{};
};
BOOST_DESCRIBE_STRUCT(config, (),
                      (streaming_mode, streaming_config, summary, locales, enable_forward, update_multi, width_mode,
                       use_custom_translation, enable_forward_interaction, style))
FEISHU_DECL void rules(config const& value, violations& found);

/// The document {"config":…}, which cardkit.v1.card.settings takes.
FEISHU_DECL field::json_text settings_json(config const& value);

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/card_config.ipp>
#endif
