#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include <boost/json/value.hpp>

#include <feishu/content/card/check.hpp>
#include <feishu/content/card/impl/card_checker.hpp>
#include <feishu/content/card/impl/card_document.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/validate.hpp>

namespace feishu::card {
namespace detail {

inline finding found(severity how, violation const& problem) {
    return {.severity = how, .path = problem.field, .message = problem.message()};
}

inline bool contains(violations const& all, violation const& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace detail

FEISHU_DECL std::vector<finding> check(card const& value) {
    std::vector<finding> out;
    auto const errors = feishu::check(value);
    for (auto const& problem : errors)
        out.push_back(detail::found(severity::error, problem));
    for (auto const& problem : feishu::check(value, {.closed_enums = true})) // values that are read stay open
        if (!detail::contains(errors, problem))
            out.push_back(detail::found(severity::notice, problem));
    auto const document = detail::document_of(value);
    for (auto const& problem : detail::check_document(document).notices)
        out.push_back(detail::found(severity::notice, problem));
    return out;
}

FEISHU_DECL std::vector<finding> check(std::string_view json) {
    auto value = read(json);
    if (!value)
        return {{.severity = severity::error, .path = value.error().field, .message = value.error().message}};
    std::vector<finding> out;
    if (json.size() > max_rich_content_bytes)
        out.push_back(detail::found(severity::error,
                                    {.rule = rule::max_bytes,
                                     .limit = static_cast<std::int64_t>(max_rich_content_bytes),
                                     .actual = static_cast<std::int64_t>(json.size())}));
    for (auto& one : check(*value))
        out.push_back(std::move(one));
    return out;
}

} // namespace feishu::card
