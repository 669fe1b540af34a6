#pragma once
// The messages of the tenant, and the uuids they were sent with. References stay valid while the store lives.

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/message.hpp>

namespace feishu::emulator::detail {

class message_store {
public:
    /// Takes a message with its id, and gives it its sequence number.
    FEISHU_DECL message& add(message one);
    /// Null if there is no such message.
    FEISHU_DECL message* find(feishu::message_id const& id);
    /// Positions in `all()` of one chat's messages, in order.
    FEISHU_DECL std::vector<std::size_t> const& positions_of(feishu::chat_id const& chat) const;
    /// The same for a thread, with the message that it began with.
    FEISHU_DECL std::vector<std::size_t> const& positions_of(feishu::thread_id const& thread) const;
    message& at(std::size_t position) { return messages_[position]; }

    /// The message that the caller sent with this uuid within the last hour; null if there is none.
    FEISHU_DECL message* find_by_uuid(caller const& sender, std::string_view uuid, clock::time_point now);
    FEISHU_DECL void record_uuid(caller const& sender, std::string_view uuid, feishu::message_id const& id,
                                 clock::time_point now);

    std::deque<message> const& all() const { return messages_; }

private:
    using positions = std::unordered_map<std::string, std::vector<std::size_t>>;
    FEISHU_DECL static std::vector<std::size_t> const& find_positions(positions const& in,
                                                                      std::string const& id);
    FEISHU_DECL void add_to_thread(message const& one, std::size_t position);

    using uuid_key = std::pair<std::string, std::string>; // sender, uuid
    FEISHU_DECL static uuid_key key_of(caller const& sender, std::string_view uuid);

    std::deque<message> messages_;
    std::unordered_map<std::string, std::size_t> by_id_;
    positions by_chat_;
    positions by_thread_;
    std::map<uuid_key, std::pair<feishu::message_id, clock::time_point>> by_uuid_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/message_store.ipp>
#endif
