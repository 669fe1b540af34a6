#include "doctor.hpp"

#include <algorithm>
#include <ctime>
#include <set>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/client.hpp>
#include <feishu/http/transport.hpp>

#include "catalog.hpp"
#include "render.hpp"

namespace cli {
namespace {

namespace json = boost::json;
using verdict = finding::verdict;

// A member of a response, or null: what the platform leaves out is unknown, not an error.
json::value at(json::value const& from, std::string_view pointer) {
    boost::system::error_code failed;
    auto const* found = from.find_pointer({pointer.data(), pointer.size()}, failed);
    return found != nullptr ? *found : json::value();
}

std::string text(json::value const& value) {
    return value.is_string() ? std::string(value.get_string().data(), value.get_string().size())
                             : std::string();
}

class examination {
public:
    examination(profile const& app, std::vector<std::string> const& ids, doctor_tools const& tools)
        : app_(app), ids_(ids), tools_(tools) {}

    std::vector<finding> run() {
        add(verdict::good, "credentials", app_.app_id + " from " + app_.source);
        if (!reach())
            return std::move(out_);
        check_clock();
        check_scopes();
        check_app();
        check_connections();
        return std::move(out_);
    }

private:
    void add(verdict result, std::string subject, std::string what, std::string fix = {}) {
        out_.push_back({result, std::move(subject), std::move(what), std::move(fix)});
    }

    std::string page(std::string_view name) const { return console_page(app_.base_url, app_.app_id, name); }

    bool reach() {
        auto const got = tools_.call("bot.v3.info.get", "{}");
        if (got) {
            add(verdict::good, "network", app_.base_url + " responds, and accepts app_id and app_secret");
            add(verdict::good, "bot", text(at(json::parse(*got), "/bot/app_name")));
            return true;
        }
        auto const& why = got.error();
        bool const no_connection = why.kind == feishu::error_kind::transport ||
                                   why.kind == feishu::error_kind::timeout ||
                                   why.kind == feishu::error_kind::http;
        if (no_connection) {
            add(verdict::missing, "network", why.message,
                std::string(why.advice().empty()
                                ? "check the address, the proxy and the firewall: " + app_.base_url
                                : why.advice()));
            return false;
        }
        if (why.kind == feishu::error_kind::auth) {
            add(verdict::missing, "credentials", why.message,
                "copy App ID and App Secret from " + page("baseinfo") +
                    "; Feishu and Lark have apps of their own (--lark)");
            return false;
        }
        add(verdict::good, "network", app_.base_url + " responds");
        add(verdict::missing, "bot", why.message, "enable the bot, then publish a version: " + page("bot"));
        return true;
    }

    void check_clock() {
        auto const difference = tools_.clock_difference();
        if (!difference)
            return add(verdict::unknown, "clock", "the platform does not tell the time");
        auto const seconds = difference->count();
        if (seconds >= -60 && seconds <= 60)
            return add(verdict::good, "clock", "within a minute of the platform's");
        add(verdict::missing, "clock",
            std::to_string(seconds < 0 ? -seconds : seconds) + " s " + (seconds < 0 ? "ahead of" : "behind") +
                " the platform's",
            "synchronize it (timedatectl set-ntp true): signatures and tokens depend on it");
    }

    void check_scopes() {
        auto const got = tools_.call("application.v6.scope.list", "{}");
        if (!got)
            return add(verdict::unknown, "scopes", got.error().message);
        auto const listed = json::parse(*got);
        std::set<std::string> granted;
        if (auto const scopes = at(listed, "/scopes"); scopes.is_array())
            for (auto const& one : scopes.get_array())
                if (at(one, "/grant_status") == 1)
                    granted.insert(text(at(one, "/scope_name")));
        std::vector<feishu::scope_group> missing;
        for (auto const& id : ids_)
            for (auto const& group : find_entry(id).spec->scopes)
                if (!group.empty() && std::ranges::none_of(group, [&](auto scope) {
                        return granted.contains(std::string(scope));
                    }))
                    missing.push_back(group);
        if (missing.empty())
            return add(verdict::good, "scopes", std::to_string(granted.size()) + " granted");
        std::string names;
        for (auto const scope : cover(missing))
            names += (names.empty() ? "" : ", ") + std::string(scope);
        add(verdict::missing, "scopes", names + " not granted",
            "add them, then publish a version: " + page("auth"));
    }

