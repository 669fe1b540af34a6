// Signatures and encryption of pushed events.

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/event/impl/crypto.hpp>

namespace crypto = feishu::event_crypto;

namespace {

crypto::iv const first_block{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

} // namespace

BOOST_AUTO_TEST_SUITE(event_crypto)

BOOST_AUTO_TEST_CASE(the_documented_vector_is_decrypted) {
    BOOST_TEST(crypto::decrypt("test key", "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=").value() ==
               "hello world");
}

BOOST_AUTO_TEST_CASE(decryption_is_the_inverse_of_encryption_for_every_length) {
    std::string plain;
    for (int i = 0; i < 50; ++i) {
        plain += static_cast<char>(i);
        BOOST_TEST(crypto::decrypt("k", crypto::encrypt("k", plain, first_block)).value() == plain);
    }
}

BOOST_AUTO_TEST_CASE(decryption_with_another_key_fails) {
    BOOST_TEST(!crypto::decrypt("other", crypto::encrypt("k", R"({"a":1})", first_block)).has_value());
}

BOOST_AUTO_TEST_CASE(invalid_ciphertext_is_rejected_without_a_reason) {
    auto const good = crypto::encrypt("k", "0123456789abcdef", first_block);
    for (std::string const& bad :
         {std::string(), std::string("===="), std::string("AAAA"), good.substr(4),
          good.substr(0, good.size() - 4), good.substr(0, good.size() - 1), " " + good.substr(1), good + "\n",
          std::string("a=bc") + good, std::string(64, 'A'), "\xff" + good.substr(1)}) {
        auto const refused = crypto::decrypt("k", bad);
        BOOST_REQUIRE(!refused.has_value());
        BOOST_TEST(refused.error().message == "the event cannot be decrypted");
    }
}

BOOST_AUTO_TEST_CASE(the_signature_is_sha256_over_time_nonce_key_and_body) {
    BOOST_TEST(crypto::signature("a", "b", "c", "") ==
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // of "abc", FIPS 180
    BOOST_TEST(crypto::signature("", "", "ab", "c") == crypto::signature("a", "b", "c", ""));
}

BOOST_AUTO_TEST_CASE(the_signature_of_a_legacy_card_callback_is_sha1) {
    BOOST_TEST(crypto::card_signature("a", "b", "c", "") == "a9993e364706816aba3e25717850c26c9cd0d89d");
}

BOOST_AUTO_TEST_CASE(equal_compares_whole_texts) {
    BOOST_TEST(crypto::equal("", ""));
    BOOST_TEST(crypto::equal("abc", "abc"));
    BOOST_TEST(!crypto::equal("abc", "abd"));
    BOOST_TEST(!crypto::equal("abc", "ab"));
}

BOOST_AUTO_TEST_SUITE_END()
