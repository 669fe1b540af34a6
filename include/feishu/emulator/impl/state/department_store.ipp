#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/impl/state/department_store.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL department_store::department_store() {
    department root;
    root.open_department_id = feishu::department_id("0");
    root.department_id = "0";
    root.parent = {};
    departments_.push_back(std::move(root));
    nodes_.emplace_back();
    by_open_id_.emplace("0", 0);
    by_custom_id_.emplace("0", 0);
}

FEISHU_DECL department& department_store::add(department one) {
    auto const position = static_cast<std::uint32_t>(departments_.size());
    auto const parent = by_open_id_.find(one.parent.str());
    nodes_.emplace_back().parent = parent != by_open_id_.end() ? parent->second : 0;
    nodes_.back().placed = ++last_;
    touched_.add(position);
    nodes_[nodes_.back().parent].children.push_back(position);
    by_open_id_.emplace(one.open_department_id.str(), position);
    by_custom_id_.emplace(one.department_id, position);
    return departments_.emplace_back(std::move(one));
}

FEISHU_DECL department* department_store::at_unless_deleted(std::uint32_t position) {
    touched_.add(position);
    return departments_[position].deleted ? nullptr : &departments_[position];
}

FEISHU_DECL department* department_store::find(feishu::department_id const& open_id) {
    auto const found = by_open_id_.find(open_id.str());
    return found != by_open_id_.end() ? at_unless_deleted(found->second) : nullptr;
}

FEISHU_DECL department* department_store::find_custom(std::string_view department_id) {
    auto const found = by_custom_id_.find(std::string(department_id));
    return found != by_custom_id_.end() ? at_unless_deleted(found->second) : nullptr;
}

FEISHU_DECL void department_store::change(department const& changed) {
    auto const position = by_open_id_.at(changed.open_department_id.str());
    touched_.add(position);
    auto& current = departments_[position];
    if (current.department_id != changed.department_id) {
        by_custom_id_.erase(current.department_id);
        by_custom_id_[changed.department_id] = position;
    }
    if (current.parent != changed.parent)
        move_counts(position, by_open_id_.at(changed.parent.str()));
    current = changed;
}

// Users who are in several departments count once in each ancestor, so theirs are counted again.
FEISHU_DECL void department_store::move_counts(std::uint32_t position, std::uint32_t parent) {
    std::erase(nodes_[nodes_[position].parent].children, position);
    nodes_[position].parent = parent;
    nodes_[position].placed = ++last_;
    nodes_[parent].children.push_back(position);
    for (auto& one : nodes_)
        one.count = 0;
    for (auto const& [user, of] : memberships_)
        for (auto const above : with_ancestors(of.departments))
            ++nodes_[above].count;
}

FEISHU_DECL void department_store::remove(feishu::department_id const& open_id) {
    auto const position = by_open_id_.at(open_id.str());
    touched_.add(position);
    std::erase(nodes_[nodes_[position].parent].children, position);
    departments_[position].deleted = true;
}

FEISHU_DECL department_store::positions
department_store::positions_of(std::vector<feishu::department_id> const& ids) const {
    positions out;
    for (auto const& id : ids)
        if (auto const found = by_open_id_.find(id.str()); found != by_open_id_.end())
            if (!departments_[found->second].deleted && std::ranges::find(out, found->second) == out.end())
                out.push_back(found->second);
    if (out.empty())
        out.push_back(0);
    return out;
}

FEISHU_DECL department_store::positions department_store::with_ancestors(positions const& of) const {
    positions out;
    for (auto position : of)
        while (std::ranges::find(out, position) == out.end()) {
            out.push_back(position);
            position = nodes_[position].parent;
        }
    return out;
}

FEISHU_DECL void department_store::join(std::uint32_t user,
                                        std::vector<feishu::department_id> const& departments) {
    touched_memberships_.add(user);
    memberships_[user] = {positions_of(departments), ++last_};
    list(user);
}

FEISHU_DECL void department_store::list(std::uint32_t user) {
    auto const& joined = memberships_.at(user).departments;
    for (auto const position : joined)
        nodes_[position].members.push_back(user);
    for (auto const position : with_ancestors(joined))
        ++nodes_[position].count;
    ++nodes_[joined.front()].primary_count;
}

FEISHU_DECL void department_store::leave(std::uint32_t user) {
    auto const found = memberships_.find(user);
    if (found == memberships_.end())
        return;
    touched_memberships_.add(user);
    auto const& left = found->second.departments;
    for (auto const position : left)
        std::erase(nodes_[position].members, user);
    for (auto const position : with_ancestors(left))
        --nodes_[position].count;
    --nodes_[left.front()].primary_count;
    memberships_.erase(found);
}

FEISHU_DECL department_store::node const&
department_store::node_of(feishu::department_id const& open_id) const {
    static node const none{};
    auto const found = by_open_id_.find(open_id.str());
    return found == by_open_id_.end() ? none : nodes_[found->second];
}

FEISHU_DECL department_store::positions const&
department_store::children_of(feishu::department_id const& open_id) const {
    return node_of(open_id).children;
}

FEISHU_DECL department_store::positions department_store::descendants_of(feishu::department_id const& open_id,
                                                                         std::size_t limit) const {
    auto out = children_of(open_id);
    for (std::size_t i = 0; i != out.size() && out.size() < limit; ++i)
        out.insert(out.end(), nodes_[out[i]].children.begin(), nodes_[out[i]].children.end());
    if (out.size() > limit)
        out.resize(limit);
    return out;
}

FEISHU_DECL department_store::positions const&
department_store::members_of(feishu::department_id const& open_id) const {
    return node_of(open_id).members;
}

FEISHU_DECL std::size_t department_store::member_count(feishu::department_id const& open_id) const {
    return node_of(open_id).count;
}

FEISHU_DECL std::size_t department_store::primary_member_count(feishu::department_id const& open_id) const {
    return node_of(open_id).primary_count;
}

FEISHU_DECL department_store::positions
department_store::ancestors_of(feishu::department_id const& open_id) const {
    positions out;
    for (auto position = node_of(open_id).parent; position != 0; position = nodes_[position].parent)
        out.push_back(position);
    return out;
}

FEISHU_DECL bool department_store::is_within(feishu::department_id const& open_id,
                                             feishu::department_id const& ancestor) const {
    if (open_id == ancestor || ancestor == feishu::department_id("0"))
        return true;
    for (auto position = node_of(open_id).parent; position != 0; position = nodes_[position].parent)
        if (departments_[position].open_department_id == ancestor)
            return true;
    return false;
}

} // namespace feishu::emulator::detail
