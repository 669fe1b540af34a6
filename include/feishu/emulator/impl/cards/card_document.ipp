#pragma once

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/content/card.hpp>
#include <feishu/content/card/check.hpp>
#include <feishu/content/card/impl/card_values.hpp>
#include <feishu/content/card/impl/walk.hpp>
#include <feishu/emulator/impl/cards/card_document.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator::detail {

inline constexpr std::size_t max_card_elements = 200;
inline constexpr std::size_t max_card_tables = 5;

FEISHU_DECL boost::json::object const* object_member(boost::json::value const& of, std::string_view name) {
    auto const* outer = of.if_object();
    auto const* member = outer != nullptr ? outer->if_contains(name) : nullptr;
    return member != nullptr ? member->if_object() : nullptr;
}

inline bool has_true(boost::json::object const* of, std::string_view name) {
    auto const* member = of != nullptr ? of->if_contains(name) : nullptr;
    return member != nullptr && member->is_bool() && member->get_bool();
}

FEISHU_DECL std::string text_in(boost::json::object const& of, std::string_view name) {
    return std::string(card::detail::string_member(of, name));
}

FEISHU_DECL bool is_card_2(boost::json::value const& card) {
    auto const* object = card.if_object();
    return object != nullptr && object->contains("schema");
}

FEISHU_DECL bool is_shared(boost::json::value const& card) {
    return is_card_2(card) || has_true(object_member(card, "config"), "update_multi");
}

FEISHU_DECL bool asks_streaming(boost::json::value const& card) {
    return is_card_2(card) && has_true(object_member(card, "config"), "streaming_mode");
}

FEISHU_DECL boost::json::value parse_card(std::string_view document) {
    boost::system::error_code failed;
    auto out = boost::json::parse(document, failed);
    return failed ? boost::json::value() : out;
}

FEISHU_DECL error card_error(card_problem const& why) {
    if (why.code == 230025)
        return refuse(230025);
    auto text = "ErrCode: " + std::to_string(why.code) + "; ErrMsg: " + why.message;
    if (!why.path.empty())
        text += "; ErrPath: " + why.path;
    if (!why.value.empty())
        text += "; ErrorValue: " + why.value;
    return refuse(230099, text + ";");
}

// The first problem of a card: those with codes of their own, in document order.
class card_inspector final : public card::detail::visitor {
public:
    explicit card_inspector(state& tenant) : tenant_(tenant) {}

    using path = feishu::detail::field_path;

    void enter(card::detail::component const& one, path const& at) override {
        ++elements_;
        if (one.type == nullptr && !one.tag.empty())
            report(200861, "not support tag: " + std::string(one.tag), at, std::string(one.tag));
        check_id(one.json, at);
        if (one.tag == "form")
            ++forms_;
        else if (forms_ != 0 && takes_name(one) && text_in(one.json, "name").empty())
            report(200530, "name is required for an element of a form", at);
        if (one.tag == "table")
            check_table(one.json, at);
        if (one.tag == "chart")
            check_chart(one.json, at);
        if (one.tag == "markdown")
            check_markup(text_in(one.json, "content"), at);
        check_persons(one, at);
    }

    void leave(card::detail::component const& one, path const&) override {
        if (one.tag == "form")
            --forms_;
    }

    void on_text(boost::json::object const& text, std::string_view, path const& at) override {
        ++elements_;
        check_id(text, at);
        if (card::detail::string_member(text, "tag") == "lark_md")
            mentions(text_in(text, "content"), at);
    }

    void on_member(card::detail::member const& one, path const& at) override {
        auto const own_tag = one.owner != nullptr && one.name == "tag" && !one.owner->constant.empty();
        if (one.owner != nullptr && one.described == nullptr && !own_tag && !is_older(one))
            report(200621, "parse card json err, unknown property", at, std::string(one.name));
        if (one.name == "img_key" && one.value.is_string())
            image(std::string(card::detail::view(one.value.get_string())), at);
    }

    card_problem take() {
        if (problem_.code == 0 && elements_ > max_card_elements)
            problem_ = {11310, "element exceeds the limit", "body.elements", std::to_string(elements_)};
        if (problem_.code == 0 && tables_ > max_card_tables)
            problem_ = {11310, "card table number over limit", "body.elements", std::to_string(tables_)};
        return std::move(problem_);
    }

    // Parts of cards in JSON 1.0, which has no bindings.

