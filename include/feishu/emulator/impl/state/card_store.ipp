#pragma once

#include <chrono>
#include <utility>

#include <feishu/emulator/impl/state/card_store.hpp>

namespace feishu::emulator::detail {

template <class Map>
auto* find_value(Map& in, std::string const& key) {
    auto const found = in.find(key);
    return found == in.end() ? nullptr : &found->second;
}

FEISHU_DECL card_entity& card_store::add(card_entity one) {
    auto key = one.card_id.str();
    touched_entities_.add(key);
    return entities_[std::move(key)] = std::move(one);
}

FEISHU_DECL card_entity* card_store::find(feishu::card_id const& id) {
    touched_entities_.add(id.str());
    return find_value(entities_, id.str());
}

FEISHU_DECL card_entity* card_store::find_sent(feishu::message_id const& message) {
    auto const* id = find_value(sent_, message.str());
    return id != nullptr ? find(feishu::card_id(*id)) : nullptr;
}

FEISHU_DECL void card_store::bind(card_entity& entity, feishu::message_id const& message) {
    touched_entities_.add(entity.card_id.str());
    touched_sent_.add(message.str());
    entity.message = message;
    sent_[message.str()] = entity.card_id.str();
}

FEISHU_DECL void card_store::add(card_template one) {
    touched_templates_.add(one.template_id);
    auto& versions = templates_[one.template_id];
    versions.push_back(std::move(one));
}

FEISHU_DECL card_template const* card_store::find_template(std::string const& id,
                                                           std::string_view version) const {
    auto const* versions = find_value(templates_, id);
    if (versions == nullptr)
        return nullptr;
    for (auto one = versions->rbegin(); one != versions->rend(); ++one)
        if (version.empty() || one->version == version)
            return &*one;
    return nullptr;
}

FEISHU_DECL ephemeral_card& card_store::add(ephemeral_card one) {
    auto key = one.message.message_id.str();
    touched_ephemeral_.add(key);
    return ephemeral_[std::move(key)] = std::move(one);
}

FEISHU_DECL ephemeral_card* card_store::find_ephemeral(feishu::message_id const& id) {
    touched_ephemeral_.add(id.str());
    return find_value(ephemeral_, id.str());
}

FEISHU_DECL std::string const* card_store::find_copy(feishu::message_id const& message,
                                                     feishu::open_id const& user) const {
    auto const* copies = find_value(copies_, message.str());
    if (copies == nullptr)
        return nullptr;
    auto const found = copies->find(user);
    return found == copies->end() ? nullptr : &found->second;
}

FEISHU_DECL void card_store::set_copy(feishu::message_id const& message, feishu::open_id const& user,
                                      std::string document) {
    touched_copies_.add(message.str());
    copies_[message.str()][user] = std::move(document);
}

// Tokens that can no longer be used are dropped a good while later: until then the reason is known.
FEISHU_DECL void card_store::add(card_token one) {
    constexpr auto remembered = 10 * card_token_lifetime;
    while (!token_order_.empty() && one.issued - tokens_[token_order_.front()].issued > remembered) {
        touched_tokens_.add(token_order_.front());
        tokens_.erase(token_order_.front());
        token_order_.pop_front();
    }
    touched_tokens_.add(one.value);
    token_order_.push_back(one.value);
    auto key = one.value;
    tokens_[std::move(key)] = std::move(one);
}

FEISHU_DECL card_token* card_store::find_token(std::string const& value) {
    touched_tokens_.add(value);
    return find_value(tokens_, value);
}

FEISHU_DECL custom_bot& card_store::add(custom_bot one) {
    auto key = one.token;
    touched_bots_.add(key);
    return custom_bots_[std::move(key)] = std::move(one);
}

FEISHU_DECL custom_bot* card_store::find_custom_bot(std::string const& token) {
    touched_bots_.add(token);
    return find_value(custom_bots_, token);
}

FEISHU_DECL bool card_store::take(std::string const& what, unsigned per_second, unsigned per_minute,
                                  clock::time_point now) {
    touched_usage_.add(what);
    auto& used = usage_[what];
    auto const second = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count();
    if (std::exchange(used.second, second) != second)
        used.in_second = 0;
    if (std::exchange(used.minute, second / 60) != second / 60)
        used.in_minute = 0;
    if (used.in_second >= per_second || used.in_minute >= per_minute)
        return false;
    ++used.in_second;
    ++used.in_minute;
    return true;
}

} // namespace feishu::emulator::detail
