#include "schemas.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <boost/json/serialize.hpp>

#include "keywords.hpp"
#include "types.hpp"

namespace codegen {
namespace {

constexpr int max_schema_depth = 200;

// Formats of JSON Schema and OpenAPI that are plain strings.
constexpr std::string_view usual_formats[] = {
    "uri",      "date-time", "date", "time", "password",      "byte", "uuid",     "uri-reference", "iri",  "email-address",
    "hostname", "ipv4",      "ipv6", "phone", "json-pointer", "regex", "duration", "decimal",       "color"};
constexpr std::string_view integer_formats[] = {"int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"};

bool is_null_type(node const& s) {
    auto const* type = s.find("type");
    return type != nullptr && type->is_string("null");
}

// What a schema is called in a comment.
std::string title_of(node const& s) {
    if (auto const* ref = s.find("$ref"))
        return ref->text.substr(ref->text.rfind('/') + 1);
    for (auto const* key : {"title", "type"})
        if (auto const* name = s.find(key); name != nullptr && name->is(node::kind::string))
            return name->text;
    return "any JSON";
}

node number_at(boost::json::value value, place const& at) {
    node out;
    out.type = node::kind::number;
    out.text = boost::json::serialize(value);
    out.scalar = std::move(value);
    out.at = at;
    return out;
}

// What is said of the member beside its type.
void keep_words(node& s) {
    constexpr std::string_view kept[] = {"description", "default",     "readOnly",      "writeOnly",
                                         "deprecated",  "uniqueItems", "x-feishu-name", "x-feishu-optional"};
    std::erase_if(s.members,
                  [&](node::member const& m) { return std::ranges::find(kept, m.key) == std::end(kept); });
}

// Arbitrary JSON.
void free_json(node& s, std::string const& alternatives) {
    keep_words(s);
    add_note(s, "JSON of one of: " + alternatives + ".");
}

bool is_free_of_structure(node const& part) {
    return std::ranges::all_of(part.members, [](node::member const& m) { return m.key == "required"; });
}

} // namespace

void add_note(node& n, std::string const& sentence) {
    auto const* old = n.find("description");
    auto text = old != nullptr ? old->text : std::string();
    if (!text.empty() && text.find_last_of(".!?:") != text.size() - 1)
        text += ".";
    n.set("description",
          node::of_string(text + (text.empty() ? "" : " ") + sentence, old != nullptr ? old->at : n.at));
}

void schema_rules::apply(node& s, std::string const& file, int depth) const {
    if (depth == max_schema_depth) {
        wrong_.add(s.at, "schemas nest more than " + std::to_string(max_schema_depth) + " deep");
        return;
    }
    if (s.is_true())
        s = node::of_map(s.at);
    if (!check_keywords(object_kind::schema, s, wrong_))
        return;
    drop_ignored(object_kind::schema, s);
    if (s.find("$ref") != nullptr)
        return reference(s);
    merge_parts(s, file, depth);
    alternatives(s, "oneOf", file);
    alternatives(s, "anyOf", file);
    if (s.find("oneOf") == nullptr)
        s.erase("discriminator");
    if (s.find("$ref") != nullptr)
        return reference(s);
    nulls(s, file);
    constants(s);
    enums(s);
    exclusive(s, "exclusiveMinimum", "minimum", true);
    exclusive(s, "exclusiveMaximum", "maximum", false);
    formats(s);
    whole_numbers(s);
    children(s, file, depth);
    notes(s);
}

void schema_rules::reference(node& s) const {
    constexpr std::string_view allowed[] = {
        "$ref",      "description", "default", "nullable",          "readOnly",
        "writeOnly", "deprecated",  "title",   "x-feishu-optional", "x-feishu-name"};
    for (auto const& [key, value] : s.members)
        if (std::ranges::find(allowed, key) == std::end(allowed))
            wrong_.add(value.at, "stands beside $ref, which is the whole schema; combine the two with allOf");
    s.erase("nullable");
    s.erase("title");
    notes(s);
}

// The schema of a part of allOf: what it refers to, and its own parts merged.
node schema_rules::part_of(node const& part, std::string const& file, int depth) const {
    auto out = refs_.written_out(part, file);
    if (depth == max_schema_depth)
        throw spec_error(part.at, "allOf contains itself");
    if (check_keywords(object_kind::schema, out, wrong_)) {
        drop_ignored(object_kind::schema, out);
        merge_parts(out, file, depth + 1);
    }
    return out;
}

void schema_rules::merge_parts(node& s, std::string const& file, int depth) const {
    auto const* found = s.find("allOf");
    if (found == nullptr || !found->is(node::kind::list))
        return;
    auto const parts = *found;
    s.erase("allOf");
    if (parts.items.empty())
        wrong_.add(parts.at, "needs a schema");
    // A single reference with words around it, which OpenAPI 3.0 does not allow beside $ref.
    constexpr std::string_view words[] = {"description", "default",    "nullable",          "readOnly",
                                          "writeOnly",   "deprecated", "x-feishu-optional", "x-feishu-name",
                                          "title",       "type"};
    bool const only_words = std::ranges::all_of(
        s.members, [&](node::member const& m) { return std::ranges::find(words, m.key) != std::end(words); });
    if (parts.items.size() == 1 && only_words && parts.items[0].find("$ref") != nullptr) {
        s.erase("type");
        for (auto const& [key, value] : parts.items[0].members)
            s.set(key, value);
        return;
    }
    for (auto const& part : parts.items)
        wrong_.attempt([&] { merge_part(s, part_of(part, file, depth)); });
}

void schema_rules::merge_part(node& s, node const& part) const {
    for (auto const& [key, value] : part.members) {
        auto* mine = s.find(key);
        if (mine == nullptr) {
            s.set(key, value);
        } else if (key == "properties") {
            for (auto const& [name, property] : value.members)
                if (auto const* other = mine->find(name); other == nullptr)
                    mine->set(name, property);
                else if (other->json() != property.json())
                    wrong_.add(property.at,
                               "the parts of allOf describe \"" + name + "\" in two ways; write it once");
        } else if (key == "required") {
            mine->items.insert(mine->items.end(), value.items.begin(), value.items.end());
        } else if (key != "description" && key != "title" && key != "default" &&
                   mine->json() != value.json()) {
            wrong_.add(value.at, "the parts of allOf have two values of " + key + "; write the type out");
        }
    }
}

// oneOf and anyOf: one alternative beside null is that one; others are free JSON, and the comment names them.
void schema_rules::alternatives(node& s, std::string_view keyword, std::string const& file) const {
    auto const* found = s.find(keyword);
    if (found == nullptr || !found->is(node::kind::list) || (keyword == "anyOf" && s.find("tags") != nullptr))
        return;
    auto list = found->items;
    auto const at = found->at;
    s.erase(keyword);
    if (list.empty())
        wrong_.add(at, "needs a schema");
    std::string titles;
    for (auto const& part : list) {
        check_keywords(object_kind::schema, part, wrong_);
        titles += (titles.empty() ? "" : ", ") + title_of(part);
    }
    if (s.find("properties") != nullptr && std::ranges::all_of(list, is_free_of_structure)) {
        add_note(s, "Some members are required together or instead of each other.");
        return;
    }
    std::erase_if(list, is_null_type);
    if (list.size() == 1) {
        for (auto const& [key, value] : list.front().members)
            if (s.find(key) == nullptr)
                s.set(key, value);
        return;
    }
    std::optional<node> discriminator;
    if (auto const* given = s.find("discriminator"))
        discriminator = *given;
    if (!keep_alternatives(s, std::move(list), discriminator ? &*discriminator : nullptr, titles, file))
        free_json(s, titles);
}

bool schema_rules::keep_alternatives(node& s, std::vector<node> list, node const* discriminator,
                                     std::string const& titles, std::string const& file) const {
    std::vector<std::string> tags;
    if (discriminator != nullptr)
        tags = tags_of(list, *discriminator, file);
    if (tags.empty() && !differ_in_kind(list, file))
        return false;
    auto const at = s.at;
    keep_words(s);
    add_note(s, "One of: " + titles + ".");
    auto kept = node::of_list(at);
    kept.items = std::move(list);
    s.set("oneOf", std::move(kept));
    auto names = node::of_list(at);
    for (auto const& tag : tags)
        names.items.push_back(node::of_string(tag, at));
    s.set("tags", std::move(names));
    if (!tags.empty())
        s.set("discriminator", *discriminator->find("propertyName"));
    return true;
}

std::string schema_rules::kind_of(node const& schema, std::string const& file, int depth) const {
    if (depth == 32)
        return {};
    bool const named = schema.find("$ref") != nullptr;
    auto const whole = refs_.written_out(schema, file);
    for (auto const* key : {"oneOf", "anyOf", "allOf"})
        if (whole.find(key) != nullptr && !(named && std::string_view(key) == "allOf"))
            return {};
    if (auto const* list = whole.find("enum"); list != nullptr && whole.find("type") == nullptr)
        return !list->items.empty() && list->items.front().is(node::kind::string) ? "string" : "";
    auto const* type = whole.find("type");
    if (type == nullptr)
        return named && (whole.find("properties") != nullptr || whole.find("allOf") != nullptr) ? "object" : "";
    if (type->is_string("integer"))
        return "number";
    if (type->is_string("array")) {
        auto const* items = whole.find("items");
        return items != nullptr && !kind_of(*items, file, depth + 1).empty() ? "array" : "";
    }
    if (type->is_string("object")) {
        auto const* values = whole.find("additionalProperties");
        bool const map = values != nullptr && values->is(node::kind::map) && whole.find("properties") == nullptr &&
                         !kind_of(*values, file, depth + 1).empty();
        return map || (named && whole.find("properties") != nullptr) ? "object" : "";
    }
    auto const* format = whole.find("format");
    return format != nullptr && format->is_string("binary") ? "" : type->text;
}

bool schema_rules::differ_in_kind(std::vector<node> const& list, std::string const& file) const {
    std::set<std::string> kinds;
    for (auto const& part : list)
        if (auto const kind = kind_of(part, file); kind.empty() || !kinds.insert(kind).second)
            return false;
    return true;
}

std::vector<std::string> schema_rules::tags_of(std::vector<node> const& list, node const& discriminator,
                                               std::string const& file) const {
    auto const* property = discriminator.find("propertyName");
    if (property == nullptr || !property->is(node::kind::string))
        return {};
    auto const* mapping = discriminator.find("mapping");
    std::vector<std::string> out;
    std::set<std::string> seen;
    for (auto const& part : list) {
        auto const* ref = part.find("$ref");
        if (ref == nullptr || kind_of(part, file) != "object" || !seen.insert(ref->text).second)
            return {};
        auto const name = ref->text.substr(ref->text.rfind('/') + 1);
        std::vector<std::string> tags;
        if (mapping != nullptr)
            for (auto const& [tag, target] : mapping->members)
                if (target.text == ref->text || target.text == name)
                    tags.push_back(tag);
        if (tags.size() > 1)
            return {};
        out.push_back(tags.empty() ? name : tags.front());
    }
    return out;
}

void schema_rules::nulls(node& s, std::string const& file) const {
    s.erase("nullable"); // null is read as absent, and never sent
    auto* type = s.find("type");
    if (type == nullptr)
        return;
    if (!type->is(node::kind::list)) {
        if (!type->is(node::kind::string))
            wrong_.add(type->at, "a string or a list of strings is needed here, not " +
                                     std::string(name_of(type->type)));
        else if (type->text == "null")
            free_json(s, "null");
        return;
    }
    auto types = type->items;
    std::erase_if(types, [](node const& t) { return t.is_string("null"); });
    if (types.size() == 1) {
        *type = types.front();
        return;
    }
    std::string names;
    std::vector<node> list;
    for (auto const& t : types) {
        names += (names.empty() ? "" : ", ") + t.text;
        list.push_back(node::of_map(t.at));
        list.back().set("type", t);
    }
    if (s.find("enum") != nullptr || s.find("pattern") != nullptr || !keep_alternatives(s, std::move(list), nullptr, names, file))
        free_json(s, names);
}

void schema_rules::constants(node& s) const {
    auto const* found = s.find("const");
    if (found == nullptr)
        return;
    auto const value = *found;
    s.erase("const");
    if (value.is(node::kind::boolean)) {
        if (s.find("type") == nullptr)
            s.set("type", node::of_string("boolean", value.at));
        add_note(s, value.is_true() ? "Always true." : "Always false.");
        return;
    }
    if (!value.is(node::kind::string) && !value.scalar.is_int64()) {
        wrong_.add(value.at,
                   "a constant is a string, an integer or a boolean; describe others in `description`");
        return;
    }
    auto list = node::of_list(value.at);
    list.items.push_back(value);
    s.set("enum", std::move(list));
}

void schema_rules::enums(node& s) const {
    auto* list = s.find("enum");
    if (auto* names = s.find("x-enum-varnames")) {
        if (s.find("x-feishu-enum-names") == nullptr)
            s.set("x-feishu-enum-names", *names);
        s.erase("x-enum-varnames");
    }
    list = s.find("enum");
    if (list == nullptr || !list->is(node::kind::list))
        return;
    std::erase_if(list->items, [](node const& v) { return v.is(node::kind::null); });
    if (list->items.empty()) {
        wrong_.add(list->at, "needs a value");
        return;
    }
    if (auto const* type = s.find("type"); type != nullptr && type->is_string("boolean")) {
        s.erase("enum");
        return;
    }
    if (s.find("type") != nullptr)
        return;
    auto const& items = list->items;
    if (std::ranges::all_of(items, [](node const& v) { return v.is(node::kind::string); }))
        s.set("type", node::of_string("string", s.at));
    else if (std::ranges::all_of(items, [](node const& v) { return v.scalar.is_int64(); }))
        s.set("type", node::of_string("integer", s.at));
}

// Of OpenAPI 3.0, true beside the limit, or of 3.1, the limit itself.
void schema_rules::exclusive(node& s, std::string const& keyword, std::string const& limit,
                             bool lower) const {
    auto const* found = s.find(keyword);
    if (found == nullptr)
        return;
    auto value = *found;
    s.erase(keyword);
    if (value.is(node::kind::boolean)) {
        if (!value.is_true())
            return;
        if (s.find(limit) == nullptr) {
            wrong_.add(value.at, "needs a " + limit + " beside it");
            return;
        }
        value = *s.find(limit);
    }
    if (!value.is(node::kind::number)) {
        wrong_.add(value.at, "a number is needed here, not " + std::string(name_of(value.type)));
        return;
    }
    auto const* type = s.find("type");
    bool const whole = type != nullptr && type->is_string("integer") && value.scalar.is_int64();
    auto const number = value.scalar.to_number<double>();
    auto const end = std::numeric_limits<double>::infinity();
    using limits = std::numeric_limits<std::int64_t>;
    if (whole && value.scalar.as_int64() == (lower ? limits::max() : limits::min())) {
        wrong_.add(value.at, "leaves no value of an int64");
        return;
    }
    auto next = whole ? number_at(value.scalar.as_int64() + (lower ? 1 : -1), value.at)
                      : number_at(std::nextafter(number, lower ? end : -end), value.at);
    if (auto const* other = s.find(limit); other != nullptr && other->is(node::kind::number)) {
        auto const given = other->scalar.to_number<double>();
        auto const mine = next.scalar.to_number<double>();
        if (lower ? given > mine : given < mine)
            return;
    }
    s.set(limit, std::move(next));
}

// Formats without a type of their own are words in the comment.
void schema_rules::formats(node& s) const {
    auto const* found = s.find("format");
    auto const* type = s.find("type");
    if (found == nullptr || !found->is(node::kind::string) || (type != nullptr && !type->is(node::kind::string)))
        return;
    auto const format = *found;
    bool const whole = type != nullptr && type->text == "integer";
    bool const real = type != nullptr && type->text == "number";
    if (std::ranges::find(usual_formats, format.text) != std::end(usual_formats) || is_own_format(format.text))
        return;
    if (whole && std::ranges::find(integer_formats, format.text) != std::end(integer_formats))
        return;
    if (real && (format.text == "double" || format.text == "float"))
        return;
    if (auto const meant = similar_format(format.text); !meant.empty() && !whole && !real)
        wrong_.add(format.at, "\"" + format.text + "\" is not a format that is known here; is `" + meant + "` meant?");
    add_note(s, "Format: " + format.text + ".");
    if (whole)
        s.set("format", node::of_string("int64", format.at));
    else
        s.erase("format");
}

// Limits of integers are integers, and the format holds limits and default.
void schema_rules::whole_numbers(node& s) {
    auto const* type = s.find("type");
    if (type == nullptr || !type->is_string("integer"))
        return;
    constexpr auto end = 0x1p63;
    for (auto const* key : {"minimum", "maximum"}) {
        auto* limit = s.find(key);
        if (limit == nullptr || !limit->is(node::kind::number) || limit->scalar.is_int64())
            continue;
        auto const value = limit->scalar.to_number<double>();
        bool const lower = std::string_view(key) == "minimum";
        auto const rounded = lower ? std::ceil(value) : std::floor(value);
        if (rounded >= -end && rounded < end)
            *limit = number_at(static_cast<std::int64_t>(rounded), limit->at);
        else if (lower == (rounded < 0)) // excludes no integer that can be sent
            s.erase(key);
    }
    if (s.find("format") != nullptr)
        return;
    for (auto const* key : {"minimum", "maximum", "default", "multipleOf"})
        if (auto const* value = s.find(key);
            value != nullptr && value->scalar.is_int64() && !std::in_range<std::int32_t>(value->scalar.as_int64()))
            return void(s.set("format", node::of_string("int64", s.at)));
}

// What nothing checks, in words.
void schema_rules::notes(node& s) {
    constexpr std::pair<std::string_view, std::string_view> notes[] = {
        {"uniqueItems", "The entries must be unique."},
        {"readOnly", "Read-only: not part of requests."},
        {"writeOnly", "Write-only: not part of responses."},
        {"deprecated", "Deprecated."},
    };
    for (auto const& [key, sentence] : notes) {
        auto const* value = s.find(key);
        if (value == nullptr)
            continue;
        if (value->is_true())
            add_note(s, std::string(sentence));
        if (key != "uniqueItems")
            s.erase(key);
    }
}

void schema_rules::children(node& s, std::string const& file, int depth) const {
    if (auto* parts = s.find("oneOf"))
        for (auto& part : parts->items)
            apply(part, file, depth + 1);
    if (auto* items = s.find("items"))
        apply(*items, file, depth + 1);
    if (auto* values = s.find("additionalProperties")) {
        if (values->is(node::kind::boolean) && !values->is_true())
            s.erase("additionalProperties");
        else
            apply(*values, file, depth + 1);
    }
    auto* properties = s.find("properties");
    if (properties == nullptr)
        return;
    if (!properties->members.empty() && s.find("additionalProperties") != nullptr) {
        s.erase("additionalProperties");
        add_note(s, "Members that are not listed are skipped.");
        properties = s.find("properties");
    }
    auto* required = s.find("required");
    for (auto& [name, property] : properties->members) {
        auto const* read_only = property.find("readOnly");
        if (required != nullptr && read_only != nullptr && read_only->is_true())
            std::erase_if(required->items, [&](node const& r) { return r.is_string(name); });
        apply(property, file, depth + 1);
    }
}

} // namespace codegen
