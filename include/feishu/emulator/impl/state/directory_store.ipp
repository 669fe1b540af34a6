#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/impl/case_folding.hpp>
#include <feishu/emulator/impl/state/directory_store.hpp>

namespace feishu::emulator::detail {

template <class Range, class Matches>
auto* find_in(Range& range, Matches matches) {
    auto const found = std::ranges::find_if(range, matches);
    return found == range.end() ? nullptr : &*found;
}

// A number without a country code is one of mainland China.
inline std::string full_number(std::string_view mobile) {
    return mobile.starts_with('+') ? std::string(mobile) : "+86" + std::string(mobile);
}

FEISHU_DECL emulator::app& directory_store::add(emulator::app one) {
    return apps_.emplace_back(std::move(one));
}

FEISHU_DECL emulator::user& directory_store::add(emulator::user one) {
    list(one, static_cast<std::uint32_t>(users_.size()));
    return users_.emplace_back(std::move(one));
}

FEISHU_DECL void directory_store::list(emulator::user const& one, std::uint32_t position) {
    auto const add = [&](hash_index& where, std::string_view key) {
        if (!key.empty())
            where.add(key, position);
    };
    add(by_open_id_, one.open_id.str());
    add(by_union_id_, one.union_id.str());
    add(by_user_id_, one.user_id.str());
    add(by_email_, folded(one.email.str()));
    if (!one.mobile.empty())
        add(by_mobile_, full_number(one.mobile));
}

FEISHU_DECL emulator::user& directory_store::change(emulator::user changed) {
    auto const position = *position_of(changed.open_id);
    auto& current = users_[position];
    by_union_id_.remove(current.union_id.str(), position);
    by_user_id_.remove(current.user_id.str(), position);
    by_email_.remove(folded(current.email.str()), position);
    by_mobile_.remove(full_number(current.mobile), position);
    list(changed, position);
    current = std::move(changed);
    return current;
}

FEISHU_DECL emulator::app* directory_store::find_app(feishu::app_id const& id) {
    return find_in(apps_, [&](auto const& app) { return app.app_id == id; });
}

FEISHU_DECL emulator::app* directory_store::find_bot(std::string_view id) {
    return find_in(apps_, [&](auto const& app) { return app.app_id == id || app.bot_open_id == id; });
}

FEISHU_DECL emulator::user* directory_store::find(hash_index const& where, std::string_view key) {
    auto const position = where.find(key);
    return position ? &users_[*position] : nullptr;
}

FEISHU_DECL emulator::user* directory_store::find_user(feishu::open_id const& id) {
    return find(by_open_id_, id.str());
}

FEISHU_DECL emulator::user* directory_store::find_user(user_id_type type, std::string_view id) {
    return find(type == user_id_type::union_id  ? by_union_id_
                : type == user_id_type::user_id ? by_user_id_
                                                : by_open_id_,
                id);
}

FEISHU_DECL emulator::user* directory_store::find_user(feishu::email const& email) {
    return find(by_email_, folded(email.str()));
}

FEISHU_DECL emulator::user* directory_store::find_user_by_mobile(std::string_view mobile) {
    return find(by_mobile_, full_number(mobile));
}

FEISHU_DECL emulator::user* directory_store::find_user_by_any_id(std::string_view id) {
    for (auto const* where : {&by_open_id_, &by_union_id_, &by_user_id_})
        if (auto* found = find(*where, id))
            return found;
    return nullptr;
}

FEISHU_DECL std::optional<std::uint32_t> directory_store::position_of(feishu::open_id const& id) const {
    return by_open_id_.find(id.str());
}

} // namespace feishu::emulator::detail
