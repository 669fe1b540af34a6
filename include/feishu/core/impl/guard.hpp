#pragma once
// guard: calls a user's callback. Anything it throws is caught and returned as text, so that no callback
// terminates the program or leaves a lock held, a count wrong or a response unsent.
//
//     if (auto const thrown = detail::guard([&] { options.dead_letter(event, reason); }))
//         log("dead_letter threw: " + *thrown);

#include <exception>
#include <optional>
#include <string>
#include <utility>

namespace feishu::detail {

/// The text of an exception; "unknown exception" if it is not derived from std::exception.
inline std::string exception_text(std::exception_ptr const& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (std::exception const& e) {
        return e.what();
    } catch (...) {
        return "unknown exception";
    }
}

/// Calls `callback`. Empty if it returned, else the text of the exception.
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
