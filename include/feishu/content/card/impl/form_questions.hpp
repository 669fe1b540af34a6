#pragma once
// form_questions: the part of a form that does not depend on the struct: its card, and the reading of submitted values.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/card.hpp>
#include <feishu/content/card/impl/form_member.hpp>
#include <feishu/content/card/impl/form_question.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::card::detail {

class form_questions {
public:
    /// `members` live as long as the program; `initial` is the struct that they are members of.
    FEISHU_DECL form_questions(std::string title, std::span<form_member const> members, void const* initial);

    /// The question for the member at an offset.
    FEISHU_DECL form_question& at(std::ptrdiff_t offset);
    FEISHU_DECL feishu::card::card card() const;
    FEISHU_DECL void tag(boost::json::object const& members);
    /// What was submitted, as the struct at `from` has it.
    FEISHU_DECL feishu::card::card summary(void const* from) const;
    /// Assigns the members of the struct at `to`.
    FEISHU_DECL result<void> read(boost::json::value const& form_value, void* to) const;

    std::string introduction{};
    std::string submit = "Submit";
    std::string cancel{};
    boost::json::object value{};
    boost::json::object cancel_value{};

private:
    std::string title_;
    std::vector<form_question> questions_;
};

} // namespace feishu::card::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/form_questions.ipp>
#endif
