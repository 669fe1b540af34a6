#pragma once
// Card-wide settings: `card::config{.streaming_mode = true, .summary = card::summary{"writing…"}}`.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

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
#include <feishu/json/unknown_members.hpp>

namespace feishu::card {

/// Card width: up to 600 px, up to 400 px, or the width of the chat.
enum class width_mode { default_, compact, fill };
BOOST_DESCRIBE_ENUM(width_mode, default_, compact, fill)

/// What happens to text that is still being typed out when new text arrives: the rest is displayed at once,
/// or finished first.
enum class print_strategy { fast, delay };
BOOST_DESCRIBE_ENUM(print_strategy, fast, delay)

/// One number per client.
struct by_client {
    std::optional<int> default_{};
    std::optional<int> android{};
    std::optional<int> ios{};
    std::optional<int> pc{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(by_client, (), (default_, android, ios, pc, unknown))

/// Typing animation of streamed text.
struct streaming_config {
    std::optional<by_client> print_frequency_ms{}; ///< milliseconds between two steps
    std::optional<by_client> print_step{};         ///< characters per step
    open<feishu::card::print_strategy> print_strategy{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(streaming_config, (), (print_frequency_ms, print_step, print_strategy, unknown))

/// Preview of the card in the chat list.
struct summary {
    std::optional<std::string> content{};
    std::optional<translations> i18n_content{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(summary, (), (content, i18n_content, unknown))

/// A custom text size.
struct custom_text_size {
    std::optional<std::string> default_{}; ///< fallback for clients without per-device sizes
    std::optional<std::string> pc{};
    std::optional<std::string> mobile{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(custom_text_size, (), (default_, pc, mobile, unknown))

/// A custom color: `rgba(5,157,178,0.52)`.
struct custom_color {
    std::optional<std::string> light_mode{};
    std::optional<std::string> dark_mode{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(custom_color, (), (light_mode, dark_mode, unknown))

/// Custom text sizes and colors by name; elements refer to them by that name.
struct style {
    std::optional<std::map<std::string, custom_text_size>> text_size{};
    std::optional<std::map<std::string, custom_color>> color{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(style, (), (text_size, color, unknown))

/// Card-wide settings.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
struct config {
    /// Streaming mode: text can be streamed into the card. The platform closes it after 10 minutes.
    std::optional<bool> streaming_mode{};
    std::optional<feishu::card::streaming_config> streaming_config{};
    std::optional<feishu::card::summary> summary{};
    /// Languages in effect; all languages that have translations if omitted.
    std::optional<std::vector<std::string>> locales{};
    /// Whether the card can be forwarded; defaults to true.
    std::optional<bool> enable_forward{};
    /// Whether all recipients share one card; JSON 2.0 accepts only true, the default.
    std::optional<bool> update_multi{};
    open<feishu::card::width_mode> width_mode{};
    /// Whether "translate" uses the translations in the card.
    std::optional<bool> use_custom_translation{};
    /// Whether interactions still work in a forwarded card; defaults to false.
    std::optional<bool> enable_forward_interaction{};
    std::optional<feishu::card::style> style{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(config, (),
                      (streaming_mode, streaming_config, summary, locales, enable_forward, update_multi, width_mode,
                       use_custom_translation, enable_forward_interaction, style, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(config const& value, violations& found);

/// Converts to the document {"config":…} for cardkit.v1.card.settings.
FEISHU_DECL field::json_text settings_json(config const& value);

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/card_config.ipp>
#endif
