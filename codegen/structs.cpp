#include "header_writer.hpp"

#include <algorithm>
#include <set>

#include <feishu/core/impl/describe.hpp>

#include "struct_order.hpp"
#include "text.hpp"

namespace codegen {
namespace {

// Adds the words of C++ code to `out`: the same ones however deep it is indented and wherever comments are broken.
void append_words(std::string& out, std::string_view code) {
    for (std::size_t at = 0; (at = code.find_first_not_of(" \n", at)) != std::string_view::npos;) {
        auto const end = std::min(code.find_first_of(" \n", at), code.size());
        if (auto const word = code.substr(at, end - at); word != "///")
            out.append(word) += ' ';
        at = end;
    }
}

} // namespace

void name_member(member& m, std::string const& given, place const& at) {
    m.named = !given.empty() || is_plain_identifier(m.name);
    if (!given.empty())
        m.symbol = identifier(given, at / "x-feishu-name");
    else
        m.symbol = identifier(m.named ? m.name : readable(m.name), at);
}

void separate_names(std::vector<member>& members) {
    std::set<std::string> taken;
    for (auto const& m : members)
        if (m.named)
            taken.insert(m.symbol);
    for (auto& m : members) {
        if (m.named)
            continue;
        auto const base = m.symbol;
        for (int i = 2; !taken.insert(m.symbol).second; ++i)
            m.symbol = base + (base.ends_with('_') ? "" : "_") + std::to_string(i);
        m.named = true;
    }
}

std::vector<member> members_of(openapi::schema const& s, place const& at) {
    std::vector<member> out;
    for (auto const& [name, schema] : s.properties)
        name_member(out.emplace_back(member{.name = name,
                                            .schema = &schema,
                                            .description = schema.description,
                                            .required = std::ranges::find(s.required, name) != s.required.end(),
                                            .at = at / "properties" / name}),
                    schema.cpp_name, at / "properties" / name);
    for (auto const& name : s.required)
        if (s.properties.find(name) == nullptr)
            throw spec_error(at / "required", "\"" + name + "\" is not a property");
    separate_names(out);
    return out;
}

// The members of a request or a response.
std::vector<member> members_of(located const& whole) {
    auto const& type = whole.schema->type;
    if ((!type.empty() && type != "object") || whole.schema->additionalProperties)
        throw spec_error(whole.at, "an object with properties is needed here");
    return members_of(*whole.schema, whole.at);
}

void header_writer::emit_models(openapi::document const& document) {
    std::string models;
    std::swap(models, body_);
    if (from_.models)
        scope_ = "model::";
    auto const order = order_structs(specs_, from_.file, document.components.schemas);
    for (auto const& name : order.declared_first)
        body_ += "struct " + identifier(name, place{from_.file, "/components/schemas"} / name) + ";\n";
    body_ += order.declared_first.empty() ? "" : "\n";
    for (auto const& name : order.names) {
        auto const boxed = order.boxed.find(name);
        boxed_ = boxed == order.boxed.end() ? std::set<std::string>() : boxed->second;
        wrong_.attempt([&, &key = name] {
            auto const& schema = *document.components.schemas.find(key);
            auto const at = place{from_.file, "/components/schemas"} / key;
            auto const r = requested_.contains(from_.file + "#" + key) ? role::request : role::response;
            emit_struct({identifier(key, at), schema.description, members_of(schema, at), at}, r);
        });
        flush_descriptions();
    }
    boxed_.clear();
    std::swap(models, body_);
    scope_.clear();
    if (models.empty())
        return;
    body_ += from_.models ? "namespace model {\n\n" + models + "} // namespace model\n\n" : models;
}

std::string header_writer::emit_struct(blueprint s, role r) {
    bool const nested = !s.indent.empty();
    declare_type(scope_ + s.prefix, s.name, s.at, nested);
    name_nested(s, false);
    auto const wire = wire_names(s.members, s.indent + "    ");
    auto const inner = s.prefix + s.name;
    for (auto const& m : s.members)
        wrong_.attempt([&, &one = m] { declare(scope_ + inner + "::", one.symbol, one.at); });
    if (!wire.empty())
        declare(scope_ + inner + "::", "wire_name", s.at);
    body_ += comment(s.doc, s.indent);
    auto const begin = body_.size();
    auto const described = describes_.size();
    std::string shape = (r == role::request ? "request " : "response ") + wire;
    {
        hiding const scope(*this, s.members);
        body_ += s.indent + "struct " + s.name + " {\n" + s.head + wire;
        shape += emit_nested(s, inner, r);
        auto const members = body_.size();
        for (auto const& m : s.members)
            wrong_.attempt([&, &one = m] { emit_member(one, r, s.indent + "    "); });
        append_words(shape, std::string_view(body_).substr(members));
    }
    // Overloads tell responses apart, so these stay types of their own.
    if (nested && s.name != "response" && !s.members.empty()) {
        auto const [same, first] = shapes_.emplace(std::move(shape), inner);
        if (!first) {
            body_.resize(begin);
            describes_.resize(described);
            body_ += s.indent + "using " + s.name + " = " + reachable(same->second) + ";\n";
            return same->second;
        }
    }
    body_ += s.tail + s.indent + "};\n" + (nested ? "\n" : "");
    std::vector<std::string> symbols;
    for (auto const& m : s.members)
        symbols.push_back(m.symbol);
    describe(inner, symbols);
    return inner;
}

std::string header_writer::reachable(std::string const& type) const {
    auto const outermost = type.substr(0, type.find("::"));
    bool const hidden = outermost == "spec" || outermost == "response" ||
                        hidden_.count(outermost) != (names_.contains(scope_ + outermost) ? 1u : 0u);
    return hidden ? "::" + from_.ns(options_.root) + "::" + scope_ + type : type;
}

void header_writer::describe(std::string const& type, std::vector<std::string> const& members,
                             std::string const& base) {
    if (members.size() <= max_described) {
        describes_ += "BOOST_DESCRIBE_STRUCT(" + type + ", (" + base + "), (" +
                      (base.empty() ? comma_list(members) : "") + "))\n";
        return;
    }
    std::string pointers;
    for (auto const& name : members)
        pointers += ", &" + type + "::" + name;
    describes_ += ours("reflect") + "::member_list<" + string_literal(comma_list(members)) + pointers +
                  "> feishu_members(" + type + "**);\n";
}

std::string header_writer::emit_nested(blueprint const& s, std::string const& path, role r) {
    std::string types;
    for (auto const& m : s.members)
        if (auto const* object = inline_object(*m.schema)) {
            if (m.nested == s.name)
                throw spec_error(m.at,
                                 "a struct cannot contain another one of its name" + std::string(add_title));
            wrong_.attempt([&] {
                types += m.nested + "=" +
                         emit_struct({m.nested, object->description, members_of(*object, place_of(*object, m)),
                                      m.at, s.indent + "    ", path + "::"},
                                     r) +
                         " ";
            });
        }
    return types;
}

place header_writer::place_of(openapi::schema const& object, member const& m) {
    auto at = m.at;
    for (auto const* s = m.schema; s != &object;) {
        at = at / (s->type == "array" ? "items" : "additionalProperties");
        s = s->type == "array" ? &*s->items : &*s->additionalProperties;
    }
    return at;
}

void header_writer::name_nested(blueprint& s, bool endpoint) {
    std::set<std::string> taken{s.name, "std", "boost", "feishu"};
    if (endpoint)
        taken.insert({"spec", "response"});
    for (auto const& m : s.members)
        taken.insert(m.symbol);
    auto const take = [&](member& m, std::string const& base) {
        m.nested = base;
        for (int i = 2; !taken.insert(m.nested).second; ++i)
            m.nested = base + (base.ends_with('_') ? "" : "_") + std::to_string(i);
    };
    for (auto& m : s.members) // names that were given come first
        if (auto const* object = inline_object(*m.schema);
            object != nullptr && m.nested.empty() && !object->title.empty())
            take(m, identifier(readable(object->title), place_of(*object, m) / "title"));
    for (auto& m : s.members) {
        if (inline_object(*m.schema) == nullptr || !m.nested.empty())
            continue;
        auto const name = readable(m.symbol == m.name + "_" ? m.name : m.symbol);
        bool const list = m.schema->items && name.size() > 3 && name.ends_with('s') && !name.ends_with("ss");
        take(m, identifier(list ? name.substr(0, name.size() - 1) : name + "_data", m.at));
    }
}

std::string header_writer::wire_names(std::vector<member> const& members, std::string const& indent) {
    std::string out;
    for (auto const& m : members)
        if (feishu::reflect::wire_name(m.symbol) != m.name)
            out += "member == " + string_literal(m.symbol) + " ? " + string_literal(m.name) + " : ";
    if (out.empty())
        return {};
    return indent + "static constexpr std::string_view wire_name(std::string_view member) { return " + out +
           "feishu::reflect::wire_name(member); }\n";
}

void header_writer::emit_member(member const& m, role r, std::string const& indent) {
    auto type = type_of(*m.schema, m.at, m.nested, r, context());
    auto const field = ours("field");
    if (!m.use.empty())
        type.name = field + "::content<" + ours("content_usage") + "::" + m.use + ">";
    auto const preset = r != role::request || m.required || m.deduced || m.schema->default_.is_null()
                            ? std::string()
                        : m.parameter && m.schema->default_.is_array()
                            ? list_default(*m.schema, m.at, context())
                            : default_text(*m.schema, m.at, type, specs_);
    bool const documented = !preset.empty() && !m.parameter;
    body_ += comment(m.description + (documented ? default_note(preset, type) : ""), indent) + indent;
    if (r == role::response && m.schema->optional && type.absent == absence::by_optional)
        body_ += optional(type.name) + " " + m.symbol + "{};\n";
    else if (r == role::response)
        body_ += type.name + " " + m.symbol +
                 (type.name == "bool" ? " = false"
                  : type.scalar       ? " = 0"
                                      : "") +
                 ";\n";
    else if (m.deduced)
        body_ += field + "::deduced<" + type.name + "> " + m.symbol + "{};\n";
    else if (m.required)
        body_ += field + "::required<" + type.name + "> " + m.symbol + ";\n";
    else if (!preset.empty() && m.parameter)
        body_ += type.name + " " + m.symbol + " = " + preset + ";\n";
    else if (type.absent == absence::by_optional)
        body_ += optional(type.name) + " " + m.symbol + "{};\n";
    else
        body_ += type.name + " " + m.symbol + "{};\n";
}

std::string header_writer::default_note(std::string const& preset, cpp_type const& type) {
    auto const qualifier = type.enum_name.empty() ? 0 : type.enum_name.size() + 2;
    return " Default: " + preset.substr(qualifier) + ".";
}

std::string header_writer::optional(std::string const& type) {
    includes_.insert("<optional>");
    return "std::optional<" + type + ">";
}

void header_writer::flush_descriptions() {
    body_ += describes_ + "\n";
    describes_.clear();
}

} // namespace codegen
