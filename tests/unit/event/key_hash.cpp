// Hashes of the dedup store's keys.

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <boost/test/unit_test.hpp>

#include <feishu/event/impl/key_hash.hpp>

using feishu::detail::hash_of;
using feishu::detail::hash_secret;

BOOST_AUTO_TEST_SUITE(key_hash)

BOOST_AUTO_TEST_CASE(equal_keys_have_equal_hashes_wherever_they_are) {
    std::string const shifted = "-cli_1/im.message.receive_v1/om_1";
    std::string const key = shifted.substr(1);
    BOOST_TEST((hash_of(key) == hash_of(std::string_view(shifted).substr(1))));
}

BOOST_AUTO_TEST_CASE(each_byte_and_the_length_count) {
    std::set<std::pair<std::uint64_t, std::uint64_t>> seen;
    std::size_t keys = 0;
    auto const add = [&](std::string const& key) {
        auto const hash = hash_of(key);
        seen.emplace(hash.low, hash.high);
        ++keys;
    };
    for (std::size_t size = 0; size <= 40; ++size) {
        std::string key(size, '\0');
        add(key);
        for (auto& byte : key)
            for (int bit = 0; bit < 8; ++bit) {
                byte = static_cast<char>(1 << bit);
                add(key);
                byte = '\0';
            }
    }
    BOOST_TEST(seen.size() == keys);
}

BOOST_AUTO_TEST_CASE(both_halves_of_a_hash_differ_from_key_to_key) {
    std::set<std::uint64_t> low, high;
    constexpr std::size_t keys = 100'000;
    for (std::size_t i = 0; i < keys; ++i) {
        auto const hash = hash_of("cli_1/" + std::to_string(i), {1, 2});
        low.insert(hash.low);
        high.insert(hash.high);
    }
    BOOST_TEST(low.size() == keys);
    BOOST_TEST(high.size() == keys);
}

BOOST_AUTO_TEST_CASE(a_hash_depends_on_the_secret) {
    auto const hash = hash_of("cli_1/e1", hash_secret{1, 2});
    BOOST_TEST((hash == hash_of("cli_1/e1", hash_secret{1, 2})));
    BOOST_TEST(!(hash == hash_of("cli_1/e1", hash_secret{1, 3})));
    BOOST_TEST(!(hash == hash_of("cli_1/e1", hash_secret{3, 2})));
}

BOOST_AUTO_TEST_SUITE_END()
