#pragma once
// Cards of the tenant besides the contents of messages, the tokens of their callbacks, and custom bots. References
// stay valid while the store lives.

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/card.hpp>
#include <feishu/emulator/card_template.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>

namespace feishu::emulator::detail {

inline constexpr std::chrono::minutes card_token_lifetime{30};

/// The token of a card callback, for a delayed update.
struct card_token {
    std::string value{};
    feishu::app_id app{};
    feishu::message_id message{};
    feishu::open_id user{};
    clock::time_point issued{};
    int uses = 0;
};

class card_store {
public:
    FEISHU_DECL card_entity& add(card_entity one);
    /// Null if there is no such entity.
    FEISHU_DECL card_entity* find(feishu::card_id const& id);
    /// The entity that a message shows; null if there is none.
    FEISHU_DECL card_entity* find_sent(feishu::message_id const& message);
    /// A message shows the entity from now on.
    FEISHU_DECL void bind(card_entity& entity, feishu::message_id const& message);

    FEISHU_DECL void add(card_template one);
    /// The latest version if `version` is empty.
    FEISHU_DECL card_template const* find_template(std::string const& id, std::string_view version) const;

    FEISHU_DECL ephemeral_card& add(ephemeral_card one);
    FEISHU_DECL ephemeral_card* find_ephemeral(feishu::message_id const& id);
    /// In no order.
    std::unordered_map<std::string, ephemeral_card> const& ephemeral() const { return ephemeral_; }

    /// The card of a message that differs for a user; null if the user sees that of everybody.
    FEISHU_DECL std::string const* find_copy(feishu::message_id const& message,
                                             feishu::open_id const& user) const;
    FEISHU_DECL void set_copy(feishu::message_id const& message, feishu::open_id const& user,
                              std::string document);
    void drop_copies(feishu::message_id const& message) {
        touched_copies_.add(message.str());
        copies_.erase(message.str());
    }

    FEISHU_DECL void add(card_token one);
    FEISHU_DECL card_token* find_token(std::string const& value);

    FEISHU_DECL custom_bot& add(custom_bot one);
    FEISHU_DECL custom_bot* find_custom_bot(std::string const& token);

    /// Counts a request for `what`, a message, card or bot, if no more than these were made in this second and minute.
    FEISHU_DECL bool take(std::string const& what, unsigned per_second, unsigned per_minute,
                          clock::time_point now);

private:
    struct usage {
        std::int64_t second = 0;
        std::int64_t minute = 0;
        unsigned in_second = 0;
        unsigned in_minute = 0;
    };

    friend struct store_access;

    touched_entries touched_entities_;
    touched_entries touched_sent_;
    touched_entries touched_templates_;
    touched_entries touched_ephemeral_;
    touched_entries touched_copies_;
    touched_entries touched_tokens_;
    touched_entries touched_bots_;
    touched_entries touched_usage_;
    std::unordered_map<std::string, card_entity> entities_;
    std::unordered_map<std::string, std::string> sent_; // card_id by message_id
    std::map<std::string, std::vector<card_template>> templates_;
    std::unordered_map<std::string, ephemeral_card> ephemeral_;
    std::unordered_map<std::string, std::map<feishu::open_id, std::string>> copies_;
    std::unordered_map<std::string, card_token> tokens_;
    std::deque<std::string> token_order_;
    std::unordered_map<std::string, custom_bot> custom_bots_;
    std::unordered_map<std::string, usage> usage_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/card_store.ipp>
#endif
