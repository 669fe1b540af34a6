#pragma once
// The smallest set of scopes that satisfies a list of groups, at compile time: a minimum hitting set.
// Reductions solve most real inputs; the remainder is searched, or chosen greedily if the search exceeds its
// budget.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <feishu/core/endpoint_spec.hpp>

namespace feishu::detail {

template <class Group>
constexpr bool is_subset(Group const& a, Group const& b) {
    for (auto const scope : a)
        if (!b.contains(scope))
            return false;
    return true;
}

/// The groups that matter: no duplicates, no supersets of another group.
template <std::size_t Capacity>
class deciding_groups {
public:
    constexpr void add(scope_group const& group) {
        for (std::size_t i = 0; i < size_; ++i)
            if (is_subset(groups_[i], group))
                return;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < size_; ++i)
            if (!is_subset(group, groups_[i]))
                groups_[kept++] = groups_[i];
        groups_[kept++] = group;
        size_ = kept;
    }

    constexpr std::size_t size() const { return size_; }
    constexpr scope_group const& operator[](std::size_t i) const { return groups_[i]; }
    constexpr std::size_t scope_count() const {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < size_; ++i)
            sum += groups_[i].size();
        return sum;
    }

private:
    std::array<scope_group, Capacity> groups_{};
    std::size_t size_ = 0;
};

/// A set of the numbers below N.
template <std::size_t N>
struct number_set {
    std::array<std::uint64_t, N / 64 + 1> words{};

    constexpr void insert(std::size_t i) { words[i / 64] |= std::uint64_t{1} << i % 64; }
    constexpr void erase(std::size_t i) { words[i / 64] &= ~(std::uint64_t{1} << i % 64); }
    constexpr bool has(std::size_t i) const { return (words[i / 64] >> i % 64 & 1) != 0; }
    constexpr void subtract(number_set const& other) {
        for (std::size_t i = 0; i < words.size(); ++i)
            words[i] &= ~other.words[i];
    }
    constexpr number_set operator&(number_set const& other) const {
        auto out = *this;
        for (std::size_t i = 0; i < words.size(); ++i)
            out.words[i] &= other.words[i];
        return out;
    }
    constexpr bool within(number_set const& other) const {
        for (std::size_t i = 0; i < words.size(); ++i)
            if ((words[i] & ~other.words[i]) != 0)
                return false;
        return true;
    }
    constexpr std::size_t count() const {
        std::size_t n = 0;
        for (auto word : words)
            for (; word != 0; word &= word - 1)
                ++n;
        return n;
    }
    constexpr bool empty() const { return count() == 0; }
};

/// Chooses scopes until each of the groups has one.
template <std::size_t Groups, std::size_t Scopes>
class scope_cover {
public:
    template <std::size_t Capacity>
    constexpr explicit scope_cover(deciding_groups<Capacity> const& groups) {
        for (std::size_t g = 0; g < Groups; ++g) {
            open_.insert(g);
            for (auto const scope : groups[g])
                by_scope_[index_of(scope)].insert(g);
        }
        for (std::size_t s = 0; s < names_count_; ++s) {
            usable_.insert(s);
            for (std::size_t g = 0; g < Groups; ++g)
                if (by_scope_[s].has(g))
                    by_group_[g].insert(s);
        }
    }

    /// The chosen scopes, sorted by name.
    constexpr static_list<std::string_view, Groups> run() {
        while (take_forced() || drop_dominated_scopes() || drop_implied_groups()) {
        }
        bool found = false;
        for (std::size_t budget = 0; !found && nodes_ < max_nodes && budget <= Groups; ++budget)
            found = search(open_, budget);
        while (!found && !open_.empty())
            choose(most_useful());
        return sorted();
    }

private:
    static constexpr std::size_t max_nodes = 2000; // compilers limit constant evaluation

    constexpr std::size_t index_of(std::string_view scope) {
        for (std::size_t i = 0; i < names_count_; ++i)
            if (names_[i] == scope)
                return i;
        names_[names_count_] = scope;
        return names_count_++;
    }

    constexpr void choose(std::size_t scope) {
        chosen_.insert(scope);
        open_.subtract(by_scope_[scope]);
    }

