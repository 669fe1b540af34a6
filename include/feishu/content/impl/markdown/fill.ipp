#pragma once

#include <feishu/content/impl/markdown/fill.hpp>

namespace feishu::detail::md {

FEISHU_DECL bool is_root_rule(document const& of, piece const& p) {
    auto const& block = of.leaves[p.leaf];
    return block.kind == leaf_kind::rule && block.container == none;
}

// What is in the card that is being filled.
struct filling {
    document const& of;
    std::vector<piece> const& pieces;
    room const& each;
    std::size_t bytes = 0;
    std::size_t elements = 0;
    std::size_t tables = 0;

    // Adds piece `i` behind those from `first` on; false, and nothing is added, if there is no room.
    bool add(std::size_t first, std::size_t i) {
        auto const& p = pieces[i];
        bool const empty = i == first;
        auto cost = p.cost + (p.continues && !empty ? 0 : p.around);
        bool begins = false; // an element
        bool table = false;
        if (p.is_row) {
            auto const t = of.leaves[p.leaf].table;
            table = begins = empty || !pieces[i - 1].is_row || of.leaves[pieces[i - 1].leaf].table != t;
            cost += begins ? each.table_bytes[t] : 0;
        } else {
            bool const alone = is_root_rule(of, p);
            begins = alone || empty || pieces[i - 1].is_row || is_root_rule(of, pieces[i - 1]);
            cost += begins ? each.element_bytes : 0;
        }
        bool const fits = bytes + cost <= each.bytes && elements + (begins ? 1 : 0) <= each.elements &&
                          tables + (table ? 1 : 0) <= each.tables;
        if (!fits && !empty)
            return false;
        bytes += cost;
        elements += begins ? 1 : 0;
        tables += table ? 1 : 0;
        return true;
    }
};

FEISHU_DECL std::vector<cell> fill(document const& of, std::vector<piece> const& pieces, room const& each) {
    std::vector<cell> out;
    auto const is_heading = [&](std::size_t i) {
        return of.leaves[pieces[i].leaf].kind == leaf_kind::heading;
    };
    for (std::size_t first = 0; first < pieces.size();) {
        filling one{.of = of, .pieces = pieces, .each = each};
        auto next = first;
        while (next < pieces.size() && one.add(first, next))
            ++next;
        if (next < pieces.size() && next > first + 1 && is_heading(next - 1) && !pieces[next].continues)
            --next;
        out.push_back({.first = first, .last = next});
        first = next;
    }
    return out;
}

} // namespace feishu::detail::md
