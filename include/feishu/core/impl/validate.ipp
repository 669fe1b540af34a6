#pragma once

#include <cmath>

#include <boost/json/value.hpp>

#include <feishu/core/validate.hpp>

namespace feishu::detail {

FEISHU_DECL void check_json(boost::json::value const& value, field_path const& at, violations& found) {
    if (auto const* text = value.if_string()) {
        check_utf8({text->data(), text->size()}, at, found);
    } else if (auto const* number = value.if_double()) {
        if (!std::isfinite(*number))
            report(found, at, violation{.rule = rule::other, .text = "is not a finite number"});
    } else if (auto const* array = value.if_array()) {
        std::size_t index = 0;
        for (auto const& item : *array)
            check_json(item, field_path{&at, {}, index++}, found);
    } else if (auto const* object = value.if_object()) {
        check_json(*object, at, found);
    }
}

FEISHU_DECL void check_json(boost::json::object const& value, field_path const& at, violations& found) {
    for (auto const& member : value) {
        std::string_view const key{member.key().data(), member.key().size()};
        check_utf8(key, at, found);
        check_json(member.value(), field_path{&at, key}, found);
    }
}

// Servers limit the header fields of a part, which have it twice, the second time percent-encoded.
inline constexpr std::size_t max_file_name_bytes = 1024;

FEISHU_DECL void check_upload(field::upload const& file, field_path const& at, violations& found) {
    std::string problem = file.source() ? "" : "has no source: use feishu::from_path or feishu::from_bytes";
    auto const size = file.source() ? file.source()->size(problem) : 0;
    if (problem.empty() && size == 0)
        problem = "is empty";
    if (!problem.empty())
        report(found, at, violation{.rule = rule::other, .text = std::move(problem)});
    check_utf8(file.file_name(), at, found);
    if (file.file_name().size() > max_file_name_bytes)
        report(found, at, violation{.rule = rule::other, .text = "has a file name of more than 1024 bytes"});
}

FEISHU_DECL error validation_error(std::string_view endpoint_id, violations found) {
    error e;
    e.kind = error_kind::validation;
    e.endpoint = endpoint_id;
    e.field = found[0].field;
    e.message = found[0].field + " " + found[0].message();
    e.violations = std::move(found).take();
    return e;
}

} // namespace feishu::detail