    void check_app() {
        auto const got = tools_.call("application.v6.application.get", R"({"app_id":"me","lang":"en_us"})");
        if (!got) {
            bool const scope = got.error().symbol() == feishu::errc::scope_missing;
            return add(verdict::unknown, "version", got.error().message,
                       scope ? "grant admin:app.info:readonly to see it: " + page("auth") : "");
        }
        auto const about = json::parse(*got);
        if (text(at(about, "/app/online_version_id")).empty())
            add(verdict::missing, "version", "none is published",
                "create and publish one: " + page("version"));
        else
            add(verdict::good, "version", text(at(about, "/app/online_version_id")) + " is published");
        auto const events = at(about, "/app/event/subscribed_events");
        if (events.is_array() && !events.get_array().empty())
            add(verdict::good, "events", std::to_string(events.get_array().size()) + " subscribed");
        else if (events.is_array())
            add(verdict::missing, "events", "none is subscribed",
                "add im.message.receive_v1 and others: " + page("event"));
        else
            add(verdict::unknown, "events", "the platform does not list them", "see " + page("event"));
    }

    void check_connections() {
        auto const got = tools_.call("event.v1.connection.get", "{}");
        if (!got)
            return add(verdict::unknown, "long connections", got.error().message);
        auto const count = at(json::parse(*got), "/online_instance_cnt");
        add(verdict::good, "long connections",
            (count.is_int64() ? std::to_string(count.get_int64()) : std::string("0")) +
                " open (feishu listen opens one)");
    }

    profile const& app_;
    std::vector<std::string> const& ids_;
    doctor_tools const& tools_;
    std::vector<finding> out_{};
};

class date_of_response final : public feishu::http::response_sink {
public:
    bool on_head(feishu::http::response_head const& head) override {
        for (auto const field : head.headers)
            if (field.name == "Date" || field.name == "date")
                date = field.value;
        return false;
    }
    bool on_body(std::string_view) override { return false; }

    std::string date{};
};

// "Fri, 27 Nov 2026 18:23:03 GMT" (RFC 9110).
std::optional<std::chrono::sys_seconds> time_of(std::string const& date) {
    std::tm parts{};
    auto const* end = ::strptime(date.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    if (end == nullptr || *end != '\0')
        return std::nullopt;
    return std::chrono::sys_seconds{std::chrono::seconds{::timegm(&parts)}};
}

} // namespace

std::optional<std::chrono::seconds> clock_difference(feishu::client const& client) {
    auto const connection = client.connection_settings();
    date_of_response head;
    feishu::http::request const request{.target = "/"};
    if (!connection.transport ||
        !connection.transport->exchange(request, head, {.timeout = std::chrono::seconds(5)}))
        return std::nullopt;
    auto const theirs = time_of(head.date);
    if (!theirs)
        return std::nullopt;
    return *theirs - std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::vector<finding> examine(profile const& app, std::vector<std::string> const& ids,
                             doctor_tools const& tools) {
    return examination(app, ids, tools).run();
}

std::string report_of(std::vector<finding> const& findings) {
    std::string out;
    for (auto const& one : findings) {
        out += one.result == verdict::good      ? "ok       "
               : one.result == verdict::missing ? "missing  "
                                                : "unknown  ";
        out += one.subject + ": " + one.text + "\n";
        if (!one.fix.empty())
            out += "         " + one.fix + "\n";
    }
    return out;
}

} // namespace cli
