#include "emit.hpp"

#include <algorithm>
#include <list>
#include <optional>
#include <sstream>

#include <boost/json/serialize.hpp>

#include "security.hpp"
#include "types.hpp"

namespace codegen {
namespace {

// Boost.Describe 1.81 describes at most 52 members in one go; larger structs get a base for the first ones.
constexpr std::size_t max_described = 52;

std::string string_literal(std::string_view text) { return boost::json::serialize(boost::json::string(text.data(), text.size())); }

std::string comment(std::string_view text, std::string const& indent) {
    if (text.empty())
        return {};
    std::string out;
    std::string line = indent + "///";
    std::istringstream words{std::string(text)};
    for (std::string word; words >> word;) {
        if (line.size() + 1 + word.size() > 110) {
            out += line + "\n";
            line = indent + "///";
        }
        line += " " + word;
    }
    return out + line + "\n";
}

std::string comma_list(std::vector<std::string> const& items) {
    std::string out;
    for (auto const& item : items)
        out += (out.empty() ? "" : ", ") + item;
    return out;
}

std::string literal_list(std::vector<std::string> const& items) {
    std::vector<std::string> out;
    for (auto const& item : items)
        out.push_back(string_literal(item));
    return comma_list(out);
}

// A member on its way into a struct.
struct member {
    std::string name; // on the wire
    openapi::schema const* schema;
    std::string description;
    bool required;
    place at;
};

std::vector<member> members_of(openapi::schema const& s, place const& at) {
    std::vector<member> out;
    for (auto const& [name, schema] : s.properties)
        out.push_back({name, &schema, schema.description, std::ranges::find(s.required, name) != s.required.end(),
                       at / "properties" / name});
    for (auto const& name : s.required)
        if (s.properties.find(name) == nullptr)
            throw spec_error(at / "required", "\"" + name + "\" is not a property");
    return out;
}

// One header in the making.
class header {
public:
    header(library const& specs, emit_options const& options, unit const& from, std::set<std::string> const& requested)
        : specs_(specs), options_(options), from_(from), requested_(requested) {}

    contents const& declared() const { return declared_; }

    std::string finish(openapi::document const& document) {
        emit_enums(document);
        emit_models(document);
        emit_paths(document);
        emit_webhooks(document);
        return frame(document);
    }

private:
    type_context context() { return {specs_, from_, options_.root, includes_}; }

    void emit_enums(openapi::document const& document) {
        for (auto const& [name, schema] : document.components.schemas)
            if (!schema.enum_.empty())
                emit_enum(name, schema, place{from_.file, "/components/schemas"} / name);
    }

    void emit_enum(std::string const& name, openapi::schema const& schema, place const& at) {
        auto const symbols = enum_symbols(schema, at);
        auto const type = identifier(name, at);
        bool const numeric = schema.type == "integer";
        std::string values;
        std::string names;
        for (std::size_t i = 0; i < symbols.size(); ++i) {
            auto const wire = json_text_of(schema.enum_[i]);
            values += (i == 0 ? "" : ", ") + symbols[i] + (numeric ? " = " + wire : "");
            names += "    case " + type + "::" + symbols[i] + ": return " + string_literal(wire) + ";\n";
        }
        body_ += comment(schema.description, "");
        body_ += "enum class " + type + (numeric ? " : int" : "") + " { " + values + " };\n";
        body_ += describe_enum(type, symbols);
        if (numeric)
            body_ += "constexpr bool feishu_wire_is_number(" + type + ") { return true; }\n";
        else if (!schema.enum_names.empty())
            body_ += "constexpr std::string_view feishu_wire_name(" + type + " value) {\n    switch (value) {\n" + names +
                     "    }\n    return {};\n}\n";
        body_ += "\n";
    }

    static std::string describe_enum(std::string const& type, std::vector<std::string> const& symbols) {
        if (symbols.size() <= max_described)
            return "BOOST_DESCRIBE_ENUM(" + type + ", " + comma_list(symbols) + ")\n";
        std::string out = "BOOST_DESCRIBE_ENUM_BEGIN(" + type + ")\n";
        for (auto const& symbol : symbols)
            out += "BOOST_DESCRIBE_ENUM_ENTRY(" + type + ", " + symbol + ")\n";
        return out + "BOOST_DESCRIBE_ENUM_END(" + type + ")\n";
    }

