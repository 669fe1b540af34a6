#pragma once

#include <algorithm>
#include <chrono>
#include <exception>
#include <thread>
#include <utility>
#include <variant>

#include <boost/json/parse.hpp>

#include <feishu/api/cardkit/v1/card.hpp>
#include <feishu/api/cardkit/v1/card_element.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/bot/impl/bot_runtime.hpp>
#include <feishu/bot/impl/call_awaiter.hpp>
#include <feishu/bot/impl/stream_core.hpp>
#include <feishu/bot/impl/target_gone.hpp>
#include <feishu/content/card.hpp>
#include <feishu/core/impl/guard.hpp>
#include <feishu/event/reply_uuid.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>
#include <feishu/store/store.hpp>

namespace feishu::detail {

/// Suspends the pump until there is something to do.
struct stream_core::pump_sleep {
    stream_core* core;
    std::optional<clock::time_point> until;

    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> pump) const { return core->park(pump, until); }
    void await_resume() const noexcept {}
};

/// Suspends the writer.
struct stream_core::wait_for_room {
    stream_core* core;

    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> writer) const {
        std::lock_guard const lock(core->mutex_);
        if (core->has_room())
            return false;
        core->waiting_.push_back(writer);
        return true;
    }
    void await_resume() const noexcept {}
};

FEISHU_DECL stream_core::stream_core(std::shared_ptr<conversation_state> place, stream_target target,
                                     reply_stream_options options)
    : place_(std::move(place)), target_(std::move(target)), options_(std::move(options)), machine_(options_),
      chat_(place_->chat) {
    auto const& bot = runtime().options();
    identity_ = bot.app_id.str() + "\nstream\n";
    if (options_.name.empty()) {
        identity_ += place_->event_key + '\n' + std::to_string(place_->said++);
        return;
    }
    identity_ += options_.name;
    if (bot.store == nullptr)
        return;
    key_ = "feishu:stream:" + bot.app_id.str() + ':' + options_.name;
    auto const kept = bot.store->get(key_);
    if (!kept)
        machine_.fail(kept.error());
    else if (auto saved = json::read<saved_stream>(kept->value_or("")); saved && !saved->ended)
        machine_ = reply_stream_machine(options_, std::move(*saved));
}

FEISHU_DECL std::size_t stream_core::size() const {
    std::lock_guard const lock(mutex_);
    return machine_.size();
}

FEISHU_DECL bool stream_core::verified() const {
    std::lock_guard const lock(mutex_);
    return machine_.over() && machine_.verified() && !machine_.failure();
}

FEISHU_DECL result<sent_message> stream_core::outcome() const {
    std::lock_guard const lock(mutex_);
    if (machine_.failure())
        return *machine_.failure();
    sent_message out{.chat_id = chat_, .target_gone = target_gone_};
    for (auto const& id : machine_.messages())
        out.all.emplace_back(id);
    if (!out.all.empty())
        out.message_id = out.all.front();
    return out;
}

// --- what the writer does

FEISHU_DECL void stream_core::append(std::string_view more) {
    {
        std::lock_guard const lock(mutex_);
        machine_.append(more);
    }
    wake();
}

FEISHU_DECL void stream_core::end(std::optional<std::string> reason) {
    {
        std::lock_guard const lock(mutex_);
        if (reason)
            machine_.abort(*reason);
        else
            machine_.finish();
    }
    wake();
}

FEISHU_DECL void stream_core::abandon() noexcept {
    try {
        {
            std::lock_guard const lock(mutex_);
            if (machine_.ended() || machine_.over())
                return;
            if (!key_.empty() && runtime().canceled())
                return machine_.fail(bot_stopped()); // continued by another process
        }
        end(options_.unfinished);
        if (!background_)
            run_here();
    } catch (...) {
        runtime().log(log_level::error, exception_text(std::current_exception()));
    }
}

// One card's text may wait to be displayed.
FEISHU_DECL bool stream_core::has_room() const {
    return machine_.over() || (!machine_.ended() && machine_.behind() <= options_.max_card_bytes);
}

FEISHU_DECL basic_task<result<void>> stream_core::catch_up() {
    if (background_)
        co_await wait_for_room{this};
    else
        run_here();
    std::lock_guard const lock(mutex_);
    if (machine_.failure())
        co_return *machine_.failure();
    co_return result<void>();
}

// --- the pump

FEISHU_DECL void stream_core::run_in_background() {
    {
        std::lock_guard const lock(mutex_);
        if (std::exchange(background_, true))
            return;
    }
    runtime().executor().post([self = shared_from_this()] { pump(self); });
}

