#include "header_writer.hpp"

#include <algorithm>
#include <utility>

#include <feishu/core/endpoint_spec.hpp>

#include "servers.hpp"
#include "text.hpp"

namespace codegen {
namespace {

constexpr std::string_view json_body = "application/json";
constexpr std::string_view form_body = "application/x-www-form-urlencoded";
constexpr std::string_view multipart_body = "multipart/form-data";

} // namespace

bool is_raw_body(std::string const& media_type) {
    return media_type != json_body && media_type != form_body && media_type != multipart_body;
}

// The first one has the operation's id; the `title` of the other ones' schemas stands for the method.
std::vector<variant> variants_of(openapi::operation const& op, place const& at) {
    if (!op.requestBody)
        return {{op.operationId}};
    auto const here = at / "requestBody" / "content";
    if (op.requestBody->content.empty())
        throw spec_error(here, "a media type is needed");
    std::vector<variant> out;
    for (auto const& [type, media] : op.requestBody->content) {
        if (is_raw_body(type) && !media.schema.type.empty() && media.schema.type != "string")
            throw spec_error(here / type,
                             "\"" + type + "\" can be text or a file; objects and lists are application/json, " +
                                 std::string(form_body) + " or multipart/form-data");
        auto id = op.operationId;
        if (!out.empty()) {
            if (media.schema.title.empty())
                throw spec_error(here / type / "schema",
                                 "a second media type makes a second endpoint: give its "
                                 "schema a `title`, which becomes the struct's name");
            id = id.substr(0, id.rfind('.') + 1) + media.schema.title;
        }
        out.push_back({id, type, &media.schema});
    }
    return out;
}

void header_writer::emit_paths(openapi::document const& document) {
    for (auto const& [path, item] : document.paths) {
        auto const at = place{from_.file, "/paths"} / path;
        auto const one = [&, &address = path](char const* verb, std::optional<openapi::operation> const& op) {
            if (op)
                wrong_.attempt([&] { emit_operation(address, verb, *op, at / verb); });
        };
        one("get", item.get);
        one("post", item.post);
        one("put", item.put);
        one("patch", item.patch);
        one("delete", item.delete_);
    }
}

void header_writer::emit_operation(std::string const& path, std::string const& verb,
                                   openapi::operation const& op, place const& at) {
    for (auto const& v : variants_of(op, at))
        emit_endpoint(path, verb, op, at, v);
}

void header_writer::emit_endpoint(std::string const& path, std::string const& verb,
                                  openapi::operation const& op, place const& at, variant const& which) {
    auto const name = operation_name(which.id, at);
    endpoint_draft e{path, verb, op, at, which, parameters_of(op, at / "parameters")};
    auto const shape = response_of(op, path, at);
    e.envelope = shape.envelope;
    add_body(e);
    separate_body(e.members);
    keep_own_names(e.members);
    emit_with_response({name, which.id == op.operationId ? op.summary : which.body->description, e.members,
                        at / "operationId"},
                       role::request, [&] { return spec_constant(e); }, shape, role::response);
    declared_.endpoints.push_back(from_.ns(options_.root) + "::" + name);
}

std::vector<member> header_writer::parameters_of(openapi::operation const& op, place const& at) {
    std::vector<member> members;
    for (std::string const wanted : {"path", "query", "header"})
        for (std::size_t i = 0; i < op.parameters.size(); ++i)
            if (op.parameters[i].in == wanted)
                members.push_back(parameter(op.parameters[i], at / std::to_string(i)));
    return members;
}

void header_writer::keep_own_names(std::vector<member>& members) {
    for (auto& m : members)
        if (m.symbol == "spec" || m.symbol == "response")
            m.symbol += "_";
}

openapi::schema const* header_writer::without_minimum(openapi::schema const& s) {
    if (s.minLength != 1 || s.maxLength)
        return &s;
    auto& copy = amended_.emplace_back(s);
    copy.minLength.reset();
    return &copy;
}

member header_writer::parameter(openapi::parameter const& p, place const& at) {
    auto const* schema = p.in == "path" ? without_minimum(p.schema) : &p.schema;
    if (schema->default_.is_null() && p.in == "path" && !p.required)
        throw spec_error(at, "a path parameter is required");
    member out{.name = p.name,
               .schema = schema,
               .description = p.description,
               .required = p.required && p.schema.default_.is_null(),
               .at = at / "schema",
               .parameter = true,
               .where = p.in};
    name_member(out, p.cpp_name, at);
    as_text(out, "a parameter");
    return out;
}

void header_writer::as_text(member& m, std::string const& part) {
    auto const found = follow(*m.schema, m.at, specs_);
    auto const* inner = &found;
    std::optional<located> items;
    if (found.schema->type == "array" && found.schema->items)
        inner = &items.emplace(follow(*found.schema->items, found.at / "items", specs_));
    bool const typed = !inner->schema->type.empty() || !inner->schema->enum_.empty();
    if (inner->schema->type == "object" || inner->schema->type == "array" || !inner->schema->properties.empty())
        throw spec_error(m.at, part + " cannot hold an object" + (items ? " or a list in a list" : ""));
    if (typed)
        return;
    auto& copy = amended_.emplace_back(*found.schema);
    copy.description = m.schema->description;
    copy.default_ = m.schema->default_;
    auto& plain = items ? *copy.items : copy;
    plain.type = "string";
    plain.oneOf.clear();
    m.schema = &copy;
}

bool header_writer::is_object_body(variant const& which, place const& at) const {
    if (is_raw_body(which.media_type))
        return false;
    auto const whole = follow(*which.body, at, specs_);
    bool const object = whole.schema->type.empty() || whole.schema->type == "object";
    return object && !whole.schema->additionalProperties &&
           (!whole.schema->properties.empty() || which.media_type != json_body || whole.schema->type == "object");
}

member header_writer::whole_body(variant const& which, place const& at, bool required) {
    auto& copy = amended_.emplace_back(*which.body);
    if (is_raw_body(which.media_type)) {
        copy.type = "string";
        bool const text = which.media_type.starts_with("text/") && copy.format != "binary";
        copy.format = text ? "" : "binary";
    }
    return {.name = "body",
            .symbol = "body",
            .schema = &copy,
            .description = copy.description,
            .required = required,
            .at = at,
            .where = "body"};
}

void header_writer::add_body(endpoint_draft& e) {
    auto const& which = e.which;
    if (which.body == nullptr)
        return;
    auto const here = e.at / "requestBody" / "content" / which.media_type / "schema";
    if (!is_object_body(which, here)) {
        e.format = is_raw_body(which.media_type) ? "raw" : "value";
        e.members.push_back(whole_body(which, here, e.op.requestBody->required));
        return;
    }
    auto body = members_of(follow(*which.body, here, specs_));
    bool const form = which.media_type == form_body;
    bool const multipart = which.media_type == multipart_body;
    e.format = form ? "form" : "";
    for (auto& m : body) {
        m.where = form ? "form" : multipart ? "multipart" : "body";
        if (form || multipart)
            as_text(m, form ? "a form" : "multipart/form-data");
    }
    type_message_content(body, e.op.operationId);
    e.members.insert(e.members.end(), body.begin(), body.end());
}

// A member of the body that is called as a parameter: `id` and `body_id`.
void header_writer::separate_body(std::vector<member>& members) {
    std::set<std::string> taken;
    for (auto const& m : members)
        taken.insert(m.symbol);
    std::set<std::string> seen;
    for (auto& m : members) {
        if (seen.insert(m.symbol).second)
            continue;
        auto const plain = m.symbol.ends_with('_') ? m.symbol.substr(0, m.symbol.size() - 1) : m.symbol;
        auto const base = (m.parameter ? m.where : "body") + "_" + plain;
        m.symbol = base;
        for (int i = 2; !taken.insert(m.symbol).second; ++i)
            m.symbol = base + "_" + std::to_string(i);
    }
}

void header_writer::type_message_content(std::vector<member>& body, std::string_view operation) {
    auto const by_name = [&](std::string_view name) {
        return std::ranges::find_if(body, [&](member const& m) { return m.name == name; });
    };
    auto const content = by_name("content");
    if (content == body.end() || content->schema->format != "json")
        return;
    constexpr std::pair<std::string_view, std::string_view> uses[] = {{".message.create", "send"},
                                                                      {".message.reply", "reply"},
                                                                      {".message.update", "update"},
                                                                      {".message.patch", "patch"}};
    for (auto const& [name, use] : uses)
        if (operation.ends_with(name))
            content->use = use;
    if (by_name("msg_type") == body.end())
        return;
    auto type = *by_name("msg_type");
    type.deduced = true;
    body.erase(by_name("msg_type"));
    body.insert(std::next(by_name("content")), type);
}

header_writer::response_shape header_writer::response_of(openapi::operation const& op, std::string const& path,
                                                         place const& at) {
    // A response of the platform has its envelope, whatever is described.
    bool const platform = path.starts_with("/open-apis/") || host_of(op, at) != feishu::host::api;
    if (op.responses.find("302") != nullptr)
        return {"redirect"};
    for (auto const* status : {"204", "205"})
        if (op.responses.find(status) != nullptr)
            return {platform ? "" : "none"};
    auto const* ok = op.responses.find("200");
    if (ok == nullptr)
        throw spec_error(at / "responses",
                         "a 200 response is needed (or 302, for a page to open in a browser)");
    if (ok->content.find("application/octet-stream") != nullptr)
        return {"binary"};
    auto const* json = ok->content.find("application/json");
    if (json == nullptr)
        return {platform ? "" : "none"};
    auto const here = at / "responses" / "200" / "content" / "application/json" / "schema";
    auto const whole = follow(json->schema, here, specs_);
    auto const& properties = whole.schema->properties;
    bool const object = whole.schema->type.empty() || whole.schema->type == "object";
    bool const free = properties.empty() && object && !whole.schema->additionalProperties;
    if ((properties.empty() && !free) || !object || (free && !platform))
        return value_response(json->schema, here);
    if (!platform && properties.find("code") == nullptr)
        return {"none", &json->schema, here};
    auto const* data = properties.find("data");
    if (data == nullptr && !properties.empty())
        return {"flat", whole.schema, whole.at};
    return {"", data, whole.at / "properties" / "data"};
}

header_writer::response_shape header_writer::value_response(openapi::schema const& s, place const& at) {
    auto& whole = amended_.emplace_back();
    whole.type = "object";
    whole.properties[follow(s, at, specs_).schema->type == "array" ? "items" : "value"] = s;
    return {"value", &whole, at};
}

void header_writer::emit_with_response(blueprint s, role r, std::function<std::string()> const& spec,
                                       std::optional<response_shape> const& answered, role response_role) {
    refuse_taken(scope_, s.name, s.at, rename_it);
    std::string described;
    name_nested(s, true);
    {
        hiding const scope(*this, s.members);
        s.head = spec();
        declare(s.name + "::", "spec", s.at);
        if (answered) { // written apart, for it stands behind the members
            std::string kept = std::exchange(body_, "");
            emit_response(s, *answered, response_role);
            s.tail = "\n" + std::exchange(body_, std::move(kept));
            while (s.tail.ends_with("\n\n"))
                s.tail.pop_back();
            described = std::exchange(describes_, "");
        }
    }
    emit_struct(std::move(s), r);
    describes_ += described;
    flush_descriptions();
}

void header_writer::emit_response(blueprint const& s, response_shape const& answered, role r) {
    auto const* response = answered.fields;
    auto const prefix = s.name + "::";
    if (response != nullptr && !response->ref.empty()) {
        std::vector<std::string> inherited;
        for (auto const& m : members_of(follow(*response, answered.at, specs_)))
            inherited.push_back(m.symbol);
        declare(prefix, "response", s.at);
        auto const type = type_of(*response, answered.at, "", r, context());
        body_ += "    struct response : " + type.name + " {};\n";
        describe(prefix + "response", inherited, type.name);
        return;
    }
    std::vector<member> members;
    if (response != nullptr)
        for (auto& m : members_of({response, answered.at}))
            if (answered.envelope != "flat" || (m.name != "code" && m.name != "msg"))
                members.push_back(std::move(m));
    emit_struct({"response", "", std::move(members), answered.at, "    ", prefix}, r);
}

std::string header_writer::spec_constant(endpoint_draft const& e) {
    auto const& [path, verb, op, at, which, members, format, envelope] = e;
    std::string out = "    static constexpr " + ours("endpoint_spec") + " spec{\n";
    std::string arrays;
    auto const line = [&](std::string const& name, std::string const& value) {
        if (!value.empty())
            out += "        ." + name + " = " + value + ",\n";
    };
    auto const list = [&](std::string const& name, constant_list const& made) {
        arrays += made.arrays;
        line(name, made.value);
    };
    auto const in = [&](std::string_view where) {
        std::vector<std::string> names;
        for (auto const& p : op.parameters)
            if (p.in == where)
                names.push_back(string_literal(p.name));
        return names;
    };
    auto const texts = [](std::vector<std::string> const& from) {
        std::vector<std::string> literals;
        for (auto const& text : from)
            literals.push_back(string_literal(text));
        return literals;
    };
    constexpr feishu::endpoint_spec sizes{.id = "", .path = ""};
    line("id", string_literal(which.id));
    line("method", ours("verb") + "::" + identifier(verb, at));
    line("host", host_of(op, at) == feishu::host::accounts ? ours("host") + "::accounts" : "");
    line("path", string_literal(colon_path(path)));
    list("query", list_constant("query", "std::string_view", in("query"), capacity_of(sizes.query)));
    list("headers", list_constant("headers", "std::string_view", in("header"), capacity_of(sizes.headers)));
    line("body", format.empty() ? "" : ours("body_format") + "::" + format);
    line("content_type", format == "raw" ? string_literal(which.media_type) : "");
    auto const access = access_of(op, at);
    line("tokens", tokens_text(access, ours("token")));
    line("basic_auth", access.basic ? "true" : "");
    list("scopes", scopes_constant("scopes", access.groups));
    list("user_scopes", scopes_constant("user_scopes", access.user_groups));
    list("field_scopes", list_constant("field_scopes", "std::string_view", texts(op.field_scopes),
                                       capacity_of(sizes.field_scopes)));
    line("rate", rate_text(op, at));
    line("envelope", envelope.empty() ? "" : ours("envelope") + "::" + envelope);
    line("app_types", app_types_text(op, at));
    std::vector<std::string> errors;
    for (auto const code : op.errors) {
        if (!std::in_range<int>(code))
            throw spec_error(at / "x-feishu-errors", std::to_string(code) + " is not an int32");
        errors.push_back(std::to_string(code));
    }
    list("errors", list_constant("errors", "int", errors, capacity_of(sizes.errors)));
    line("doc", op.externalDocs.url.empty() ? "" : string_literal(op.externalDocs.url));
    return arrays + out + "    };\n" + locations(members) + "\n";
}

header_writer::constant_list header_writer::list_constant(std::string const& name, std::string const& type,
                                                          std::vector<std::string> const& values,
                                                          std::size_t capacity) const {
    if (values.empty())
        return {};
    if (values.size() <= capacity)
        return {{}, "{" + comma_list(values) + "}"};
    return {"    static constexpr " + type + " all_" + name + "[] = {" + comma_list(values) + "};\n",
            "all_" + name};
}

header_writer::constant_list header_writer::scopes_constant(std::string const& name,
                                                            std::vector<std::vector<std::string>> const& groups) {
    std::string arrays;
    std::vector<std::string> values;
    for (auto const& group : groups) {
        if (group.size() <= capacity_of(feishu::scope_group{})) {
            values.push_back(ours("any_of") + "(" + literal_list(group) + ")");
            continue;
        }
        auto const array = "any_" + name + "_" + std::to_string(values.size() + 1);
        arrays += "    static constexpr std::string_view " + array + "[] = {" + literal_list(group) + "};\n";
        values.push_back(ours("scope_group") + "(" + array + ")");
    }
    constexpr feishu::endpoint_spec sizes{.id = "", .path = ""};
    auto made = list_constant(name, ours("scope_group"), values, capacity_of(sizes.scopes));
    made.arrays.insert(0, arrays);
    return made;
}

std::string header_writer::locations(std::vector<member> const& members) {
    std::string out;
    for (auto const& m : members)
        if (std::ranges::count(members, m.name, &member::name) > 1)
            out += "member == " + string_literal(m.symbol) + " ? " + ours("location") + "::" + m.where + " : ";
    if (out.empty())
        return {};
    auto const type = ours("location");
    return "    static constexpr " + type + " member_location(std::string_view member, " + type +
           " usual) { return " + out + "usual; }\n";
}

std::string header_writer::colon_path(std::string const& path) {
    std::string out;
    for (char const c : path) {
        if (c == '{')
            out += ':';
        else if (c != '}')
            out += c;
    }
    return out;
}

std::string header_writer::tokens_text(access const& a, std::string const& type) {
    std::string out;
    for (auto const& token : a.tokens)
        out += (out.empty() ? "" : " | ") + (type + "::" + token);
    return out;
}

std::string header_writer::rate_text(openapi::operation const& op, place const& at) {
    if (op.rate_limit.is_null())
        return {};
    if (op.rate_limit == "special")
        return "{.special = true}";
    auto const* object = op.rate_limit.if_object();
    if (object == nullptr)
        throw spec_error(at / "x-feishu-rate-limit", "is an object or \"special\"");
    std::vector<std::string> out;
    for (auto const* name : {"per_minute", "per_second"})
        if (auto const* value = object->if_contains(name)) {
            auto const* number = value->if_int64();
            if (number == nullptr || *number < 1 || !std::in_range<int>(*number))
                throw spec_error(at / "x-feishu-rate-limit" / name, "is a positive int32");
            out.push_back("." + std::string(name) + " = " + std::to_string(*number));
        }
    return "{" + comma_list(out) + "}";
}

std::string header_writer::app_types_text(openapi::operation const& op, place const& at) {
    bool custom = false;
    bool store = false;
    for (auto const& type : op.app_types) {
        if (type != "custom" && type != "store")
            throw spec_error(at / "x-feishu-app-types", "\"" + type + "\" is not custom or store");
        (type == "custom" ? custom : store) = true;
    }
    return custom == store ? "" : ours("app_type") + (custom ? "::custom" : "::store");
}

} // namespace codegen
