#pragma once
// The apps and users of the tenant. References stay valid while the store lives.

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/directory.hpp>

namespace feishu::emulator::detail {

class directory_store {
public:
    FEISHU_DECL emulator::app& add(emulator::app one);
    FEISHU_DECL emulator::user& add(emulator::user one);

    // Null if there is no such entry.

    FEISHU_DECL emulator::app* find_app(feishu::app_id const& id);
    /// By the bot's open_id or the app's app_id.
    FEISHU_DECL emulator::app* find_bot(std::string_view id);
    FEISHU_DECL emulator::user* find_user(feishu::open_id const& id);
    FEISHU_DECL emulator::user* find_user(user_id_type type, std::string_view id);
    FEISHU_DECL emulator::user* find_user(feishu::email const& email);
    /// By an id of any type.
    FEISHU_DECL emulator::user* find_user_by_any_id(std::string_view id);

    std::deque<emulator::app> const& apps() const { return apps_; }
    std::deque<emulator::user> const& users() const { return users_; }

private:
    std::deque<emulator::app> apps_;
    std::deque<emulator::user> users_;
    std::unordered_map<std::string, std::size_t> by_open_id_; // of users_
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/directory_store.ipp>
#endif
