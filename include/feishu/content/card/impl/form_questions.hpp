#pragma once
// form_questions: the part of a form that does not depend on the struct: its card, and the reading of submitted values.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/card.hpp>
#include <feishu/content/card/impl/form_member.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::card {

/// A choice in a form.
struct form_option {
    std::string value{};
    std::string text{}; ///< what is displayed; empty: the value
};

namespace detail {

/// A member as it is asked for.
struct form_question {
    form_member const* member = nullptr;
    std::string label{};
    std::string placeholder{};
    std::vector<form_option> options{};
    form_answer initial{};
};

class form_questions {
public:
    /// `members` live as long as the program; `initial` is the struct that they are members of.
    FEISHU_DECL form_questions(std::string title, std::span<form_member const> members, void const* initial);

    /// The question for the member at an offset.
    FEISHU_DECL form_question& at(std::ptrdiff_t offset);
    FEISHU_DECL feishu::card::card card() const;
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

} // namespace detail
} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/form_questions.ipp>
#endif
