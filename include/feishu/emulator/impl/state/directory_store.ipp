#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/impl/state/directory_store.hpp>

namespace feishu::emulator::detail {

template <class Range, class Matches>
auto* find_in(Range& range, Matches matches) {
    auto const found = std::ranges::find_if(range, matches);
    return found == range.end() ? nullptr : &*found;
}

FEISHU_DECL emulator::app& directory_store::add(emulator::app one) {
    return apps_.emplace_back(std::move(one));
}

FEISHU_DECL emulator::user& directory_store::add(emulator::user one) {
    by_open_id_.emplace(one.open_id.str(), users_.size());
    return users_.emplace_back(std::move(one));
}

FEISHU_DECL emulator::app* directory_store::find_app(feishu::app_id const& id) {
    return find_in(apps_, [&](auto const& app) { return app.app_id == id; });
}

FEISHU_DECL emulator::app* directory_store::find_bot(std::string_view id) {
    return find_in(apps_, [&](auto const& app) { return app.app_id == id || app.bot_open_id == id; });
}

FEISHU_DECL emulator::user* directory_store::find_user(feishu::open_id const& id) {
    auto const found = by_open_id_.find(id.str());
    return found == by_open_id_.end() ? nullptr : &users_[found->second];
}

FEISHU_DECL emulator::user* directory_store::find_user(user_id_type type, std::string_view id) {
    return find_in(users_, [&](auto const& user) { return user.id(type) == id; });
}

FEISHU_DECL emulator::user* directory_store::find_user(feishu::email const& email) {
    return find_in(users_, [&](auto const& user) { return user.email == email; });
}

FEISHU_DECL emulator::user* directory_store::find_user_by_any_id(std::string_view id) {
    return find_in(users_, [&](auto const& user) {
        return user.open_id == id || user.union_id == id || user.user_id == id;
    });
}

} // namespace feishu::emulator::detail
