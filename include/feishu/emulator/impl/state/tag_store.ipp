#pragma once

#include <algorithm>

#include <feishu/emulator/impl/state/tag_store.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL stored_tag& tag_store::add(stored_tag one) {
    touched_.add(one.id);
    id_by_name_.insert_or_assign(one.name, one.id);
    auto const id = one.id;
    return by_id_.insert_or_assign(id, std::move(one)).first->second;
}

FEISHU_DECL void tag_store::rename(stored_tag& one, std::string name) {
    touched_.add(one.id);
    id_by_name_.erase(one.name);
    one.name = std::move(name);
    id_by_name_.insert_or_assign(one.name, one.id);
}

FEISHU_DECL stored_tag* tag_store::find(std::string const& id) {
    touched_.add(id);
    auto const found = by_id_.find(id);
    return found != by_id_.end() ? &found->second : nullptr;
}

FEISHU_DECL stored_tag* tag_store::find_by_name(std::string const& name) {
    auto const found = id_by_name_.find(name);
    return found != id_by_name_.end() ? find(found->second) : nullptr;
}

FEISHU_DECL void tag_store::bind(feishu::chat_id const& chat, std::string const& tag_id,
                                 clock::time_point now) {
    auto& bound = of(chat);
    if (std::ranges::find(bound, tag_id, &tag_binding::tag_id) == bound.end())
        bound.push_back({.tag_id = tag_id, .time = now});
}

FEISHU_DECL void tag_store::unbind(feishu::chat_id const& chat, std::string const& tag_id) {
    std::erase_if(of(chat), [&](tag_binding const& one) { return one.tag_id == tag_id; });
}

} // namespace feishu::emulator::detail
