#pragma once
// Cards in JSON 2.0. Elements are structs, a card contains them, and both are validated before a message is
// sent.
//
//     namespace card = feishu::card;
//     client.call(im::message::send(chat, card::card{
//         .header = card::header{.title = "Deploy 1.4?", .template_ = card::template_color::orange},
//         .body = {.elements = {
//             card::markdown{"to **production**"},
//             card::button{.text = "Go", .behaviors = {card::callback({{"deploy", "1.4"}})}},
//         }},
//     }));
//
// For JSON 1.0 cards, templates and card entities see <feishu/content/card/reference.hpp>, which is included
// here; for a checker that also reports questionable but accepted content, <feishu/content/card/check.hpp>.

#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/card/behavior.hpp>
#include <feishu/content/card/card_config.hpp>
#include <feishu/content/card/containers.hpp>
#include <feishu/content/card/display_elements.hpp>
#include <feishu/content/card/element.hpp>
#include <feishu/content/card/header.hpp>
#include <feishu/content/card/interactive.hpp>
#include <feishu/content/card/reference.hpp>
#include <feishu/content/card/text.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/json/unknown_members.hpp>

namespace feishu::card {

/// The elements of a card and their layout.
struct body {
    field::list<element> elements{};
    open<feishu::card::direction> direction{};
    std::optional<std::string> padding{};
    std::optional<std::string> horizontal_spacing{};
    open<align> horizontal_align{};
    std::optional<std::string> vertical_spacing{};
    open<feishu::card::vertical_align> vertical_align{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(body, (),
                      (elements, direction, padding, horizontal_spacing, horizontal_align, vertical_spacing,
                       vertical_align, unknown))

/// A card in JSON 2.0. Clients from version 7.20 on display it; older ones display its title and a request to
/// upgrade.
///
///     card::card{.body = {.elements = {card::markdown{"**done**"}}}}
///
/// Validated before it is sent: the limits of every field; at most 200 elements, texts included; unique
/// element_id and audio_id; forms only as direct children of the body, with names and a submit button; at
/// most five tables, those in Markdown included; containers at most five deep; URLs; withdrawn tags and
/// members. Parts that this library has no struct for are validated as well. The size, 30 KB, is validated by
/// the request that sends it. Members that were read but are not described are kept in `unknown` and written
/// back.
/// Thread safety: that of a plain struct; elements are immutable and may be shared between threads.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
struct card {
    static constexpr std::string_view msg_type = "interactive";
    static constexpr content_usage uses =
        content_usage::send | content_usage::reply | content_usage::patch | content_usage::batch;

    std::optional<feishu::card::config> config{};
    /// Link that a click on the card opens.
    std::optional<link> card_link{};
    std::optional<feishu::card::header> header{};
    feishu::card::body body{};
    std::optional<std::string> schema = "2.0";
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read

    /// Converts to the content of a message, with the violations that validation found.
    FEISHU_DECL operator field::json_text() const;
};
BOOST_DESCRIBE_STRUCT(card, (), (schema, config, card_link, header, body, unknown))
/// Reports rules across the elements of a card; called by validation.
FEISHU_DECL void rules(card const& value, violations& found);

/// Sets update_multi, which cards need to be updated with im.v1.message.patch.
FEISHU_DECL card patchable(card from);

/// Reads a card in JSON 2.0, which can be written back without loss.
/// Errors: kind decode for text that is not JSON, and for a card in JSON 1.0 (field `schema`; use card::raw).
FEISHU_DECL result<card> read(std::string_view json);

/// The card as a JSON object, for requests that take it as one: interactive.v1.card.update, ephemeral.v1.message.send.
FEISHU_DECL boost::json::value to_value(card const& of);

/// Summarizes a card for a log or a test: one line for its title and for each element, indented by depth.
FEISHU_DECL std::string outline(card const& of);

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/element_reader.ipp>
#include <feishu/content/impl/card.ipp>
#endif
