#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <feishu/emulator/handlers/docx/v1/impl/block_checks.hpp>
#include <feishu/emulator/handlers/docx/v1/impl/table_operations.hpp>
#include <feishu/emulator/impl/announcement/blocks.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator::detail {

// A table as a matrix; `store` writes it back.
class table_view {
public:
    explicit table_view(docx::v1::model::block& block)
        : table_(block.table ? *block.table : block.table.emplace()) {
        if (!table_.property)
            table_.property.emplace();
        rows = table_.property->row_size.value_or(0);
        columns = table_.property->column_size.value_or(0);
        cells = table_.cells.values();
        spans = table_.property->merge_info.values();
        widths = table_.property->column_width.values();
        cells.resize(at(rows, 0));
        spans.resize(at(rows, 0));
        widths.resize(static_cast<std::size_t>(columns), 100);
    }

    std::size_t at(int row, int column) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(column);
    }
    // Spans that no longer fit are cut.
    void store() {
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                auto& span = spans[at(row, column)];
                span.row_span = (std::clamp)(static_cast<int>(span.row_span.value_or(1)), 1, rows - row);
                span.col_span =
                    (std::clamp)(static_cast<int>(span.col_span.value_or(1)), 1, columns - column);
            }
        table_.property->row_size = rows;
        table_.property->column_size = columns;
        table_.cells = std::move(cells);
        table_.property->merge_info = std::move(spans);
        table_.property->column_width = std::move(widths);
    }
    docx::v1::model::table_property& property() { return *table_.property; }

    int rows = 0;
    int columns = 0;
    std::vector<std::string> cells;
    std::vector<docx::v1::model::table_merge_info> spans;
    std::vector<int> widths;

private:
    docx::v1::model::table& table_;
};

inline bool is_table(table_target const& at) { return at.block.block_type == docx::v1::block_type::table; }
inline bool is_grid(table_target const& at) { return at.block.block_type == docx::v1::block_type::grid; }

// An index that may be -1 for the end. Nothing if it is out of range.
inline std::optional<int> insert_position(int wanted, int size) {
    if (wanted > size)
        return std::nullopt;
    return wanted < 0 ? size : wanted;
}

FEISHU_DECL result<void> apply(table_target at, docx::v1::model::update_table_property const& operation) {
    if (!is_table(at))
        return refuse(1770025);
    table_view table(at.block);
    if (operation.column_width.has_value() != operation.column_index.has_value())
        return refuse(1770001, "column_width and column_index belong together");
    if (operation.column_index) {
        if (*operation.column_index >= table.columns)
            return refuse(1770027);
        table.widths[static_cast<std::size_t>(static_cast<int>(*operation.column_index))] =
            *operation.column_width;
    }
    if (operation.header_row)
        table.property().header_row = operation.header_row;
    if (operation.header_column)
        table.property().header_column = operation.header_column;
    table.store();
    return {};
}

FEISHU_DECL result<void> apply(table_target at, docx::v1::model::insert_table_row const& operation) {
    if (!is_table(at))
        return refuse(1770025);
    table_view table(at.block);
    auto const row = insert_position(*operation.row_index, table.rows);
    if (!row)
        return refuse(1770026);
    if (table.cells.size() + static_cast<std::size_t>(table.columns) > max_table_cells)
        return refuse(1770011);
    for (int column = 0; column < table.columns; ++column) {
        auto const index = table.at(*row, column);
        table.cells.insert(table.cells.begin() + static_cast<std::ptrdiff_t>(index),
                           add_cell(at.tenant, at.edit, at.id, index));
        table.spans.insert(table.spans.begin() + static_cast<std::ptrdiff_t>(index), {{}, {}});
    }
    ++table.rows;
    table.store();
    return {};
}

FEISHU_DECL result<void> apply(table_target at, docx::v1::model::insert_table_column const& operation) {
    if (!is_table(at))
        return refuse(1770025);
    table_view table(at.block);
    auto const column = insert_position(*operation.column_index, table.columns);
    if (!column)
        return refuse(1770027);
    if (static_cast<std::size_t>(table.columns) >= max_table_columns)
        return refuse(1770010);
    if (table.cells.size() + static_cast<std::size_t>(table.rows) > max_table_cells)
        return refuse(1770011);
    ++table.columns;
    for (int row = 0; row < table.rows; ++row) {
        auto const index = table.at(row, *column);
        table.cells.insert(table.cells.begin() + static_cast<std::ptrdiff_t>(index),
                           add_cell(at.tenant, at.edit, at.id, index));
        table.spans.insert(table.spans.begin() + static_cast<std::ptrdiff_t>(index), {{}, {}});
    }
    table.widths.insert(table.widths.begin() + *column, 100);
    table.store();
    return {};
}

// Removes the cells of a rectangle, from the last one.
inline void remove_cells(table_target& at, table_view& table, std::pair<int, int> rows,
                         std::pair<int, int> columns) {
    for (int row = rows.second; row-- > rows.first;)
        for (int column = columns.second; column-- > columns.first;) {
            auto const index = static_cast<std::ptrdiff_t>(table.at(row, column));
            at.edit.remove(table.cells[static_cast<std::size_t>(index)]);
            table.cells.erase(table.cells.begin() + index);
            table.spans.erase(table.spans.begin() + index);
        }
}

FEISHU_DECL result<void> apply(table_target at, docx::v1::model::delete_table_rows const& operation) {
    if (!is_table(at))
        return refuse(1770025);
    table_view table(at.block);
    int const first = *operation.row_start_index;
    int const last = *operation.row_end_index;
    if (first < 0 || last <= first || last > table.rows)
        return refuse(1770026);
    if (last - first == table.rows)
        return refuse(1770024, "a table has at least one row");
    remove_cells(at, table, {first, last}, {0, table.columns});
    table.rows -= last - first;
    table.store();
    return {};
}

