#pragma once
// Control over HTTP: changes to apps by developers, administrators and users.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/emulator/control/no_content.hpp>
#include <feishu/emulator/control/tenant.hpp>

namespace feishu::emulator::control {

/// A developer creates an app, which causes an event, unlike emulator.apps.create.
struct develop_app {
    static constexpr endpoint_spec spec{.id = "emulator.apps.develop",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/apps",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<std::string> name;
    bool store = false;
    using response = app_entry;
};
BOOST_DESCRIBE_STRUCT(develop_app, (), (open_id, name, store))

/// A developer submits a version of an app for review.
struct submit_version {
    static constexpr endpoint_spec spec{.id = "emulator.apps.submit_version",
                                        .method = verb::post,
                                        .path = "/_emulator/apps/:app_id/versions",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    /// The user who does it.
    field::required<feishu::open_id> by;
    /// Version number: `1.0.0`
    std::string version{};
    std::string remark{};
    std::string update_remark{};
    /// Requested scopes.
    std::vector<std::string> scopes{};
    /// Subscribed event types.
    std::vector<std::string> events{};
    struct response {
        std::string version_id{};
    };
};
BOOST_DESCRIBE_STRUCT(submit_version, (), (app_id, by, version, remark, update_remark, scopes, events))
BOOST_DESCRIBE_STRUCT(submit_version::response, (), (version_id))

/// A developer withdraws a version under review.
struct withdraw_version {
    static constexpr endpoint_spec spec{.id = "emulator.apps.withdraw_version",
                                        .method = verb::post,
                                        .path = "/_emulator/apps/:app_id/versions/:version_id/withdrawal",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    field::required<std::string> version_id;
    /// The user who does it.
    field::required<feishu::open_id> by;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(withdraw_version, (), (app_id, version_id, by))

/// An administrator approves a version under review, whose scopes the app then has, or rejects it.
struct review_version {
    static constexpr endpoint_spec spec{.id = "emulator.apps.review_version",
                                        .method = verb::post,
                                        .path = "/_emulator/apps/:app_id/versions/:version_id/review",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    field::required<std::string> version_id;
    /// The user who does it.
    field::required<feishu::open_id> by;
    bool approved = true;
    std::string remark{};
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(review_version, (), (app_id, version_id, by, approved, remark))

/// An administrator grants the scopes that an app applied for, or refuses them.
struct decide_scopes {
    static constexpr endpoint_spec spec{.id = "emulator.apps.decide_scopes",
                                        .method = verb::post,
                                        .path = "/_emulator/apps/:app_id/applied_scopes",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    bool granted = true;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(decide_scopes, (), (app_id, granted))

/// Changes the contact scope of an app: the whole directory if neither users, departments nor groups are set.
struct set_contact_scope {
    static constexpr endpoint_spec spec{.id = "emulator.apps.set_contact_scope",
                                        .method = verb::put,
                                        .path = "/_emulator/apps/:app_id/contact_scope",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    std::optional<std::vector<feishu::open_id>> users{};
    /// Open ids.
    std::optional<std::vector<feishu::department_id>> departments{};
    /// Ids of user groups.
    std::optional<std::vector<std::string>> groups{};
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(set_contact_scope, (), (app_id, users, departments, groups))

/// A user submits feedback on an app.
struct submit_feedback {
    static constexpr endpoint_spec spec{.id = "emulator.people.submit_feedback",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/feedback",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::app_id> app_id;
    /// Number of application.v6.feedback_type.
    int type = 2;
    std::string description{};
    std::string contact{};
    /// Page on which it is submitted.
    std::string path{};
    struct response {
        std::string feedback_id{};
    };
};
BOOST_DESCRIBE_STRUCT(submit_feedback, (), (open_id, app_id, type, description, contact, path))
BOOST_DESCRIBE_STRUCT(submit_feedback::response, (), (feedback_id))

/// A developer changes the status of feedback.
struct change_feedback {
    static constexpr endpoint_spec spec{.id = "emulator.apps.change_feedback",
                                        .method = verb::patch,
                                        .path = "/_emulator/apps/:app_id/feedback",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    /// The user who does it.
    field::required<feishu::open_id> by;
    field::required<field::list<std::string, 1, 100>> feedback_ids;
    /// Number of application.v6.feedback_status.
    field::required<int> status;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(change_feedback, (), (app_id, by, feedback_ids, status))

/// A user installs a store app for themselves.
struct install_app {
    static constexpr endpoint_spec spec{.id = "emulator.people.install_app",
                                        .method = verb::post,
                                        .path = "/_emulator/users/:open_id/installed_apps",
                                        .envelope = envelope::flat};
    field::required<feishu::open_id> open_id;
    field::required<feishu::app_id> app_id;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(install_app, (), (open_id, app_id))

/// An administrator enables a store app, for the first time or again, or disables it.
struct enable_app {
    static constexpr endpoint_spec spec{.id = "emulator.apps.enable",
                                        .method = verb::put,
                                        .path = "/_emulator/apps/:app_id/enabled",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    /// The user who does it.
    field::required<feishu::open_id> by;
    bool enabled = true;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(enable_app, (), (app_id, by, enabled))

/// An administrator uninstalls a store app; its tokens are revoked.
struct uninstall_app {
    static constexpr endpoint_spec spec{.id = "emulator.apps.uninstall",
                                        .method = verb::delete_,
                                        .path = "/_emulator/apps/:app_id",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    using response = no_content;
};
BOOST_DESCRIBE_STRUCT(uninstall_app, (), (app_id))

/// The tenant pays for a store app.
struct pay {
    static constexpr endpoint_spec spec{.id = "emulator.apps.pay",
                                        .method = verb::post,
                                        .path = "/_emulator/apps/:app_id/orders",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    std::string price_plan_id{};
    std::string price_plan_type = "per_year";
    int seats = 0;
    int buy_count = 1;
    /// buy, upgrade or renew.
    std::string buy_type = "buy";
    /// Of an upgrade.
    std::string src_order_id{};
    /// Cents.
    std::int64_t pay_price = 0;
    struct response {
        std::string order_id{};
    };
};
BOOST_DESCRIBE_STRUCT(pay, (),
                      (app_id, price_plan_id, price_plan_type, seats, buy_count, buy_type, src_order_id,
                       pay_price))
BOOST_DESCRIBE_STRUCT(pay::response, (), (order_id))

/// Pushes a new app_ticket to a store app.
struct push_app_ticket {
    static constexpr endpoint_spec spec{.id = "emulator.apps.push_ticket",
                                        .method = verb::post,
                                        .path = "/_emulator/apps/:app_id/ticket",
                                        .envelope = envelope::flat};
    field::required<feishu::app_id> app_id;
    struct response {
        std::string app_ticket{};
    };
};
BOOST_DESCRIBE_STRUCT(push_app_ticket, (), (app_id))
BOOST_DESCRIBE_STRUCT(push_app_ticket::response, (), (app_ticket))

} // namespace feishu::emulator::control
