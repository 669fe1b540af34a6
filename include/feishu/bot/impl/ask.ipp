#pragma once

#include <algorithm>
#include <utility>

#include <feishu/bot/conversation.hpp>
#include <feishu/bot/impl/ask.hpp>
#include <feishu/bot/impl/bot_runtime.hpp>
#include <feishu/bot/impl/conversation_state.hpp>
#include <feishu/content/card.hpp>

namespace feishu::detail {

/// Awaits the end of a question.
class question_awaiter {
public:
    question_awaiter(question_board& board, asked_ptr const& asked) : board_(&board), asked_(&asked) {}

    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> coroutine) { return board_->wait(*asked_, coroutine); }
    result<void> await_resume() { return *(*asked_)->ended; }

private:
    question_board* board_;
    asked_ptr const* asked_;
};

FEISHU_DECL question_target target_of(incoming const& message) {
    return {.place = {.chat = message.chat_id, .user = message.sender.open_id},
            .reply_to = message.id,
            .in_thread = !message.thread_id.empty()};
}

FEISHU_DECL result<void> open_question(conversation_state const& state, asked_ptr const& asked) {
    return state.runtime->board().open(asked);
}

inline std::string const& closing_text(question_texts const& texts, error const& why) {
    return why_unanswered(why) == unanswered::replaced ? texts.replaced : texts.expired;
}

FEISHU_DECL basic_task<result<void>> ask_steps(std::shared_ptr<conversation_state> state, asked_ptr asked,
                                               outgoing what, question_target target,
                                               std::chrono::milliseconds timeout) {
    auto& board = state->runtime->board();
    conversation const c(state);
    say_options options;
    options.in_thread = target.in_thread;
    auto sent = co_await c.reply(target.reply_to, what, options);
    if (!sent) {
        board.withdraw(asked);
        co_return std::move(sent).error();
    }
    board.start(asked, timeout);
    if (state->leave_turn)
        state->leave_turn();
    auto ended = co_await question_awaiter(board, asked);
    if (ended || asked->displayed_end || !asked->closed ||
        why_unanswered(ended.error()) == unanswered::stopped)
        co_return ended;
    card::raw const closed{asked->closed(closing_text(board.options().texts, ended.error())).document()};
    auto edited = co_await c.edit(sent->message_id, closed);
    if (!edited)
        state->runtime->log(log_level::warning, "the card of a question that has ended was not updated: " +
                                                    edited.error().to_string());
    co_return ended;
}

// The first elements, and a text.
inline card::card closed_card(card::card const& shown, std::size_t kept, std::string const& text) {
    auto out = card::patchable(shown);
    std::vector<card::element> elements(shown.body.elements.begin(), shown.body.elements.begin() + kept);
    elements.push_back(card::div{.text = text});
    out.body.elements = std::move(elements);
    return out;
}

FEISHU_DECL basic_task<result<void>> ask_card(std::shared_ptr<conversation_state> state, asked_ptr asked,
                                              card::card what, std::size_t kept, question_target target,
                                              std::chrono::milliseconds timeout) {
    auto const shown = card::patchable(std::move(what));
    asked->closed = [shown, kept](std::string const& text) -> field::json_text {
        return closed_card(shown, kept, text);
    };
    outgoing const content(shown);
    co_return co_await ask_steps(state, asked, content, target, timeout);
}

FEISHU_DECL basic_task<result<incoming>> ask_message(std::shared_ptr<conversation_state> state, outgoing what,
                                                     question_target target,
                                                     std::chrono::milliseconds timeout) {
    auto const asked = std::make_shared<asked_question>();
    asked->place = target.place;
    asked->kind = question_kind::message;
    auto opened = open_question(*state, asked);
    if (!opened)
        co_return std::move(opened).error();
    auto ended = co_await ask_steps(state, asked, what, target, timeout);
    if (!ended)
        co_return std::move(ended).error();
    co_return std::move(*asked->message);
}

inline card::card choice_card(std::string const& what, std::vector<std::string> const& choices,
                              std::string const& id) {
    std::vector<card::element> elements{card::div{.text = what}};
    for (auto const& choice : choices)
        elements.push_back(card::button{
            .text = choice, .behaviors = {card::callback({{question_member, id}, {choice_member, choice}})}});
    return {.body = {.elements = std::move(elements)}};
}

FEISHU_DECL basic_task<result<std::string>>
ask_choice(std::shared_ptr<conversation_state> state, std::string what, std::vector<std::string> choices,
           question_target target, std::chrono::milliseconds timeout, ask_options options) {
    auto const asked = std::make_shared<asked_question>();
    auto const chosen = std::make_shared<std::string>();
    asked->place = target.place;
    asked->kind = options.anyone ? question_kind::shared : question_kind::card;
    auto opened = open_question(*state, asked);
    if (!opened)
        co_return std::move(opened).error();
    auto const shown = choice_card(what, choices, asked->id);
    asked->read = [=](boost::json::object const& fields) -> result<field::json_text> {
        auto const* choice = fields.if_contains(choice_member);
        if (choice == nullptr || !choice->is_string() ||
            std::find(choices.begin(), choices.end(), std::string_view(choice->get_string())) ==
                choices.end())
            return error{.kind = error_kind::validation, .message = "this is not one of the choices"};
        *chosen = choice->get_string();
        return field::json_text(closed_card(shown, 1, *chosen));
    };
    auto ended = co_await ask_card(state, asked, shown, 1, target, timeout);
    if (!ended)
        co_return std::move(ended).error();
    co_return std::move(*chosen);
}

} // namespace feishu::detail
