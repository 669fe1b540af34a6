#pragma once
// The chats of the tenant, and their share links. References stay valid while the store lives.

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/chat.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>

namespace feishu::emulator::detail {

/// A link with which users join a group.
struct share_link {
    feishu::chat_id chat{};
    std::optional<clock::time_point> expires{}; ///< never if not set
};

class chat_store {
public:
    FEISHU_DECL chat& add(chat one);

    /// Null if there is no such chat.
    FEISHU_DECL chat* find(feishu::chat_id const& id);
    /// A group that is not dissolved; null otherwise.
    FEISHU_DECL chat* find_group(feishu::chat_id const& id);
    /// The one-to-one chat of exactly these; null if they have none yet.
    FEISHU_DECL chat* find_p2p(std::vector<feishu::open_id> const& members,
                               std::vector<feishu::app_id> const& bots);

    std::deque<chat> const& all() const { return chats_; }

    /// The group that the app created with this uuid within the last ten hours; null if there is none.
    FEISHU_DECL chat* find_by_uuid(feishu::app_id const& app, std::string_view uuid, clock::time_point now);
    FEISHU_DECL void record_uuid(feishu::app_id const& app, std::string_view uuid, chat const& created);

    void add_link(std::string link, share_link one) {
        touched_links_.add(link);
        links_.insert_or_assign(std::move(link), std::move(one));
    }
    /// Null if there is no such link.
    FEISHU_DECL share_link const* find_link(std::string const& link) const;

private:
    friend struct store_access;
    using index = std::unordered_map<std::string, std::size_t>; // of chats_

    FEISHU_DECL chat* at(std::size_t position);

    touched_entries touched_;
    touched_entries touched_uuids_;
    touched_entries touched_links_;

    std::deque<chat> chats_;
    index by_id_;
    index p2p_by_participants_;
    index by_uuid_; // of app and uuid
    std::unordered_map<std::string, share_link> links_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/chat_store.ipp>
#endif
