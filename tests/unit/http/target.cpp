#include <feishu/http/target.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/core/validate.hpp>

namespace {

namespace field = feishu::field;
namespace im = feishu::im::v1;
using feishu::http::target_of;

enum class rank { low = 1 };
BOOST_DESCRIBE_ENUM(rank, low)
constexpr bool feishu_wire_is_number(rank) { return true; }

struct everything {
    static constexpr feishu::endpoint_spec spec{
        .id = "x.v1.thing.get",
        .path = "/open-apis/x/v1/:first/things/:second",
        .query = {"text", "flag", "number", "bounded", "real", "when", "kind", "level", "maybe", "ids", "names",
                  "operator"},
        .tokens = feishu::token::tenant,
    };
    field::required<std::string> first;
    std::int64_t second = 7;
    std::string text{};
    bool flag = false;
    int number = -1;
    field::number<int, 1, 50> bounded = 20;
    double real = 1.5;
    feishu::unix_seconds when{};
    feishu::open<feishu::user_id_type> kind{};
    feishu::open<rank> level = rank::low;
    std::optional<std::string> maybe{};
    field::list<feishu::open_id, 0, 9> ids{};
    std::optional<std::vector<std::string>> names{};
    std::string operator_{};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(everything, (),
                      (first, second, text, flag, number, bounded, real, when, kind, level, maybe, ids, names, operator_))
BOOST_DESCRIBE_STRUCT(everything::response, (), ())

std::string encoded(std::string_view text) {
    std::string out;
    feishu::http::append_encoded(out, text);
    return out;
}

BOOST_AUTO_TEST_SUITE(target)

BOOST_AUTO_TEST_CASE(only_unreserved_characters_stand_for_themselves) {
    std::string const unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    for (int c = 0; c < 256; ++c) {
        std::string const text(1, static_cast<char>(c));
        constexpr char hex[] = "0123456789ABCDEF";
        std::string const percent{'%', hex[c >> 4], hex[c & 15]};
        BOOST_TEST(encoded(text) == (unreserved.find(text) != std::string::npos ? text : percent));
    }
}

BOOST_AUTO_TEST_CASE(utf8_is_encoded_byte_by_byte) { BOOST_TEST(encoded("a 报/?") == "a%20%E6%8A%A5%2F%3F"); }

struct mapped {
    static constexpr feishu::endpoint_spec spec{.id = "x.v1.thing.get",
                                                .path = "/open-apis/x/v1/things/:thing-id",
                                                .query = {"x-rate", "x-names"},
                                                .tokens = feishu::token::tenant};
    static constexpr std::string_view wire_name(std::string_view member) {
        return member == "thing_id" ? "thing-id" : member == "rate" ? "x-rate" : member == "names" ? "x-names" : member;
    }
    field::required<std::string> thing_id;
    int rate = 3;
    field::list<std::string, 0, 9> names{};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(mapped, (), (thing_id, rate, names))
BOOST_DESCRIBE_STRUCT(mapped::response, (), ())

BOOST_AUTO_TEST_CASE(parameters_go_by_their_mapped_names) {
    BOOST_TEST(target_of(mapped{.thing_id = "a", .names = {"b", "c"}}) ==
               "/open-apis/x/v1/things/a?x-rate=3&x-names=b&x-names=c");
    auto const found = feishu::check(mapped{.thing_id = ""});
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].field == "thing-id");
}

BOOST_AUTO_TEST_CASE(placeholders_are_replaced_by_their_values) {
    BOOST_TEST(target_of(im::message::reply{.message_id = "om_1", .content = "{}"}) ==
               "/open-apis/im/v1/messages/om_1/reply");
    BOOST_TEST(target_of(im::message::delete_{.message_id = "om_1"}) == "/open-apis/im/v1/messages/om_1");
}

BOOST_AUTO_TEST_CASE(a_path_parameter_cannot_leave_its_segment) {
    BOOST_TEST(target_of(im::message::delete_{.message_id = "a/../b?c#d%"}) ==
               "/open-apis/im/v1/messages/a%2F..%2Fb%3Fc%23d%25");
}

BOOST_AUTO_TEST_CASE(every_type_of_parameter_has_its_text) {
    everything const request{.first = "a b",
                             .text = "x&y=z",
                             .flag = true,
                             .when = feishu::unix_seconds(1'700'000'000),
                             .kind = feishu::user_id_type::union_id,
                             .maybe = "",
                             .ids = {"ou_1", "ou_2"},
                             .names = std::vector<std::string>{"n"},
                             .operator_ = "o"};
    BOOST_TEST(target_of(request) ==
               "/open-apis/x/v1/a%20b/things/7?text=x%26y%3Dz&flag=true&number=-1&bounded=20&real=1.5&when=1700000000"
               "&kind=union_id&level=1&maybe=&ids=ou_1&ids=ou_2&names=n&operator=o");
}

BOOST_AUTO_TEST_CASE(absent_parameters_are_omitted) {
    BOOST_TEST(target_of(everything{.first = "a"}) ==
               "/open-apis/x/v1/a/things/7?text=&flag=false&number=-1&bounded=20&real=1.5&level=1&operator=");
}

BOOST_AUTO_TEST_CASE(a_request_without_a_query_has_no_question_mark) {
    BOOST_TEST(target_of(im::message::update{.message_id = "om_1", .content = "{}"}) ==
               "/open-apis/im/v1/messages/om_1");
}

BOOST_AUTO_TEST_CASE(a_list_request_has_all_it_was_given) {
    im::message::list request{.container_id_type = "chat", .container_id = "oc_1"};
    BOOST_TEST(target_of(request) == "/open-apis/im/v1/messages?container_id_type=chat&container_id=oc_1"
                                     "&sort_type=ByCreateTimeAsc&page_size=20");
    request.start_time = feishu::unix_seconds(5);
    request.page_token = "a+b/c==";
    BOOST_TEST(target_of(request) == "/open-apis/im/v1/messages?container_id_type=chat&container_id=oc_1"
                                     "&start_time=5&sort_type=ByCreateTimeAsc&page_size=20"
                                     "&page_token=a%2Bb%2Fc%3D%3D");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
