#include "render.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <feishu/core/errc.hpp>
#include <feishu/core/impl/utf8.hpp>
#include <feishu/core/scopes.hpp>

#include "problem.hpp"

namespace cli {
namespace {

namespace json = boost::json;

constexpr std::size_t width = 100;

std::string_view text_at(json::object const& object, std::string_view key) {
    auto const* found = object.if_contains({key.data(), key.size()});
    return found != nullptr && found->is_string()
               ? std::string_view(found->get_string().data(), found->get_string().size())
               : std::string_view{};
}

bool contains(std::string_view text, std::string_view pattern) {
    auto const same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    return pattern.empty() || !std::ranges::search(text, pattern, same).empty();
}

// `text` in lines of `width`, each after `indent` spaces.
std::string wrapped(std::string_view text, std::size_t indent) {
    std::string out;
    std::string line(indent, ' ');
    while (!text.empty()) {
        auto const space = text.find(' ');
        auto const word = text.substr(0, space);
        if (line.size() > indent && line.size() + 1 + word.size() > width) {
            out += line + "\n";
            line.assign(indent, ' ');
        }
        if (line.size() > indent)
            line += ' ';
        line += word;
        text.remove_prefix(space == text.npos ? text.size() : space + 1);
    }
    return line.size() > indent ? out + line + "\n" : out;
}

std::string limits(json::object const& schema, std::string_view least, std::string_view most,
                   std::string_view unit) {
    auto const* min = schema.if_contains({least.data(), least.size()});
    auto const* max = schema.if_contains({most.data(), most.size()});
    if (min == nullptr && max == nullptr)
        return {};
    if (max == nullptr && *min == 1 && unit == "characters")
        return ", not empty";
    auto const number = [](json::value const* value) {
        return value == nullptr ? "" : json::serialize(*value);
    };
    auto out = min != nullptr && max != nullptr ? number(min) + " to " + number(max)
               : min != nullptr                 ? "at least " + number(min)
                                                : "at most " + number(max);
    return ", " + out + (unit.empty() ? "" : " " + std::string(unit));
}

// "list of string, 1 to 200 items", "one of a, b; default a".
std::string type_of(json::object const& schema) {
    auto const type = text_at(schema, "type");
    auto const format = text_at(schema, "format");
    if (format == "binary")
        return "file: @path";
    if (type == "array") {
        auto const* items = schema.if_contains("items");
        return "list of " + (items != nullptr ? type_of(items->get_object()) : std::string("any")) +
               limits(schema, "minItems", "maxItems", "items");
    }
    std::string out{type.empty() ? "any" : type};
    if (type == "string" && !format.empty())
        out = format == "json" ? "JSON document" : std::string(format);
    if (auto const* values = schema.if_contains("enum")) {
        std::string list;
        for (auto const& one : values->get_array())
            list += (list.empty() ? "" : ", ") +
                    (one.is_string() ? std::string(one.get_string().data(), one.get_string().size())
                                     : json::serialize(one));
        out = list.size() > 400 ? out + ", one of " + list.substr(0, list.find(',', 380)) + ", …"
                                : "one of " + list;
    }
    out += limits(schema, "minLength", "maxLength", "characters") + limits(schema, "minimum", "maximum", "");
    if (auto const* value = schema.if_contains("default"))
        out += "; default " + (value->is_string()
                                   ? std::string(value->get_string().data(), value->get_string().size())
                                   : json::serialize(*value));
    return out;
}

// The members of an object or of the objects of a list, with what is in them.
std::string nested(json::object const& schema, std::size_t indent) {
    if (auto const* items = schema.if_contains("items"))
        return nested(items->get_object(), indent);
    auto const* properties = schema.if_contains("properties");
    if (properties == nullptr || indent > 16)
        return {};
    std::string out;
    for (auto const& member : properties->get_object()) {
        auto const& own = member.value().get_object();
        out += wrapped(std::string(member.key()) + "  (" + type_of(own) + ")  " +
                           std::string(text_at(own, "description")),
                       indent);
        out += nested(own, indent + 2);
    }
    return out;
}

std::string joined(feishu::scope_group const& group) {
    std::string out;
    for (auto const scope : group)
        out += (out.empty() ? "" : " or ") + std::string(scope);
    return out;
}

template <class Groups>
std::string scope_lines(Groups const& groups) {
    std::string out;
    for (auto const& group : groups)
        if (!group.empty())
            out += wrapped(joined(group), 4);
    return out;
}

std::string tokens_of(feishu::token tokens) {
    std::string out;
    for (auto const& [one, name] : {std::pair{feishu::token::tenant, "app (tenant_access_token)"},
                                    std::pair{feishu::token::user, "user (user_access_token, --as-user)"},
                                    std::pair{feishu::token::app, "store app (app_access_token)"}})
        if (accepts(tokens, one))
            out += (out.empty() ? "" : ", ") + std::string(name);
    return out.empty() ? "none" : out;
}

std::string rate_of(feishu::rate_limit const& rate) {
    if (rate.special)
        return "special, see the documentation";
    std::string out;
    if (rate.per_minute != 0)
        out = std::to_string(rate.per_minute) + " per minute";
    if (rate.per_second != 0)
        out += (out.empty() ? "" : ", ") + std::to_string(rate.per_second) + " per second";
    return out;
}

std::string members_of(json::object const& described) {
    std::string out;
    for (auto const& one : described.at("members").get_array()) {
        auto const& member = one.get_object();
        auto const& schema = member.at("schema").get_object();
        out += wrapped("--" + std::string(text_at(member, "name")) + "  (" + type_of(schema) + ")" +
                           (member.at("required").get_bool() ? "  required" : ""),
                       2);
        out += wrapped(text_at(member, "description"), 6);
        out += nested(schema, 8);
    }
    return out;
}

std::string responses_of(json::object const& described) {
    std::string out;
    for (auto const& one : described.at("response").get_array()) {
        auto const& member = one.get_object();
        out += wrapped(std::string(text_at(member, "name")) + "  (" + std::string(text_at(member, "type")) +
                           ")  " + std::string(text_at(member, "description")),
                       2);
    }
    return out;
}

std::string errors_of(feishu::endpoint_spec const& spec) {
    std::string out;
    for (int const code : spec.errors)
        if (auto const* known = feishu::find_errc(code))
            out += wrapped(std::to_string(code) + "  " + std::string(known->text), 2);
        else
            out += "  " + std::to_string(code) + "\n";
    return out;
}

void add_section(std::string& out, std::string_view title, std::string const& body) {
    if (!body.empty())
        out += "\n" + std::string(title) + "\n" + body;
}

void add_line(std::string& out, std::string_view title, std::string_view text) {
    if (!text.empty())
        out += std::string(title) + std::string(text) + "\n";
}

} // namespace

std::string list_of(std::string_view pattern) {
    std::size_t longest = 0;
    std::vector<entry> found;
    for (auto const& one : entries())
        if (contains(one.spec->id, pattern) || contains(one.spec->path, pattern) ||
            contains(one.text->summary, pattern)) {
            longest = std::max(longest, one.spec->id.size());
            found.push_back(one);
        }
    if (found.empty())
        throw usage_error("no endpoint contains \"" + std::string(feishu::utf8::prefix(pattern, 100)) +
                          "\": feishu list shows all");
    std::string out;
    for (auto const& one : found) {
        auto const& id = one.spec->id;
        auto const sentence = one.text->summary.substr(0, one.text->summary.find(". "));
        out += std::string(id) + std::string(longest - id.size() + 2, ' ') + std::string(sentence) +
               (sentence.size() < one.text->summary.size() ? ".\n" : "\n");
    }
    return out;
}

std::string document_of(entry const& endpoint) {
    auto const& spec = *endpoint.spec;
    auto const described = endpoint.describe();
    std::string out = std::string(spec.id) + "\n\n" + wrapped(endpoint.text->summary, 0) + "\n";
    add_line(out, "usage:   feishu call ", std::string(spec.id) + " --member value …");
    add_line(out, "request: ", std::string(to_string(spec.method)) + " " + std::string(spec.path));
    add_line(out, "caller:  ", tokens_of(spec.tokens));
    add_line(out, "rate:    ", rate_of(spec.rate));
    add_line(out, "apps:    ",
             spec.app_types == feishu::app_type::custom  ? "custom apps only"
             : spec.app_types == feishu::app_type::store ? "store apps only"
                                                         : "");
    add_line(out, "doc:     ", spec.doc);
    add_section(out, "MEMBERS", members_of(described));
    add_section(out, "RESPONSE",
                spec.envelope == feishu::envelope::binary ? "  a file: --output PATH\n"
                                                          : responses_of(described));
    std::string scopes = scope_lines(spec.scopes);
    if (!spec.user_scopes.empty())
        scopes += "  as a user:\n" + scope_lines(spec.user_scopes);
    add_section(out, "SCOPES (one of each line)", scopes);
    std::string fields;
    for (auto const scope : spec.field_scopes)
        fields += "    " + std::string(scope) + "\n";
    add_section(out, "SCOPES OF SENSITIVE FIELDS", fields);
    add_section(out, "ERRORS (feishu error CODE)", errors_of(spec));
    return out;
}

std::vector<std::string_view> cover(std::vector<feishu::scope_group> const& groups) {
    std::vector<feishu::scope_group> left;
    std::ranges::copy_if(groups, std::back_inserter(left), [](auto const& group) { return !group.empty(); });
    std::vector<std::string_view> out;
    while (!left.empty()) {
        std::map<std::string_view, std::size_t> counts;
        for (auto const& group : left)
            for (auto const scope : group)
                ++counts[scope];
        auto const best =
            std::ranges::max_element(counts, {}, [](auto const& one) { return one.second; })->first;
        out.push_back(best);
        std::erase_if(left, [&](auto const& group) { return group.contains(best); });
    }
    std::ranges::sort(out);
    return out;
}

std::string scopes_of(std::vector<std::string> const& ids) {
    std::vector<feishu::scope_group> app;
    std::vector<feishu::scope_group> user;
    for (auto const& id : ids) {
        auto const& spec = *find_entry(id).spec;
        if (accepts(spec.tokens, feishu::token::tenant))
            app.insert(app.end(), spec.scopes.begin(), spec.scopes.end());
        auto const& as_user = spec.scopes_for(feishu::token::user);
        if (accepts(spec.tokens, feishu::token::user))
            user.insert(user.end(), as_user.begin(), as_user.end());
    }
    return feishu::console_import(cover(app), cover(user));
}

std::string explain(std::string_view code) {
    int number = 0;
    auto const [end, failed] = std::from_chars(code.data(), code.data() + code.size(), number);
    if (failed != std::errc{} || end != code.data() + code.size())
        throw usage_error("a code is a number such as 230002, not " +
                          std::string(feishu::utf8::prefix(code, 40)));
    auto const* known = feishu::find_errc(number);
    if (known == nullptr)
        throw usage_error("code " + std::to_string(number) +
                          " is not in the list of this version; the message of the response describes it");
    std::string out =
        std::to_string(number) + "  " + std::string(known->symbol) + "\n\n" + wrapped(known->text, 0);
    if (!known->advice.empty())
        out += wrapped("What to do: " + std::string(known->advice), 0);
    out += known->retry ? "The same request can succeed within minutes.\n"
                        : "The same request will fail again.\n";
    std::string endpoints;
    for (auto const& one : entries())
        if (one.spec->errors.contains(number))
            endpoints += "  " + std::string(one.spec->id) + "\n";
    add_section(out, "ENDPOINTS THAT DOCUMENT IT", endpoints);
    return out;
}

std::string console_page(std::string_view base_url, std::string_view app_id, std::string_view page) {
    std::string const host =
        base_url.find("larksuite") != base_url.npos ? "https://open.larksuite.com" : "https://open.feishu.cn";
    return host + "/app/" + std::string(app_id) + "/" + std::string(page);
}

} // namespace cli
