#pragma once
// Logins of users: authorization codes, refresh tokens, device codes, and the sessions of people at their clients.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <feishu/api/passport/v1/models.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>

namespace feishu::emulator::detail {

/// What a user has granted to an app.
struct login_grant {
    feishu::app_id app{};
    feishu::open_id user{};
    std::optional<std::set<std::string>> scopes{}; ///< all of the app's if not set
};

/// An authorization code.
struct login_code {
    login_grant grant{};
    std::string redirect_uri{};
    std::string challenge{}; ///< PKCE; empty without it
    bool plain = false;      ///< the challenge is the verifier itself
    clock::time_point expires{};
    bool used = false;
};

enum class refresh_status { valid, used, revoked };

/// A refresh token.
struct login_refresh {
    login_grant grant{};
    clock::time_point expires{};
    refresh_status status = refresh_status::valid;
};

enum class device_status { pending, approved, denied };

/// A device authorization.
struct login_device {
    login_grant grant{}; ///< of a user once it is approved
    std::string user_code{};
    clock::time_point expires{};
    clock::time_point next_poll{}; ///< an earlier one has to slow down
    clock::duration interval{};
    device_status status = device_status::pending;
};

/// A session of a user at one of their clients.
struct login_session {
    std::string sid{};
    feishu::open_id user{};
    passport::v1::terminal_type terminal{};
    clock::time_point created{};
};

/// Entries by their secret. They are kept for a day after they have expired, for the error that says so; adding one
/// removes older ones.
template <class T>
class login_entries {
public:
    T& add(std::string const& key, T one, clock::time_point now) {
        if (entries_.size() >= prune_at_) {
            std::erase_if(entries_, [&](auto const& entry) {
                bool const old = entry.second.expires + std::chrono::hours(24) < now;
                if (old)
                    touched_.add(entry.first);
                return old;
            });
            prune_at_ = (std::max<std::size_t>)(64, entries_.size() * 2);
        }
        touched_.add(key);
        return entries_[key] = std::move(one);
    }
    /// Null if there is no such entry.
    T* find(std::string_view key) {
        touched_.add(key);
        auto const found = entries_.find(std::string(key));
        return found == entries_.end() ? nullptr : &found->second;
    }
    template <class Matches>
    T* find_if(Matches matches) {
        auto const found = std::find_if(entries_.begin(), entries_.end(),
                                        [&](auto const& entry) { return matches(entry.second); });
        if (found == entries_.end())
            return nullptr;
        touched_.add(found->first);
        return &found->second;
    }
    void remove(std::string_view key) {
        touched_.add(key);
        entries_.erase(std::string(key));
    }

private:
    friend struct store_access;

    touched_entries touched_;
    std::unordered_map<std::string, T> entries_;
    std::size_t prune_at_ = 64;
};

/// References stay valid until an entry is added or removed.
class login_store {
public:
    login_entries<login_code> codes{};
    login_entries<login_refresh> refresh_tokens{};
    login_entries<login_device> devices{}; ///< by device code

    /// By the code that the user enters, in upper or lower case, with or without its dash. Null if there is none.
    FEISHU_DECL login_device* find_device(std::string_view user_code);

    std::vector<login_session> const& sessions() const { return sessions_; }
    void add(login_session one) { sessions_.push_back(std::move(one)); }
    /// Ends the sessions of a user, or the one with a sid, at these clients, all if there are none. Returns their number.
    FEISHU_DECL std::size_t end_sessions(feishu::open_id const& user, std::string_view sid,
                                         std::vector<passport::v1::terminal_type> const& terminals);

private:
    friend struct store_access;

    std::vector<login_session> sessions_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/login_store.ipp>
#endif
