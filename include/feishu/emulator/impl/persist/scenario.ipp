#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <boost/json/parse.hpp>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/emulator/impl/persist/records.hpp>
#include <feishu/emulator/impl/persist/records.ipp>
#include <feishu/emulator/impl/persist/value_codec.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/scenario.hpp>

namespace feishu::emulator {
namespace detail {

inline constexpr int scenario_version = 1;
inline constexpr std::size_t max_scenario_file = 1u << 20;

inline bool is_default(boost::json::value const& value) {
    if (auto const* object = value.if_object())
        return object->empty();
    auto const* list = value.if_array();
    return value.is_null() || (list != nullptr && *list == boost::json::array{nullptr, 0}); // of the clock
}

// A record as a scenario has it; null if it has none.
inline boost::json::value scenario_value(section const& part, boost::json::value value) {
    if (part.name == "departments") {
        value.as_object().erase("placed");
        if (auto const* id = value.as_object().if_contains("open_department_id"); id == nullptr || *id == "0")
            return nullptr;
        if (value.as_object().contains("deleted"))
            return nullptr;
    }
    if (part.name == "files")
        if (auto* file = value.as_object().if_contains("file"))
            if (auto const* bytes = file->as_object().if_contains("bytes"))
                if (bytes->as_string().size() / 4 * 3 > max_scenario_file)
                    file->as_object().erase("bytes");
    return value;
}

// Reads a whole scenario before anything is added, and looks for ids that occur twice, or refer to nothing.
class scenario_reader {
public:
    scenario_reader(state& tenant, boost::json::object const& from) : tenant_(tenant), from_(from) {}

    /// Throws decode_problem.
    void read() {
        check_names();
        read_list("apps", apps_);
        read_list("departments", departments_);
        read_list("users", users_);
        read_list("chats", chats_);
        define("apps", "app_id", apps_, &app::app_id,
               [&](auto& id) { return tenant_.find_app(id) != nullptr; });
        define("departments", "open_department_id", departments_, &department::open_department_id,
               [&](auto& id) { return tenant_.find_department(id) != nullptr; });
        define("users", "open_id", users_, &user::open_id,
               [&](auto& id) { return tenant_.find_user(id) != nullptr; });
        define("chats", "chat_id", chats_, &chat::chat_id,
               [&](auto& id) { return tenant_.find_chat(id) != nullptr; });
        define_messages();
        check_departments();
        check_users();
        check_chats();
        check_messages();
        restore(true);
    }

    void add() {
        for_each_of(section_form::single, false);
        for (auto& one : apps_)
            tenant_.add_app(std::move(one));
        add_departments();
        for (auto& one : users_)
            store_access::add(tenant_, std::move(one));
        for (auto& one : chats_)
            store_access::add(tenant_, std::move(one));
        for_each_of(section_form::list, false);
        for_each_of(section_form::map, false);
    }

private:
    void check_names() const {
        for (auto const& [name, value] : from_) {
            auto const* part = find_section(name);
            if (name != "version" && (part == nullptr || !part->in_scenario))
                throw decode_problem("unknown member " + std::string(utf8::prefix(name, 100)));
        }
        int version = scenario_version;
        if (auto const* found = from_.if_contains("version"))
            from_value(*found, version, "version");
        if (version != scenario_version)
            refuse_value("version", std::to_string(version) + " is not supported");
    }

    template <class T>
    void read_list(std::string const& name, std::vector<T>& into) const {
        if (auto const* found = from_.if_contains(name))
            from_value(*found, into, name);
    }

    static std::string place(std::string_view list, std::size_t i, std::string_view member) {
        return std::string(list).append("[").append(std::to_string(i)).append("].").append(member);
    }

    template <class T, class Id, class Exists>
    void define(std::string_view list, std::string_view member, std::vector<T> const& all, Id T::*id,
                Exists exists) {
        for (std::size_t i = 0; i != all.size(); ++i) {
            auto const& one = all[i].*id;
            if (!one.empty() && (exists(one) || !defined_.insert(one.str()).second))
                refuse_value(place(list, i, member),
                             std::string(utf8::prefix(one.str(), 100)) + " is used already");
        }
    }
    void define_messages() {
        std::vector<message> messages; // without what only lists have
        auto const* list = from_.if_contains("messages");
        if (list == nullptr)
            return;
        if (!list->is_array())
            refuse_value("messages", "expected a list");
        for (std::size_t i = 0; i != list->get_array().size(); ++i) {
            auto value = list->get_array()[i];
            auto const path = "messages[" + std::to_string(i) + "]";
            store_access::take_flag(value, "in_history", path);
            store_access::take_flag(value, "in_thread", path);
            message one;
            from_value(value, one, path);
            links_.push_back({one.message_id, one.chat_id, one.user});
        }
        define("messages", "message_id", links_, &link::message,
               [&](auto& id) { return tenant_.find_message(id) != nullptr; });
    }

