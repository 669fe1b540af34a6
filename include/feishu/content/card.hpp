#pragma once
// Cards, JSON 2.0: elements are structs, a card is what holds them, and both are checked before anything is sent.
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
// JSON 1.0 cards, templates and cards kept by the platform: <feishu/content/card/reference.hpp>, included here.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>

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

namespace feishu::card {

/// The elements of a card and how they are laid out.
struct body {
    field::list<element> elements{};
    open<feishu::card::direction> direction{};
    std::optional<std::string> padding{};
    std::optional<std::string> horizontal_spacing{};
    open<align> horizontal_align{};
    std::optional<std::string> vertical_spacing{};
    open<feishu::card::vertical_align> vertical_align{};
};
BOOST_DESCRIBE_STRUCT(body, (),
                      (elements, direction, padding, horizontal_spacing, horizontal_align, vertical_spacing,
                       vertical_align))

/// A card. Clients from 7.20 on show it; older ones show its title and ask to be upgraded.
/// https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
///
/// Checked before it is sent: every field's own limits; at most 200 elements, texts counted; element_id and audio_id
/// unique; forms in the body itself, with names and a button that submits; at most five tables, in the body itself;
/// containers at most five deep; addresses. The size, 30 KB, is checked by what sends it.
struct card {
    static constexpr std::string_view msg_type = "interactive";
    static constexpr std::size_t max_bytes = max_rich_content_bytes; ///< of the request's body
    static constexpr content_usage uses =
        content_usage::send | content_usage::reply | content_usage::patch | content_usage::batch;

    std::optional<feishu::card::config> config{};
    /// Where a click on the card leads.
    std::optional<link> card_link{};
    std::optional<feishu::card::header> header{};
    feishu::card::body body{};
    std::string schema = "2.0";

    /// The content of a message; what is wrong comes with it.
    FEISHU_DECL operator field::json_text() const;
};
BOOST_DESCRIBE_STRUCT(card, (), (schema, config, card_link, header, body))
FEISHU_DECL void rules(card const& value, violations& found);

/// The same card with update_multi said outright, which cards that im.v1.message.patch changes need.
FEISHU_DECL card patchable(card from);

/// Reads a card. Errors: kind decode, also for a card of JSON 1.0 (take `raw` for those).
FEISHU_DECL result<card> read(std::string_view json);

/// The card for a log or a test: one line for its title and for each element, indented by depth.
FEISHU_DECL std::string outline(card const& of);

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/card.ipp>
#endif
