#pragma once
// Operations on the tables and grids of an announcement. Each changes `block`, which is stored with its id
// afterwards, and adds or removes cells through the edit.

#include <string>

#include <feishu/api/docx/v1/models.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/announcement/announcement_edit.hpp>

namespace feishu::emulator {

class state;

namespace detail {

/// A table or grid that is changed.
struct table_target {
    state& tenant;
    announcement_edit& edit;
    std::string const& id;
    docx::v1::model::block& block;
};

FEISHU_DECL result<void> apply(table_target at, docx::v1::model::update_table_property const& operation);
FEISHU_DECL result<void> apply(table_target at, docx::v1::model::insert_table_row const& operation);
FEISHU_DECL result<void> apply(table_target at, docx::v1::model::insert_table_column const& operation);
FEISHU_DECL result<void> apply(table_target at, docx::v1::model::delete_table_rows const& operation);
FEISHU_DECL result<void> apply(table_target at, docx::v1::model::delete_table_columns const& operation);
FEISHU_DECL result<void> apply(table_target at, docx::v1::model::merge_table_cells const& operation);
FEISHU_DECL result<void> apply(table_target at, docx::v1::model::unmerge_table_cells const& operation);
FEISHU_DECL result<void> apply(table_target at, docx::v1::model::insert_grid_column const& operation);
FEISHU_DECL result<void> apply(table_target at, docx::v1::model::delete_grid_column const& operation);
FEISHU_DECL result<void> apply(table_target at,
                               docx::v1::model::update_grid_column_width_ratio const& operation);

} // namespace detail
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/docx/v1/impl/table_operations.ipp>
#endif
