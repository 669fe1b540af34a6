#include "schema_names.hpp"

#include <utility>

#include "names.hpp"
#include "references.hpp"

namespace codegen {
namespace {

constexpr std::string_view prefix = "/components/schemas/";

using renaming = std::map<std::pair<std::string, std::string>, std::string>; // file and name

node* schemas_of(node& document) {
    auto* components = document.find("components");
    return components != nullptr ? components->find("schemas") : nullptr;
}

void rename(std::string const& file, node& document, renaming& names, diagnostics& wrong) {
    auto* all = schemas_of(document);
    if (all == nullptr)
        return;
    for (auto& [name, schema] : all->members) {
        auto const* given = schema.find("x-feishu-name");
        auto const symbol = given != nullptr            ? given->text
                            : is_plain_identifier(name) ? name
                                                        : readable(name);
        if (given != nullptr && !is_plain_identifier(symbol))
            wrong.add(given->at, "\"" + symbol + "\" is not a C++ identifier that can be used");
        schema.erase("x-feishu-name");
        if (symbol == name)
            continue;
        if (all->find(symbol) != nullptr)
            wrong.add(schema.at,
                      "is called " + symbol + " in C++, as another schema; name it by x-feishu-name");
        names[{file, name}] = symbol;
        name = symbol;
    }
}

void follow_names(node& n, std::string const& file, renaming const& names) {
    for (auto& item : n.items)
        follow_names(item, file, names);
    for (auto& [key, value] : n.members) {
        if (key != "$ref" || !value.is(node::kind::string)) {
            follow_names(value, file, names);
            continue;
        }
        auto const hash = value.text.find('#');
        if (hash == std::string::npos || value.text.compare(hash + 1, prefix.size(), prefix) != 0)
            continue;
        auto const name = unescaped(value.text.substr(hash + 1 + prefix.size()));
        auto const found = names.find({file_of(value.text, file), name});
        if (found != names.end())
            value = node::of_string(value.text.substr(0, hash + 1) + std::string(prefix) + found->second,
                                    value.at);
    }
}

} // namespace

void rename_schemas(std::map<std::string, node>& documents, diagnostics& wrong) {
    renaming names;
    for (auto& [file, document] : documents)
        rename(file, document, names, wrong);
    if (!names.empty())
        for (auto& [file, document] : documents)
            follow_names(document, file, names);
}

} // namespace codegen