FEISHU_DECL detached stream_core::pump(std::shared_ptr<stream_core> self) {
    try {
        for (;;) {
            auto action = self->next();
            if (std::holds_alternative<stream_actions::done>(action))
                break;
            if (auto const* wait = std::get_if<stream_actions::wait>(&action)) {
                auto const until = wait->until;
                co_await pump_sleep{self.get(), until};
            } else {
                co_await self->step(std::move(action));
            }
            self->release_waiting();
        }
    } catch (...) { // whoever waits for the stream must not wait for ever
        error why;
        why.kind = error_kind::canceled;
        why.message = exception_text(std::current_exception());
        std::lock_guard const lock(self->mutex_);
        self->machine_.fail(std::move(why));
    }
    self->release_waiting();
}

// Without a background: what is due now, and all that there is no room for.
FEISHU_DECL void stream_core::run_here() {
    constexpr std::chrono::milliseconds glance(20); // at a clock that somebody else moves
    for (;;) {
        auto action = next();
        if (std::holds_alternative<stream_actions::done>(action))
            return;
        auto const* wait = std::get_if<stream_actions::wait>(&action);
        if (wait == nullptr) {
            step(std::move(action)).run();
            continue;
        }
        {
            std::lock_guard const lock(mutex_);
            if (has_room())
                return;
            if (runtime().canceled())
                return machine_.fail(bot_stopped());
        }
        auto const left = wait->until ? time_left(*wait->until, runtime().executor().now()) : glance;
        std::this_thread::sleep_for((std::min)(left, glance));
    }
}

FEISHU_DECL stream_action stream_core::next() {
    std::lock_guard const lock(mutex_);
    return machine_.next(runtime().executor().now());
}

FEISHU_DECL void stream_core::on_outcome(result<std::string> outcome) {
    std::lock_guard const lock(mutex_);
    machine_.on_outcome(std::move(outcome), runtime().executor().now());
}

FEISHU_DECL bool stream_core::park(std::coroutine_handle<> pump, std::optional<clock::time_point> until) {
    std::lock_guard const lock(mutex_);
    if (std::exchange(kicked_, false))
        return false;
    parked_ = pump;
    if (until)
        timer_ = runtime().executor().post_at(*until, [self = shared_from_this()] { self->wake(); });
    return true;
}

FEISHU_DECL void stream_core::wake() {
    std::coroutine_handle<> pump;
    {
        std::lock_guard const lock(mutex_);
        pump = std::exchange(parked_, nullptr);
        if (!pump) {
            kicked_ = true;
            return;
        }
        if (auto const timer = std::exchange(timer_, std::nullopt))
            runtime().executor().cancel(*timer);
    }
    runtime().executor().post([pump] { pump.resume(); });
}

FEISHU_DECL void stream_core::release_waiting() {
    std::vector<std::coroutine_handle<>> writers;
    {
        std::lock_guard const lock(mutex_);
        if (has_room())
            writers.swap(waiting_);
    }
    for (auto const writer : writers)
        runtime().executor().post([writer] { writer.resume(); });
}

// --- the platform

// A function, because g++ 12 destroys a temporary of an await expression twice.
template <endpoint E>
call_awaiter<E> call_as_bot(bot_runtime& runtime, E request) {
    return {runtime, std::move(request), call_options()};
}

FEISHU_DECL basic_task<> stream_core::step(stream_action action) {
    if (std::holds_alternative<stream_actions::save>(action)) {
        save();
        co_return;
    }
    auto steps =
        std::visit([this](auto& what) { return perform(std::move(what)); }, std::get<stream_request>(action));
    auto outcome = co_await steps;
    on_outcome(std::move(outcome));
}

// A store that fails costs the continuation by another process, not the text.
FEISHU_DECL void stream_core::save() {
    if (key_.empty())
        return;
    saved_stream saved;
    bool over = false;
    {
        std::lock_guard const lock(mutex_);
        saved = machine_.saved();
        over = machine_.over() && !machine_.failure();
    }
    auto& store = *runtime().options().store;
    if (over) {
        if (auto done = store.erase(key_); !done)
            runtime().log(log_level::warning, done.error().to_string());
    } else if (auto done = store.put(key_, json::to_string(saved), std::chrono::hours(24 * 14)); !done) {
        runtime().log(log_level::warning, done.error().to_string()); // cards live for 14 days
    }
}

FEISHU_DECL basic_task<result<std::string>> stream_core::perform(stream_actions::create action) {
    card::card content{.config = card::config{.streaming_mode = true,
                                              .summary = card::summary{.content = options_.working_summary}},
                       .body = {.elements = {card::markdown{
                                    .content = std::move(action.text),
                                    .element_id = card::element_id_field(std::string(stream_element))}}}};
    cardkit::v1::card::create request{.type = cardkit::v1::card_type::card_json,
                                      .data = field::json_text_of<1, 3000000>(field::json_text(content))};
    auto created = co_await call_as_bot(runtime(), std::move(request));
    if (!created)
        co_return std::move(created).error();
    co_return created->card_id.str();
}

