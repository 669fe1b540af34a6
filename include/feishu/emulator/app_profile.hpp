#pragma once
// What the developer console and the admin console hold about an app: its contact scope, versions, scopes that it
// requests, badges, feedback.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>

namespace feishu::emulator {

/// The part of the directory that an app may access: users, departments with all their descendants, user groups.
struct contact_scope {
    std::set<feishu::open_id> users{};
    std::set<feishu::department_id> departments{}; ///< open ids
    std::vector<std::string> groups{};             ///< ids of user groups

    friend bool operator==(contact_scope const&, contact_scope const&) = default;
};
BOOST_DESCRIBE_STRUCT(contact_scope, (), (users, departments, groups))

/// State of an app version.
enum class review_status { unknown, approved, rejected, under_review, not_submitted };
BOOST_DESCRIBE_ENUM(review_status, unknown, approved, rejected, under_review, not_submitted)

/// A version of an app.
struct app_version {
    std::string version_id{};
    std::string version{}; ///< version number: `1.0.0`
    review_status status = review_status::not_submitted;
    feishu::open_id creator{};
    std::string remark{};
    std::string update_remark{};
    std::set<std::string> scopes{};    ///< requested scopes
    std::vector<std::string> events{}; ///< subscribed event types
    clock::time_point create_time{};
    clock::time_point publish_time{};
};
BOOST_DESCRIBE_STRUCT(app_version, (),
                      (version_id, version, status, creator, remark, update_remark, scopes, events,
                       create_time, publish_time))

/// Badge numbers on one type of client.
struct badge_numbers {
    std::uint64_t version = 0;
    int web_app = 0;
    int gadget = 0;
};
BOOST_DESCRIBE_STRUCT(badge_numbers, (), (version, web_app, gadget))

/// Badge numbers of an app for one user.
struct badge {
    badge_numbers pc{};
    badge_numbers mobile{};
};
BOOST_DESCRIBE_STRUCT(badge, (), (pc, mobile))

/// Feedback of a user on an app. `type`, `faults`, `source` and `status` are the numbers of application.v6.
struct app_feedback {
    std::string feedback_id{};
    feishu::open_id user{};
    int type = 2;              ///< application::v6::feedback_type
    std::vector<int> faults{}; ///< application::v6::fault_type
    clock::time_point fault_time{};
    int source = 3; ///< application::v6::feedback_source
    std::string contact{};
    std::string description{};
    std::vector<std::string> images{};
    std::string path{}; ///< page on which it was submitted
    int status = 0;     ///< application::v6::feedback_status
};
BOOST_DESCRIBE_STRUCT(app_feedback, (),
                      (feedback_id, user, type, faults, fault_time, source, contact, description, images,
                       path, status))

/// The consoles' data about an app; `state::find_app_profile` finds it, and it can be changed in place.
struct app_profile {
    std::string description{};
    std::string avatar_url{};
    feishu::open_id creator{};
    std::string primary_language = "zh_cn";
    bool enabled = true;
    bool installed = true;
    std::vector<std::string> ip_white_list{};
    /// The app's contact scope; the whole directory if not set. `state::set_contact_scope` also publishes the event.
    std::optional<contact_scope> contacts{};
    std::set<feishu::open_id> unavailable_to{}; ///< blocklist of the availability
    /// Scopes that the app requests; those that `app::scopes` lacks are not granted.
    std::set<std::string> requested_scopes{};
    std::set<std::string> sensitive_scopes{}; ///< of those requested, the ones that the API cannot apply for
    std::set<std::string> applied_scopes{};   ///< that administrators have not decided on
    int scope_applications = 0;               ///< made so far
    std::deque<app_version> versions{};       ///< the oldest first
    std::map<feishu::open_id, badge> badges{};
    std::map<std::string, app_feedback> feedback{}; ///< by id
};
BOOST_DESCRIBE_STRUCT(app_profile, (),
                      (description, avatar_url, creator, primary_language, enabled, installed, ip_white_list,
                       contacts, unavailable_to, requested_scopes, sensitive_scopes, applied_scopes,
                       scope_applications, versions, badges, feedback))

/// An order that a tenant paid for a store app.
struct app_order {
    std::string order_id{};
    std::string price_plan_id{};
    std::string price_plan_type = "per_year";
    int seats = 0;
    int buy_count = 1;
    std::string buy_type = "buy"; ///< buy, upgrade, renew
    std::string src_order_id{};   ///< of an upgrade
    std::int64_t pay_price = 0;   ///< cents
};
BOOST_DESCRIBE_STRUCT(app_order, (),
                      (order_id, price_plan_id, price_plan_type, seats, buy_count, buy_type, src_order_id,
                       pay_price))

} // namespace feishu::emulator
