#pragma once
// Shared by the tests of cards.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/content/card.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace cards {

namespace card = feishu::card;

inline boost::json::value json(std::string_view text) {
    return boost::json::parse(boost::json::string_view(text.data(), text.size()));
}

/// A card with these elements.
template <class... E>
card::card with(E... elements) {
    return {.body = {.elements = {card::element(std::move(elements))...}}};
}

/// A form with the elements and a submit button.
template <class... E>
card::form_container form_of(E... elements) {
    return {.name = "form",
            .elements = {card::element(std::move(elements))...,
                         card::element(card::button{.form_action_type = card::form_action::submit, .name = "submit"})}};
}

/// The card as it is sent, unescaped.
inline std::string document(card::card const& of) { return feishu::field::json_text(of).document(); }

/// Validation finds nothing.
inline void accepts(card::card const& value) {
    for (auto const& problem : feishu::field::json_text(value).problems())
        BOOST_ERROR("refused: " + problem.field + " " + problem.message());
}

/// Validation finds this and nothing else.
inline void refuses(card::card const& value, std::string_view field, std::string_view message) {
    feishu::field::json_text const content = value;
    BOOST_TEST(content.problems().size() == 1u);
    bool found = false;
    for (auto const& problem : content.problems()) {
        found = found || (problem.field == field && problem.message() == message);
        BOOST_TEST_MESSAGE("problem: " + problem.field + " " + problem.message());
    }
    BOOST_TEST(found, "expected: " << field << " " << message);
    if (!found)
        for (auto const& problem : content.problems())
            BOOST_ERROR("found instead: " + problem.field + " " + problem.message());
}

/// The element is valid, becomes this JSON at both levels, and is read back as the same struct.
template <class E>
void travels(E const& value, std::string_view literal) {
    card::element const element = value;
    BOOST_TEST(element.tag() == E::tag);
    feishu::violations found;
    element.append_problems(feishu::detail::field_path{}, found, {});
    for (auto const& problem : found)
        BOOST_ERROR("refused: " + problem.field + " " + problem.message());

    auto const written = feishu::json::to_string(element);
    BOOST_TEST(json(written) == json(literal));
    std::string embedded;
    feishu::json::write<card::element, feishu::json::level::embedded>(embedded, element);
    BOOST_TEST(feishu::field::json_text::escaped_content({}, embedded, {}).document() == written);

    auto const read = feishu::json::read<card::element>(literal);
    BOOST_REQUIRE(read.has_value());
    BOOST_REQUIRE(read->template get_if<E>() != nullptr);
    BOOST_TEST(json(feishu::json::to_string(*read)) == json(literal)); // as it was read
    BOOST_TEST(feishu::json::to_string(card::element(*read->template get_if<E>())) == written);
}

} // namespace cards