FEISHU_DECL basic_task<result<std::string>> stream_core::send_new(field::json_text content,
                                                                  std::string uuid) {
    namespace message = im::v1::message;
    auto request = place_->chat.empty() ? message::send(place_->user, std::move(content))
                                        : message::send(place_->chat, std::move(content));
    request.uuid = std::move(uuid);
    auto sent = co_await call_as_bot(runtime(), std::move(request));
    if (!sent)
        co_return std::move(sent).error();
    std::lock_guard const lock(mutex_);
    chat_ = sent->chat_id;
    co_return sent->message_id.str();
}

FEISHU_DECL basic_task<result<std::string>> stream_core::perform(stream_actions::send action) {
    auto uuid = uuid_for(identity_, static_cast<unsigned>(action.number));
    field::json_text content(card::by_id{.card_id = feishu::card_id(action.card)});
    if (target_.reply_to.empty() || target_gone_) {
        auto steps = send_new(std::move(content), std::move(uuid));
        co_return co_await steps;
    }
    im::v1::message::reply request{.message_id = target_.reply_to, .content = content};
    if (target_.in_thread)
        request.reply_in_thread = true;
    request.uuid = uuid;
    auto sent = co_await call_as_bot(runtime(), std::move(request));
    if (sent) {
        std::lock_guard const lock(mutex_);
        chat_ = sent->chat_id;
        co_return sent->message_id.str();
    }
    bool const known = !place_->chat.empty() || !place_->user.empty();
    if (!known || !is_target_gone(sent.error()))
        co_return std::move(sent).error();
    target_gone_ = true;
    auto steps = send_new(std::move(content), std::move(uuid));
    co_return co_await steps;
}

FEISHU_DECL basic_task<result<std::string>> stream_core::perform(stream_actions::write action) {
    cardkit::v1::card_element::content request{.card_id = feishu::card_id(action.card),
                                               .element_id = feishu::element_id(std::string(stream_element)),
                                               .content = field::text<1, 100000>(std::move(action.text)),
                                               .sequence = action.sequence};
    auto done = co_await call_as_bot(runtime(), std::move(request));
    if (!done)
        co_return std::move(done).error();
    co_return std::string();
}

FEISHU_DECL basic_task<result<std::string>> stream_core::perform(stream_actions::switch_mode action) {
    card::config config{.streaming_mode = action.streaming,
                        .summary = card::summary{.content = std::move(action.summary)}};
    cardkit::v1::card::settings request{.card_id = feishu::card_id(action.card),
                                        .settings =
                                            field::json_text_of<1, 100000>(card::settings_json(config)),
                                        .sequence = action.sequence};
    auto done = co_await call_as_bot(runtime(), std::move(request));
    if (!done)
        co_return std::move(done).error();
    co_return std::string();
}

// The content of the element with this id, somewhere in a card.
inline boost::json::value const* find_element(boost::json::value const& in, std::string_view id,
                                              int depth = 0) {
    if (depth > 16)
        return nullptr;
    if (auto const* list = in.if_array()) {
        for (auto const& each : *list)
            if (auto const* found = find_element(each, id, depth + 1))
                return found;
        return nullptr;
    }
    auto const* object = in.if_object();
    if (object == nullptr)
        return nullptr;
    if (auto const* own = object->if_contains("element_id");
        own != nullptr && own->is_string() && own->get_string() == id)
        return object->if_contains("content");
    for (auto const& member : *object)
        if (auto const* found = find_element(member.value(), id, depth + 1))
            return found;
    return nullptr;
}

FEISHU_DECL basic_task<result<std::string>> stream_core::perform(stream_actions::read action) {
    im::v1::message::get request{.message_id = feishu::message_id(action.message),
                                 .card_msg_content_type = im::v1::card_msg_content_type::user_card_content};
    auto got = co_await call_as_bot(runtime(), std::move(request));
    if (!got)
        co_return std::move(got).error();
    if (!got->items.empty()) {
        boost::system::error_code failed;
        auto const document = boost::json::parse(got->items.front().body.content.document(), failed);
        auto const* text = failed ? nullptr : find_element(document, stream_element);
        if (text != nullptr && text->is_string())
            co_return std::string(text->get_string());
    }
    error unknown;
    unknown.kind = error_kind::validation;
    unknown.message = "the message does not have the text";
    co_return unknown;
}

} // namespace feishu::detail
