#include "card.hpp"

#include <feishu/content/card.hpp>
#include <feishu/content/card/check.hpp>

#include "problem.hpp"

namespace cli {

card_report check_card(std::string_view json) {
    card_report out;
    for (auto const& one : feishu::card::check(json)) {
        bool const error = one.severity == feishu::card::severity::error;
        out.valid = out.valid && !error;
        out.text += std::string(error ? "error   " : "notice  ") +
                    (one.path.empty() ? "the card" : one.path) + " " + one.message + "\n";
    }
    if (out.text.empty())
        out.text = "nothing to complain about\n";
    return out;
}

std::string outline_card(std::string_view json) {
    auto const card = feishu::card::read(json);
    if (!card)
        throw usage_error("not a card: " + card.error().message);
    auto out = feishu::card::outline(*card);
    return out.ends_with('\n') ? out : out + '\n';
}

} // namespace cli
