#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/impl/announcement/announcement_edit.hpp>
#include <feishu/emulator/impl/announcement/blocks.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL announcement_block const* announcement_edit::find(std::string const& id) const {
    if (auto const changed = changed_.find(id); changed != changed_.end())
        return changed->second ? &*changed->second : nullptr;
    auto const found = target_.shown.blocks.find(id);
    return found != target_.shown.blocks.end() ? &found->second : nullptr;
}

FEISHU_DECL announcement_block& announcement_edit::change(std::string const& id) {
    auto changed = changed_.find(id);
    if (changed == changed_.end())
        changed = changed_.emplace(id, target_.shown.blocks.at(id)).first;
    return *changed->second;
}

FEISHU_DECL std::string announcement_edit::add(state& tenant, std::string const& parent, std::size_t index,
                                               docx::v1::model::block block) {
    auto id = tenant.make_id("doxcn");
    auto& siblings = change(parent).children;
    siblings.insert(siblings.begin() + static_cast<std::ptrdiff_t>(index), id);
    changed_[id] = announcement_block{.parent_id = parent, .content = write_block(std::move(block))};
    ++size_;
    return id;
}

FEISHU_DECL void announcement_edit::remove(std::string const& id) {
    std::erase(change(find(id)->parent_id).children, id);
    remove_tree(id);
}

FEISHU_DECL void announcement_edit::remove_children(std::string const& id) {
    for (auto const& child : std::exchange(change(id).children, {}))
        remove_tree(child);
}

// Depth is bounded by settings::max_announcement_depth.
FEISHU_DECL void announcement_edit::remove_tree(std::string const& id) {
    remove_children(id);
    changed_[id] = std::nullopt;
    --size_;
}

FEISHU_DECL std::size_t announcement_edit::depth_of(std::string const& id) const {
    std::size_t depth = 1;
    for (auto const* at = find(id); at != nullptr && !at->parent_id.empty(); at = find(at->parent_id))
        ++depth;
    return depth;
}

FEISHU_DECL void announcement_edit::commit(caller const& who, clock::time_point now) {
    auto& shown = target_.shown;
    block_changes before;
    for (auto& [id, block] : changed_) {
        auto const found = shown.blocks.find(id);
        bool const existed = found != shown.blocks.end();
        if (!existed && !block)
            continue; // created and removed
        before.emplace(id, existed ? std::optional(std::move(found->second)) : std::nullopt);
        if (block) {
            shown.blocks.insert_or_assign(id, std::move(*block));
        } else {
            shown.blocks.erase(found);
            target_.deleted.insert(id);
        }
    }
    changed_.clear();
    target_.history.push_back(std::move(before));
    if (target_.history.size() > stored_announcement::max_revisions)
        target_.history.pop_front();
    ++shown.revision;
    shown.update_time = now;
    shown.modifier = who.user ? who.user->open_id : feishu::open_id{};
    shown.modifier_app = who.user ? feishu::app_id{} : who.app.app_id;
}

FEISHU_DECL std::map<std::string, announcement_block> blocks_at(stored_announcement const& stored,
                                                                std::int64_t revision) {
    auto blocks = stored.shown.blocks;
    auto undo = static_cast<std::size_t>(stored.shown.revision - revision);
    for (auto change = stored.history.rbegin(); change != stored.history.rend() && undo > 0; ++change, --undo)
        for (auto const& [id, before] : *change) {
            if (before)
                blocks.insert_or_assign(id, *before);
            else
                blocks.erase(id);
        }
    return blocks;
}

} // namespace feishu::emulator::detail