    void emit_models(openapi::document const& document) {
        std::string models;
        std::swap(models, body_);
        for (auto const& name : in_order(document.components.schemas)) {
            auto const& schema = *document.components.schemas.find(name);
            auto const at = place{from_.file, "/components/schemas"} / name;
            auto const r = requested_.contains(from_.file + "#" + name) ? role::request : role::answer;
            emit_struct(identifier(name, at), schema.description, members_of(schema, at), r, "", "");
            flush_descriptions();
        }
        std::swap(models, body_);
        if (models.empty())
            return;
        body_ += from_.models ? "namespace model {\n\n" + models + "} // namespace model\n\n" : models;
    }

    // Structs of a file, each after those it has as members.
    std::vector<std::string> in_order(ordered_map<openapi::schema> const& schemas) {
        std::vector<std::string> done;
        std::vector<std::string> open;
        for (auto const& [name, schema] : schemas)
            if (schema.enum_.empty() && !schema.properties.empty())
                visit(name, schemas, done, open);
        return done;
    }

    void visit(std::string const& name, ordered_map<openapi::schema> const& schemas, std::vector<std::string>& done,
               std::vector<std::string>& open) {
        if (std::ranges::find(done, name) != done.end())
            return;
        auto const at = place{from_.file, "/components/schemas"} / name;
        if (std::ranges::find(open, name) != open.end())
            throw spec_error(at, "contains itself; make the member free JSON ({})");
        open.push_back(name);
        for_each_ref(*schemas.find(name), at, [&](component const& c) {
            if (c.file == from_.file && c.schema->enum_.empty() && !c.schema->properties.empty())
                visit(c.name, schemas, done, open);
        });
        open.pop_back();
        done.push_back(name);
    }

    template <class F>
    void for_each_ref(openapi::schema const& s, place const& at, F const& f) {
        if (!s.ref.empty())
            f(specs_.resolve(s.ref, {from_.file, at.pointer}));
        if (s.items)
            for_each_ref(*s.items, at / "items", f);
        if (s.additionalProperties)
            for_each_ref(*s.additionalProperties, at / "additionalProperties", f);
        for (auto const& [name, property] : s.properties)
            for_each_ref(property, at / "properties" / name, f);
    }

    // `prefix` qualifies the struct in BOOST_DESCRIBE_STRUCT, which stands outside; `head` comes first in its body.
    void emit_struct(std::string const& name, std::string const& doc, std::vector<member> members, role r,
                     std::string const& indent, std::string const& prefix, std::string const& head = {},
                     std::string const& tail = {}) {
        std::string bases;
        if (members.size() > max_described) {
            auto const base = name + "_base";
            std::vector<member> first(members.begin(), members.begin() + max_described);
            members.erase(members.begin(), members.begin() + max_described);
            emit_struct(base, "The first members of " + name + ": more than Boost.Describe takes at once.", first, r,
                        indent, prefix);
            bases = base;
        }
        body_ += comment(doc, indent);
        body_ += indent + "struct " + name + (bases.empty() ? "" : " : " + bases) + " {\n" + head;
        auto const inner = indent + "    ";
        std::vector<std::string> names;
        for (auto const& m : members)
            if (auto const* object = inline_object(*m.schema))
                emit_struct(nested_name(m), object->description, members_of(*object, m.at), r, inner,
                            prefix + name + "::");
        for (auto const& m : members) {
            emit_member(m, r, inner);
            names.push_back(identifier(m.name, m.at));
        }
        body_ += tail;
        body_ += indent + "};\n" + (indent.empty() ? "" : "\n");
        auto const qualified = prefix + name;
        describes_ += "BOOST_DESCRIBE_STRUCT(" + qualified + ", (" +
                      (bases.empty() ? "" : prefix + bases) + "), (" + comma_list(names) + "))\n";
    }

    void flush_descriptions() {
        body_ += describes_ + "\n";
        describes_.clear();
    }

    // The struct of an inline object: one entry of `items` is an `item`, the value of `event` is `event_data`.
    static std::string nested_name(member const& m) {
        auto const* object = inline_object(*m.schema);
        if (object != nullptr && !object->title.empty())
            return identifier(object->title, m.at / "title");
        bool const list = m.schema->items && m.name.size() > 3 && m.name.ends_with('s') && !m.name.ends_with("ss");
        return identifier(list ? m.name.substr(0, m.name.size() - 1) : m.name + "_data", m.at);
    }

