#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/content/card.hpp>
#include <feishu/content/card/impl/walk.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::card {
namespace detail {

inline constexpr std::size_t max_elements = 200;
inline constexpr std::size_t max_tables = 5;
inline constexpr std::size_t max_containers = 5; // inside one another

inline bool is_container(std::string_view tag) {
    return tag == form::tag || tag == column_set::tag || tag == interactive_container::tag ||
           tag == collapsible_panel::tag;
}

// Letters, digits and `_`, a letter first.
inline bool is_element_id(std::string_view id) {
    auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    for (char const c : id)
        if (!letter(c) && !(c >= '0' && c <= '9') && c != '_')
            return false;
    return id.empty() || letter(id.front());
}

// The rules that hold between the elements of a card.
class card_checker final : public visitor {
public:
    explicit card_checker(violations& found) : found_(found) {}

    void enter(component const& c, feishu::detail::field_path const& at) override {
        ++elements_;
        check_id(c.element_id, at);
        check_place(c, at);
        check_name(c, at);
        if (!c.audio_id.empty() && !audio_ids_.insert(c.audio_id).second)
            report(at, "audio_id", "is the audio_id of an earlier element");
        if (c.tag == form::tag) {
            submits_ = false;
            ++forms_;
        }
        submits_ = submits_ || c.submits;
        ++open_;
        if (is_container(c.tag) && ++containers_ > max_containers)
            report(at, {}, "is inside more than " + std::to_string(max_containers - 1) + " other containers");
    }

    void leave(component const& c, feishu::detail::field_path const& at) override {
        --open_;
        if (is_container(c.tag))
            --containers_;
        if (c.tag != form::tag)
            return;
        --forms_;
        if (!submits_)
            report(at, "elements", "need a button whose form_action_type is submit");
    }

    void on_text(text const& value, feishu::detail::field_path const& at) override {
        ++elements_;
        if (value.element_id)
            check_id(value.element_id->str(), at);
    }

    void finish() {
        if (elements_ > max_elements)
            found_.add({.field = "body.elements",
                        .rule = rule::max_items,
                        .limit = static_cast<std::int64_t>(max_elements),
                        .actual = static_cast<std::int64_t>(elements_)});
        if (tables_ > max_tables)
            found_.add("body.elements", "hold " + std::to_string(tables_) + " tables, at most " +
                                            std::to_string(max_tables) + " are allowed");
    }

private:
    bool in_form() const { return forms_ != 0; }

    void report(feishu::detail::field_path const& at, std::string_view field, std::string_view words) {
        feishu::detail::report(
            found_, at, violation{.field = std::string(field), .rule = rule::other, .text = std::string(words)});
    }

    void check_id(std::string_view id, feishu::detail::field_path const& at) {
        if (!is_element_id(id))
            report(at, "element_id", "must be of letters, digits and _, a letter first");
        if (!id.empty() && !element_ids_.insert(id).second)
            report(at, "element_id", "is the element_id of an earlier element");
    }

    void check_place(component const& c, feishu::detail::field_path const& at) {
        if (c.tag == table::tag)
            ++tables_;
        if ((c.tag == form::tag || c.tag == table::tag) && open_ != 0)
            report(at, {}, "is inside another element: it must stand in the card's body itself");
        if (c.form_only && !in_form())
            report(at, {}, "chooses several outside a form: that works only inside one");
        if (c.acts_on_form && !in_form())
            report(at, "form_action_type", "is of a button outside a form");
    }

    // Submitted values come by name.
    void check_name(component const& c, feishu::detail::field_path const& at) {
        bool const named = c.tag == form::tag || (c.takes_name && in_form());
        if (named && c.name.empty() && c.tag != form::tag)
            feishu::detail::report(found_, at, violation{.field = "name", .rule = rule::required});
        else if (named && !names_.insert(c.name).second)
            report(at, "name", "is the name of an earlier element");
    }

    violations& found_;
    std::size_t elements_ = 0;
    std::size_t tables_ = 0;
    std::size_t containers_ = 0;
    std::size_t forms_ = 0; // that are open
    std::size_t open_ = 0;  // elements around
    bool submits_ = false;  // a button of the form that is open
    std::set<std::string_view> element_ids_;
    std::set<std::string_view> audio_ids_;
    std::set<std::string_view> names_;
};

// One line an element: tag, name, id, and the first words in it.
class outliner final : public visitor {
public:
    void enter(component const& c, feishu::detail::field_path const&) override {
        if (!out_.empty())
            out_ += '\n';
        out_.append(2 * depth_++, ' ');
        append(c.tag.empty() ? "element without a tag" : c.tag);
        if (!c.name.empty()) {
            out_ += ' ';
            append(c.name);
        }
        if (!c.element_id.empty()) {
            out_ += " #";
            append(c.element_id);
        }
        has_words_ = false;
        if (!c.content.empty())
            words(c.content);
    }
    void leave(component const&, feishu::detail::field_path const&) override {
        --depth_;
        has_words_ = true; // what follows belongs to nobody
    }
    void on_text(text const& value, feishu::detail::field_path const&) override {
        if (!has_words_ && !value.content.empty())
            words(value.content);
    }

    std::string take() && { return std::move(out_); }

private:
    void words(std::string_view text) {
        out_ += ": ";
        append(text);
        has_words_ = true;
    }

    // On one line and not too long; a character is not cut in half.
    void append(std::string_view text) {
        constexpr std::size_t most = 80;
        std::size_t size = text.size();
        if (size > most)
            for (size = most; size > 0 && utf8::detail::is_tail(text[size]);)
                --size;
        for (char const c : text.substr(0, size))
            out_ += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
        if (size < text.size())
            out_ += "…";
    }

    std::string out_;
    std::size_t depth_ = 0;
    bool has_words_ = false;
};

} // namespace detail

FEISHU_DECL void rules(card const& value, violations& found) {
    if (value.schema != "2.0")
        found.add("schema", "must be 2.0; cards of JSON 1.0 are sent as card::raw");
    detail::card_checker checker(found);
    detail::walk(value, feishu::detail::field_path{}, checker);
    checker.finish();
}

FEISHU_DECL card::operator field::json_text() const {
    std::string literal;
    json::write<card, json::level::embedded>(literal, *this);
    return field::json_text::typed(msg_type, std::move(literal), feishu::check(*this).take());
}

FEISHU_DECL card patchable(card from) {
    if (!from.config)
        from.config.emplace();
    from.config->update_multi = true;
    return from;
}

FEISHU_DECL result<card> read(std::string_view json) {
    card value;
    value.schema.clear();
    if (auto done = json::read_into(value, json, {.strict = true}); !done)
        return std::move(done).error();
    if (value.schema == "2.0")
        return value;
    error e;
    e.kind = error_kind::decode;
    e.field = "schema";
    e.message = "schema is not 2.0: this is not a card of JSON 2.0";
    return e;
}

FEISHU_DECL std::string outline(card const& of) {
    detail::outliner lines;
    if (of.header) {
        feishu::detail::field_path const at{};
        lines.enter({.tag = "header"}, at);
        lines.on_text(of.header->title.value(), at);
        if (of.header->subtitle)
            lines.on_text(*of.header->subtitle, at);
        lines.leave({}, at);
    }
    detail::walk(of.body, feishu::detail::field_path{}, lines);
    return std::move(lines).take();
}

} // namespace feishu::card
