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
reflect::enumerator_list<"raw, template_, card_json"> feishu_enumerators(callback_card_type**);

/// Where an interaction took place.
enum class callback_host { im_message, im_top_notice };
reflect::enumerator_list<"im_message, im_top_notice"> feishu_enumerators(callback_host**);

/// Toast style.
enum class toast_type { info, success, error, warning };
reflect::enumerator_list<"info, success, error, warning"> feishu_enumerators(toast_type**);

namespace model {

/// Card to display.
struct callback_card {
    /// Type.
    open<v1::callback_card_type> type{};
    /// Card JSON, or a template with its variables.
    std::optional<boost::json::value> data{};
};

reflect::member_list<"type, data", &callback_card::type, &callback_card::data>
feishu_members(callback_card**);

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

reflect::member_list<"url, preview_token, open_message_id, open_chat_id", &callback_context::url,
                     &callback_context::preview_token, &callback_context::open_message_id,
                     &callback_context::open_chat_id>
feishu_members(callback_context**);

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

reflect::member_list<"tenant_key, user_id, union_id, open_id", &callback_operator::tenant_key,
                     &callback_operator::user_id, &callback_operator::union_id, &callback_operator::open_id>
feishu_members(callback_operator**);

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

reflect::member_list<"value, tag, timezone, name, form_value, input_value, option, options, checked",
                     &card_action::value, &card_action::tag, &card_action::timezone, &card_action::name,
                     &card_action::form_value, &card_action::input_value, &card_action::option,
                     &card_action::options, &card_action::checked>
feishu_members(card_action**);

/// Toast message.
struct toast {
    /// Type.
    open<v1::toast_type> type{};
    /// Text.
    std::optional<std::string> content{};
    /// Localized text, keyed by language.
    std::optional<std::map<std::string, std::string>> i18n{};
};

reflect::member_list<"type, content, i18n", &toast::type, &toast::content, &toast::i18n>
feishu_members(toast**);

/// Callback response; an empty object changes nothing.
struct card_action_response {
    /// Toast to display.
    std::optional<model::toast> toast{};
    /// Card to display.
    std::optional<model::callback_card> card{};
};

reflect::member_list<"toast, card", &card_action_response::toast, &card_action_response::card>
feishu_members(card_action_response**);

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

reflect::member_list<"toast, config, header, elements, i18n_elements, i18n_header, card_link, open_ids",
                     &legacy_card_response::toast, &legacy_card_response::config,
                     &legacy_card_response::header, &legacy_card_response::elements,
                     &legacy_card_response::i18n_elements, &legacy_card_response::i18n_header,
                     &legacy_card_response::card_link, &legacy_card_response::open_ids>
feishu_members(legacy_card_response**);

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

reflect::member_list<"copy_url, ios, android, pc, web", &url_preview_url::copy_url, &url_preview_url::ios,
                     &url_preview_url::android, &url_preview_url::pc, &url_preview_url::web>
feishu_members(url_preview_url**);

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

reflect::member_list<"title, i18n_title, image_key, url", &url_preview_inline::title,
                     &url_preview_inline::i18n_title, &url_preview_inline::image_key,
                     &url_preview_inline::url>
feishu_members(url_preview_inline**);

/// Preview of a link.
struct url_preview_response {
    /// Inline preview of the link.
    std::optional<model::url_preview_inline> inline_{};
    /// Card to display.
    std::optional<model::callback_card> card{};
};

reflect::member_list<"inline_, card", &url_preview_response::inline_, &url_preview_response::card>
feishu_members(url_preview_response**);

} // namespace model

} // namespace feishu::callback::v1
