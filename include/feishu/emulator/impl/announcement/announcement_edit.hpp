#pragma once
// announcement_edit: a change to the blocks of an announcement, which is made completely or not at all.
//
//     announcement_edit edit(*stored);
//     auto const id = edit.add(tenant, parent, 0, text_block("hello"));
//     edit.commit(who, tenant.now());              // without it nothing has changed

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include <feishu/api/docx/v1/models.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/state/announcement_store.hpp>

namespace feishu::emulator {

class state;

namespace detail {

class announcement_edit {
public:
    /// `target` must outlive the edit.
    explicit announcement_edit(stored_announcement& target)
        : target_(target), size_(target.shown.blocks.size()) {}

    /// Null if there is no such block.
    FEISHU_DECL announcement_block const* find(std::string const& id) const;
    /// The block, which must exist, to change it.
    FEISHU_DECL announcement_block& change(std::string const& id);
    /// Adds a block below another one, which must exist; returns its id.
    FEISHU_DECL std::string add(state& tenant, std::string const& parent, std::size_t index,
                                docx::v1::model::block block);
    /// Removes a block and all below it, and its id from the list of its parent.
    FEISHU_DECL void remove(std::string const& id);
    /// Removes all blocks below a block.
    FEISHU_DECL void remove_children(std::string const& id);
    /// The number of blocks.
    std::size_t size() const { return size_; }
    /// Blocks between this one and the root, with both.
    FEISHU_DECL std::size_t depth_of(std::string const& id) const;

    /// Makes the change: a new revision of this caller.
    FEISHU_DECL void commit(caller const& who, clock::time_point now);

private:
    FEISHU_DECL void remove_tree(std::string const& id);

    stored_announcement& target_;
    block_changes changed_; ///< the blocks that differ from the target's; nothing for removed ones
    std::size_t size_;
};

/// The blocks of an earlier revision, which must be in the history.
FEISHU_DECL std::map<std::string, announcement_block> blocks_at(stored_announcement const& stored,
                                                                std::int64_t revision);

} // namespace detail
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/announcement/announcement_edit.ipp>
#include <feishu/emulator/impl/state/stores.hpp>
#endif
