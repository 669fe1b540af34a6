#pragma once
// Tags of the tenant, and the chats that they are bound to.

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>

namespace feishu::emulator::detail {

struct stored_tag {
    std::string id{};
    std::string type{};
    std::string name{};
    std::vector<std::pair<std::string, std::string>> i18n_names{}; ///< locale and name
    clock::time_point create_time{};
    clock::time_point update_time{};
};

/// A tag of a chat.
struct tag_binding {
    std::string tag_id{};
    clock::time_point time{};
};

class tag_store {
public:
    FEISHU_DECL stored_tag& add(stored_tag one);
    FEISHU_DECL void rename(stored_tag& one, std::string name);
    // Null if there is no such tag.
    FEISHU_DECL stored_tag* find(std::string const& id);
    FEISHU_DECL stored_tag* find_by_name(std::string const& name);

    /// In the order in which they were bound.
    std::vector<tag_binding>& of(feishu::chat_id const& chat) {
        touched_chats_.add(chat.str());
        return by_chat_[chat.str()];
    }
    /// Binding a tag again has no effect.
    FEISHU_DECL void bind(feishu::chat_id const& chat, std::string const& tag_id, clock::time_point now);
    FEISHU_DECL void unbind(feishu::chat_id const& chat, std::string const& tag_id);

private:
    friend struct store_access;

    touched_entries touched_;
    touched_entries touched_chats_;
    std::unordered_map<std::string, stored_tag> by_id_;
    std::unordered_map<std::string, std::string> id_by_name_;
    std::unordered_map<std::string, std::vector<tag_binding>> by_chat_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/tag_store.ipp>
#endif
