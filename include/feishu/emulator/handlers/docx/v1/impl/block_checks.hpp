#pragma once
// What the handlers of blocks share: blocks as responses show them, checks of new content.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <feishu/api/docx/v1/models.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/announcement.hpp>
#include <feishu/emulator/impl/announcement/announcement_edit.hpp>

namespace feishu::emulator {

class state;

namespace detail {

inline constexpr std::size_t max_table_columns = 100;
inline constexpr std::size_t max_table_cells = 2000;
inline constexpr std::size_t max_grid_columns = 5;
inline constexpr std::size_t max_text_characters = 100'000; ///< of one block

/// A block with its ids; mentioned users with ids of the given type.
FEISHU_DECL docx::v1::model::block shown_block(state& tenant, std::string const& id,
                                               announcement_block const& stored, user_id_type type);

/// Checks the content of one request.
class content_checker {
public:
    content_checker(state& tenant, user_id_type type) : tenant_(tenant), type_(type) {}

    /// Stores mentioned users by open_id. Errors: 1770033 too long, 1770035 too many mentions, 1770038 an unknown
    /// user.
    FEISHU_DECL result<void> check(std::vector<docx::v1::model::text_element>& elements);
    /// Checks a new block. Errors: 1770001, 1770006, 1770010, 1770011, 1770012, 1770029, 1770035, 1770038, those
    /// of its text.
    FEISHU_DECL result<void> check(docx::v1::model::block& block);

private:
    FEISHU_DECL result<void> check_size(docx::v1::model::block const& block);
    FEISHU_DECL result<void> count(docx::v1::block_type type);

    state& tenant_;
    user_id_type type_;
    std::size_t users_ = 0;
    std::size_t documents_ = 0;
    std::size_t images_ = 0;
    std::size_t isvs_ = 0;
    std::size_t sheets_ = 0;
    std::size_t bitables_ = 0;
};

/// A paragraph's worth of blocks in a new cell, column or callout: an empty text.
FEISHU_DECL void add_paragraph(state& tenant, announcement_edit& edit, std::string const& parent);
/// A new table cell or grid column with an empty text, below a table or grid; returns its id.
FEISHU_DECL std::string add_cell(state& tenant, announcement_edit& edit, std::string const& table,
                                 std::size_t index);
FEISHU_DECL std::string add_grid_column(state& tenant, announcement_edit& edit, std::string const& grid,
                                        std::size_t index, int width_ratio);

} // namespace detail
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/docx/v1/impl/block_checks.ipp>
#endif
