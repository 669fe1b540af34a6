#pragma once
// Feishu callback v1: shared types. Generated from codegen/specs/callback/v1/models.json: edit that, then run codegen/run.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include <feishu/generated/common.hpp>

namespace feishu::callback::v1 {

/// What card data is.
enum class callback_card_type { raw, template_, card_json };
BOOST_DESCRIBE_ENUM(callback_card_type, raw, template_, card_json)

/// Where something was shown.
enum class callback_host { im_message, im_top_notice };
BOOST_DESCRIBE_ENUM(callback_host, im_message, im_top_notice)

/// Looks of a toast.
enum class toast_type { info, success, error, warning };
BOOST_DESCRIBE_ENUM(toast_type, info, success, error, warning)

namespace model {

/// A card to show.
struct callback_card {
    open<v1::callback_card_type> type{};
    /// The card, or a template and its values.
    std::optional<boost::json::value> data{};
};
BOOST_DESCRIBE_STRUCT(callback_card, (), (type, data))

/// Where it was.
struct callback_context {
    /// The link.
    std::string url;
    /// Lets the preview be updated: im.v2.url_preview.batch_update.
    std::string preview_token;
    feishu::message_id open_message_id;
    feishu::chat_id open_chat_id;
};
BOOST_DESCRIBE_STRUCT(callback_context, (), (url, preview_token, open_message_id, open_chat_id))

/// Who did it.
struct callback_operator {
    /// The tenant they belong to.
    feishu::tenant_key tenant_key;
    feishu::user_id user_id;
    feishu::union_id union_id;
    feishu::open_id open_id;
};
BOOST_DESCRIBE_STRUCT(callback_operator, (), (tenant_key, user_id, union_id, open_id))

/// What was done to which element of a card.
struct card_action {
    /// What the element carries, as the card says.
    boost::json::value value;
    /// The kind of element.
    std::string tag;
    /// The user's time zone.
    std::string timezone;
    /// The element's name.
    std::string name;
    /// The values of a form, by name.
    boost::json::value form_value;
    /// What was typed.
    std::string input_value;
    /// What was chosen, when one can be.
    std::string option;
    /// What was chosen, when several can be.
    std::vector<std::string> options;
    /// Whether it was ticked.
    bool checked = false;
};
BOOST_DESCRIBE_STRUCT(card_action, (),
                      (value, tag, timezone, name, form_value, input_value, option, options, checked))

/// A short notice.
struct toast {
    open<v1::toast_type> type{};
    /// The text.
    std::optional<std::string> content{};
    /// The text by language.
    std::optional<std::map<std::string, std::string>> i18n{};
};
BOOST_DESCRIBE_STRUCT(toast, (), (type, content, i18n))

/// What the user gets to see; an empty object changes nothing.
struct card_action_answer {
    /// A notice to show.
    std::optional<model::toast> toast{};
    /// The card to show.
    std::optional<model::callback_card> card{};
};
BOOST_DESCRIBE_STRUCT(card_action_answer, (), (toast, card))

/// Where a link leads, by client.
struct url_preview_url {
    /// What copying yields.
    std::optional<std::string> copy_url{};
    std::optional<std::string> ios{};
    std::optional<std::string> android{};
    std::optional<std::string> pc{};
    std::optional<std::string> web{};
};
BOOST_DESCRIBE_STRUCT(url_preview_url, (), (copy_url, ios, android, pc, web))

/// The text that stands for a link.
struct url_preview_inline {
    /// The text.
    std::optional<std::string> title{};
    /// The text by language.
    std::optional<std::map<std::string, std::string>> i18n_title{};
    /// The icon.
    std::optional<feishu::image_key> image_key{};
    /// Where it leads; left out, to the link.
    std::optional<model::url_preview_url> url{};
};
BOOST_DESCRIBE_STRUCT(url_preview_inline, (), (title, i18n_title, image_key, url))

/// What stands for a link.
struct url_preview_answer {
    /// The text that stands for the link.
    std::optional<model::url_preview_inline> inline_{};
    /// The card to show.
    std::optional<model::callback_card> card{};
};
BOOST_DESCRIBE_STRUCT(url_preview_answer, (), (inline_, card))

} // namespace model

} // namespace feishu::callback::v1
