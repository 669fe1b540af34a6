#include "references.hpp"

#include <algorithm>
#include <filesystem>

namespace codegen {
namespace {

constexpr int max_references = 32;

int digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else if (text[i] == '~' && i + 1 < text.size() && (text[i + 1] == '0' || text[i + 1] == '1')) {
            out += text[++i] == '0' ? '~' : '/';
        } else {
            out += text[i];
        }
    }
    return out;
}

node const* child(node const& n, std::string const& name) {
    if (n.is(node::kind::map))
        return n.find(name);
    if (!n.is(node::kind::list) || name.empty() || name.size() > 6 ||
        name.find_first_not_of("0123456789") != std::string::npos)
        return nullptr;
    auto const index = static_cast<std::size_t>(std::stoi(name));
    return index < n.items.size() ? &n.items[index] : nullptr;
}

std::string file_of(std::string const& ref, std::string const& from) {
    auto const file = ref.substr(0, ref.find('#'));
    return file.empty()
               ? from
               : (std::filesystem::path(from).parent_path() / file).lexically_normal().generic_string();
}

references::target references::find(std::string const& ref, std::string const& file, place const& at) const {
    target out{nullptr, file_of(ref, file)};
    auto const document = sources_.find(out.file);
    if (document == sources_.end())
        throw spec_error(at, "there is no file " + out.file);
    out.value = &document->second;
    auto const hash = ref.find('#');
    std::string_view pointer =
        hash == std::string::npos ? std::string_view() : std::string_view(ref).substr(hash + 1);
    while (!pointer.empty()) {
        if (pointer.front() != '/')
            throw spec_error(at, "\"" + ref + "\" is not a JSON pointer: #/components/…");
        pointer.remove_prefix(1);
        auto const name = unescaped(pointer.substr(0, pointer.find('/')));
        pointer.remove_prefix(std::min(pointer.find('/'), pointer.size()));
        out.value = child(*out.value, name);
        if (out.value == nullptr)
            throw spec_error(at, "\"" + ref + "\" leads nowhere: " + out.file + " has no " + name + " there");
    }
    return out;
}

node references::written_out(node const& n, std::string const& file) const {
    node out = n;
    std::string at_home = file;
    for (int i = 0; out.find("$ref") != nullptr; ++i) {
        auto const& ref = *out.find("$ref");
        if (i == max_references)
            throw spec_error(ref.at, "leads through too many references");
        auto const found = find(ref.text, at_home, ref.at);
        node next = *found.value;
        for (auto const& [key, value] : out.members) // what stands beside a reference comes first
            if (key != "$ref")
                next.set(key, value);
        out = std::move(next);
        at_home = found.file;
    }
    rebase(out, at_home, file);
    return out;
}

void references::rebase(node& n, std::string const& from, std::string const& to) {
    if (from == to)
        return;
    for (auto& item : n.items)
        rebase(item, from, to);
    for (auto& [key, value] : n.members)
        if (key != "$ref" || !value.is(node::kind::string)) {
            rebase(value, from, to);
        } else {
            auto const file = file_of(value.text, from);
            auto const hash = std::min(value.text.find('#'), value.text.size());
            auto const path = std::filesystem::path(file).lexically_relative(
                std::filesystem::path(to).parent_path().empty() ? "."
                                                                : std::filesystem::path(to).parent_path());
            value = node::of_string((file == to ? "" : path.generic_string()) + value.text.substr(hash),
                                    value.at);
        }
}

} // namespace codegen
