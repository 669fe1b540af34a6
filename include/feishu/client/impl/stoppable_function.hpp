#pragma once
// stoppable_function: a user's callback that may stop what it is called by.

#include <functional>
#include <type_traits>
#include <utility>

namespace feishu::detail {

/// A copyable function of an Argument. One that returns false stops the operation; one that returns nothing does
/// not.
template <class Argument>
class stoppable_function {
public:
    stoppable_function() = default;
    template <class F>
        requires(!std::is_same_v<std::remove_cvref_t<F>, stoppable_function> &&
                 std::is_invocable_v<F&, Argument>)
    stoppable_function(F function) {
        static_assert(std::is_void_v<std::invoke_result_t<F&, Argument>> ||
                          std::is_same_v<std::invoke_result_t<F&, Argument>, bool>,
                      "the callback returns nothing, or a bool: false to stop");
        if constexpr (std::is_void_v<std::invoke_result_t<F&, Argument>>)
            function_ = [f = std::move(function)](Argument argument) mutable {
                f(argument);
                return true;
            };
        else
            function_ = std::move(function);
    }

    explicit operator bool() const { return function_ != nullptr; }
    bool operator()(Argument argument) const { return function_(argument); }

private:
    std::function<bool(Argument)> function_;
};

} // namespace feishu::detail
