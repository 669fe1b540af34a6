#pragma once

#include <memory>
#include <unordered_map>
#include <utility>

#include <feishu/api/contact/v3/department.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/client/impl/client_core.hpp>
#include <feishu/client/impl/send_all_run.hpp>
#include <feishu/client/send_all.hpp>
#include <feishu/core/impl/invalid_argument.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/http/impl/random.hpp>

namespace feishu {
namespace detail {

// --- departments by name

/// Ids of departments by name; empty for a name that several of them have.
using departments_by_name = std::unordered_map<std::string, department_id>;

template <class Range>
result<void> add_departments(departments_by_name& found, Range pages) {
    for (;;) {
        auto page = pages.next_page();
        if (!page)
            return page.error();
        if (!*page)
            return {};
        for (auto const& one : **page) {
            auto const [at, added] = found.try_emplace(one.name, one.open_department_id);
            if (!added && at->second != one.open_department_id)
                at->second = department_id();
        }
    }
}

inline result<departments_by_name> find_departments(client const& tenant, receivers const& to,
                                                    send_all_options const& options) {
    namespace department = contact::v3::department;
    departments_by_name found;
    if (!options.search_as) {
        department::children const all{.department_id = "0", .fetch_child = true, .page_size = 50};
        auto listed = add_departments(found, tenant.pages(all));
        return listed ? result<departments_by_name>(std::move(found)) : listed.error();
    }
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (static_cast<receiver_kind>(to.kind_at(i)) != receiver_kind::department_name)
            continue;
        department::search const wanted{.page_size = 50, .query = std::string(to.id_at(i))};
        if (auto searched = add_departments(found, options.search_as->pages(wanted)); !searched)
            return searched.error();
    }
    return found;
}

inline result<receivers> with_department_ids(client const& tenant, receivers const& to,
                                             send_all_options const& options) {
    auto const found = find_departments(tenant, to, options);
    if (!found)
        return found.error();
    receivers out;
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (static_cast<receiver_kind>(to.kind_at(i)) != receiver_kind::department_name) {
            out.add(to[i]);
            continue;
        }
        auto const department = found->find(std::string(to.id_at(i)));
        if (department == found->end() || department->second.empty())
            return invalid_argument("receivers[" + std::to_string(i) + "]",
                                    department == found->end()
                                        ? "is the name of no department that is visible"
                                        : "is the name of several departments: state the department_id");
        out.add(department->second);
    }
    return out;
}

inline bool has_department_names(receivers const& to) {
    for (std::size_t i = 0; i < to.size(); ++i)
        if (static_cast<receiver_kind>(to.kind_at(i)) == receiver_kind::department_name)
            return true;
    return false;
}

// --- what can be known before the first request

inline result<void> check_send_all_options(send_all_options const& options, client_config const& config) {
    constexpr std::size_t max_journal_name = 512;
    if (options.concurrency == 0)
        return invalid_argument("concurrency", "must be at least 1");
    if (options.journal.size() > max_journal_name)
        return invalid_argument("journal", "must have at most 512 bytes");
    if (!options.journal.empty() && !config.store)
        return invalid_argument("journal", "needs client_config::store");
    if (options.journal_lease < std::chrono::milliseconds(100))
        return invalid_argument("journal_lease", "must be at least 100 ms");
    if (options.journal_lifetime.count() <= 0)
        return invalid_argument("journal_lifetime", "must be positive");
    return {};
}

inline result<void> check_content(send_all_content const& content) {
    auto sample = im::v1::message::send(chat_id("oc_0"), content.message());
    complete_request(sample);
    auto problems = check(sample);
    return problems.empty() ? result<void>() : validation_error("im.v1.message.create", std::move(problems));
}

// Some posts cannot be batch messages.
inline bool allows_batch(send_all_content const& content, send_all_options const& options) {
    if (!options.batch || !content.allows_batch())
        return false;
    auto const sample = message::v4::batch_send::send(
        {.open_ids = {"ou_0"}}, static_cast<field::json_text const&>(content.message()));
    return check(sample).empty();
}

// --- the run

inline std::string journal_prefix(client_config const& config, credentials const& who,
                                  std::string const& name) {
    return "send_all/" + config.app_id.str() + "/" + who.tenant.str() + "/" + name;
}

inline result<send_all_report> run_journaled(send_all_run& run, send_all_journal& journal,
                                             std::string const& digest) {
    if (auto opened = journal.open(digest); !opened)
        return opened.error();
    if (auto acquired = journal.acquire([&](std::chrono::milliseconds time) { return run.wait(time); });
        !acquired)
        return acquired.error();
    auto const finished = run.load();
    auto report = !finished   ? result<send_all_report>(finished.error())
                  : *finished ? run.report()
                              : run.run();
    journal.release();
    return report;
}

} // namespace detail

FEISHU_DECL result<send_all_report> client::send_all(receivers const& to,
                                                     send_all_content const& content) const {
    return send_all(to, content, send_all_options{});
}

FEISHU_DECL result<send_all_report> client::send_all(receivers const& to, send_all_content const& content,
                                                     send_all_options const& options) const {
    auto const& config = core_->config();
    if (auto valid = detail::check_send_all_options(options, config); !valid)
        return valid.error();
    if (auto valid = detail::check_content(content); !valid)
        return valid.error();
    receivers found;
    auto const* list = &to;
    if (detail::has_department_names(to)) {
        auto resolved = detail::with_department_ids(*this, to, options);
        if (!resolved)
            return resolved.error();
        found = std::move(*resolved);
        list = &found;
    }
    auto const plan = detail::make_plan(*list, detail::allows_batch(content, options));
    if (!plan)
        return plan.error();
    auto const owner = http::detail::random_hex(32);
    auto const sent = detail::content_digest(content);
    detail::send_all_run::input in{.client = *this,
                                   .config = config,
                                   .to = *list,
                                   .content = content,
                                   .options = options,
                                   .plan = *plan,
                                   .sequence = options.journal.empty() ? owner : options.journal,
                                   .owner = owner,
                                   .content_digest = sent};
    if (options.journal.empty())
        return detail::send_all_run(std::move(in)).run();
    detail::send_all_journal journal(config.store,
                                     {.prefix = detail::journal_prefix(config, credentials_, options.journal),
                                      .owner = owner,
                                      .lifetime = options.journal_lifetime,
                                      .lease = options.journal_lease});
    in.journal = &journal;
    detail::send_all_run run(std::move(in));
    return detail::run_journaled(run, journal, detail::journal_digest(*list, *plan, sent));
}

} // namespace feishu
