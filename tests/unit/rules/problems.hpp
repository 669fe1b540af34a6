#pragma once
// What check() says about a request, as text: "ok", or one "field message" a broken rule, separated by "; ".

#include <string>

#include <feishu/core/validate.hpp>

namespace test {

template <class T>
std::string problems(T const& value) {
    std::string out;
    for (auto const& problem : feishu::check(value))
        out += (out.empty() ? "" : "; ") + problem.field + ' ' + problem.message();
    return out.empty() ? "ok" : out;
}

} // namespace test
