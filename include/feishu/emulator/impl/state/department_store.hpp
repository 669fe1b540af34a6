#pragma once
// The departments of the tenant: a tree, the members of each, and counts of members. References stay valid while the
// store lives.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/department.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>

namespace feishu::emulator::detail {

class department_store {
public:
    /// Positions in `directory_store::users()`, or of departments in `at`.
    using positions = std::vector<std::uint32_t>;

    /// With the root department at position 0.
    FEISHU_DECL department_store();

    /// Its parent must exist.
    FEISHU_DECL department& add(department one);
    /// Null for unknown and deleted ones.
    FEISHU_DECL department* find(feishu::department_id const& open_id);
    FEISHU_DECL department* find_custom(std::string_view department_id);

    /// Replaces a department, and moves it to its new parent.
    FEISHU_DECL void change(department const& changed);
    FEISHU_DECL void remove(feishu::department_id const& open_id);

    /// A user at this position becomes a member of these, or of the root department; or leaves all. Ids that do not exist are ignored.
    FEISHU_DECL void join(std::uint32_t user, std::vector<feishu::department_id> const& departments);
    FEISHU_DECL void leave(std::uint32_t user);

    department const& at(std::uint32_t position) const { return departments_[position]; }
    FEISHU_DECL positions const& children_of(feishu::department_id const& open_id) const;
    /// Descendants, each after its parent; at most `limit`.
    FEISHU_DECL positions descendants_of(feishu::department_id const& open_id, std::size_t limit) const;
    /// Direct members.
    FEISHU_DECL positions const& members_of(feishu::department_id const& open_id) const;
    /// Members, including those of descendants, each once.
    FEISHU_DECL std::size_t member_count(feishu::department_id const& open_id) const;
    FEISHU_DECL std::size_t primary_member_count(feishu::department_id const& open_id) const;
    /// From the parent up to the department below the root.
    FEISHU_DECL positions ancestors_of(feishu::department_id const& open_id) const;
    /// Whether they are the same, or the first one is a descendant of the other.
    FEISHU_DECL bool is_within(feishu::department_id const& open_id,
                               feishu::department_id const& ancestor) const;

    std::deque<department> const& all() const { return departments_; }

private:
    friend struct store_access;

    struct node {
        std::uint32_t parent = 0;
        positions children{};
        positions members{};
        std::size_t count = 0;
        std::size_t primary_count = 0;
        std::uint64_t placed = 0; // order among its siblings
    };

    FEISHU_DECL void list(std::uint32_t user);
    FEISHU_DECL department* at_unless_deleted(std::uint32_t position);
    FEISHU_DECL node const& node_of(feishu::department_id const& open_id) const;
    FEISHU_DECL positions positions_of(std::vector<feishu::department_id> const& ids) const;
    FEISHU_DECL positions with_ancestors(positions const& of) const;
    FEISHU_DECL void move_counts(std::uint32_t position, std::uint32_t parent);

    std::deque<department> departments_;
    std::deque<node> nodes_; // of departments_
    std::unordered_map<std::string, std::uint32_t> by_open_id_;
    std::unordered_map<std::string, std::uint32_t> by_custom_id_;
    struct membership {
        positions departments{};
        std::uint64_t joined = 0; // order among members
    };
    std::unordered_map<std::uint32_t, membership> memberships_; // of users
    std::uint64_t last_ = 0;                                    // of both orders
    touched_entries touched_;
    touched_entries touched_memberships_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/department_store.ipp>
#endif
