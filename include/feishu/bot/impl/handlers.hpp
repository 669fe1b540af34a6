#pragma once
// The handlers of a bot, with their types erased.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <feishu/bot/conversation.hpp>
#include <feishu/bot/incoming.hpp>
#include <feishu/bot/notices.hpp>
#include <feishu/bot/task.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/json/read.hpp>

namespace feishu {

/// What a middleware runs around.
struct handling {
    std::string handler{};               ///< "message", "command deploy", "action deploy", "reaction", …
    incoming const* message = nullptr;   ///< of a message
    card_action const* action = nullptr; ///< of a card action
    feishu::event_id event_id{};
};

/// Runs the next middleware, or the handler. Valid until the middleware has ended.
class next_handler {
public:
    explicit next_handler(std::function<task()> const& run) : run_(&run) {}
    task operator()() const { return (*run_)(); }

private:
    std::function<task()> const* run_;
};

namespace detail {

template <class What>
using handler_function = std::function<task(conversation const&, What const&)>;
/// Returns the response to the callback, as JSON.
using action_function = std::function<basic_task<std::string>(conversation const&, card_action const&)>;
using middleware_function = std::function<task(conversation, handling const&, next_handler)>;

/// All handlers of a bot.
struct bot_handlers {
    handler_function<incoming> message{};
    handler_function<incoming> mention{};
    std::map<std::string, handler_function<incoming>, std::less<>> commands{};
    handler_function<feishu::reaction> reaction{};
    handler_function<feishu::membership> membership{};
    std::map<std::string, handler_function<menu_click>, std::less<>> menu{};
    std::map<std::string, action_function, std::less<>> actions{};
    action_function any_action{};
    std::vector<middleware_function> middleware{};
};

/// Calls a handler with those of the arguments that it takes.
template <class What, class Handler>
decltype(auto) call_handler_with(Handler const& handler, conversation const& c, What const& what) {
    if constexpr (std::is_invocable_v<Handler const&, conversation, What const&>)
        return handler(c, what);
    else if constexpr (std::is_invocable_v<Handler const&, What const&>)
        return handler(what);
    else if constexpr (std::is_invocable_v<Handler const&, conversation>)
        return handler(c);
    else {
        static_assert(std::is_invocable_v<Handler const&>,
                      "a handler takes (feishu::conversation, … const&), one of the two, or nothing; it is "
                      "called as const");
        return handler();
    }
}

template <class What, class Handler>
handler_function<What> make_handler(Handler handler) {
    return [handler = std::move(handler)](conversation const& c, What const& what) -> task {
        using returned = decltype(call_handler_with(handler, c, what));
        static_assert(std::is_void_v<returned> || std::is_same_v<returned, task> || is_operation<returned>,
                      "a handler returns void or feishu::task");
        if constexpr (std::is_same_v<returned, task>) {
            return call_handler_with(handler, c, what);
        } else {
            call_handler_with(handler, c, what); // an operation that it returns is performed here
            return {};
        }
    };
}

/// The response to a card action that shows a card, as JSON.
FEISHU_DECL std::string card_response(field::json_text card);

/// The response to a card action, as JSON. Whoever returns a toast has included the header of it.
template <class Value>
std::string action_response(Value const& value) {
    if constexpr (typed_content<Value>) {
        return card_response(static_cast<field::json_text>(value));
    } else {
        static_assert(
            requires { callback_json(value); }, "a handler of card actions returns nothing, a card, or what "
                                                "<feishu/event/card_callback.hpp> has: "
                                                "card::toast or card::callback_response");
        return callback_json(value);
    }
}

template <class Value>
basic_task<std::string> await_response(basic_task<Value> running) {
    if constexpr (std::is_void_v<Value>) {
        co_await running;
        co_return std::string("{}");
    } else {
        co_return action_response(co_await running);
    }
}

inline basic_task<std::string> ready_response(std::string json) { co_return json; }

template <class What, class Handler>
basic_task<std::string> respond(Handler const& handler, conversation const& c, What const& what) {
    using returned = decltype(call_handler_with(handler, c, what));
    if constexpr (is_task<returned>) {
        return await_response(call_handler_with(handler, c, what));
    } else if constexpr (std::is_void_v<returned> || is_operation<returned>) {
        call_handler_with(handler, c, what);
        return ready_response("{}");
    } else {
        return ready_response(action_response(call_handler_with(handler, c, what)));
    }
}

/// Keeps the value that the handler refers to until it has ended.
template <class T>
basic_task<std::string> respond_with(auto const& handler, conversation const& c,
                                     std::shared_ptr<T const> value) {
    co_return co_await respond<T>(handler, c, *value);
}

template <class T>
basic_task<std::string> run_action(auto const& handler, conversation const& c, card_action const& action) {
    auto value = std::make_shared<T>(unchecked_construct::make<T>());
    json::read_into(*value, action.fields).value();
    return respond_with<T>(handler, c, std::move(value));
}

basic_task<std::string> run_any_action(auto const& handler, conversation const& c,
                                       card_action const& action) {
    return respond<card_action>(handler, c, action);
}

} // namespace detail
} // namespace feishu
