#pragma once
// read_answer: the value of a form's question, from what was submitted.

#include <optional>

#include <boost/json/value.hpp>

#include <feishu/content/card/impl/form_question.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/violation.hpp>

namespace feishu::card::detail {

/// Nothing, with a violation, if the value is refused. `submitted` is null if there is none.
FEISHU_DECL std::optional<form_answer> read_answer(form_question const& question,
                                                   boost::json::value const* submitted, violations& found);

} // namespace feishu::card::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/form_reader.ipp>
#endif