    void emit_member(member const& m, role r, std::string const& indent) {
        auto const nested = inline_object(*m.schema) != nullptr ? nested_name(m) : std::string();
        auto const type = type_of(*m.schema, m.at, nested, r, context());
        auto const name = identifier(m.name, m.at);
        body_ += comment(m.description, indent) + indent;
        if (deduced_ == m.name)
            body_ += "field::deduced<" + type.name + "> " + name + "{};\n";
        else if (m.required && r == role::request)
            body_ += "field::required<" + type.name + "> " + name + ";\n";
        else if (!default_of(m).is_null() && r == role::request)
            body_ += type.name + " " + name + " = " + default_text(m, type) + ";\n";
        else if (r == role::request && type.absent == absence::by_optional)
            body_ += optional(type.name) + " " + name + "{};\n";
        else if (r == role::request)
            body_ += type.name + " " + name + "{};\n";
        else
            body_ += type.name + " " + name +
                     (type.name == "bool" ? " = false" : type.scalar ? " = 0" : "") + ";\n";
    }

    std::string optional(std::string const& type) {
        includes_.insert("<optional>");
        return "std::optional<" + type + ">";
    }

    boost::json::value const& default_of(member const& m) const { return m.schema->default_; }

    std::string default_text(member const& m, cpp_type const& type) {
        auto const& value = default_of(m);
        if (type.enumeration == nullptr)
            return boost::json::serialize(value);
        auto const symbols = enum_symbols(*type.enumeration, m.at);
        for (std::size_t i = 0; i < symbols.size(); ++i)
            if (type.enumeration->enum_[i] == value)
                return type.enum_name + "::" + symbols[i];
        throw spec_error(m.at / "default", boost::json::serialize(value) + " is not one of the enum's values");
    }

    void emit_paths(openapi::document const& document) {
        for (auto const& [path, item] : document.paths) {
            auto const at = place{from_.file, "/paths"} / path;
            auto const one = [&](char const* verb, std::optional<openapi::operation> const& op) {
                if (op)
                    emit_operation(path, item, verb, *op, at / verb);
            };
            one("get", item.get);
            one("post", item.post);
            one("put", item.put);
            one("patch", item.patch);
            one("delete", item.delete_);
        }
    }

    void emit_operation(std::string const& path, openapi::path_item const& item, std::string const& verb,
                        openapi::operation const& op, place const& at) {
        auto const name = operation_name(op.operationId, at);
        std::vector<member> members;
        std::vector<std::string> query;
        for (auto const* list : {&item.parameters, &op.parameters})
            for (auto const& p : *list)
                if (p.in == "path")
                    members.push_back(parameter(p, at));
        for (auto const* list : {&item.parameters, &op.parameters})
            for (auto const& p : *list)
                if (p.in == "query") {
                    members.push_back(parameter(p, at));
                    query.push_back(string_literal(p.name));
                } else if (p.in != "path") {
                    throw spec_error(at / "parameters", "\"" + p.name + "\" is in " + p.in + ", not path or query");
                }
        auto const answer = answer_of(op, at);
        add_body(op, at, members);
        auto const head = spec_constant(path, verb, op, at, query, answer.envelope, names_of(members));
        emit_with_response(name, op.summary, members, role::request, head, answer, role::answer, at);
        declared_.endpoints.push_back(from_.ns(options_.root) + "::" + name);
    }

    // A path parameter is never empty, whatever its type: that needs no limit of its own.
    openapi::schema const* without_minimum(openapi::schema const& s) {
        if (s.minLength != 1 || s.maxLength)
            return &s;
        auto& copy = amended_.emplace_back(s);
        copy.minLength.reset();
        return &copy;
    }

    member parameter(openapi::parameter const& p, place const& at) {
        auto const* schema = p.in == "path" ? without_minimum(p.schema) : &p.schema;
        return {p.name, schema, p.description, p.required && p.schema.default_.is_null(), at / "parameters" / p.name};
    }