    template <class Id>
    void refer(std::string_view list, std::size_t i, std::string_view member, Id const& id,
               bool exists) const {
        if (!exists && !defined_.contains(id.str()))
            refuse_value(place(list, i, member), std::string(utf8::prefix(id.str(), 100)) + " is unknown");
    }
    void check_departments() const {
        std::unordered_map<std::string, std::string> parents;
        for (std::size_t i = 0; i != departments_.size(); ++i) {
            auto const& one = departments_[i];
            refer("departments", i, "parent", one.parent, tenant_.find_department(one.parent) != nullptr);
            parents.emplace(one.open_department_id.str(), one.parent.str());
        }
        for (std::size_t i = 0; i != departments_.size(); ++i) {
            auto at = parents.find(departments_[i].parent.str());
            for (std::size_t steps = 0; at != parents.end(); at = parents.find(at->second))
                if (++steps > parents.size())
                    refuse_value(place("departments", i, "parent"), "departments are below each other");
        }
    }
    void check_users() const {
        for (std::size_t i = 0; i != users_.size(); ++i)
            for (auto const& id : users_[i].departments)
                refer("users", i, "departments", id, tenant_.find_department(id) != nullptr);
    }
    void check_chats() const {
        for (std::size_t i = 0; i != chats_.size(); ++i) {
            auto const& one = chats_[i];
            for (auto const& id : one.members)
                refer("chats", i, "members", id, tenant_.find_user(id) != nullptr);
            for (auto const& id : one.bots)
                refer("chats", i, "bots", id, tenant_.find_app(id) != nullptr);
            if (!one.dissolved && !one.owner.empty() && !one.has(one.owner))
                refuse_value(place("chats", i, "owner"),
                             std::string(utf8::prefix(one.owner.str(), 100)) + " is not a member");
            for (auto const& id : one.managers)
                if (!one.has(id))
                    refuse_value(place("chats", i, "managers"),
                                 std::string(utf8::prefix(id.str(), 100)) + " is not a member");
        }
    }
    void check_messages() const {
        for (std::size_t i = 0; i != links_.size(); ++i) {
            auto const& one = links_[i];
            refer("messages", i, "chat_id", one.chat, tenant_.find_chat(one.chat) != nullptr);
            if (!one.user.empty())
                refer("messages", i, "user", one.user, tenant_.find_user(one.user) != nullptr);
        }
    }

    void restore(bool dry) const {
        for (auto const form : {section_form::single, section_form::list, section_form::map})
            for_each_of(form, dry);
    }
    void for_each_of(section_form form, bool dry) const {
        restoring const how{.tenant = tenant_, .dry = dry, .defined = &defined_};
        for (auto const& part : sections()) {
            auto const* found = from_.if_contains(part.name);
            bool const typed = form == section_form::list && part.name != "messages"; // read already
            if (found == nullptr || part.form != form || typed)
                continue;
            std::string const name(part.name);
            if (form == section_form::single) {
                part.restore(how, {}, *found, name);
            } else if (auto const* list = found->if_array(); list != nullptr && form == section_form::list) {
                for (std::size_t i = 0; i != list->size(); ++i)
                    part.restore(how, {}, (*list)[i], name + '[' + std::to_string(i) + ']');
            } else if (auto const* object = found->if_object();
                       object != nullptr && form == section_form::map) {
                for (auto const& [key, value] : *object)
                    part.restore(how, std::string(key), value, name + '.' + std::string(key));
            } else {
                refuse_value(name, form == section_form::list ? "expected a list" : "expected an object");
            }
        }
    }

    // A department may come before its parent.
    void add_departments() {
        std::vector<department> later;
        for (auto& one : departments_) {
            one.deleted = false;
            if (tenant_.find_department(one.parent) == nullptr)
                later.push_back(one);
            tenant_.add_department(std::move(one));
        }
        for (auto const& one : later)
            store_access::move(tenant_, one);
    }

    struct link {
        feishu::message_id message{};
        feishu::chat_id chat{};
        feishu::open_id user{};
    };

    state& tenant_;
    boost::json::object const& from_;
    std::vector<app> apps_;
    std::vector<department> departments_;
    std::vector<user> users_;
    std::vector<chat> chats_;
    std::vector<link> links_; // of messages
    std::unordered_set<std::string> defined_;
};

} // namespace detail

FEISHU_DECL boost::json::object scenario_of(state& tenant) {
    boost::json::object out{{"version", detail::scenario_version}};
    for (auto const& part : detail::sections()) {
        if (!part.in_scenario)
            continue;
        boost::json::array list;
        boost::json::object map;
        for (auto const& key : part.keys(tenant)) {
            auto value = detail::scenario_value(part, part.save(tenant, key));
            if (part.form == detail::section_form::single && !detail::is_default(value))
                out.emplace(part.name, std::move(value));
            else if (part.form == detail::section_form::list && !value.is_null())
                list.push_back(std::move(value));
            else if (part.form == detail::section_form::map && !detail::is_default(value))
                map.emplace(key, std::move(value));
        }
        if (!list.empty())
            out.emplace(part.name, std::move(list));
        if (!map.empty())
            out.emplace(part.name, std::move(map));
    }
    return out;
}

FEISHU_DECL result<void> load(state& tenant, boost::json::object const& scenario) {
    detail::scenario_reader reader(tenant, scenario);
    try {
        reader.read();
    } catch (detail::decode_problem const& wrong) {
        return refuse(230001, wrong.what());
    }
    reader.add();
    return {};
}

FEISHU_DECL result<void> load(state& tenant, std::string_view document) {
    boost::system::error_code failed;
    auto const value = boost::json::parse(document, failed, {}, {.max_depth = 64});
    if (failed)
        return refuse(230001, "not a JSON document: " + failed.message());
    if (!value.is_object())
        return refuse(230001, "expected an object");
    return load(tenant, value.get_object());
}

} // namespace feishu::emulator
