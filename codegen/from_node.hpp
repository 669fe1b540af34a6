#pragma once
// from_node: a checked tree as described structs. Values of another kind have been refused before; here they are
// skipped.

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include "containers.hpp"
#include "node.hpp"

namespace codegen {

template <class T>
void from_node(T& out, node const& n);

inline void from_node(std::string& out, node const& n) { out = n.text; }
inline void from_node(bool& out, node const& n) { out = n.is_true(); }
inline void from_node(boost::json::value& out, node const& n) { out = n.json(); }

inline void from_node(std::int64_t& out, node const& n) {
    if (n.scalar.is_int64())
        out = n.scalar.as_int64();
}

template <class T>
void from_node(std::vector<T>& out, node const& n) {
    for (auto const& item : n.items)
        from_node(out.emplace_back(), item);
}

template <class T>
void from_node(ordered_map<T>& out, node const& n) {
    for (auto const& [key, value] : n.members)
        from_node(out[key], value);
}

template <class T>
void from_node(std::optional<T>& out, node const& n) {
    from_node(out.emplace(), n);
}

template <class T>
void from_node(box<T>& out, node const& n) {
    from_node(out.emplace(), n);
}

template <class T>
void from_node(T& out, node const& n) {
    using members = boost::describe::describe_members<T, boost::describe::mod_public>;
    boost::mp11::mp_for_each<members>([&](auto d) {
        if (auto const* value = n.find(T::wire_name(d.name)))
            from_node(out.*d.pointer, *value);
    });
}

} // namespace codegen
