#include <feishu/core/error.hpp>

#include <chrono>
#include <sstream>
#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/core/impl/describe.hpp>

namespace {

using feishu::errc;
using feishu::error;
using feishu::error_kind;
using feishu::rule;

BOOST_AUTO_TEST_SUITE(error_text)

BOOST_AUTO_TEST_CASE(a_validation_error_names_the_endpoint_and_every_field) {
    error const e{.kind = error_kind::validation,
                  .message = "user_id_list has 201 items, at most 200 are allowed",
                  .endpoint = "im.v1.message.urgent_app",
                  .field = "user_id_list",
                  .violations = {{.field = "user_id_list", .rule = rule::max_items, .limit = 200, .actual = 201},
                                 {.field = "message_id", .rule = rule::min_characters, .limit = 1}}};
    BOOST_TEST(e.to_string() == "validation error in im.v1.message.urgent_app: "
                                "user_id_list has 201 items, at most 200 are allowed\n"
                                "  also: message_id must not be empty");
}

BOOST_AUTO_TEST_CASE(a_transport_error_is_one_line) {
    error const e{.kind = error_kind::transport, .message = "connection refused", .endpoint = "im.v1.message.get"};
    BOOST_TEST(e.to_string() == "transport error in im.v1.message.get: connection refused");
}

BOOST_AUTO_TEST_CASE(a_timeout_is_one_line) {
    error const e{.kind = error_kind::timeout, .message = "no reply within 30 s"};
    BOOST_TEST(e.to_string() == "timeout error: no reply within 30 s");
}

BOOST_AUTO_TEST_CASE(an_http_error_says_the_status) {
    error const e{.kind = error_kind::http, .message = "HTTP status 502: bad", .http_status = 502, .log_id = "L1"};
    BOOST_TEST(e.to_string() == "http error: HTTP status 502: bad\n  HTTP status: 502\n  log id: L1");
}

BOOST_AUTO_TEST_CASE(an_api_error_says_everything_that_helps) {
    error const e{.kind = error_kind::api,
                  .code = 230002,
                  .message = "Bot/User can NOT be out of the chat.",
                  .http_status = 400,
                  .endpoint = "im.v1.message.create",
                  .field = "receive_id",
                  .log_id = "20240101",
                  .troubleshooter = "https://open.feishu.cn/search?log_id=20240101"};
    BOOST_TEST(e.to_string() == "api error in im.v1.message.create: code 230002 (bot_not_in_chat): "
                                "Bot/User can NOT be out of the chat.\n"
                                "  field: receive_id\n"
                                "  what to do: " + std::string(e.advice()) + "\n"
                                "  HTTP status: 400\n"
                                "  log id: 20240101\n"
                                "  troubleshooter: https://open.feishu.cn/search?log_id=20240101");
}

BOOST_AUTO_TEST_CASE(the_sub_code_of_a_content_error_is_read_from_its_message) {
    error e{.kind = error_kind::api,
            .code = 230099,
            .message = "Failed to create card content, ext=ErrCode: 200621; ErrMsg: parse card json err; "
                       "ErrPath: ROOT -> body -> elements -> [0](tag: markdown); ErrorValue: x"};
    feishu::detail::read_sub_code(e);
    BOOST_TEST(e.sub_code == 200621);
    BOOST_TEST(e.sub_path == "ROOT -> body -> elements -> [0](tag: markdown)");
    BOOST_TEST(e.advice() == "Check the card's JSON: a property is unknown or malformed.");
    BOOST_TEST(e.to_string().find("\n  sub-code: 200621 at ROOT -> body") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(messages_without_a_sub_code_have_none) {
    for (char const* message : {"", "ErrCode:", "ErrCode: ; ErrPath: a", "ErrCode: x; ErrPath: a", "bad content",
                                "ErrCode: 99999999999; ErrPath: a"}) {
        error e{.kind = error_kind::api, .code = 230099, .message = message};
        feishu::detail::read_sub_code(e);
        BOOST_TEST(e.sub_code == 0);
        BOOST_TEST(e.sub_path == "");
    }
    error other{.kind = error_kind::api, .code = 230002, .message = "ErrCode: 200621; ErrPath: a"};
    feishu::detail::read_sub_code(other);
    BOOST_TEST(other.sub_code == 0);
    error batch{.kind = error_kind::api, .code = 11246, .message = "ErrCode: 100290"};
    feishu::detail::read_sub_code(batch);
    BOOST_TEST(batch.sub_code == 100290);
}

BOOST_AUTO_TEST_CASE(a_pause_that_the_platform_asks_for_is_named) {
    error const e{.kind = error_kind::http, .message = "slow down", .retry_after = std::chrono::seconds(2)};
    BOOST_TEST(e.to_string() == "http error: slow down\n  retry after: 2000 ms");
}

BOOST_AUTO_TEST_CASE(an_unknown_code_is_given_as_its_number) {
    error const e{.kind = error_kind::api, .code = 1, .message = "odd", .http_status = 200};
    BOOST_TEST(e.to_string() == "api error: code 1: odd");
}

BOOST_AUTO_TEST_CASE(an_auth_error_says_the_code) {
    error const e{.kind = error_kind::auth, .code = 2, .message = "app secret invalid"};
    BOOST_TEST(e.to_string() == "auth error: code 2: app secret invalid");
}

BOOST_AUTO_TEST_CASE(a_decode_error_says_the_field) {
    error const e{.kind = error_kind::decode,
                  .message = "items[2].deleted: expected true or false, got a list",
                  .field = "items[2].deleted"};
    BOOST_TEST(e.to_string() == "decode error: items[2].deleted: expected true or false, got a list\n"
                                "  field: items[2].deleted");
}

BOOST_AUTO_TEST_CASE(a_canceled_call_is_one_line) {
    error const e{.kind = error_kind::canceled, .message = "the call was canceled"};
    BOOST_TEST(e.to_string() == "canceled error: the call was canceled");
}

BOOST_AUTO_TEST_CASE(an_error_streams_as_its_text) {
    error const e{.kind = error_kind::timeout, .message = "late"};
    std::ostringstream out;
    out << e;
    BOOST_TEST(out.str() == e.to_string());
}

BOOST_AUTO_TEST_CASE(every_kind_has_its_own_name) {
    for (auto const& [value, name] : feishu::reflect::enumerators<error_kind>)
        BOOST_TEST(feishu::to_string(static_cast<error_kind>(value)) == name);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(error_meaning)

BOOST_AUTO_TEST_CASE(a_code_is_compared_with_its_symbol) {
    error const e{.kind = error_kind::api, .code = 230002};
    BOOST_TEST((e.symbol() == errc::bot_not_in_chat));
}

BOOST_AUTO_TEST_CASE(every_symbol_is_in_the_table_under_its_name) {
    struct {
        errc code;
        char const* name;
    } const table[] = {
        {errc::invalid_parameter, "invalid_parameter"},   {errc::bot_not_in_chat, "bot_not_in_chat"},
        {errc::permission_denied, "permission_denied"},   {errc::rate_limited, "rate_limited"},
        {errc::token_missing, "token_missing"},           {errc::tenant_token_invalid, "tenant_token_invalid"},
        {errc::app_token_invalid, "app_token_invalid"},   {errc::user_token_invalid, "user_token_invalid"},
        {errc::token_wrong_kind, "token_wrong_kind"},
    };
    for (auto const& [code, name] : table) {
        auto const* info = feishu::find_errc(static_cast<int>(code));
        BOOST_TEST_REQUIRE(info != nullptr);
        BOOST_TEST(info->symbol == name);
        BOOST_TEST(!info->advice.empty());
    }
}

BOOST_AUTO_TEST_CASE(an_unknown_code_has_no_advice) {
    BOOST_TEST(feishu::find_errc(1) == nullptr);
    BOOST_TEST(feishu::find_errc(0) == nullptr);
    BOOST_TEST((error{.kind = error_kind::api, .code = 1}.advice().empty()));
}

BOOST_AUTO_TEST_CASE(an_error_is_retryable_when_the_same_request_may_succeed_later) {
    struct {
        error e;
        bool retryable;
    } const table[] = {
        {{.kind = error_kind::validation}, false},
        {{.kind = error_kind::decode}, false},
        {{.kind = error_kind::canceled}, false},
        {{.kind = error_kind::transport}, true},
        {{.kind = error_kind::timeout}, true},
        {{.kind = error_kind::http, .http_status = 404}, false},
        {{.kind = error_kind::http, .http_status = 429}, true},
        {{.kind = error_kind::http, .http_status = 499}, false},
        {{.kind = error_kind::http, .http_status = 500}, true},
        {{.kind = error_kind::http, .http_status = 502}, true},
        {{.kind = error_kind::api, .code = 99991400, .http_status = 400}, true},
        {{.kind = error_kind::api, .code = 230002, .http_status = 400}, false},
        {{.kind = error_kind::api, .code = 230002, .http_status = 500}, false}, // the code says more than the status
        {{.kind = error_kind::api, .code = 1, .http_status = 400}, false},
        {{.kind = error_kind::api, .code = 1, .http_status = 429}, true},
        {{.kind = error_kind::api, .code = 1, .http_status = 500}, true},
        {{.kind = error_kind::auth, .code = 2, .http_status = 200}, false},
        {{.kind = error_kind::api, .code = 99991403, .http_status = 429}, false}, // quotas, though one comes with 429
        {{.kind = error_kind::api, .code = 11247, .http_status = 200}, false},
        {{.kind = error_kind::api, .code = 11247, .http_status = 429}, false},
        {{.kind = error_kind::api, .code = 230099, .message = "card action is lock", .sub_code = 11310}, true},
        {{.kind = error_kind::api, .code = 230099, .message = "element exceeds the limit", .sub_code = 11310}, false},
        {{.kind = error_kind::auth, .code = 2, .http_status = 503}, true},
    };
    for (auto const& [e, retryable] : table)
        BOOST_TEST_CONTEXT(e.to_string())
            BOOST_TEST(e.retryable() == retryable);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(error_result)

feishu::result<int> failed() { return error{.kind = error_kind::timeout, .message = "late"}; }

BOOST_AUTO_TEST_CASE(value_of_a_failed_result_throws_the_error) {
    BOOST_CHECK_EXCEPTION(static_cast<void>(failed().value()), feishu::exception, [](feishu::exception const& thrown) {
        return thrown.error().kind == error_kind::timeout && thrown.error().message == "late";
    });
}

BOOST_AUTO_TEST_CASE(the_exception_says_what_the_error_says) {
    feishu::exception const thrown(failed().error());
    BOOST_TEST(thrown.what() == failed().error().to_string());
}

BOOST_AUTO_TEST_CASE(a_result_without_a_value_throws_too) {
    feishu::result<void> const done = error{.kind = error_kind::canceled};
    BOOST_CHECK_THROW(done.value(), feishu::exception);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
