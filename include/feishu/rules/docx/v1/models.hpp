#pragma once
// Validation rules across the fields of blocks and of changes to them.

#include <feishu/core/violation.hpp>
#include <feishu/generated/docx/v1/models.hpp>

namespace feishu::docx::v1::model {

constexpr void rules(text_element const& element, violations& found) {
    int const kinds = element.text_run.has_value() + element.mention_user.has_value() +
                      element.mention_doc.has_value() + element.reminder.has_value() +
                      element.file.has_value() + element.undefined.has_value() +
                      element.inline_block.has_value() + element.equation.has_value();
    if (kinds != 1)
        found.add("text_run", "or exactly one other kind of text must be given");
}

constexpr void rules(block_update const& change, violations& found) {
    int const changes = change.update_text_elements.has_value() + change.update_text_style.has_value() +
                        change.update_table_property.has_value() + change.insert_table_row.has_value() +
                        change.insert_table_column.has_value() + change.delete_table_rows.has_value() +
                        change.delete_table_columns.has_value() + change.merge_table_cells.has_value() +
                        change.unmerge_table_cells.has_value() + change.insert_grid_column.has_value() +
                        change.delete_grid_column.has_value() +
                        change.update_grid_column_width_ratio.has_value() + change.replace_image.has_value() +
                        change.replace_file.has_value() + change.update_text.has_value() +
                        change.update_task.has_value();
    if (changes != 1)
        found.add("update_text_elements", "or exactly one other change must be given");
    if (!change.block_id || change.block_id->empty())
        found.add("block_id", "is required: it says which block to change");
}

constexpr void rules(delete_table_rows const& change, violations& found) {
    if (change.row_end_index.present() && *change.row_end_index <= *change.row_start_index)
        found.add("row_end_index", "must be greater than row_start_index");
}

constexpr void rules(delete_table_columns const& change, violations& found) {
    if (change.column_end_index.present() && *change.column_end_index <= *change.column_start_index)
        found.add("column_end_index", "must be greater than column_start_index");
}

constexpr void rules(merge_table_cells const& change, violations& found) {
    if (change.row_end_index.present() && *change.row_end_index <= *change.row_start_index)
        found.add("row_end_index", "must be greater than row_start_index");
    if (change.column_end_index.present() && *change.column_end_index <= *change.column_start_index)
        found.add("column_end_index", "must be greater than column_start_index");
}

} // namespace feishu::docx::v1::model
