#include <feishu/core/scopes.hpp>

#include <type_traits>

#include <boost/test/unit_test.hpp>

#include <feishu/api/all.hpp>

namespace {

namespace im = feishu::im::v1;
using feishu::any_of;
using feishu::required_scopes;


#define NEEDS(name, ...)                                                                                               \
    struct name {                                                                                                      \
        static constexpr feishu::endpoint_spec spec{.id = #name,                                                       \
                                                    .path = "/open-apis/" #name,                                       \
                                                    .tokens = feishu::token::tenant,                                   \
                                                    .scopes = {__VA_ARGS__}};                                          \
        struct response {};                                                                                            \
    };                                                                                                                 \
    BOOST_DESCRIBE_STRUCT(name, (), ())                                                                                \
    BOOST_DESCRIBE_STRUCT(name::response, (), ())

NEEDS(needs_a, any_of("a"))
NEEDS(needs_a_or_b, any_of("a", "b"))
NEEDS(needs_z_or_y, any_of("z", "y"))
NEEDS(needs_b_or_c, any_of("b", "c"))
NEEDS(needs_c_or_a, any_of("c", "a"))
NEEDS(needs_a_and_d, any_of("a"), any_of("d"))
NEEDS(needs_e_and_one_of_b_d, any_of("e"), any_of("b", "d"))

template <class... S>
constexpr bool are(auto const& set, S... expected) {
    std::string_view const list[] = {expected...};
    if (set.size() != sizeof...(S))
        return false;
    for (std::size_t i = 0; i < set.size(); ++i)
        if (set[i] != list[i])
            return false;
    return true;
}

BOOST_AUTO_TEST_SUITE(scopes)

BOOST_AUTO_TEST_CASE(an_endpoint_without_scopes_needs_none) {
    static_assert(required_scopes<feishu::auth::v3::tenant_access_token::internal>().empty());
    static_assert(required_scopes<>().empty());
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(the_only_scope_is_taken) {
    static_assert(are(required_scopes<needs_a>(), "a"));
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(of_scopes_that_serve_alike_the_first_is_taken) {
    static_assert(are(required_scopes<needs_z_or_y>(), "z"));
    static_assert(are(required_scopes<needs_a_or_b>(), "a"));
}

BOOST_AUTO_TEST_CASE(every_group_needs_a_scope) {
    static_assert(are(required_scopes<needs_a_and_d>(), "a", "d"));
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(one_scope_that_serves_all_endpoints_is_enough) {
    static_assert(are(required_scopes<needs_a_or_b, needs_b_or_c>(), "b"));
    static_assert(are(required_scopes<needs_b_or_c, needs_a_or_b>(), "b"));
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(the_set_is_the_smallest_one) {
    // A greedy choice of the first scope of each group would select a and b.
    static_assert(required_scopes<needs_a_or_b, needs_b_or_c, needs_c_or_a>().size() == 2);
    static_assert(are(required_scopes<needs_a_or_b, needs_b_or_c, needs_a_and_d, needs_e_and_one_of_b_d>(), "a", "b",
                      "d", "e") ||
                  are(required_scopes<needs_a_or_b, needs_b_or_c, needs_a_and_d, needs_e_and_one_of_b_d>(), "a", "c",
                      "d", "e"));
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(the_same_scope_of_two_endpoints_is_listed_once) {
    static_assert(are(required_scopes<needs_a, needs_a_or_b, needs_a_and_d>(), "a", "d"));
    BOOST_TEST(true);
}

NEEDS(needs_any_of_five, any_of("p", "q", "r", "s", "t"))
NEEDS(needs_q_or_t, any_of("t", "q"))

BOOST_AUTO_TEST_CASE(a_group_that_another_implies_adds_nothing) {
    static_assert(are(required_scopes<needs_any_of_five, needs_q_or_t, needs_any_of_five, needs_q_or_t>(), "q") ||
                  are(required_scopes<needs_any_of_five, needs_q_or_t, needs_any_of_five, needs_q_or_t>(), "t"));
    BOOST_TEST(true);
}

// Whether `set` contains a scope of each group of `E`.
template <class Set>
struct serves {
    Set set;
    template <class E>
    constexpr bool one() const {
        for (auto const& group : E::spec.scopes) {
            bool served = group.empty();
            for (auto const scope : group)
                served = served || set.contains(scope);
            if (!served)
                return false;
        }
        return true;
    }
    template <class... E>
    constexpr bool all(feishu::catalog<E...>) const {
        return (one<E>() && ...);
    }
    // No scope of the set is redundant.
    template <class... E>
    constexpr bool none_too_many(feishu::catalog<E...> endpoints) const {
        for (auto const left_out : set) {
            serves fewer{};
            for (auto const scope : set)
                if (scope != left_out)
                    fewer.set.push_back(scope);
            if (fewer.all(endpoints))
                return false;
        }
        return true;
    }
};

template <class... E>
consteval auto scopes_of(feishu::catalog<E...>) {
    return required_scopes<E...>();
}

BOOST_AUTO_TEST_CASE(all_endpoints_of_the_library_are_served_by_a_set_without_a_scope_too_many) {
    constexpr auto set = scopes_of(feishu::all{});
    constexpr serves<std::remove_const_t<decltype(set)>> served{set};
    BOOST_TEST(served.all(feishu::all{}));
    BOOST_TEST(served.none_too_many(feishu::all{}));
}

struct needs_other_scopes_as_user {
    static constexpr feishu::endpoint_spec spec{.id = "needs_other_scopes_as_user",
                                                .path = "/open-apis/other",
                                                .tokens = feishu::token::tenant | feishu::token::user,
                                                .scopes = {any_of("a")},
                                                .user_scopes = {any_of("u", "v"), any_of("w")}};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(needs_other_scopes_as_user, (), ())
BOOST_DESCRIBE_STRUCT(needs_other_scopes_as_user::response, (), ())

struct needs_v_either_way {
    static constexpr feishu::endpoint_spec spec{.id = "needs_v_either_way",
                                                .path = "/open-apis/either",
                                                .tokens = feishu::token::tenant | feishu::token::user,
                                                .scopes = {any_of("v", "x")}};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(needs_v_either_way, (), ())
BOOST_DESCRIBE_STRUCT(needs_v_either_way::response, (), ())

BOOST_AUTO_TEST_CASE(calls_with_a_user_token_have_scopes_of_their_own) {
    using feishu::token;
    static_assert(are(required_scopes<token::user, needs_other_scopes_as_user, needs_v_either_way>(), "v", "w"));
    static_assert(are(required_scopes<token::user, needs_v_either_way>(), "v") ||
                  are(required_scopes<token::user, needs_v_either_way>(), "x"));
    static_assert(are(required_scopes<token::tenant, needs_other_scopes_as_user>(), "a"));
    static_assert(are(required_scopes<needs_other_scopes_as_user>(), "a"));
    static_assert(required_scopes<token::user>().empty());
    static_assert(are(required_scopes<token::user, im::message::create>(), "im:message", "im:message.send_as_user"));
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(the_console_takes_the_scopes_of_both_tokens) {
    constexpr auto app = required_scopes<needs_other_scopes_as_user>();
    constexpr auto user = required_scopes<feishu::token::user, im::message::create>();
    BOOST_TEST(feishu::console_import(app, user) == R"({
  "scopes": {
    "tenant": [
      "a"
    ],
    "user": [
      "im:message",
      "im:message.send_as_user"
    ]
  }
}
)");
}

BOOST_AUTO_TEST_CASE(the_alert_bot_needs_two_scopes) {
    constexpr auto set = required_scopes<im::message::create, im::message::reply, im::message::list,
                                         im::message::urgent_app>();
    static_assert(are(set, "im:message", "im:message.urgent") || are(set, "im:message", "im:message.urgent:app_send"));
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
