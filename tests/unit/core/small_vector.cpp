#include <feishu/core/impl/small_vector.hpp>

#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace {

using numbers = feishu::detail::small_vector<int, 4>;

numbers up_to(int count) {
    numbers out;
    for (int i = 0; i < count; ++i)
        out.push_back(i);
    return out;
}

std::vector<int> values(numbers const& of) { return {of.begin(), of.end()}; }

std::vector<int> counted(int count) {
    std::vector<int> out(static_cast<std::size_t>(count));
    std::iota(out.begin(), out.end(), 0);
    return out;
}

bool is_inside(numbers const& of) {
    auto const* const object = reinterpret_cast<char const*>(&of);
    auto const* const data = reinterpret_cast<char const*>(of.data());
    return data >= object && data < object + sizeof of;
}

BOOST_AUTO_TEST_SUITE(small_vector)

BOOST_AUTO_TEST_CASE(the_first_values_are_inside_and_more_of_them_outside) {
    for (int const count : {0, 1, 4, 5, 8, 9, 1000}) {
        auto const some = up_to(count);
        BOOST_TEST(values(some) == counted(count));
        BOOST_TEST(some.empty() == (count == 0));
        BOOST_TEST(is_inside(some) == (count <= 4));
    }
}

BOOST_AUTO_TEST_CASE(values_are_appended_at_once_however_many) {
    feishu::detail::small_vector<char, 4> text;
    std::string expected;
    for (std::size_t const size : {3u, 0u, 1u, 100u}) {
        std::string const part(size, 'e');
        text.append(part.data(), part.size());
        expected += part;
        BOOST_TEST(std::string_view(text.data(), text.size()) == expected);
    }
    text.append(nullptr, 0);
    BOOST_TEST(text.size() == expected.size());
}

BOOST_AUTO_TEST_CASE(values_are_removed_from_anywhere) {
    for (int const count : {4, 40}) {
        auto some = up_to(count);
        some.pop_back();
        some.erase(1, 2);
        auto expected = counted(count - 1);
        expected.erase(expected.begin() + 1, expected.begin() + 3);
        BOOST_TEST(values(some) == expected);
        BOOST_TEST(some.back() == expected.back());
        some.erase(0, some.size());
        BOOST_TEST(some.empty());
    }
}

BOOST_AUTO_TEST_CASE(clearing_keeps_the_memory) {
    auto some = up_to(100);
    auto const* const before = some.data();
    some.clear();
    for (int i = 0; i < 100; ++i)
        some.push_back(i);
    BOOST_TEST(some.data() == before);
    BOOST_TEST(values(some) == counted(100));
}

BOOST_AUTO_TEST_CASE(a_copy_is_independent) {
    for (int const count : {0, 3, 30}) {
        auto const original = up_to(count);
        for (int const before : {0, 2, 50}) {
            auto copy = up_to(before);
            copy = original;
            copy.push_back(7);
            BOOST_TEST(copy.size() == original.size() + 1);
            BOOST_TEST(values(original) == counted(count));
        }
        numbers const made(original);
        BOOST_TEST(values(made) == counted(count));
    }
}

BOOST_AUTO_TEST_CASE(a_moved_vector_is_empty_and_can_be_used_again) {
    for (int const count : {0, 3, 30})
        for (int const before : {0, 2, 50}) {
            auto original = up_to(count);
            auto moved = up_to(before);
            moved = std::move(original);
            BOOST_TEST(values(moved) == counted(count));
            BOOST_TEST(original.empty());
            for (int i = 0; i < 6; ++i)
                original.push_back(i);
            BOOST_TEST(values(original) == counted(6));
            BOOST_TEST(values(numbers(std::move(original))) == counted(6));
        }
}

BOOST_AUTO_TEST_CASE(an_assignment_to_itself_changes_nothing) {
    for (int const count : {3, 30}) {
        auto some = up_to(count);
        auto& same = some;
        some = same;
        BOOST_TEST(values(some) == counted(count));
        some = std::move(same);
        BOOST_TEST(values(some) == counted(count));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
