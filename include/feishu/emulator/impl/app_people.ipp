#pragma once
// The members of class state for changes to apps by developers, administrators and users.

#include <algorithm>
#include <utility>

#include <feishu/emulator/impl/push/application_events.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

namespace feishu::emulator {
namespace detail {

inline app_version* find_pending(app_profile& of, std::string_view version_id) {
    for (auto& one : of.versions)
        if (one.version_id == version_id && one.status == review_status::under_review)
            return &one;
    return nullptr;
}

} // namespace detail

FEISHU_DECL emulator::app state::create_app(emulator::app app, feishu::open_id const& by) {
    auto added = add_app(std::move(app));
    stores_->directory.profile_of(added).creator = by;
    events::app_created(*this, added, by);
    return added;
}

FEISHU_DECL std::string state::submit_version(feishu::app_id const& app, emulator::app_version version,
                                              feishu::open_id const& by) {
    auto const* of = find_app(app);
    if (of == nullptr)
        return {};
    if (version.version_id.empty())
        version.version_id = stores_->ids.make("oav_");
    version.status = review_status::under_review;
    version.creator = by;
    version.create_time = now();
    auto& profile = stores_->directory.profile_of(app);
    profile.versions.push_back(std::move(version));
    events::version_submitted(*this, *of, profile.versions.back(), by);
    return profile.versions.back().version_id;
}

FEISHU_DECL bool state::withdraw_version(feishu::app_id const& app, std::string_view version_id,
                                         feishu::open_id const& by) {
    auto const* of = find_app(app);
    auto* version =
        of != nullptr ? detail::find_pending(stores_->directory.profile_of(app), version_id) : nullptr;
    if (version == nullptr)
        return false;
    version->status = review_status::not_submitted;
    events::version_withdrawn(*this, *of, *version, by);
    return true;
}

FEISHU_DECL bool state::review_version(feishu::app_id const& app, std::string_view version_id, bool approved,
                                       feishu::open_id const& by, std::string remark) {
    auto* of = find_app(app);
    auto* version =
        of != nullptr ? detail::find_pending(stores_->directory.profile_of(app), version_id) : nullptr;
    if (version == nullptr)
        return false;
    version->status = approved ? review_status::approved : review_status::rejected;
    if (approved) {
        version->publish_time = now();
        if (of->scopes)
            of->scopes->insert(version->scopes.begin(), version->scopes.end());
    }
    events::version_reviewed(*this, *of, *version, by, remark);
    return true;
}

FEISHU_DECL bool state::decide_scopes(feishu::app_id const& app, bool granted) {
    auto* of = find_app(app);
    if (of == nullptr || stores_->directory.profile_of(app).applied_scopes.empty())
        return false;
    auto const applied = std::exchange(stores_->directory.profile_of(app).applied_scopes, {});
    if (granted && of->scopes)
        of->scopes->insert(applied.begin(), applied.end());
    return true;
}

FEISHU_DECL std::string state::submit_feedback(feishu::app_id const& app, emulator::app_feedback feedback) {
    auto const* of = find_app(app);
    if (of == nullptr || find_user(feedback.user) == nullptr)
        return {};
    feedback.feedback_id = stores_->ids.make("", 16);
    auto const& added = stores_->directory.profile_of(app).feedback[feedback.feedback_id] = feedback;
    events::feedback_created(*this, *of, added);
    return added.feedback_id;
}

FEISHU_DECL bool state::change_feedback(feishu::app_id const& app,
                                        std::vector<std::string> const& feedback_ids, int status,
                                        feishu::open_id const& by) {
    auto const* of = find_app(app);
    if (of == nullptr || feedback_ids.empty())
        return false;
    auto& all = stores_->directory.profile_of(app).feedback;
    for (auto const& id : feedback_ids)
        if (!all.contains(id))
            return false;
    for (auto const& id : feedback_ids)
        all[id].status = status;
    events::feedback_updated(*this, *of, feedback_ids, status, by);
    return true;
}

FEISHU_DECL bool state::install_for_self(feishu::open_id const& user, feishu::app_id const& app) {
    auto* of = find_app(app);
    auto const* who = find_user(user);
    if (of == nullptr || who == nullptr || !of->store || !of->available_to ||
        !of->available_to->insert(user).second)
        return false;
    events::visibility_added(*this, *of, *who);
    return true;
}

FEISHU_DECL bool state::enable_app(feishu::app_id const& app, feishu::open_id const& by) {
    auto const* of = find_app(app);
    if (of == nullptr)
        return false;
    auto& profile = stores_->directory.profile_of(app);
    if (profile.enabled && profile.installed)
        return false;
    bool const first = !std::exchange(profile.installed, true);
    profile.enabled = true;
    if (first)
        events::app_opened(*this, *of, by);
    events::app_status_changed(*this, *of, "start_by_tenant", by);
    return true;
}

FEISHU_DECL bool state::disable_app(feishu::app_id const& app, feishu::open_id const& by) {
    auto const* of = find_app(app);
    if (of == nullptr || !std::exchange(stores_->directory.profile_of(app).enabled, false))
        return false;
    events::app_status_changed(*this, *of, "stop_by_tenant", by);
    return true;
}

FEISHU_DECL bool state::uninstall_app(feishu::app_id const& app) {
    auto const* of = find_app(app);
    if (of == nullptr || !std::exchange(stores_->directory.profile_of(app).installed, false))
        return false;
    revoke_tokens(app);
    events::app_uninstalled(*this, *of);
    return true;
}

FEISHU_DECL std::string state::pay(feishu::app_id const& app, emulator::app_order order) {
    auto const* of = find_app(app);
    if (of == nullptr)
        return {};
    if (order.order_id.empty())
        order.order_id = stores_->ids.make("", 16);
    events::order_paid(*this, *of, order);
    return order.order_id;
}

} // namespace feishu::emulator
