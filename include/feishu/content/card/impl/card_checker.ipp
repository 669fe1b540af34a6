#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <system_error>

#include <boost/json/array.hpp>

#include <feishu/content/card/behavior.hpp>
#include <feishu/content/card/card_config.hpp>
#include <feishu/content/card/containers.hpp>
#include <feishu/content/card/display_elements.hpp>
#include <feishu/content/card/header.hpp>
#include <feishu/content/card/impl/card_checker.hpp>
#include <feishu/content/card/impl/card_values.hpp>
#include <feishu/content/card/interactive.hpp>

namespace feishu::card::detail {

inline constexpr std::size_t max_elements = 200;
inline constexpr std::size_t max_tables = 5;
inline constexpr std::size_t max_markdown_tables = 4; // in one markdown element
inline constexpr std::size_t max_containers = 5;      // inside one another

inline bool is_container(std::string_view tag) {
    return tag == form_container::tag || tag == column_set::tag || tag == interactive_container::tag ||
           tag == collapsible_panel::tag;
}

inline bool takes_name(component const& c) {
    return c.type != nullptr && c.tag != form_container::tag &&
           std::ranges::any_of(c.type->members, [](auto const& m) { return m.name == "name"; });
}

inline bool is_multi_select(component const& c) {
    auto const* const several = c.json.if_contains("multi_select");
    return c.tag.starts_with("multi_select_") ||
           (c.tag == select_img::tag && several != nullptr && *several == boost::json::value(true));
}

// Letters, digits and `_`, beginning with a letter.
inline bool is_element_id(std::string_view id) {
    auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    for (char const c : id)
        if (!letter(c) && !(c >= '0' && c <= '9') && c != '_')
            return false;
    return id.empty() || letter(id.front());
}

FEISHU_DECL void card_checker::report(violations& to, feishu::detail::field_path const& at, std::string_view field,
                                      std::string_view text) {
    feishu::detail::report(to, at,
                           violation{.field = std::string(field), .rule = rule::other, .text = std::string(text)});
}

FEISHU_DECL void card_checker::enter(component const& c, feishu::detail::field_path const& at) {
    ++elements_;
    check_id(string_member(c.json, "element_id"), at);
    check_tag(c, at);
    check_undescribed(c, at);
    check_place(c, at);
    check_name(c, at);
    check_displayed(c, at);
    count_tables(c, at);
    auto const audio_id = c.tag == audio::tag ? string_member(c.json, "audio_id") : std::string_view();
    if (!audio_id.empty() && !audio_ids_.insert(audio_id).second)
        report(errors, at, "audio_id", "is the audio_id of an earlier element");
    if (c.tag == form_container::tag) {
        submits_ = false;
        ++forms_;
    }
    submits_ = submits_ || (c.tag == button::tag && (string_member(c.json, "form_action_type") == "submit" ||
                                                     string_member(c.json, "action_type") == "form_submit"));
    ++open_;
    if (is_container(c.tag) && ++containers_ > max_containers)
        report(errors, at, {}, "is inside more than " + std::to_string(max_containers - 1) + " other containers");
}

FEISHU_DECL void card_checker::leave(component const& c, feishu::detail::field_path const& at) {
    --open_;
    if (is_container(c.tag))
        --containers_;
    if (c.tag != form_container::tag)
        return;
    --forms_;
    if (!submits_)
        report(errors, at, "elements", "need a button whose form_action_type is submit");
}

FEISHU_DECL void card_checker::on_text(boost::json::object const& text, std::string_view owner,
                                       feishu::detail::field_path const& at) {
    ++elements_;
    check_id(string_member(text, "element_id"), at);
    auto const tag = string_member(text, "tag");
    bool const is_title = at.name == "title" || at.name == "subtitle";
    bool const plain_only = (owner == button::tag && at.name == "text") || at.name == "placeholder" ||
                            at.name == "label" || at.name == "alt" || at.name == "hover_tips" ||
                            at.name == "disabled_tips";
    if (tag == "markdown" && owner.empty() && is_title)
        report(notices, at, "tag", "is markdown; documented are plain_text and lark_md");
    else if (tag == "markdown" && !(owner == collapsible_panel::tag && is_title))
        report(errors, at, "tag", "must be plain_text or lark_md");
    else if (tag == "lark_md" && owner == button::tag && at.name == "text")
        report(errors, at, "tag", "must be plain_text");
    else if (tag == "lark_md" && plain_only)
        report(notices, at, "tag", "is lark_md; documented is plain_text");
    else if (tag.empty())
        report(notices, at, "tag", "is not given; documented are plain_text and lark_md");
}

FEISHU_DECL void card_checker::finish() {
    if (elements_ > max_elements)
        errors.add({.field = "body.elements",
                    .rule = rule::max_items,
                    .limit = static_cast<std::int64_t>(max_elements),
                    .actual = static_cast<std::int64_t>(elements_)});
    auto const default_count = static_cast<std::ptrdiff_t>(tables_ + markdown_tables_);
    auto most = default_count;
    for (auto const& [language, difference] : tables_by_language_)
        most = (std::max)(most, default_count + difference);
    if (most > static_cast<std::ptrdiff_t>(max_tables))
        errors.add("body.elements", "contain " + std::to_string(most) + " tables, at most " + std::to_string(max_tables) +
                                        " are allowed");
}

FEISHU_DECL void card_checker::check_id(std::string_view id, feishu::detail::field_path const& at) {
    if (!is_element_id(id))
        report(errors, at, "element_id", "must consist of letters, digits and _, beginning with a letter");
    if (!id.empty() && !element_ids_.insert(id).second)
        report(errors, at, "element_id", "is the element_id of an earlier element");
}

FEISHU_DECL void card_checker::check_tag(component const& c, feishu::detail::field_path const& at) {
    if (c.tag == "action" || c.tag == "note")
        report(errors, at, "tag", "is " + std::string(c.tag) + ", which JSON 2.0 withdrew");
    else if (c.tag.empty())
        report(errors, at, "tag", "is required");
    else if (c.type == nullptr)
        report(notices, at, "tag", "is \"" + std::string(c.tag) + "\", which this library does not know");
}

FEISHU_DECL void card_checker::check_place(component const& c, feishu::detail::field_path const& at) {
    if (c.tag == table::tag)
        ++tables_;
    if ((c.tag == form_container::tag || c.tag == table::tag) && open_ != 0)
        report(errors, at, {}, "is inside another element; it must be a direct child of the card body");
    if (c.tag == chart::tag && in_form())
        report(notices, at, {}, "is a chart inside a form, which is not documented");
    if (is_multi_select(c) && !in_form())
        report(errors, at, {}, "multi-select is only allowed inside a form");
    if (c.tag == button::tag && !string_member(c.json, "form_action_type").empty() && !in_form())
        report(errors, at, "form_action_type", "is only allowed inside a form");
}

// Submitted values are identified by name.
FEISHU_DECL void card_checker::check_name(component const& c, feishu::detail::field_path const& at) {
    bool const in_this_form = takes_name(c) && in_form();
    if (!in_this_form && c.tag != form_container::tag)
        return;
    auto const name = string_member(c.json, "name");
    if (name.empty()) {
        if (in_this_form)
            feishu::detail::report(errors, at, violation{.field = "name", .rule = rule::required});
    } else if (!names_.insert(name).second) {
        report(errors, at, "name", "is the name of an earlier element");
    }
}

// Validates the fields of an element in an undescribed member, which typed validation does not reach.
FEISHU_DECL void card_checker::check_undescribed(component const& c, feishu::detail::field_path const& at) {
    if (!c.undescribed || c.type == nullptr)
        return;
    element read;
    read.assign_json(c.json);
    read.append_problems(at, errors, {});
}

FEISHU_DECL void card_checker::check_displayed(component const& c, feishu::detail::field_path const& at) {
    auto const at_most = [&](std::string_view list, std::size_t limit) {
        auto const* const value = c.json.if_contains(list);
        auto const* const items = value != nullptr ? value->if_array() : nullptr;
        if (items != nullptr && items->size() > limit)
            report(notices, at, list,
                   "has " + std::to_string(items->size()) + " items; only " + std::to_string(limit) +
                       " are displayed");
    };
    if (c.tag == table::tag)
        at_most("columns", 50);
    if (c.tag != img_combination::tag)
        return;
    auto const mode = string_member(c.json, "combination_mode");
    at_most("img_list", mode == "double" ? 2 : mode == "triple" ? 3 : mode == "bisect" ? 6 : 9);
}

FEISHU_DECL void card_checker::count_tables(component const& c, feishu::detail::field_path const& at) {
    if (c.tag != markdown::tag)
        return;
    auto const own = count_markdown_tables(string_member(c.json, "content"));
    if (own > max_markdown_tables)
        report(notices, at, "content",
               "has " + std::to_string(own) + " tables; clients display " + std::to_string(max_markdown_tables) +
                   " in one element");
    markdown_tables_ += own;
    auto const* const translated = c.json.if_contains("i18n_content");
    if (translated == nullptr || !translated->is_object())
        return;
    for (auto const& entry : translated->get_object())
        if (auto const* const text = entry.value().if_string())
            tables_by_language_[std::string(view(entry.key()))] +=
                static_cast<std::ptrdiff_t>(count_markdown_tables(view(*text))) - static_cast<std::ptrdiff_t>(own);
}

// Members that JSON 2.0 is known to have withdrawn.
struct withdrawn_member {
    json::binding const* owner; // null: the card itself
    std::string_view name;
    std::string_view text;
};

inline std::string_view withdrawn(member const& m, bool top) {
    static constexpr std::string_view reason = "was withdrawn in JSON 2.0";
    static constexpr withdrawn_member table[] = {
        {nullptr, "elements", "must be in body in JSON 2.0"},
        {nullptr, "i18n_elements", "was withdrawn in JSON 2.0; texts have i18n_content"},
        {nullptr, "i18n_header", "was withdrawn in JSON 2.0; texts have i18n_content"},
        {nullptr, "fallback", reason},
        {&json::binding_of<config>, "wide_screen_mode", "was withdrawn in JSON 2.0; use width_mode"},
    };
    for (auto const& one : table)
        if (one.name == m.name && (one.owner == nullptr ? top : one.owner == m.owner))
            return one.text;
    return {};
}

FEISHU_DECL void card_checker::on_member(member const& m, feishu::detail::field_path const& at) {
    bool const top = at.parent != nullptr && at.parent->parent == nullptr;
    if (auto const reason = withdrawn(m, top); !reason.empty())
        return report(errors, at, {}, reason);
    collect_styles(m);
    if (m.value.is_null() || !check_kind(m, at))
        return;
    if (m.described == nullptr)
        return check_unknown(m, at);
    check_color(m, at);
    if (m.owner == &json::binding_of<header> && m.name == "text_tag_list" && m.value.is_array() &&
        m.value.get_array().size() > 3)
        report(notices, at, {},
               "has " + std::to_string(m.value.get_array().size()) + " items; only 3 are displayed");
    if (m.name == "header" && top && m.value.is_object() && !m.value.get_object().contains("title"))
        report(notices, at, "title", "is not given");
    auto const* const text = m.value.if_string();
    if (text == nullptr)
        return;
    if (m.name == "margin" || m.name == "padding" || m.name.ends_with("_spacing"))
        check_lengths(view(*text), m.name == "margin" ? -99 : 0, at, errors, notices);
    else if (m.name == "url" || m.name.ends_with("_url"))
        check_scheme(view(*text), at, notices);
}

FEISHU_DECL bool card_checker::check_kind(member const& m, feishu::detail::field_path const& at) {
    if (m.described == nullptr)
        return true;
    auto const& type = leaf(*m.described->type);
    switch (fit_of(type, m.value)) {
    case fit::exact: return true;
    case fit::converted:
        report(notices, at, {},
               "is " + std::string(kind_of_json(m.value)) + "; documented is " + std::string(type.kind));
        return true;
    default:
        report(errors, at, {}, "must be " + std::string(type.kind) + misfit_detail(m.value));
        return false;
    }
}

FEISHU_DECL void card_checker::check_unknown(member const& m, feishu::detail::field_path const& at) {
    if (m.owner == nullptr || (m.name == "tag" && !m.owner->constant.empty()))
        return; // the object is unknown, or the tag is that of its type
    auto const of = m.owner_tag.empty() ? std::string_view() : m.owner_tag;
    report(notices, at, {},
           of.empty() ? std::string("is not documented here")
                      : "is not documented for " + std::string(of));
}

FEISHU_DECL void card_checker::check_color(member const& m, feishu::detail::field_path const& at) {
    auto const* const text = m.value.if_string();
    if (text == nullptr || text->empty())
        return;
    if ((m.name == "text_color" || m.name == "background_color" || m.name == "border_color" ||
         m.name == "fill_color") &&
        !is_color(view(*text)) && !styles_.contains(view(*text)))
        report(notices, at, {}, "is \"" + std::string(view(*text)) + "\", which is not a documented color");
    if (m.name == "text_size" && !is_text_size(view(*text)) && !styles_.contains(view(*text)))
        report(notices, at, {}, "is \"" + std::string(view(*text)) + "\", which is not a documented text size");
}

// Collects the names of custom sizes and colors before they are used: this library writes config before body.
FEISHU_DECL void card_checker::collect_styles(member const& m) {
    if (m.owner != &json::binding_of<style> || !m.value.is_object())
        return;
    for (auto const& entry : m.value.get_object())
        styles_.insert(view(entry.key()));
}

} // namespace feishu::card::detail
