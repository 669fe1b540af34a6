#include <cstring>
#include <set>

#include <boost/json/parse.hpp>
#include <boost/json/parser.hpp>

#include "node.hpp"

namespace codegen {
namespace {

constexpr std::size_t max_depth = 256;

// Boost.JSON judges the text; this finds the places in a text that it accepted.
class locator {
public:
    locator(std::string const& text, diagnostics& wrong) : text_(text), wrong_(wrong) {}

    node whole(std::string const& file) {
        node out;
        out.at = here({file, ""});
        value(out);
        return out;
    }

    place here(place at) {
        blanks();
        at.line = line_;
        at.column = column_;
        return at;
    }

    void advance(std::size_t count) {
        for (; count > 0 && next_ < text_.size(); --count, ++next_) {
            bool const line = text_[next_] == '\n';
            bool const inside = (static_cast<unsigned char>(text_[next_]) & 0xC0) == 0x80; // of a character
            line_ += line ? 1 : 0;
            column_ = line ? 1 : column_ + (inside ? 0 : 1);
        }
    }

private:
    void blanks() {
        while (next_ < text_.size() && std::strchr(" \t\r\n", text_[next_]) != nullptr)
            advance(1);
    }

    // `out.at` is there already.
    void value(node& out) {
        blanks();
        if (text_[next_] == '{')
            map(out);
        else if (text_[next_] == '[')
            list(out);
        else
            scalar(out);
    }

    // Takes `close`, or the comma before the next entry.
    bool ends(char close) {
        blanks();
        if (text_[next_] == ',')
            advance(1);
        blanks();
        if (text_[next_] != close)
            return false;
        advance(1);
        return true;
    }

    void map(node& out) {
        out.type = node::kind::map;
        advance(1);
        std::set<std::string> keys;
        while (!ends('}')) {
            auto const at = here(out.at);
            std::string key(boost::json::parse(token()).as_string());
            blanks();
            advance(1); // the colon
            auto& member = out.members.emplace_back(key).value;
            member.at = at / key;
            value(member);
            if (!keys.insert(key).second) {
                wrong_.add(member.at, "the key \"" + key + "\" stands twice in one object");
                out.members.pop_back();
            }
        }
    }

    void list(node& out) {
        out.type = node::kind::list;
        advance(1);
        while (!ends(']')) {
            auto at = here(out.at) / std::to_string(out.items.size());
            out.items.emplace_back().at = std::move(at);
            value(out.items.back());
        }
    }

    // The text of a string, number, boolean or null.
    std::string token() {
        blanks();
        auto end = next_ + 1;
        if (text_[next_] == '"') {
            while (text_[end] != '"')
                end += text_[end] == '\\' ? 2 : 1;
            ++end;
        } else
            while (end < text_.size() && std::strchr(",]} \t\r\n", text_[end]) == nullptr)
                ++end;
        auto out = text_.substr(next_, end - next_);
        advance(out.size());
        return out;
    }

    void scalar(node& out) {
        out.text = token();
        out.scalar = boost::json::parse(out.text);
        if (out.scalar.is_string()) {
            out.type = node::kind::string;
            out.text = std::string(out.scalar.as_string());
        } else if (out.scalar.is_bool()) {
            out.type = node::kind::boolean;
        } else if (out.scalar.is_number()) {
            out.type = node::kind::number;
        }
    }

    std::string const& text_;
    diagnostics& wrong_;
    std::size_t next_ = 0;
    int line_ = 1;
    int column_ = 1;
};

} // namespace

node read_json(std::string const& file, std::string const& text, diagnostics& wrong) {
    boost::json::parser parser({}, {.max_depth = max_depth});
    boost::system::error_code error;
    auto const taken = parser.write(text, error);
    locator found(text, wrong);
    if (error) {
        found.advance(taken);
        throw spec_error(found.here({file, ""}), "invalid JSON: " + error.message());
    }
    return found.whole(file);
}

} // namespace codegen
