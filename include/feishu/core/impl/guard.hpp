#pragma once
// guard: calls a function that a user supplied. Whatever it throws ends here and becomes a line of text, so that no
// callback terminates the program or leaves a lock, a count or a response behind.
//
//     if (auto const thrown = detail::guard([&] { options.dead_letter(event, reason); }))
//         log("dead_letter threw: " + *thrown);

#include <exception>
#include <optional>
#include <string>
#include <utility>

namespace feishu::detail {

/// What an exception says. Exceptions that are not derived from std::exception say nothing.
inline std::string exception_text(std::exception_ptr const& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (std::exception const& e) {
        return e.what();
    } catch (...) {
        return "unknown exception";
    }
}

/// Calls `callback`. Empty when it returned, else what it threw.
template <class F>
std::optional<std::string> guard(F&& callback) {
    try {
        std::forward<F>(callback)();
        return std::nullopt;
    } catch (...) {
        return exception_text(std::current_exception());
    }
}

} // namespace feishu::detail
