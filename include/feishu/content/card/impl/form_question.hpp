#pragma once
// form_question: a member of a struct as a form asks for it.

#include <string>
#include <vector>

#include <feishu/content/card/impl/form_member.hpp>
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

inline constexpr std::string_view submit_name = "_submit"; // no member's wire name ends up here by accident
inline constexpr std::string_view cancel_name = "_cancel";

/// Whether a form without a value for it is refused.
FEISHU_DECL bool needed(form_question const& question);
/// Whether it is a menu.
FEISHU_DECL bool has_menu(form_question const& question);
/// The choices of the menu.
FEISHU_DECL std::vector<form_option> options_of(form_question const& question);

} // namespace detail
} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/form_question.ipp>
#endif
