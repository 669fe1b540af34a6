#pragma once

#include <feishu/content/card/impl/form_question.hpp>

namespace feishu::card::detail {

FEISHU_DECL std::vector<form_option> options_of(form_question const& question) {
    if (!question.options.empty())
        return question.options;
    std::vector<form_option> out;
    for (auto const name : question.member->enumerators)
        out.push_back({.value = std::string(name)});
    return out;
}

FEISHU_DECL bool needed(form_question const& question) {
    auto const& member = *question.member;
    bool const list = member.input == form_input::choices || member.input == form_input::lines ||
                      member.input == form_input::people;
    return !member.optional && (!list || member.min > 0);
}

FEISHU_DECL bool has_menu(form_question const& question) {
    return !question.options.empty() || !question.member->enumerators.empty();
}

} // namespace feishu::card::detail
