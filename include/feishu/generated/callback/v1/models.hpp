#pragma once
// Feishu callback v1: shared types. Generated from codegen/specs/callback/v1/models.json: edit that, then run codegen/run.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include <feishu/generated/common.hpp>

namespace feishu::callback::v1 {

/// Type of card data.
enum class callback_card_type { raw, template_, card_json };
BOOST_DESCRIBE_ENUM(callback_card_type, raw, template_, card_json)

/// Where an interaction took place.
enum class callback_host { im_message, im_top_notice };
BOOST_DESCRIBE_ENUM(callback_host, im_message, im_top_notice)

/// Toast style.
enum class toast_type { info, success, error, warning };
BOOST_DESCRIBE_ENUM(toast_type, info, success, error, warning)

namespace model {

/// Card to display.
struct callback_card {
    /// Type.
    open<v1::callback_card_type> type{};
    /// Card JSON, or a template with its variables.
    std::optional<boost::json::value> data{};
};
BOOST_DESCRIBE_STRUCT(callback_card, (), (type, data))

/// Context of the interaction.
struct callback_context {
    /// URL of the link.
    std::string url;
    /// Preview token, for im.v2.url_preview.batch_update.
    std::string preview_token;
    /// Message id.
    feishu::message_id open_message_id;
    /// Chat id.
    feishu::chat_id open_chat_id;
};
BOOST_DESCRIBE_STRUCT(callback_context, (), (url, preview_token, open_message_id, open_chat_id))

/// User who performed the operation.
struct callback_operator {
    /// Tenant of the user.
    feishu::tenant_key tenant_key;
    /// User id.
    feishu::user_id user_id;
    /// Union id.
    feishu::union_id union_id;
    /// Open id.
    feishu::open_id open_id;
};
BOOST_DESCRIBE_STRUCT(callback_operator, (), (tenant_key, user_id, union_id, open_id))

/// Interaction with an element of a card.
struct card_action {
    /// Value of the element, as defined in the card.
    boost::json::value value;
    /// Element tag.
    std::string tag;
    /// Time zone of the user.
    std::string timezone;
    /// Element name.
    std::string name;
    /// Form values, keyed by element name.
    boost::json::value form_value;
    /// Submitted input text.
    std::string input_value;
    /// Selected option of a single-select element.
    std::string option;
    /// Selected options of a multi-select element.
    std::vector<std::string> options;
    /// Whether it is checked.
    bool checked = false;
};
BOOST_DESCRIBE_STRUCT(card_action, (),
                      (value, tag, timezone, name, form_value, input_value, option, options, checked))

/// Toast message.
struct toast {
    /// Type.
    open<v1::toast_type> type{};
    /// Text.
    std::optional<std::string> content{};
    /// Localized text, keyed by language.
    std::optional<std::map<std::string, std::string>> i18n{};
};
BOOST_DESCRIBE_STRUCT(toast, (), (type, content, i18n))

/// Callback response; an empty object changes nothing.
struct card_action_response {
    /// Toast to display.
    std::optional<model::toast> toast{};
    /// Card to display.
    std::optional<model::callback_card> card{};
};
BOOST_DESCRIBE_STRUCT(card_action_response, (), (toast, card))

/// Callback response: a toast, or the members of the card that replaces the current one; an empty object
/// changes nothing.
struct legacy_card_response {
    /// Toast to display.
    std::optional<model::toast> toast{};
    /// Configuration of the card.
    std::optional<boost::json::value> config{};
    /// Header of the card.
    std::optional<boost::json::value> header{};
    /// Elements of the card.
    std::optional<boost::json::value> elements{};
    /// Localized elements of the card.
    std::optional<boost::json::value> i18n_elements{};
    /// Localized header of the card.
    std::optional<boost::json::value> i18n_header{};
    /// Link of the card.
    std::optional<boost::json::value> card_link{};
    /// Users whose card is updated, for a card that is not shared.
    field::list<feishu::open_id> open_ids{};
};
BOOST_DESCRIBE_STRUCT(legacy_card_response, (),
                      (toast, config, header, elements, i18n_elements, i18n_header, card_link, open_ids))

/// Target of a link, per client.
struct url_preview_url {
    /// Text copied to the clipboard.
    std::optional<std::string> copy_url{};
    /// URL for iOS clients.
    std::optional<std::string> ios{};
    /// URL for Android clients.
    std::optional<std::string> android{};
    /// URL for desktop clients.
    std::optional<std::string> pc{};
    /// URL for web clients.
    std::optional<std::string> web{};
};
BOOST_DESCRIBE_STRUCT(url_preview_url, (), (copy_url, ios, android, pc, web))

/// Inline preview of a link.
struct url_preview_inline {
    /// Text.
    std::optional<std::string> title{};
    /// Localized text, keyed by language.
    std::optional<std::map<std::string, std::string>> i18n_title{};
    /// Icon.
    std::optional<feishu::image_key> image_key{};
    /// Target of the preview; defaults to the link itself.
    std::optional<model::url_preview_url> url{};
};
BOOST_DESCRIBE_STRUCT(url_preview_inline, (), (title, i18n_title, image_key, url))

/// Preview of a link.
struct url_preview_response {
    /// Inline preview of the link.
    std::optional<model::url_preview_inline> inline_{};
    /// Card to display.
    std::optional<model::callback_card> card{};
};
BOOST_DESCRIBE_STRUCT(url_preview_response, (), (inline_, card))

} // namespace model

} // namespace feishu::callback::v1
