#pragma once

#include <string>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

#include <feishu/bot/incoming.hpp>
#include <feishu/json/read.hpp>

namespace feishu {

FEISHU_DECL std::string_view incoming::arguments() const {
    constexpr std::string_view space = " \t\r\n";
    std::string_view rest = text_;
    auto const end = rest.find_first_of(space);
    rest.remove_prefix(end == rest.npos ? rest.size() : end);
    auto const first = rest.find_first_not_of(space);
    return first == rest.npos ? std::string_view() : rest.substr(first);
}

namespace detail {

/// Collects what a card shows, whatever the version of its format: the texts of its members that hold text.
class card_text_reader {
public:
    explicit card_text_reader(std::string& out) : out_(out) {}

    void read(boost::json::value const& value, bool shown) {
        if (auto const* text = value.if_string()) {
            if (shown)
                add({text->data(), text->size()});
        } else if (auto const* list = value.if_array()) {
            for (auto const& one : *list)
                read(one, shown);
        } else if (auto const* object = value.if_object()) {
            for (auto const& member : *object)
                read(member.value(), is_text(member.key()) || (shown && is_container(member.key())));
        }
    }

private:
    static bool is_text(std::string_view name) {
        for (auto const one : {"title", "subtitle", "text", "content", "placeholder"})
            if (name == one)
                return true;
        return false;
    }
    static bool is_container(std::string_view name) { return name == "elements" || name == "fields"; }

    void add(std::string_view line) {
        if (line.empty())
            return;
        if (!out_.empty())
            out_ += '\n';
        out_ += line;
    }

    std::string& out_;
};

} // namespace detail

FEISHU_DECL std::string card_text(card_content const& card) {
    std::string out;
    if (auto const document = json::read<boost::json::value>(card.document))
        detail::card_text_reader(out).read(*document, false);
    return out;
}

} // namespace feishu
