#pragma once
// Cards that are not built from structs: a template of the card editor, a card entity of cardkit, or a JSON
// document.
//
//     im::message::send(chat, card::from_template{.template_id = "AAq…", .variables = {{"host", "db-1"}}})

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>

namespace feishu::card {

/// A template of the card editor and the values of its variables.
struct from_template {
    static constexpr std::string_view msg_type = "interactive";
    static constexpr content_usage uses =
        content_usage::send | content_usage::reply | content_usage::patch | content_usage::batch;

    std::string template_id{};
    /// The latest published version if empty.
    std::string version{};
    boost::json::object variables{};

    /// Converts to the template and its values without the envelope, for cardkit.
    FEISHU_DECL field::json_text data() const;
    /// Converts to the content of a message, with the violations that validation found.
    FEISHU_DECL operator field::json_text() const;
};

/// A card entity created with cardkit.v1.card.create.
struct by_id {
    static constexpr std::string_view msg_type = "interactive";
    static constexpr content_usage uses = content_usage::send | content_usage::reply;

    feishu::card_id card_id{};

    /// Converts to the content of a message, with the violations that validation found.
    FEISHU_DECL operator field::json_text() const;
};

/// A card as a document in JSON 1.0 or 2.0. Only its syntax is validated; <feishu/content/card/check.hpp>
/// checks documents in JSON 2.0.
struct raw {
    static constexpr std::string_view msg_type = "interactive";
    static constexpr content_usage uses =
        content_usage::send | content_usage::reply | content_usage::patch | content_usage::batch;

    std::string json{};

    /// Converts to the content of a message, with the violations that validation found.
    FEISHU_DECL operator field::json_text() const;
};

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/reference.ipp>
#endif
