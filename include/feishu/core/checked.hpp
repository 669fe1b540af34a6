#pragma once
// checked<>: a request that is validated at compile time.
//
//     client.call(feishu::checked<[] { return im::message::get{.message_id = "om_1"}; }>());
//
// The request is built once more in a constant expression, which validates it; a violation is a compile error
// that names the field and the rule. Needs a standard library whose std::string works at compile time:
// libstdc++ with g++ 12 or later, libc++ 15 or later with clang. (clang with Debian's libstdc++ 12 cannot
// evaluate std::string; there checked<> does not compile instead of checking nothing. With _GLIBCXX_DEBUG,
// whose std::vector cannot be evaluated either, requests are validated when they are sent, as without
// checked<>.)

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <version>

#include <feishu/core/validate.hpp>

namespace feishu {
namespace detail {

/// Text as a template argument: compilers print it in their message.
template <std::size_t N>
struct message_text {
    char text[N + 1]{};
    constexpr explicit message_text(std::string_view s) { std::copy_n(s.begin(), N, text); }
};

template <auto>
#if defined(__clang__) && defined(__GLIBCXX__)
inline constexpr bool can_evaluate_strings = _GLIBCXX_RELEASE >= 14;
#else
inline constexpr bool can_evaluate_strings = true;
#endif

// std::vector's debug mode is not constexpr; builds without it check the request.
#ifdef _GLIBCXX_DEBUG
inline constexpr bool can_evaluate_vectors = false;
#else
inline constexpr bool can_evaluate_vectors = true;
#endif

// The text of the first violation in a plain array: a std::string cannot leave a constant expression.
struct problem_text {
    char text[200]{};
    std::size_t size = 0;
    constexpr void append(std::string_view s) {
        for (char const c : s)
            if (size < sizeof text)
                text[size++] = c;
    }
};

template <auto Make>
consteval problem_text first_problem() {
    problem_text out;
    auto const request = Make();
    auto const found = check(request);
    if (!found.empty()) {
        out.append(found[0].field);
        out.append(" ");
        std::string message;
        found[0].append_message(message);
        out.append(message);
    }
    return out;
}

template <auto Make>
consteval auto verdict() {
    constexpr auto problem = first_problem<Make>();
    return message_text<problem.size>({problem.text, problem.size});
}

template <auto Verdict>
struct request {
    static constexpr bool is_valid = sizeof(Verdict.text) == 1;
};

} // namespace detail

/// The request that `Make` returns; does not compile if validate() would report a violation. `Make` is a
/// captureless lambda or a function, constexpr, and is called again at run time.
template <auto Make>
auto checked() {
    static_assert(detail::can_evaluate_strings<Make>, // dependent: only if checked<> is used
                  "checked<> needs a constexpr std::string: use g++ 12, or clang with -stdlib=libc++");
    if constexpr (detail::can_evaluate_strings<Make> && detail::can_evaluate_vectors)
        static_assert(detail::request<detail::verdict<Make>()>::is_valid,
                      "this request breaks a rule; the message is in the template argument of detail::request");
    return Make();
}

} // namespace feishu
