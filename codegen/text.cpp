#include "text.hpp"

#include <algorithm>
#include <sstream>

#include <boost/json/serialize.hpp>

namespace codegen {

std::string string_literal(std::string_view text) {
    return boost::json::serialize(boost::json::string(text.data(), text.size()));
}

std::string comment(std::string_view text, std::string const& indent) {
    if (text.empty())
        return {};
    std::string out;
    std::string line = indent + "///";
    // A backslash at the end of a line would draw the next one into the comment.
    auto const finish = [&] { out += line + (line.ends_with('\\') ? ".\n" : "\n"); };
    std::istringstream words{std::string(text)};
    for (std::string word; words >> word;) {
        if (line.size() + 1 + word.size() > 110) {
            finish();
            line = indent + "///";
        }
        line += " " + word;
    }
    finish();
    return out;
}

// Text of a spec for a comment of one line.
std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return text;
}

std::string comma_list(std::vector<std::string> const& items) {
    std::string out;
    for (auto const& item : items)
        out += (out.empty() ? "" : ", ") + item;
    return out;
}

std::string literal_list(std::vector<std::string> const& items) {
    std::vector<std::string> out;
    for (auto const& item : items)
        out.push_back(string_literal(item));
    return comma_list(out);
}

} // namespace codegen