    constexpr std::size_t first_of(number_set<Scopes> const& set) const {
        std::size_t i = 0;
        while (!set.has(i))
            ++i;
        return i;
    }

    // A group with one usable scope requires that scope.
    constexpr bool take_forced() {
        for (std::size_t g = 0; g < Groups; ++g) {
            auto const choices = by_group_[g] & usable_;
            if (!open_.has(g) || choices.count() != 1)
                continue;
            choose(first_of(choices));
            return true;
        }
        return false;
    }

    // A scope is not needed if another one satisfies all its open groups.
    constexpr bool drop_dominated_scopes() {
        bool dropped = false;
        for (std::size_t a = 0; a < names_count_; ++a) {
            if (!usable_.has(a) || chosen_.has(a))
                continue;
            auto const of_a = by_scope_[a] & open_;
            for (std::size_t b = 0; b < names_count_; ++b) {
                if (a == b || !usable_.has(b) || chosen_.has(b) || !of_a.within(by_scope_[b]))
                    continue;
                // Of equivalent scopes, the one documented first is kept.
                if (a < b && (by_scope_[b] & open_).within(by_scope_[a]))
                    continue;
                usable_.erase(a);
                dropped = true;
                break;
            }
        }
        return dropped;
    }

    // A group that contains all usable scopes of another one is satisfied together with it.
    constexpr bool drop_implied_groups() {
        bool dropped = false;
        for (std::size_t a = 0; a < Groups; ++a) {
            if (!open_.has(a))
                continue;
            for (std::size_t b = 0; b < Groups; ++b) {
                if (a == b || !open_.has(b) || !(by_group_[b] & usable_).within(by_group_[a]))
                    continue;
                open_.erase(a);
                dropped = true;
                break;
            }
        }
        return dropped;
    }

    // Every solution contains a scope of the open group with the fewest usable ones, so only those are
    // branches.
    constexpr bool search(number_set<Groups> const& open, std::size_t budget) {
        if (open.empty())
            return true;
        if (budget == 0 || ++nodes_ > max_nodes)
            return false;
        auto const branches = by_group_[narrowest(open)] & usable_;
        for (std::size_t s = 0; s < names_count_; ++s) {
            if (!branches.has(s))
                continue;
            auto rest = open;
            rest.subtract(by_scope_[s]);
            if (!search(rest, budget - 1))
                continue;
            chosen_.insert(s);
            return true;
        }
        return false;
    }

    constexpr std::size_t narrowest(number_set<Groups> const& open) const {
        std::size_t best = Groups;
        std::size_t fewest = 0;
        for (std::size_t g = 0; g < Groups; ++g) {
            if (!open.has(g))
                continue;
            auto const n = (by_group_[g] & usable_).count();
            if (best == Groups || n < fewest) {
                best = g;
                fewest = n;
            }
        }
        return best;
    }

    constexpr std::size_t most_useful() const {
        std::size_t best = 0;
        std::size_t most = 0;
        for (std::size_t s = 0; s < names_count_; ++s)
            if (auto const n = (by_scope_[s] & open_).count(); usable_.has(s) && n > most) {
                best = s;
                most = n;
            }
        return best;
    }

    constexpr static_list<std::string_view, Groups> sorted() const {
        static_list<std::string_view, Groups> out;
        std::string_view last;
        for (std::size_t n = chosen_.count(); n != 0; --n) {
            std::string_view next;
            for (std::size_t s = 0; s < names_count_; ++s)
                if (chosen_.has(s) && names_[s] > last && (next.empty() || names_[s] < next))
                    next = names_[s];
            out.push_back(next);
            last = next;
        }
        return out;
    }

    std::array<std::string_view, Scopes> names_{};
    std::size_t names_count_ = 0;
    std::array<number_set<Groups>, Scopes> by_scope_{};
    std::array<number_set<Scopes>, Groups> by_group_{};
    number_set<Groups> open_{};
    number_set<Scopes> usable_{};
    number_set<Scopes> chosen_{};
    std::size_t nodes_ = 0;
};

} // namespace feishu::detail
