#include "schemes.hpp"

#include <algorithm>
#include <string_view>

#include "schemas.hpp"

namespace codegen {
namespace {

constexpr std::string_view own_schemes[] = {"tenant_access_token", "user_access_token", "app_access_token",
                                            "app_credentials"};

std::string text_at(node const& n, std::string_view key) {
    auto const* value = n.find(key);
    return value != nullptr ? value->text : std::string();
}

std::string lower(std::string text) {
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

// The scheme of the platform that sends the same header; empty if there is none.
std::string_view own_scheme(node const& definition) {
    auto const type = text_at(definition, "type");
    auto const scheme = lower(text_at(definition, "scheme"));
    if (type == "oauth2" || type == "openIdConnect" || (type == "http" && scheme == "bearer"))
        return "user_access_token";
    return type == "http" && scheme == "basic" ? "app_credentials" : "";
}

bool has_parameter(node const& list, node const& one) {
    return std::ranges::any_of(list.items, [&](node const& p) {
        return text_at(p, "name") == text_at(one, "name") && text_at(p, "in") == text_at(one, "in");
    });
}

node key_parameter(node const& definition, bool required, place const& at) {
    auto out = node::of_map(at);
    for (auto const* key : {"name", "in", "description"})
        if (auto const* value = definition.find(key))
            out.set(key, *value);
    auto schema = node::of_map(at);
    schema.set("type", node::of_string("string", at));
    out.set("schema", std::move(schema));
    node yes;
    yes.type = node::kind::boolean;
    yes.scalar = required;
    yes.at = at;
    out.set("required", std::move(yes));
    return out;
}

} // namespace

security_schemes::security_schemes(node const& document, std::string const& file, references const& refs,
                                   diagnostics& wrong) {
    auto const* components = document.find("components");
    auto const* all = components != nullptr ? components->find("securitySchemes") : nullptr;
    if (all == nullptr)
        return;
    for (auto const& [name, definition] : all->members)
        wrong.attempt(
            [&, &key = name, &one = definition] { definitions_[key] = refs.written_out(one, file); });
}

void security_schemes::apply(node& operation, diagnostics& wrong) const {
    auto* security = operation.find("security");
    if (security == nullptr || !security->is(node::kind::list))
        return;
    auto list = *security;
    bool const optional = std::erase_if(list.items, [](node const& entry) {
                              return entry.is(node::kind::map) && entry.members.empty();
                          }) != 0;
    if (optional && !list.items.empty())
        operation.set(
            "summary",
            node::of_string((operation.find("summary") != nullptr ? operation.find("summary")->text + " "
                                                                  : std::string()) +
                                "The server also accepts requests without authentication.",
                            list.at));
    auto parameters = operation.find("parameters") != nullptr ? *operation.find("parameters")
                                                              : node::of_list(operation.at / "parameters");
    bool const only = list.items.size() == 1 && !optional;
    for (auto& entry : list.items)
        if (entry.is(node::kind::map))
            alternative(entry, parameters, only, wrong);
    std::erase_if(list.items,
                  [](node const& entry) { return entry.is(node::kind::map) && entry.members.empty(); });
    operation.set("security", std::move(list));
    operation.set("parameters", std::move(parameters));
}

void security_schemes::alternative(node& entry, node& parameters, bool only, diagnostics& wrong) const {
    auto kept = node::of_map(entry.at);
    for (auto const& [name, scopes] : entry.members) {
        if (std::ranges::find(own_schemes, name) != std::end(own_schemes)) {
            kept.set(name, scopes);
            continue;
        }
        auto const found = definitions_.find(name);
        if (found == definitions_.end()) {
            wrong.add(scopes.at,
                      "\"" + name + "\" is not a scheme of components/securitySchemes, nor one of " +
                          "tenant_access_token, user_access_token, app_access_token, app_credentials");
            continue;
        }
        auto const& definition = found->second;
        auto const in = text_at(definition, "in");
        if (auto const own = own_scheme(definition); !own.empty())
            kept.set(own, scopes);
        else if (text_at(definition, "type") == "apiKey" && (in == "header" || in == "query")) {
            if (auto key = key_parameter(definition, only, scopes.at); !has_parameter(parameters, key))
                parameters.items.push_back(std::move(key));
        } else
            wrong.add(scopes.at,
                      "\"" + name +
                          "\" is neither a bearer token, HTTP Basic, OAuth 2.0 nor an API key in a "
                          "header or query; requests have no place for it");
    }
    entry = std::move(kept);
}

} // namespace codegen