    void add_body(openapi::operation const& op, place const& at, std::vector<member>& members) {
        deduced_.clear();
        if (!op.requestBody)
            return;
        auto const here = at / "requestBody" / "content";
        if (op.requestBody->content.size() != 1)
            throw spec_error(here, "one media type is needed");
        auto const& [type, media] = *op.requestBody->content.begin();
        if (type != "application/json" && type != "multipart/form-data")
            throw spec_error(here, "\"" + type + "\" is not application/json or multipart/form-data");
        auto const& schema = follow(media.schema, {from_.file, (here / type / "schema").pointer}, specs_);
        auto body = members_of(schema, here / type / "schema");
        move_msg_type(body);
        for (auto& m : body) {
            if (std::ranges::any_of(members, [&](member const& other) { return other.name == m.name; }))
                throw spec_error(m.at, "a parameter has this name too");
            members.push_back(std::move(m));
        }
    }

    // Typed content knows its msg_type, so a msg_type beside `content` is worked out when it is left out; it stands
    // behind content, for `reply(id, content)`.
    void move_msg_type(std::vector<member>& body) {
        auto const by_name = [&](std::string_view name) {
            return std::ranges::find_if(body, [&](member const& m) { return m.name == name; });
        };
        if (by_name("msg_type") == body.end() || by_name("content") == body.end() ||
            by_name("content")->schema->format != "json")
            return;
        deduced_ = "msg_type";
        auto const type = *by_name("msg_type");
        body.erase(by_name("msg_type"));
        body.insert(std::next(by_name("content")), type);
    }

    // Where an answer's own fields are, and their schema when there are any.
    struct answer {
        std::string envelope; // as in endpoint_spec; empty for the default, data
        openapi::schema const* fields = nullptr;
    };

    static answer answer_of(openapi::operation const& op, place const& at) {
        if (op.responses.find("302") != nullptr)
            return {"redirect"};
        auto const* ok = op.responses.find("200");
        if (ok == nullptr)
            throw spec_error(at / "responses", "a 200 response is needed (or 302, for a page to open in a browser)");
        if (ok->content.find("application/octet-stream") != nullptr)
            return {"binary"};
        auto const* json = ok->content.find("application/json");
        if (json == nullptr)
            return {};
        auto const& whole = json->schema;
        auto const* data = whole.properties.find("data");
        if (data == nullptr && !whole.properties.empty())
            return {"flat", &whole};
        return {"", data};
    }

    // The struct with its nested `response` last, when it has one.
    void emit_with_response(std::string const& name, std::string const& doc, std::vector<member> const& members,
                            role r, std::string const& head, std::optional<answer> const& answered, role answer_role,
                            place const& at) {
        std::string tail;
        std::string described;
        if (answered) { // written apart, for it stands behind the members
            std::string kept = std::exchange(body_, "");
            emit_response(name, *answered, answer_role, at / "responses" / "200");
            tail = "\n" + std::exchange(body_, kept);
            while (tail.ends_with("\n\n"))
                tail.pop_back();
            described = std::exchange(describes_, "");
        }
        emit_struct(name, doc, members, r, "", "", head, tail);
        describes_ += described;
        flush_descriptions();
    }

    void emit_response(std::string const& name, answer const& answered, role r, place const& at) {
        auto const* response = answered.fields;
        bool const flat = answered.envelope == "flat";
        auto const deduced = std::exchange(deduced_, "");
        auto const prefix = name + "::";
        if (response != nullptr && !response->ref.empty()) {
            auto const type = type_of(*response, at, "", r, context());
            body_ += "    struct response : " + type.name + " {};\n";
            describes_ += "BOOST_DESCRIBE_STRUCT(" + prefix + "response, (" + type.name + "), ())\n";
        } else {
            std::vector<member> members;
            if (response != nullptr)
                for (auto& m : members_of(*response, at))
                    if (!flat || (m.name != "code" && m.name != "msg"))
                        members.push_back(std::move(m));
            emit_struct("response", "", std::move(members), r, "    ", prefix);
        }
        deduced_ = deduced;
    }

