#pragma once

#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/bot/impl/question_board.hpp>
#include <feishu/content/card/impl/form_questions.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/impl/event_handler.hpp>
#include <feishu/http/impl/random.hpp>

namespace feishu::detail {

inline std::string toast_response(std::string text, card::toast_type type) {
    return callback_response_json<card::action_trigger>(
        card::toast{.content = std::move(text), .type = type});
}

FEISHU_DECL question_board::question_board(std::shared_ptr<bot_executor> executor, question_options options)
    : executor_(std::move(executor)), options_(std::move(options)),
      questions_(http::detail::random_hex(8), options_.max_waiting) {}

FEISHU_DECL result<void> question_board::open(asked_ptr const& asked) {
    std::lock_guard const lock(mutex_);
    if (ended_)
        return no_answer(unanswered::stopped);
    auto opened = questions_.open(asked->place, asked->kind);
    if (!opened)
        return no_answer(unanswered::too_many);
    if (opened->replaced)
        finish(*opened->replaced, no_answer(unanswered::replaced));
    asked->id = opened->id;
    asked_[opened->id] = asked;
    return {};
}

// With the lock.
inline void question_board::finish(std::string const& id, result<void> how) {
    auto const found = asked_.find(id);
    auto const asked = found->second;
    asked_.erase(found);
    asked->ended = std::move(how);
    if (asked->waiting)
        executor_->post([coroutine = std::exchange(asked->waiting, nullptr)] { coroutine.resume(); });
    arm_timer();
}

FEISHU_DECL void question_board::withdraw(asked_ptr const& asked) {
    std::lock_guard const lock(mutex_);
    if (questions_.end(asked->id))
        asked_.erase(asked->id);
}

FEISHU_DECL void question_board::start(asked_ptr const& asked, std::chrono::milliseconds timeout) {
    std::lock_guard const lock(mutex_);
    questions_.start(asked->id, saturating_deadline(executor_->now(), timeout));
    arm_timer();
}

FEISHU_DECL bool question_board::wait(asked_ptr const& asked, std::coroutine_handle<> coroutine) {
    std::lock_guard const lock(mutex_);
    if (asked->ended)
        return false;
    asked->waiting = coroutine;
    return true;
}

// With the lock.
inline void question_board::arm_timer() {
    auto const due = questions_.next_due();
    if (due == timer_due_)
        return;
    if (timer_due_)
        executor_->cancel(timer_);
    timer_due_ = due;
    if (due)
        timer_ = executor_->post_at(*due, [weak = weak_from_this()] {
            auto const self = weak.lock();
            if (self == nullptr)
                return;
            std::lock_guard const lock(self->mutex_);
            self->timer_due_.reset();
            for (auto const& id : self->questions_.due(self->executor_->now()))
                self->finish(id, no_answer(unanswered::timed_out));
            self->arm_timer();
        });
}

FEISHU_DECL bool question_board::take(message_ptr const& message) {
    {
        auto const& from = message->message;
        std::lock_guard const lock(mutex_);
        auto const id = questions_.message({.chat = from.chat_id, .user = from.sender.open_id});
        if (!id)
            return false;
        asked_[*id]->message = from;
        finish(*id, {});
    }
    for (auto const& one : message->completions)
        one.done();
    return true;
}

FEISHU_DECL std::optional<std::string> question_board::take(card_action const& action) {
    if (action.fields.find(question_member) == action.fields.npos) // most cards are not parsed
        return std::nullopt;
    boost::system::error_code ec;
    auto const parsed = boost::json::parse(action.fields, ec);
    auto const* fields = parsed.if_object();
    auto const* id = fields != nullptr ? fields->if_contains(question_member) : nullptr;
    if (id == nullptr || !id->is_string())
        return std::nullopt;
    std::string const asked(std::string_view(id->get_string()));
    using enum card::toast_type;
    std::lock_guard const lock(mutex_);
    switch (questions_.click(asked, action.user)) {
    case question_click::not_asked: return toast_response(options_.texts.not_asked, warning);
    case question_click::ended: return toast_response(options_.texts.ended, info);
    case question_click::forgotten: return toast_response(options_.texts.forgotten, warning);
    case question_click::open: break;
    }
    return click(*asked_.at(asked), action, *fields);
}

// With the lock: of two clicks at once, one answers. Of a card only.
inline std::string question_board::click(asked_question& asked, card_action const& action,
                                         boost::json::object const& fields) {
    auto const id = asked.id;
    if (action.name == card::detail::cancel_name) {
        auto canceled = asked.closed(options_.texts.canceled);
        asked.displayed_end = true;
        questions_.end(id);
        finish(id, no_answer(unanswered::canceled));
        return callback_response_json<card::action_trigger>(
            card::callback_response{.card = std::move(canceled)});
    }
    auto summary = asked.read(fields);
    if (!summary) {
        auto const& why = summary.error();
        auto text = why.message;
        if (!why.violations.empty())
            text = why.violations.front().field + ' ' + why.violations.front().message();
        return toast_response(std::move(text), card::toast_type::error);
    }
    asked.displayed_end = true;
    questions_.end(id);
    finish(id, {});
    return callback_response_json<card::action_trigger>(card::callback_response{
        .toast = card::toast{.content = options_.texts.answered, .type = card::toast_type::success},
        .card = std::move(*summary)});
}

FEISHU_DECL void question_board::cancel() {
    std::lock_guard const lock(mutex_);
    ended_ = true;
    for (auto const& id : questions_.clear())
        finish(id, no_answer(unanswered::stopped));
}

FEISHU_DECL std::size_t question_board::size() const {
    std::lock_guard const lock(mutex_);
    return questions_.size();
}

} // namespace feishu::detail