    void count() { ++elements_; }
    void mentions(std::string const& text, path const& at) {
        for (auto where = text.find("<at "); where != std::string::npos;
             where = text.find("<at ", where + 1)) {
            auto const end = text.find('>', where);
            auto const id = text.find("id=", where);
            if (end == std::string::npos || id == std::string::npos || id > end || text[id - 1] == '_')
                continue;
            person(unquoted(text.substr(id + 3, text.find_first_of(" >", id + 3) - id - 3)), at);
        }
    }
    void image(std::string const& key, path const& at) {
        if (!key.empty() && tenant_.find_resource(key) == nullptr)
            report(200570, "image key is invalid", at, key);
    }

private:
    // Members of elements in older samples, which JSON 2.0 accepts.
    static bool is_older(card::detail::member const& one) {
        constexpr std::string_view names[]{"action_type", "fields", "mode", "multi_url",
                                           "position",    "url",    "value"};
        return !one.owner_tag.empty() && std::ranges::find(names, one.name) != std::end(names);
    }

    static bool takes_name(card::detail::component const& one) {
        constexpr std::string_view tags[]{
            "button",        "input",       "select_static",       "multi_select_static",
            "select_person", "date_picker", "multi_select_person", "picker_time",
            "checker",       "select_img",  "picker_datetime"};
        return std::ranges::find(tags, one.tag) != std::end(tags);
    }

    static std::string unquoted(std::string text) {
        std::erase(text, '"');
        std::erase(text, '\'');
        if (text.ends_with('/'))
            text.pop_back();
        return text;
    }

    void report(int code, std::string message, path const& at, std::string value = {}) {
        if (problem_.code != 0)
            return;
        problem_ = {code, std::move(message), {}, std::move(value)};
        at.append_to(problem_.path);
    }

    void check_id(boost::json::object const& of, path const& at) {
        auto const id = text_in(of, "element_id");
        if (!id.empty() && !ids_.insert(id).second)
            report(300301, "element_id is duplicate", at, id);
    }

    void check_markup(std::string const& text, path const& at) {
        tables_ += card::detail::count_markdown_tables(text);
        mentions(text, at);
    }

    void check_persons(card::detail::component const& one, path const& at) {
        if (one.tag == "person")
            person(text_in(one.json, "user_id"), at);
        auto const* list = one.tag == "person_list" ? one.json.if_contains("persons") : nullptr;
        if (list == nullptr || !list->is_array())
            return;
        for (auto const& item : list->get_array())
            if (item.is_object())
                person(text_in(item.get_object(), "id"), at);
    }

    void person(std::string const& id, path const& at) {
        if (id.empty() || id == "all" || id.find('@') != std::string::npos)
            return;
        if (tenant_.find_user_by_any_id(id) == nullptr && tenant_.find_bot(id) == nullptr)
            report(100290, "invalid user id", at, id);
    }

    void check_chart(boost::json::object const& chart, path const& at) {
        auto const* spec = chart.if_contains("chart_spec");
        if (spec != nullptr && !spec->is_object())
            report(200550, "chart_spec is invalid", at);
    }

    void check_table(boost::json::object const& table, path const& at) {
        ++tables_;
        std::set<std::string> columns;
        if (auto const* list = table.if_contains("columns"); list != nullptr && list->is_array())
            for (auto const& column : list->get_array())
                if (column.is_object())
                    columns.insert(text_in(column.get_object(), "name"));
        auto const* rows = table.if_contains("rows");
        if (rows == nullptr)
            return;
        if (!rows->is_array())
            return report(200914, "table rows is invalid", at);
        for (auto const& row : rows->get_array()) {
            if (!row.is_object())
                return report(200914, "table rows is invalid", at);
            for (auto const& cell : row.get_object())
                if (std::string const name(cell.key()); !columns.contains(name))
                    return report(200915, "table row has an undeclared column", at, name);
        }
    }

    state& tenant_;
    card_problem problem_;
    std::set<std::string> ids_;
    std::size_t elements_ = 0;
    std::size_t tables_ = 0;
    std::size_t forms_ = 0;
};

// JSON 1.0 ignores what it does not know. Depth is bounded by the parser's limit.
inline void inspect_card_1(boost::json::value const& part, card_inspector& to,
                           feishu::detail::field_path const& at) {
    if (auto const* list = part.if_array()) {
        std::size_t index = 0;
        for (auto const& item : *list)
            inspect_card_1(item, to, feishu::detail::field_path{&at, {}, index++});
        return;
    }
    auto const* object = part.if_object();
    if (object == nullptr)
        return;
    auto const tag = card::detail::string_member(*object, "tag");
    if (!tag.empty())
        to.count();
    if (tag == "lark_md" || tag == "markdown")
        to.mentions(text_in(*object, "content"), at);
    for (auto const& member : *object) {
        auto const name = card::detail::view(member.key());
        feishu::detail::field_path const path{&at, name};
        if (name == "img_key" && member.value().is_string())
            to.image(std::string(card::detail::view(member.value().get_string())), path);
        else if (name != "value")
            inspect_card_1(member.value(), to, path);
    }
}

