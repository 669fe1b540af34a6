#pragma once
// The apps and users of the tenant. References stay valid while the store lives.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/app_profile.hpp>
#include <feishu/emulator/directory.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>
#include <feishu/emulator/impl/state/hash_index.hpp>

namespace feishu::emulator::detail {

class directory_store {
public:
    FEISHU_DECL emulator::app& add(emulator::app one);
    FEISHU_DECL emulator::user& add(emulator::user one);
    /// Replaces the user with this open_id, who must exist.
    FEISHU_DECL emulator::user& change(emulator::user changed);

    // Null if there is no such entry.

    FEISHU_DECL emulator::app* find_app(feishu::app_id const& id);
    /// By the bot's open_id or the app's app_id.
    FEISHU_DECL emulator::app* find_bot(std::string_view id);
    FEISHU_DECL emulator::user* find_user(feishu::open_id const& id);
    FEISHU_DECL emulator::user* find_user(user_id_type type, std::string_view id);
    FEISHU_DECL emulator::user* find_user(feishu::email const& email);
    /// By phone number; the country code of mainland China may be omitted.
    FEISHU_DECL emulator::user* find_user_by_mobile(std::string_view mobile);
    /// By an id of any type.
    FEISHU_DECL emulator::user* find_user_by_any_id(std::string_view id);
    /// Position in `users()`.
    FEISHU_DECL std::optional<std::uint32_t> position_of(feishu::open_id const& id) const;

    /// Of an app that exists.
    emulator::app_profile& profile_of(feishu::app_id const& app) {
        touched_profiles_.add(app.str());
        return profiles_[app.str()];
    }

    std::deque<emulator::app> const& apps() const { return apps_; }
    std::deque<emulator::user> const& users() const { return users_; }

private:
    friend struct store_access;

    FEISHU_DECL void list(emulator::user const& one, std::uint32_t position);
    template <class Matches>
    emulator::app* find_app_if(Matches matches);
    FEISHU_DECL emulator::user* find(hash_index const& where, std::string_view key);

    touched_entries touched_apps_;
    touched_entries touched_users_;
    touched_entries touched_profiles_;
    std::deque<emulator::app> apps_;
    std::deque<emulator::user> users_;
    hash_index by_open_id_; // of users_, like the others
    hash_index by_union_id_;
    hash_index by_user_id_;
    hash_index by_email_;
    hash_index by_mobile_;
    std::unordered_map<std::string, emulator::app_profile> profiles_; // by app
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/directory_store.ipp>
#endif