    std::string spec_constant(std::string const& path, std::string const& verb, openapi::operation const& op,
                              place const& at, std::vector<std::string> const& query, std::string const& envelope,
                              std::set<std::string> const& hidden) {
        std::string out = "    static constexpr endpoint_spec spec{\n";
        auto const line = [&](std::string const& name, std::string const& value) {
            if (!value.empty())
                out += "        ." + name + " = " + value + ",\n";
        };
        auto const braced = [](std::string const& list) { return list.empty() ? list : "{" + list + "}"; };
        line("id", string_literal(op.operationId));
        auto const enum_of = [&](std::string const& type) { return hidden.contains(type) ? "feishu::" + type : type; };
        line("method", enum_of("verb") + "::" + identifier(verb, at));
        line("path", string_literal(colon_path(path, at)));
        line("query", braced(comma_list(query)));
        auto const access = access_of(op, at);
        line("tokens", tokens_text(access, enum_of("token")));
        line("scopes", braced(groups_text(access)));
        line("field_scopes", braced(literal_list(op.field_scopes)));
        line("rate", rate_text(op, at));
        line("envelope", envelope.empty() ? "" : enum_of("envelope") + "::" + envelope);
        line("app_types", app_types_text(op, at, enum_of("app_type")));
        std::vector<std::string> errors;
        for (int const code : op.errors)
            errors.push_back(std::to_string(code));
        line("errors", braced(comma_list(errors)));
        line("doc", op.externalDocs.url.empty() ? "" : string_literal(op.externalDocs.url));
        return out + "    };\n\n";
    }

    static std::string colon_path(std::string const& path, place const& at) {
        std::string out;
        for (char const c : path) {
            if (c == '{')
                out += ':';
            else if (c != '}')
                out += c;
        }
        if (!out.starts_with("/open-apis/"))
            throw spec_error(at, "a path begins with /open-apis/");
        return out;
    }

    // Members hide what has the same name outside the struct.
    static std::set<std::string> names_of(std::vector<member> const& members) {
        std::set<std::string> out;
        for (auto const& m : members)
            out.insert(m.name);
        return out;
    }

    static std::string tokens_text(access const& a, std::string const& type) {
        std::string out;
        for (auto const& token : a.tokens)
            out += (out.empty() ? "" : " | ") + (type + "::" + token);
        return out;
    }

    static std::string groups_text(access const& a) {
        std::vector<std::string> out;
        for (auto const& group : a.groups)
            out.push_back("any_of(" + literal_list(group) + ")");
        return comma_list(out);
    }

    static std::string rate_text(openapi::operation const& op, place const& at) {
        if (op.rate_limit.is_null())
            return {};
        if (op.rate_limit == "special")
            return "{.special = true}";
        auto const* object = op.rate_limit.if_object();
        if (object == nullptr)
            throw spec_error(at / "x-feishu-rate-limit", "is an object or \"special\"");
        std::vector<std::string> out;
        for (auto const* name : {"per_minute", "per_second"})
            if (auto const* value = object->if_contains(name))
                out.push_back("." + std::string(name) + " = " + boost::json::serialize(*value));
        return "{" + comma_list(out) + "}";
    }

    static std::string app_types_text(openapi::operation const& op, place const& at,
                                      std::string const& enum_name = "app_type") {
        bool custom = false;
        bool store = false;
        for (auto const& type : op.app_types) {
            if (type != "custom" && type != "store")
                throw spec_error(at / "x-feishu-app-types", "\"" + type + "\" is not custom or store");
            (type == "custom" ? custom : store) = true;
        }
        return custom == store ? "" : enum_name + (custom ? "::custom" : "::store");
    }

    void emit_webhooks(openapi::document const& document) {
        for (auto const& [type, item] : document.webhooks) {
            auto const at = place{from_.file, "/webhooks"} / type;
            if (!item.post || !item.post->requestBody || item.post->requestBody->content.size() != 1)
                throw spec_error(at, "an event is a post operation with one JSON request body");
            emit_event(type, *item.post, at / "post");
        }
    }