// What the library validates before it sends a card.
inline card_problem validate_card_2(std::string const& document) {
    for (auto const& found : card::check(document))
        if (found.severity == card::severity::error)
            return {200621, "parse card json err, " + found.path + " " + found.message, found.path, {}};
    return {};
}

FEISHU_DECL card_problem check_card(state& tenant, boost::json::value const& value) {
    if (!value.is_object())
        return {200621, "a card must be a JSON object", {}, {}};
    auto const document = boost::json::serialize(value);
    if (document.size() > max_card_bytes)
        return {230025, {}, {}, {}};
    if (parse_card(document).is_null()) // what operations and variables put together
        return {200621, "parse card json err, nested too deeply", {}, {}};
    card_inspector inspector(tenant);
    if (!is_card_2(value)) {
        inspect_card_1(value, inspector, feishu::detail::field_path{});
        return inspector.take();
    }
    card::detail::walk(json::binding_of<card::card>, value, inspector);
    auto problem = inspector.take();
    return problem.code != 0 ? problem : validate_card_2(document);
}

// Replaces `${name}` in the texts of a template.
class template_filler {
public:
    explicit template_filler(boost::json::object const& values) : values_(values) {}

    void fill(boost::json::value& part) const {
        if (auto* list = part.if_array()) {
            for (auto& item : *list)
                fill(item);
        } else if (auto* object = part.if_object()) {
            for (auto& member : *object)
                fill(member.value());
        } else if (auto const* text = part.if_string()) {
            part = filled({text->data(), text->size()});
        }
    }

private:
    boost::json::value filled(std::string_view text) const {
        std::string out;
        while (!text.empty()) {
            auto const begin = text.find("${");
            auto const end = begin == text.npos ? text.npos : text.find('}', begin);
            if (end == text.npos)
                break;
            auto const* value = values_.if_contains(text.substr(begin + 2, end - begin - 2));
            if (value != nullptr && out.empty() && begin == 0 && end + 1 == text.size())
                return *value; // of any type
            out += text.substr(0, begin);
            if (value == nullptr)
                out += text.substr(begin, end + 1 - begin);
            else
                out += value->is_string() ? std::string(card::detail::view(value->get_string()))
                                          : boost::json::serialize(*value);
            text.remove_prefix(end + 1);
        }
        return boost::json::string(out.append(text));
    }

    boost::json::object const& values_;
};

inline bool same_kind(boost::json::value const& a, boost::json::value const& b) {
    return a.kind() == b.kind() || (a.is_number() && b.is_number());
}

inline card_problem read_template(state& tenant, feishu::app_id const& app, boost::json::object const& data,
                                  card_document& into) {
    auto const id = text_in(data, "template_id");
    auto const* found = tenant.cards().find_template(id, text_in(data, "template_version_name"));
    if (found == nullptr)
        return {200380, "template does not exist or is not published", "template_id", id};
    if (found->apps && !found->apps->contains(app))
        return {200381, "the app has no permission to use the template", "template_id", id};
    auto values = found->variables;
    if (auto const* given = data.if_contains("template_variable"); given != nullptr && !given->is_null()) {
        if (!given->is_object())
            return {200737, "template_variable must be an object", "template_variable", {}};
        for (auto const& one : given->get_object()) {
            auto const* declared = values.if_contains(one.key());
            if (declared != nullptr && !same_kind(*declared, one.value()))
                return {200732, "the variable's type does not match",
                        "template_variable." + std::string(one.key()), boost::json::serialize(one.value())};
            values[one.key()] = one.value();
        }
    }
    into.json = parse_card(found->document);
    template_filler(values).fill(into.json);
    return check_card(tenant, into.json);
}

inline card_problem read_entity(state& tenant, feishu::app_id const& app, boost::json::object const& data,
                                card_document& into) {
    auto const id = text_in(data, "card_id");
    auto const* found = tenant.cards().find(feishu::card_id(id));
    if (found == nullptr || found->app != app)
        return {200740, "card does not exist", "card_id", id};
    if (tenant.now() - found->create_time > card_lifetime)
        return {200750, "card is expired", "card_id", id};
    if (!found->message.empty())
        return {11310, "card was sent already", "card_id", id};
    into = {.json = parse_card(found->document), .entity = found->card_id};
    return {};
}

FEISHU_DECL card_problem read_card(state& tenant, feishu::app_id const& app,
                                   boost::json::value const& content, card_document& into) {
    auto const* data = object_member(content, "data");
    auto const type = data != nullptr ? text_in(content.get_object(), "type") : std::string();
    if (type == "template")
        return read_template(tenant, app, *data, into);
    if (type == "card")
        return read_entity(tenant, app, *data, into);
    into = {.json = content, .entity = {}};
    return check_card(tenant, content);
}

} // namespace feishu::emulator::detail