FEISHU_DECL result<void> apply(table_target at, docx::v1::model::delete_table_columns const& operation) {
    if (!is_table(at))
        return refuse(1770025);
    table_view table(at.block);
    int const first = *operation.column_start_index;
    int const last = *operation.column_end_index;
    if (first < 0 || last <= first || last > table.columns)
        return refuse(1770027);
    if (last - first == table.columns)
        return refuse(1770024, "a table has at least one column");
    remove_cells(at, table, {0, table.rows}, {first, last});
    table.widths.erase(table.widths.begin() + first, table.widths.begin() + last);
    table.columns -= last - first;
    table.store();
    return {};
}

// Cells from (row, column) to before (row_end, column_end).
struct rectangle {
    int row;
    int column;
    int row_end;
    int column_end;

    bool contains(rectangle const& other) const {
        return other.row >= row && other.column >= column && other.row_end <= row_end &&
               other.column_end <= column_end;
    }
    bool meets(rectangle const& other) const {
        return other.row < row_end && row < other.row_end && other.column < column_end &&
               column < other.column_end;
    }
};

FEISHU_DECL result<void> apply(table_target at, docx::v1::model::merge_table_cells const& operation) {
    if (!is_table(at))
        return refuse(1770025);
    table_view table(at.block);
    rectangle const wanted{*operation.row_start_index, *operation.column_start_index,
                           *operation.row_end_index, *operation.column_end_index};
    if (wanted.row < 0 || wanted.row_end <= wanted.row || wanted.row_end > table.rows)
        return refuse(1770026);
    if (wanted.column < 0 || wanted.column_end <= wanted.column || wanted.column_end > table.columns)
        return refuse(1770027);
    // Each area of merged cells contains the new one, or is apart from it.
    for (int row = 0; row < table.rows; ++row)
        for (int column = 0; column < table.columns; ++column) {
            auto& span = table.spans[table.at(row, column)];
            rectangle const merged{row, column, row + span.row_span.value_or(1),
                                   column + span.col_span.value_or(1)};
            bool const single = merged.row_end - row == 1 && merged.column_end - column == 1;
            if (single || !merged.meets(wanted))
                continue;
            if (!merged.contains(wanted))
                return refuse(1770024, "the cells overlap merged ones");
            span = {.row_span = 1, .col_span = 1};
        }
    table.spans[table.at(wanted.row, wanted.column)] = {.row_span = wanted.row_end - wanted.row,
                                                        .col_span = wanted.column_end - wanted.column};
    table.store();
    return {};
}

FEISHU_DECL result<void> apply(table_target at, docx::v1::model::unmerge_table_cells const& operation) {
    if (!is_table(at))
        return refuse(1770025);
    table_view table(at.block);
    if (*operation.row_index < 0 || *operation.row_index >= table.rows)
        return refuse(1770026);
    if (*operation.column_index < 0 || *operation.column_index >= table.columns)
        return refuse(1770027);
    table.spans[table.at(*operation.row_index, *operation.column_index)] = {.row_span = 1, .col_span = 1};
    table.store();
    return {};
}

// Columns of equal width.
inline void resize_grid(table_target& at) {
    auto const columns = at.edit.find(at.id)->children;
    for (auto const& id : columns) {
        auto column = read_block(*at.edit.find(id));
        column.grid_column =
            docx::v1::model::grid_column{.width_ratio = 100 / static_cast<int>(columns.size())};
        at.edit.change(id).content = write_block(std::move(column));
    }
    at.block.grid = docx::v1::model::grid{.column_size = static_cast<int>(columns.size())};
}

FEISHU_DECL result<void> apply(table_target at, docx::v1::model::insert_grid_column const& operation) {
    if (!is_grid(at))
        return refuse(1770025);
    auto const size = at.edit.find(at.id)->children.size();
    auto const column = insert_position(*operation.column_index, static_cast<int>(size));
    if (*operation.column_index == 0)
        return refuse(1770001, "column_index");
    if (!column)
        return refuse(1770027);
    if (size >= max_grid_columns)
        return refuse(1770012);
    add_grid_column(at.tenant, at.edit, at.id, static_cast<std::size_t>(*column), 0);
    resize_grid(at);
    return {};
}

FEISHU_DECL result<void> apply(table_target at, docx::v1::model::delete_grid_column const& operation) {
    if (!is_grid(at))
        return refuse(1770025);
    auto const columns = at.edit.find(at.id)->children;
    int const wanted = *operation.column_index;
    if (wanted >= static_cast<int>(columns.size()))
        return refuse(1770027);
    if (columns.size() <= 2)
        return refuse(1770024, "a grid has at least two columns");
    at.edit.remove(wanted < 0 ? columns.back() : columns[static_cast<std::size_t>(wanted)]);
    resize_grid(at);
    return {};
}

FEISHU_DECL result<void> apply(table_target at,
                               docx::v1::model::update_grid_column_width_ratio const& operation) {
    if (!is_grid(at))
        return refuse(1770025);
    auto const columns = at.edit.find(at.id)->children;
    auto const& ratios = *operation.width_ratios;
    int sum = 0;
    for (int const ratio : ratios)
        sum = ratio < 1 || ratio > 99 ? 1000 : (std::min)(sum + ratio, 1000);
    if (ratios.size() != columns.size() || sum > 100)
        return refuse(1770001, "width_ratios");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto column = read_block(*at.edit.find(columns[i]));
        column.grid_column = docx::v1::model::grid_column{.width_ratio = ratios[i]};
        at.edit.change(columns[i]).content = write_block(std::move(column));
    }
    return {};
}

} // namespace feishu::emulator::detail