    void emit_event(std::string const& type, openapi::operation const& op, place const& at) {
        includes_.insert("<feishu/core/event.hpp>");
        auto const name = operation_name(op.operationId, at);
        auto const& media = op.requestBody->content.begin()->second;
        auto const& schema = follow(media.schema, at, specs_);
        std::string head = "    static constexpr event_spec spec{\n        .id = " + string_literal(op.operationId) +
                           ",\n        .type = " + string_literal(type) + ",\n";
        auto const access = access_of(op, at);
        if (auto const groups = groups_text(access); !groups.empty())
            head += "        .scopes = {" + groups + "},\n";
        if (!op.field_scopes.empty())
            head += "        .field_scopes = {" + literal_list(op.field_scopes) + "},\n";
        if (auto const apps = app_types_text(op, at); !apps.empty())
            head += "        .app_types = " + apps + ",\n";
        if (!op.externalDocs.url.empty())
            head += "        .doc = " + string_literal(op.externalDocs.url) + ",\n";
        head += "    };\n\n";
        auto const* ok = op.responses.find("200");
        auto const* reply = ok != nullptr ? ok->content.find("application/json") : nullptr;
        auto const answered = reply != nullptr ? std::optional(answer{"", &reply->schema}) : std::nullopt;
        // The platform asks and we answer: it is our answer whose parts may be left out.
        emit_with_response(name, op.summary, members_of(schema, at / "requestBody"), role::answer, head, answered,
                           role::request, at);
        declared_.events.push_back(from_.ns(options_.root) + "::" + name);
    }

    std::string frame(openapi::document const& document) {
        std::string out = "#pragma once\n";
        auto const title = document.info.title + (document.info.title.ends_with('.') ? "" : ".");
        out += "// " + title + " Generated from codegen/specs/" + from_.file + ": edit that, then run codegen/run.\n\n";
        std::string standard;
        std::string own;
        for (auto const& name : includes_)
            if (name.starts_with('<') && name.find('/') == std::string::npos)
                standard += "#include " + name + "\n";
        for (auto const& name : includes_)
            if (name.starts_with("<boost/"))
                out += standard.empty() ? "" : std::exchange(standard, "") + "\n", own += "#include " + name + "\n";
        if (!own.empty())
            own += "\n";
        out += standard.empty() ? "" : standard + "\n";
        out += own + own_includes();
        out += "\nnamespace " + from_.ns(options_.root) + " {\n\n" + shared_names() + body_ + "} // namespace " +
               from_.ns(options_.root) + "\n";
        auto const rules = options_.rules / from_.header();
        if (!options_.rules.empty() && std::filesystem::exists(rules))
            out += "\n#include <" + options_.rules_include + "/" + from_.header() + ">\n";
        return out;
    }

    // Types of common.json are found in each API's own namespace too: im::user_id_type.
    std::string shared_names() {
        if (!from_.models || from_.enclosing.empty() || !includes_.contains("common.json"))
            return {};
        return "using " + options_.root + "::user_id_type;\n\n";
    }

    std::string own_includes() {
        std::set<std::string> lines;
        for (auto const* name : {"endpoint", "field", "ids", "json_text", "open_enum", "timestamp", "upload"})
            if (from_.file == "common.json" || !has_common())
                lines.insert("#include <feishu/core/" + std::string(name) + ".hpp>\n");
        if (from_.file == "common.json") {
            lines.insert("#include <boost/describe/class.hpp>\n");
            lines.insert("#include <boost/describe/enum.hpp>\n");
        } else if (has_common()) {
            lines.insert("#include <" + options_.include + "/common.hpp>\n");
        }
        for (auto const& name : includes_) {
            if (name.starts_with("<feishu/"))
                lines.insert("#include " + name + "\n");
            else if (name.ends_with(".json"))
                lines.insert("#include <" + options_.include + "/" + unit::of(name).header() + ">\n");
        }
        std::string out;
        for (auto const& line : lines)
            out += line;
        return out;
    }

    bool has_common() const { return specs_.documents().contains("common.json"); }

    library const& specs_;
    emit_options const& options_;
    unit const& from_;
    std::set<std::string> const& requested_;
    std::set<std::string> includes_;
    std::string body_;
    std::string describes_;
    std::string deduced_; // the member that is worked out from another one, in the struct being written
    contents declared_;
    std::list<openapi::schema> amended_; // stable addresses
};

// Every shared struct that a request body or our answer to a call-back leads to: what may be left out of them is
// optional.
class request_reach {
public:
    explicit request_reach(library const& specs) : specs_(specs) {
        for (auto const& [file, document] : specs.documents()) {
            for (auto const& [path, item] : document.paths)
                for (auto const* op : {&item.get, &item.post, &item.put, &item.patch, &item.delete_})
                    if (*op && (*op)->requestBody)
                        for (auto const& [type, media] : (*op)->requestBody->content)
                            walk(media.schema, {file, "/paths"});
            for (auto const& [type, item] : document.webhooks)
                if (item.post)
                    for (auto const& [status, response] : item.post->responses)
                        for (auto const& [format, media] : response.content)
                            walk(media.schema, {file, "/webhooks"});
        }
    }

