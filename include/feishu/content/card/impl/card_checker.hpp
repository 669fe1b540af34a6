#pragma once
// card_checker: the rules across the elements of a card, and those for members that its structs do not
// describe.

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/content/card/impl/walk.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/core/violation.hpp>

namespace feishu::card::detail {

/// Collects violations during a walk through a card.
class card_checker final : public visitor {
public:
    FEISHU_DECL void enter(component const& c, feishu::detail::field_path const& at) override;
    FEISHU_DECL void leave(component const& c, feishu::detail::field_path const& at) override;
    FEISHU_DECL void on_text(boost::json::object const& text, std::string_view owner,
                             feishu::detail::field_path const& at) override;
    FEISHU_DECL void on_member(member const& m, feishu::detail::field_path const& at) override;

    /// Checks the counts of the whole card, after the walk.
    void finish();

    violations errors;  ///< what the platform rejects
    violations notices; ///< what is undocumented, or accepted but not displayed

private:
    static void report(violations& to, feishu::detail::field_path const& at, std::string_view field,
                       std::string_view text);
    bool in_form() const { return forms_ != 0; }

    void check_id(std::string_view id, feishu::detail::field_path const& at);
    void check_tag(component const& c, feishu::detail::field_path const& at);
    void check_place(component const& c, feishu::detail::field_path const& at);
    void check_name(component const& c, feishu::detail::field_path const& at);
    void check_undescribed(component const& c, feishu::detail::field_path const& at);
    void check_displayed(component const& c, feishu::detail::field_path const& at);
    void count_tables(component const& c, feishu::detail::field_path const& at);
    bool check_kind(member const& m, feishu::detail::field_path const& at);
    void check_unknown(member const& m, feishu::detail::field_path const& at);
    void check_color(member const& m, feishu::detail::field_path const& at);
    void collect_styles(member const& m);

    std::size_t elements_ = 0;
    std::size_t tables_ = 0;
    std::size_t markdown_tables_ = 0;                                      // in the default language
    std::map<std::string, std::ptrdiff_t, std::less<>> tables_by_language_; // difference to that, by language
    std::size_t containers_ = 0;
    std::size_t forms_ = 0; // enclosing forms
    std::size_t open_ = 0;  // enclosing elements
    bool submits_ = false;  // whether the current form has a submit button
    std::set<std::string_view> element_ids_;
    std::set<std::string_view> audio_ids_;
    std::set<std::string_view> names_;
    std::set<std::string_view> styles_; // names of custom sizes and colors
};


} // namespace feishu::card::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/card_checker.ipp>
#endif
