#pragma once
// Cards that are not built here: a template of the card editor, a card kept by cardkit, JSON from elsewhere.
//
//     im::message::send(chat, card::from_template{.template_id = "AAq…", .variables = {{"host", "db-1"}}})

#include <cstddef>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>

namespace feishu::card {

/// A template of the card editor and its values.
struct from_template {
    static constexpr std::string_view msg_type = "interactive";
    static constexpr content_usage uses =
        content_usage::send | content_usage::reply | content_usage::patch | content_usage::batch;

    std::string template_id{};
    /// The newest published one when it is empty.
    std::string version{};
    boost::json::object variables{};

    /// The template and its values alone, as cardkit takes them.
    FEISHU_DECL field::json_text data() const;
    /// The content of a message; what is wrong comes with it.
    FEISHU_DECL operator field::json_text() const;
};

/// A card made with cardkit.v1.card.create.
struct by_id {
    static constexpr std::string_view msg_type = "interactive";
    static constexpr content_usage uses = content_usage::send | content_usage::reply;

    feishu::card_id card_id{};

    /// The content of a message; what is wrong comes with it.
    FEISHU_DECL operator field::json_text() const;
};

/// A card as JSON, of either version: what this library does not know, and JSON 1.0. Only its syntax is checked.
struct raw {
    static constexpr std::string_view msg_type = "interactive";
    static constexpr content_usage uses =
        content_usage::send | content_usage::reply | content_usage::patch | content_usage::batch;

    std::string json{};

    /// The content of a message; what is wrong comes with it.
    FEISHU_DECL operator field::json_text() const;
};

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/reference.ipp>
#endif
