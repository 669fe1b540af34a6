#pragma once
// How a question is asked: it is sent, its handler leaves its turn in the chat, and the answer is awaited.

#include <chrono>
#include <coroutine>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/json/object.hpp>

#include <feishu/bot/impl/question_board.hpp>
#include <feishu/bot/incoming.hpp>
#include <feishu/bot/outgoing.hpp>
#include <feishu/bot/question.hpp>
#include <feishu/bot/task.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu {
namespace card {

template <reflect::described T>
class form;
struct card;

} // namespace card

namespace detail {

struct conversation_state;

template <class T>
inline constexpr bool is_form = false;
template <class T>
inline constexpr bool is_form<card::form<T>> = true;

/// Whom a question is for, and the message that it replies to.
struct question_target {
    question_place place{};
    feishu::message_id reply_to{};
    bool in_thread = false;
};

FEISHU_DECL question_target target_of(incoming const& message);
FEISHU_DECL result<void> open_question(conversation_state const& state, asked_ptr const& asked);
/// Sends a question that was opened, and waits for its end.
FEISHU_DECL basic_task<result<void>> ask_steps(std::shared_ptr<conversation_state> state, asked_ptr asked,
                                               outgoing what, question_target target,
                                               std::chrono::milliseconds timeout);
/// The same with a card, of which `kept` elements remain when it is closed.
FEISHU_DECL basic_task<result<void>> ask_card(std::shared_ptr<conversation_state> state, asked_ptr asked,
                                              card::card what, std::size_t kept, question_target target,
                                              std::chrono::milliseconds timeout);
FEISHU_DECL basic_task<result<incoming>> ask_message(std::shared_ptr<conversation_state> state, outgoing what,
                                                     question_target target,
                                                     std::chrono::milliseconds timeout);
FEISHU_DECL basic_task<result<std::string>>
ask_choice(std::shared_ptr<conversation_state> state, std::string what, std::vector<std::string> choices,
           question_target target, std::chrono::milliseconds timeout, ask_options options);

template <class T>
basic_task<result<T>> ask_form(std::shared_ptr<conversation_state> state, card::form<T> form,
                               question_target target, std::chrono::milliseconds timeout,
                               ask_options options) {
    auto const asked = std::make_shared<asked_question>();
    auto const value = std::make_shared<std::optional<T>>();
    asked->place = target.place;
    asked->kind = options.anyone ? question_kind::shared : question_kind::card;
    asked->read = [form, value](boost::json::object const& fields) -> result<field::json_text> {
        auto submitted = form.read(fields);
        if (!submitted)
            return std::move(submitted).error();
        field::json_text summary = form.summary(*submitted);
        value->emplace(std::move(*submitted));
        return summary;
    };
    auto opened = open_question(*state, asked);
    if (!opened)
        co_return std::move(opened).error();
    form.tag({{question_member, asked->id}});
    auto shown = form.card();
    auto ended = co_await ask_card(state, asked, std::move(shown), 0, std::move(target), timeout);
    if (!ended)
        co_return std::move(ended).error();
    co_return std::move(**value);
}

} // namespace detail
} // namespace feishu
