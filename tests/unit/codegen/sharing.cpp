// Structs of a header that are the same are one struct.

#include "spec.hpp"

using namespace test;

namespace {

std::string object_of(std::string const& properties, std::string const& description = "") {
    return R"({"type":"object","description":")" + description + R"(","properties":{)" + properties + "}}";
}

std::string const named = R"("name":{"type":"string","description":"A name."})";

std::size_t count(std::string const& text, std::string const& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

std::string responses(std::string const& properties) {
    return R"("responses":{"200":{"content":{"application/json":{"schema":)" + data(properties) + "}}}}";
}

// Two operations with these members of their responses.
std::string two(std::string const& first, std::string const& second) {
    auto const operation = [](std::string const& id, std::string const& properties) {
        return R"({"operationId":"x.v1.y.)" + id + R"(",)" + responses(properties) + "}";
    };
    return document(R"("paths":{"/open-apis/x/v1/y":{"get":)" + operation("get", first) + R"(,"post":)" +
                    operation("send", second) + "}}");
}

} // namespace

BOOST_AUTO_TEST_SUITE(sharing)

BOOST_AUTO_TEST_CASE(the_second_of_two_nested_structs_that_are_the_same_is_an_alias) {
    auto const made = reply(R"("owner":)" + object_of(named) + R"(,"users":{"type":"array","items":)" +
                             object_of(named) + "}");
    BOOST_TEST(has(made, "struct owner_data { /// A name. std::string name; };"));
    BOOST_TEST(has(made, "using user = send::response::owner_data;"));
    BOOST_TEST(has(made, "std::vector<user> users;"));
    BOOST_TEST(count(made, "BOOST_DESCRIBE_STRUCT(send::response::owner_data, ") == 1u);
    BOOST_TEST(count(made, "user::name") == 0u);
}

BOOST_AUTO_TEST_CASE(what_is_inside_of_an_alias_is_not_written_again) {
    auto const outer = object_of(R"("inner":)" + object_of(named));
    auto const made = reply(R"("a":)" + outer + R"(,"b":)" + outer);
    BOOST_TEST(has(made, "using b_data = send::response::a_data;"));
    BOOST_TEST(count(made, "struct inner_data") == 1u);
    BOOST_TEST(count(made, "inner_data, (), (name))") == 1u);
}

BOOST_AUTO_TEST_CASE(structs_around_shared_ones_are_shared) {
    auto const outer = object_of(R"("inner":)" + object_of(named));
    auto const made = reply(R"("first":)" + object_of(named) + R"(,"a":)" + outer + R"(,"b":)" + outer);
    BOOST_TEST(has(made, "using inner_data = send::response::first_data;"));
    BOOST_TEST(has(made, "using b_data = send::response::a_data;"));
}

BOOST_AUTO_TEST_CASE(an_alias_has_its_own_doc_comment) {
    auto const made =
        reply(R"("a":)" + object_of(named, "The first.") + R"(,"b":)" + object_of(named, "The other."));
    BOOST_TEST(has(made, "/// The other. using b_data = send::response::a_data;"));
}

BOOST_AUTO_TEST_CASE(structs_whose_members_are_described_in_other_words_are_not_the_same) {
    auto const made = reply(R"("a":)" + object_of(named) + R"(,"b":)" +
                             object_of(R"("name":{"type":"string","description":"Another name."})"));
    BOOST_TEST(has(made, "struct b_data { /// Another name. std::string name; };"));
}

BOOST_AUTO_TEST_CASE(structs_with_other_wire_names_are_not_the_same) {
    auto const made = reply(R"("a":)" + object_of(R"("b":{"type":"string"})") + R"(,"c":)" +
                             object_of(R"("x-b":{"type":"string","x-feishu-name":"b"})"));
    BOOST_TEST(has(made, "struct c_data { static constexpr std::string_view wire_name("));
}

BOOST_AUTO_TEST_CASE(what_is_sent_and_what_is_received_are_not_the_same) {
    auto const object = object_of(R"("a":{"$ref":"#/components/schemas/e"})");
    auto const made = header(document(
        R"("paths":{"/open-apis/x/v1/y":{"post":{"operationId":"x.v1.y.send","requestBody":{"content":{"application/json":
        {"schema":{"type":"object","properties":{"m":)" +
        object + R"(}}}}},)" + responses(R"("m":)" + object) +
        R"(}}},"components":{"schemas":{"e":{"type":"string","enum":["k"]}}})"));
    BOOST_TEST(count(made, "struct m_data") == 2u);
}

BOOST_AUTO_TEST_CASE(responses_stay_types_of_their_own) {
    auto const made = header(two(named, named));
    BOOST_TEST(count(made, "struct response {") == 2u);
}

BOOST_AUTO_TEST_CASE(what_responses_contain_is_shared) {
    auto const made = header(two(R"("a":)" + object_of(named), R"("a":)" + object_of(named)));
    BOOST_TEST(has(made, "struct response { using a_data = get::response::a_data; a_data a; };"));
}

BOOST_AUTO_TEST_CASE(structs_without_members_stay_their_own) {
    auto const made = header(two("", ""));
    BOOST_TEST(count(made, "struct response {") == 2u);
}

BOOST_AUTO_TEST_CASE(a_struct_whose_name_means_something_else_is_named_in_full) {
    auto const made =
        header(two(R"("a":)" + object_of(named), R"("get":{"type":"integer"},"b":)" + object_of(named)));
    BOOST_TEST(has(made, "using b_data = ::feishu::x::v1::y::get::response::a_data;"));
}

BOOST_AUTO_TEST_SUITE_END()
