#include "catalog.hpp"

#include <algorithm>
#include <numeric>

#include <boost/json/parse.hpp>

#include <feishu/api/all.hpp>
#include <feishu/core/impl/utf8.hpp>

#include "problem.hpp"

namespace cli {
namespace {

// How many insertions, deletions and replacements make `b` of `a`.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto before = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto const replaced = before + (a[i - 1] == b[j - 1] ? 0 : 1);
            before = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}

endpoint_text const* text_of(std::string_view id) {
    auto const all = endpoint_texts();
    auto const at = std::ranges::lower_bound(all, id, {}, &endpoint_text::id);
    return at != all.end() && at->id == id ? &*at : nullptr;
}

} // namespace

boost::json::object entry::describe() const {
    return boost::json::parse({text->json.data(), text->json.size()}).get_object();
}

std::vector<entry> entries() {
    std::vector<entry> out;
    for (std::size_t at = 0; at < feishu::all::size; ++at)
        if (auto const* text = text_of(feishu::all::specs[at]->id))
            out.push_back({at, feishu::all::specs[at], text});
    return out;
}

entry find_entry(std::string_view id) {
    auto const at = feishu::all::find(id);
    auto const* text = text_of(id);
    if (at != feishu::route_match::npos && text != nullptr)
        return {at, feishu::all::specs[at], text};
    std::vector<std::string_view> ids;
    for (auto const& one : endpoint_texts())
        ids.push_back(one.id);
    throw usage_error("no endpoint is named " + std::string(feishu::utf8::prefix(id, 100)) +
                      did_you_mean(id, ids) + ": feishu list shows all");
}

std::string_view closest(std::string_view name, std::span<std::string_view const> candidates) {
    name = feishu::utf8::prefix(name, 100);
    std::string_view best;
    auto least = name.size() / 3 + 1;
    for (auto const candidate : candidates)
        if (auto const d = distance(name, candidate); d < least || (d == least && best.empty())) {
            least = d;
            best = candidate;
        }
    return best;
}

std::string did_you_mean(std::string_view name, std::span<std::string_view const> candidates) {
    auto const best = closest(name, candidates);
    return best.empty() ? "" : " (did you mean " + std::string(best) + "?)";
}

} // namespace cli
