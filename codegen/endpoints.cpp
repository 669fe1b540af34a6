#include "header_writer.hpp"

#include <algorithm>
#include <utility>

#include "servers.hpp"
#include "text.hpp"

namespace codegen {
namespace {

constexpr std::string_view json_body = "application/json";
constexpr std::string_view form_body = "application/x-www-form-urlencoded";
constexpr std::string_view multipart_body = "multipart/form-data";

} // namespace

// The first one has the operation's id; the `title` of the other ones' schemas stands for the method.
std::vector<variant> variants_of(openapi::operation const& op, place const& at) {
    if (!op.requestBody)
        return {{op.operationId}};
    auto const here = at / "requestBody" / "content";
    if (op.requestBody->content.empty())
        throw spec_error(here, "a media type is needed");
    std::vector<variant> out;
    for (auto const& [type, media] : op.requestBody->content) {
        if (type != json_body && type != form_body && type != multipart_body)
            throw spec_error(here, "\"" + type +
                                       "\" is not application/json, application/x-www-form-urlencoded "
                                       "or multipart/form-data");
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
    auto members = parameters_of(op, at / "parameters");
    std::vector<std::string> query;
    for (auto const& p : op.parameters)
        if (p.in == "query")
            query.push_back(string_literal(p.name));
    auto const shape = response_of(op, at);
    add_body(op, at, which, members);
    keep_own_names(members);
    emit_with_response(
        {name, which.id == op.operationId ? op.summary : which.body->description, std::move(members),
         at / "operationId"},
        role::request, [&] { return spec_constant(path, verb, op, at, which, query, shape.envelope); }, shape,
        role::response);
    declared_.endpoints.push_back(from_.ns(options_.root) + "::" + name);
}

std::vector<member> header_writer::parameters_of(openapi::operation const& op, place const& at) {
    std::vector<member> members;
    for (std::string const wanted : {"path", "query"})
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
    if (inline_object(*schema) != nullptr)
        throw spec_error(at / "schema", "a parameter cannot hold an object");
    return {.name = p.name,
            .symbol = symbol_of(p.name, p.cpp_name, at, at / "name"),
            .schema = schema,
            .description = p.description,
            .required = p.required && p.schema.default_.is_null(),
            .at = at / "schema",
            .parameter = true};
}

void header_writer::add_body(openapi::operation const& op, place const& at, variant const& which,
                             std::vector<member>& members) {
    if (which.body == nullptr)
        return;
    auto const here = at / "requestBody" / "content" / which.media_type / "schema";
    auto body = members_of(follow(*which.body, here, specs_));
    if (which.media_type == form_body)
        for (auto const& m : body)
            if (inline_object(*m.schema) != nullptr)
                throw spec_error(m.at, "a form cannot hold an object");
    type_message_content(body, op.operationId);
    for (auto& m : body) {
        if (std::ranges::any_of(members, [&](member const& other) { return other.name == m.name; }))
            throw spec_error(m.at, "a parameter has this name too");
        members.push_back(std::move(m));
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

header_writer::response_shape header_writer::response_of(openapi::operation const& op,
                                                         place const& at) const {
    if (op.responses.find("302") != nullptr)
        return {"redirect"};
    auto const* ok = op.responses.find("200");
    if (ok == nullptr)
        throw spec_error(at / "responses",
                         "a 200 response is needed (or 302, for a page to open in a browser)");
    if (ok->content.find("application/octet-stream") != nullptr)
        return {"binary"};
    auto const* json = ok->content.find("application/json");
    if (json == nullptr)
        return {};
    auto const whole =
        follow(json->schema, at / "responses" / "200" / "content" / "application/json" / "schema", specs_);
    if ((!whole.schema->type.empty() && whole.schema->type != "object") || whole.schema->additionalProperties)
        throw spec_error(whole.at, "an object with properties is needed here");
    auto const* data = whole.schema->properties.find("data");
    if (data == nullptr && !whole.schema->properties.empty())
        return {"flat", whole.schema, whole.at};
    return {"", data, whole.at / "properties" / "data"};
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
        describe(prefix + "response", inherited);
        return;
    }
    std::vector<member> members;
    if (response != nullptr)
        for (auto& m : members_of({response, answered.at}))
            if (answered.envelope != "flat" || (m.name != "code" && m.name != "msg"))
                members.push_back(std::move(m));
    emit_struct({"response", "", std::move(members), answered.at, "    ", prefix}, r);
}

std::string header_writer::spec_constant(std::string const& path, std::string const& verb,
                                         openapi::operation const& op, place const& at, variant const& which,
                                         std::vector<std::string> const& query, std::string const& envelope) {
    std::string out = "    static constexpr " + ours("endpoint_spec") + " spec{\n";
    auto const line = [&](std::string const& name, std::string const& value) {
        if (!value.empty())
            out += "        ." + name + " = " + value + ",\n";
    };
    auto const braced = [](std::string const& list) { return list.empty() ? list : "{" + list + "}"; };
    line("id", string_literal(which.id));
    line("method", ours("verb") + "::" + identifier(verb, at));
    line("host", host_of(op, at) == feishu::host::accounts ? ours("host") + "::accounts" : "");
    line("path", string_literal(colon_path(path)));
    line("query", braced(comma_list(query)));
    line("body", which.media_type == form_body ? ours("body_format") + "::form" : "");
    auto const access = access_of(op, at);
    line("tokens", tokens_text(access, ours("token")));
    line("basic_auth", access.basic ? "true" : "");
    line("scopes", braced(groups_text(access.groups)));
    line("user_scopes", braced(groups_text(access.user_groups)));
    line("field_scopes", braced(literal_list(op.field_scopes)));
    line("rate", rate_text(op, at));
    line("envelope", envelope.empty() ? "" : ours("envelope") + "::" + envelope);
    line("app_types", app_types_text(op, at));
    std::vector<std::string> errors;
    for (auto const code : op.errors) {
        if (!std::in_range<int>(code))
            throw spec_error(at / "x-feishu-errors", std::to_string(code) + " is not an int32");
        errors.push_back(std::to_string(code));
    }
    line("errors", braced(comma_list(errors)));
    line("doc", op.externalDocs.url.empty() ? "" : string_literal(op.externalDocs.url));
    return out + "    };\n\n";
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

std::string header_writer::groups_text(std::vector<std::vector<std::string>> const& groups) {
    std::vector<std::string> out;
    for (auto const& group : groups)
        out.push_back(ours("any_of") + "(" + literal_list(group) + ")");
    return comma_list(out);
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
