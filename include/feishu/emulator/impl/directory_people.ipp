#pragma once
// The members of class state for changes to the directory.

#include <utility>

#include <feishu/emulator/impl/push/contact_events.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

namespace feishu::emulator {

FEISHU_DECL emulator::user state::hire(emulator::user user) {
    auto added = add_user(std::move(user));
    events::user_created(*this, added);
    return added;
}

FEISHU_DECL bool state::change_user(emulator::user changed) {
    auto const position = stores_->directory.position_of(changed.open_id);
    if (!position)
        return false;
    auto const before = users()[*position];
    if (changed.resigned)
        changed.departments.clear();
    std::erase_if(changed.departments, [&](auto const& id) { return find_department(id) == nullptr; });
    stores_->departments.leave(*position);
    auto const& after = stores_->directory.change(std::move(changed));
    if (!after.resigned)
        stores_->departments.join(*position, after.departments);
    if (after.resigned && !before.resigned)
        events::user_deleted(*this, after, before);
    else if (!after.resigned && before.resigned)
        events::user_created(*this, after);
    else
        events::user_updated(*this, after, before);
    return true;
}

FEISHU_DECL bool state::move_user(feishu::open_id const& user, std::vector<feishu::department_id> to) {
    auto const* found = find_user(user);
    if (found == nullptr || found->resigned)
        return false;
    auto moved = *found;
    moved.departments = std::move(to);
    return change_user(std::move(moved));
}

FEISHU_DECL bool state::resign(feishu::open_id const& user) {
    auto const* found = find_user(user);
    if (found == nullptr || found->resigned)
        return false;
    auto gone = *found;
    gone.resigned = true;
    return change_user(std::move(gone));
}

FEISHU_DECL emulator::department state::create_department(emulator::department department) {
    auto added = add_department(std::move(department));
    events::department_created(*this, added);
    return added;
}

FEISHU_DECL bool state::change_department(emulator::department changed) {
    auto* current = find_department(changed);
    if (current == nullptr || changed.deleted)
        return false;
    if (changed.parent != current->parent)
        if (find_department(changed.parent) == nullptr ||
            stores_->departments.is_within(changed.parent, changed))
            return false;
    auto const before = *current;
    stores_->departments.change(changed);
    events::department_updated(*this, *current, before);
    return true;
}

FEISHU_DECL bool state::delete_department(feishu::department_id const& department) {
    auto* found = find_department(department);
    if (found == nullptr || found->open_department_id == feishu::department_id("0") ||
        !stores_->departments.children_of(department).empty() ||
        !stores_->departments.members_of(department).empty())
        return false;
    stores_->departments.remove(department);
    events::department_deleted(*this, *found);
    return true;
}

FEISHU_DECL bool state::set_contact_scope(feishu::app_id const& app, std::optional<contact_scope> scope) {
    auto const* whose = find_app(app);
    if (whose == nullptr)
        return false;
    auto const before = std::exchange(stores_->directory.profile_of(app).contacts, scope);
    if (before != scope)
        events::contact_scope_updated(*this, *whose, before, scope);
    return true;
}

} // namespace feishu::emulator
