#include "text.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

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

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto const replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
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
