#include "node.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace codegen {
namespace {

std::string joined(std::vector<diagnostic> const& list) {
    std::string out;
    for (auto const& d : list)
        out += (out.empty() ? "" : "\n") + d.text();
    return out;
}

} // namespace

place place::operator/(std::string_view name) const {
    place inner = *this;
    inner.pointer += '/';
    for (char const c : name) { // RFC 6901
        if (c == '~')
            inner.pointer += "~0";
        else if (c == '/')
            inner.pointer += "~1";
        else
            inner.pointer += c;
    }
    return inner;
}

spec_errors::spec_errors(std::vector<diagnostic> list)
    : std::runtime_error(joined(list)), list_(std::move(list)) {}

node const* node::find(std::string_view key) const {
    auto const found = std::ranges::find(members, key, &member::key);
    return found == members.end() ? nullptr : &found->value;
}

node* node::find(std::string_view key) {
    auto const found = std::ranges::find(members, key, &member::key);
    return found == members.end() ? nullptr : &found->value;
}

node& node::set(std::string_view key, node value) {
    if (auto* old = find(key))
        return *old = std::move(value);
    return members.emplace_back(std::string(key), std::move(value)).value;
}

void node::erase(std::string_view key) {
    std::erase_if(members, [&](member const& m) { return m.key == key; });
}

node node::of_string(std::string_view text, place const& at) {
    node out;
    out.type = kind::string;
    out.text = text;
    out.scalar = boost::json::string(text.data(), text.size());
    out.at = at;
    return out;
}

node node::of_list(place const& at) {
    node out;
    out.type = kind::list;
    out.at = at;
    return out;
}

node node::of_map(place const& at) {
    node out;
    out.type = kind::map;
    out.at = at;
    return out;
}

boost::json::value node::json() const {
    if (type == kind::list) {
        boost::json::array out;
        for (auto const& item : items)
            out.push_back(item.json());
        return out;
    }
    if (type == kind::map) {
        boost::json::object out;
        for (auto const& [key, value] : members)
            out[key] = value.json();
        return out;
    }
    return scalar;
}

std::string_view name_of(node::kind k) {
    constexpr std::string_view names[] = {"null", "a boolean", "a number", "a string", "a list", "an object"};
    return names[static_cast<std::size_t>(k)];
}

} // namespace codegen
