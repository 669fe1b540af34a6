#include "library.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <tuple>

#include "documents.hpp"
#include "from_node.hpp"
#include "names.hpp"
#include "references.hpp"

namespace codegen {

namespace fs = std::filesystem;

namespace {

bool is_yaml(fs::path const& file) { return file.extension() == ".yaml" || file.extension() == ".yml"; }

bool is_spec(fs::path const& file) { return file.extension() == ".json" || is_yaml(file); }

// Throws spec_error unless it is OpenAPI 3.0 or 3.1.
void check_version(node const& document, std::string const& file) {
    auto const* version = document.find("openapi");
    if (version == nullptr)
        throw spec_error(
            {file, "", document.at.line, document.at.column},
            "is not an OpenAPI document: `openapi` is missing; move files of another kind out of the folder");
    auto const& text = version->text;
    if (text != "3.0" && text != "3.1" && !text.starts_with("3.0.") && !text.starts_with("3.1."))
        throw spec_error(version->at, "is \"" + text + "\", an OpenAPI 3.0 or 3.1 document is needed");
}

// Sorted, and each one once: shared parts are looked at wherever they are used.
std::vector<diagnostic> in_order(std::vector<diagnostic> list) {
    auto const key = [](diagnostic const& d) {
        return std::tie(d.at.file, d.at.line, d.at.column, d.at.pointer, d.message);
    };
    std::ranges::sort(list, [&](auto const& a, auto const& b) { return key(a) < key(b); });
    auto const rest =
        std::ranges::unique(list, [&](auto const& a, auto const& b) { return key(a) == key(b); });
    list.erase(rest.begin(), rest.end());
    return list;
}

// Two files that would become one header.
void refuse_twins(std::map<std::string, node> const& trees, diagnostics& wrong) {
    std::map<std::string, std::string> headers;
    for (auto const& [file, tree] : trees)
        wrong.attempt([&, &name = file] {
            auto const [other, first] = headers.emplace(unit::of(name).header(), name);
            if (!first)
                throw spec_error({name, ""}, "and " + other->second + " would become one header; rename one");
        });
}

void add_referred(node const& n, std::string const& file, std::vector<std::string>& files) {
    for (auto const& item : n.items)
        add_referred(item, file, files);
    for (auto const& [key, value] : n.members)
        if (key == "$ref" && value.is(node::kind::string))
            files.push_back(file_of(value.text, file));
        else
            add_referred(value, file, files);
}

} // namespace

library library::load(fs::path const& root) {
    std::map<std::string, std::string> texts;
    if (!fs::is_directory(root))
        throw spec_errors({{{root.generic_string(), ""}, "is not a folder"}});
    for (auto const& entry : fs::recursive_directory_iterator(root)) {
        auto const name = fs::relative(entry.path(), root).generic_string();
        if (!entry.is_regular_file() || !is_spec(entry.path()) ||
            name == "errors.json") // that one is of --errors
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        texts[name] = text.str();
    }
    if (texts.empty())
        throw spec_errors({{{root.generic_string(), ""}, "has no OpenAPI document (*.json, *.yaml, *.yml)"}});
    return parse(texts);
}

library library::parse(std::map<std::string, std::string> const& texts) {
    library out;
    diagnostics wrong;
    for (auto const& [file, text] : texts)
        wrong.attempt([&, &name = file, &content = text] {
            auto tree = is_yaml(name) ? read_yaml(name, content, wrong) : read_json(name, content, wrong);
            check_version(tree, name);
            out.trees_[name] = std::move(tree);
        });
    refuse_twins(out.trees_, wrong);
    if (wrong.empty())
        normalize(out.trees_, wrong);
    if (!wrong.empty())
        throw spec_errors(in_order(wrong.list()));
    for (auto const& [file, tree] : out.trees_)
        from_node(out.documents_[file], tree);
    return out;
}

void library::keep_only(std::vector<std::string> const& wanted) {
    std::set<std::string> kept;
    std::vector<std::string> open;
    for (auto const& name : wanted) {
        auto const before = open.size();
        auto const folder = name.ends_with('/') ? name : name + "/";
        for (auto const& [file, tree] : trees_)
            if (file == name || file.starts_with(folder))
                open.push_back(file);
        if (open.size() == before)
            throw spec_error({name, ""}, "is no file or folder of the specs");
    }
    while (!open.empty()) {
        auto const file = std::move(open.back());
        open.pop_back();
        if (kept.insert(file).second && trees_.contains(file))
            add_referred(trees_.at(file), file, open);
    }
    for (auto entry = documents_.begin(); entry != documents_.end();) {
        auto const next = std::next(entry);
        if (!kept.contains(entry->first) && entry->first != "common.json")
            left_out_.insert(documents_.extract(entry));
        entry = next;
    }
}

place library::locate(place const& at) const {
    auto const tree = trees_.find(at.file);
    if (tree == trees_.end())
        return at;
    auto const* found = &tree->second;
    std::string_view rest = at.pointer;
    while (!rest.empty()) {
        rest.remove_prefix(1);
        auto const name = rest.substr(0, rest.find('/'));
        auto const* next = child(*found, unescaped(name));
        if (next == nullptr)
            break;
        found = next;
        rest.remove_prefix(name.size());
    }
    auto out = found->at;
    out.pointer += (rest.empty() ? "" : "/") + std::string(rest); // of what the file does not say
    return out;
}

std::vector<diagnostic> library::locate(std::vector<diagnostic> list) const {
    for (auto& d : list)
        d.at = locate(d.at);
    return in_order(std::move(list));
}

component library::resolve(std::string const& ref, place const& from) const {
    auto const hash = ref.find('#');
    constexpr std::string_view prefix = "/components/schemas/";
    if (hash == std::string::npos || ref.compare(hash + 1, prefix.size(), prefix) != 0)
        throw spec_error(from / "$ref", "\"" + ref + "\" does not lead to #/components/schemas");
    component found;
    found.name = ref.substr(hash + 1 + prefix.size());
    found.file =
        hash == 0
            ? from.file
            : (fs::path(from.file).parent_path() / ref.substr(0, hash)).lexically_normal().generic_string();
    auto const kept = documents_.find(found.file);
    auto const other = left_out_.find(found.file);
    if (kept == documents_.end() && other == left_out_.end())
        throw spec_error(from / "$ref", "there is no file " + found.file);
    auto const& document = kept != documents_.end() ? kept->second : other->second;
    found.schema = document.components.schemas.find(found.name);
    if (found.schema == nullptr)
        throw spec_error(from / "$ref", found.file + " has no schema " + found.name);
    return found;
}

} // namespace codegen