    std::set<std::string> const& found() const { return found_; }

private:
    void walk(openapi::schema const& s, place const& at) {
        if (!s.ref.empty()) {
            auto const c = specs_.resolve(s.ref, at);
            if (found_.insert(c.file + "#" + c.name).second)
                walk(*c.schema, c.at());
        }
        if (s.items)
            walk(*s.items, at);
        if (s.additionalProperties)
            walk(*s.additionalProperties, at);
        for (auto const& [name, property] : s.properties)
            walk(property, at);
    }

    library const& specs_;
    std::set<std::string> found_;
};

std::string catalog_header(emit_options const& options, std::string const& ns, std::string const& doc,
                           std::set<std::string> const& headers, contents const& all) {
    std::string out = "#pragma once\n// " + doc + " Generated: run codegen/run.\n\n";
    out += "#include <feishu/core/catalog.hpp>\n#include <feishu/core/event.hpp>\n";
    for (auto const& header : headers)
        out += "#include <" + options.include + "/" + header + ">\n";
    out += "\nnamespace " + ns + " {\n\n";
    out += "/// Every endpoint.\nusing all = catalog<" + comma_list(all.endpoints) + ">;\n\n";
    out += "/// Every event.\nusing all_events = event_catalog<" + comma_list(all.events) + ">;\n\n";
    return out + "} // namespace " + ns + "\n";
}

void append(contents& to, contents const& from) {
    to.endpoints.insert(to.endpoints.end(), from.endpoints.begin(), from.endpoints.end());
    to.events.insert(to.events.end(), from.events.begin(), from.events.end());
}

} // namespace

std::map<std::string, std::string> emit_all(library const& specs, emit_options const& options) {
    request_reach const reach(specs);
    std::map<std::string, std::string> out;
    std::map<std::string, contents> by_project;
    std::map<std::string, std::set<std::string>> headers;
    for (auto const& [file, document] : specs.documents()) {
        auto const from = unit::of(file);
        header h(specs, options, from, reach.found());
        out[from.header()] = h.finish(document);
        if (h.declared().endpoints.empty() && h.declared().events.empty())
            continue;
        append(by_project[from.parts.front()], h.declared());
        headers[from.parts.front()].insert(from.header());
    }
    contents everything;
    std::set<std::string> all_headers;
    for (auto const& [project, found] : by_project) {
        append(everything, found);
        all_headers.insert(headers[project].begin(), headers[project].end());
        if (out.contains(project + ".hpp")) // a project of one file is its own catalog
            continue;
        out[project + "/all.hpp"] = catalog_header(options, options.root + "::" + project,
                                                   "Everything of " + project + ".", headers[project], found);
    }
    out["all.hpp"] = catalog_header(options, options.root, "Every endpoint and event that the specs describe.",
                                    all_headers, everything);
    return out;
}

std::string emit_table(library const& specs) {
    std::string out = "| Endpoint | Method and path | Tokens |\n|---|---|---|\n";
    for (auto const& [file, document] : specs.documents())
        for (auto const& [path, item] : document.paths) {
            std::pair<char const*, std::optional<openapi::operation> const*> const verbs[] = {
                {"GET", &item.get}, {"POST", &item.post}, {"PUT", &item.put}, {"PATCH", &item.patch},
                {"DELETE", &item.delete_}};
            for (auto const& [verb, op] : verbs) {
                if (!*op)
                    continue;
                auto const access = access_of(**op, place{file, "/paths"} / path);
                out += "| [`" + (*op)->operationId + "`](" + (*op)->externalDocs.url + ") | " + verb + " `" + path +
                       "` | " + comma_list(access.tokens) + " |\n";
            }
        }
    out += "\n| Event | |\n|---|---|\n";
    for (auto const& [file, document] : specs.documents())
        for (auto const& [type, item] : document.webhooks)
            if (item.post)
                out += "| [`" + type + "`](" + item.post->externalDocs.url + ") | " + item.post->summary + " |\n";
    return out;
}

} // namespace codegen
