#pragma once
// The rules of a whole card: between its elements, and of the members that its structs do not describe.

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

class card_checker final : public visitor {
public:
    void enter(component const& c, feishu::detail::field_path const& at) override;
    void leave(component const& c, feishu::detail::field_path const& at) override;
    void on_text(boost::json::object const& text, std::string_view owner,
                 feishu::detail::field_path const& at) override;
    void on_member(member const& m, feishu::detail::field_path const& at) override;

    /// The counts of the whole card, after the walk.
    void finish();

    violations errors;  ///< what the platform refuses
    violations notices; ///< what it does not document, or accepts and does not display

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
    std::size_t markdown_tables_ = 0;                                      // of texts without translations, or before them
    std::map<std::string, std::ptrdiff_t, std::less<>> tables_by_language_; // more or fewer than that
    std::size_t containers_ = 0;
    std::size_t forms_ = 0; // that are open
    std::size_t open_ = 0;  // elements around
    bool submits_ = false;  // a button of the form that is open
    std::set<std::string_view> element_ids_;
    std::set<std::string_view> audio_ids_;
    std::set<std::string_view> names_;
    std::set<std::string_view> styles_; // names of custom sizes and colors
};


} // namespace feishu::card::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/card_checker.ipp>
#endif
