#pragma once

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

#include <boost/asio/system_executor.hpp>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/image.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/message_reaction.hpp>
#include <feishu/api/im/v1/message_resource.hpp>
#include <feishu/async.hpp>
#include <feishu/bot/conversation.hpp>
#include <feishu/bot/impl/bot_runtime.hpp>
#include <feishu/bot/impl/conversation_state.hpp>
#include <feishu/bot/impl/read_incoming.hpp>
#include <feishu/bot/impl/target_gone.hpp>
#include <feishu/client/download.hpp>
#include <feishu/content/media.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/event/reply_uuid.hpp>

namespace feishu {
namespace detail {

FEISHU_DECL feishu::client const& client_of(bot_runtime const& runtime) { return runtime.client(); }

FEISHU_DECL result<void> check_running(bot_runtime const& runtime) {
    if (runtime.canceled())
        return bot_stopped();
    return {};
}

// The runtime is kept: the coroutine that it resumes may be the last that refers to it.
FEISHU_DECL void start_call(bot_runtime& runtime, prepared_call call, result<void>& outcome,
                            std::coroutine_handle<> coroutine) {
    auto done = [kept = runtime.shared_from_this(), work = runtime.executor().outstanding_work(), &outcome, coroutine](result<void> ended) {
        outcome = std::move(ended);
        kept->executor().post([coroutine] { coroutine.resume(); });
    };
    async_run(caller_access::core(runtime.client()), std::make_shared<prepared_call>(std::move(call)),
              boost::asio::system_executor(), call_handler(std::move(done)));
}

/// Awaits a download.
class download_awaiter {
public:
    using request = im::v1::message_resource::get;

    download_awaiter(bot_runtime& runtime, request what, download_target to)
        : runtime_(&runtime), request_(std::move(what)), to_(std::move(to)) {}

    bool await_ready() const noexcept { return false; }
    template <class Promise>
    bool await_suspend(std::coroutine_handle<Promise> coroutine) {
        auto const running = check_running(*runtime_);
        if (!running)
            outcome_ = running.error();
        if (running && is_blocking(coroutine))
            outcome_ = runtime_->client().download(std::move(request_), to_);
        if (!running || is_blocking(coroutine))
            return false;
        auto done = [kept = runtime_->shared_from_this(), work = runtime_->executor().outstanding_work(), this, coroutine](result<downloaded> ended) {
            outcome_ = std::move(ended);
            kept->executor().post([coroutine] { coroutine.resume(); });
        };
        runtime_->client().async_download(std::move(request_), to_, std::move(done));
        return true;
    }
    result<downloaded> await_resume() { return std::move(outcome_); }

private:
    bot_runtime* runtime_;
    request request_;
    download_target to_;
    result<downloaded> outcome_;
};

/// Awaits a time.
class sleep_awaiter {
public:
    sleep_awaiter(bot_runtime& runtime, std::chrono::milliseconds time) : runtime_(&runtime), time_(time) {}

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> coroutine) {
        auto const when = saturating_deadline(runtime_->executor().now(), time_);
        runtime_->sleeping().add(when, coroutine, outcome_);
    }
    result<void> await_resume() { return std::move(outcome_); }

private:
    bot_runtime* runtime_;
    std::chrono::milliseconds time_;
    result<void> outcome_;
};

FEISHU_DECL std::optional<std::string> conversation_state::next_uuid(std::string_view content) {
    if (event_key.empty())
        return std::nullopt;
    auto key = runtime->options().app_id.str() + '\n' + event_key + '\n';
    key += content;
    return uuid_for(key, said++);
}

using state_ptr = std::shared_ptr<conversation_state>;

template <endpoint E>
call_awaiter<E> call_of(state_ptr const& state, E request,
                        std::optional<std::chrono::milliseconds> timeout = {}) {
    return {*state->runtime, std::move(request), {.timeout = timeout}};
}

/// Where a message goes.
struct say_target {
    feishu::message_id reply_to{}; ///< empty: to the chat
    bool in_thread = false;
};

inline sent_message sent_of(im::v1::model::message const& message) {
    return {.message_id = message.message_id,
            .chat_id = message.chat_id,
            .thread_id = message.thread_id,
            .all = {message.message_id}};
}

inline basic_task<result<sent_message>> send_steps(state_ptr state, field::json_text content,
                                                   std::optional<std::chrono::milliseconds> timeout) {
    namespace message = im::v1::message;
    auto request = state->chat.empty() ? message::send(state->user, std::move(content))
                                       : message::send(state->chat, std::move(content));
    if (auto uuid = state->next_uuid(request.content->bytes()))
        request.uuid = *uuid;
    auto sent = co_await call_of(state, std::move(request), timeout);
    if (!sent)
        co_return std::move(sent).error();
    co_return sent_of(*sent);
}

inline im::v1::message::reply reply_request(conversation_state& state, say_target const& target,
                                            field::json_text content) {
    im::v1::message::reply request{.message_id = target.reply_to, .content = std::move(content)};
    if (target.in_thread)
        request.reply_in_thread = true;
    if (auto uuid = state.next_uuid(request.content->bytes()))
        request.uuid = *uuid;
    return request;
}

inline basic_task<result<sent_message>> part_steps(state_ptr state, field::json_text content,
                                                   say_target target, say_options options) {
    if (target.reply_to.empty())
        co_return co_await send_steps(state, std::move(content), options.timeout);
    auto request = reply_request(*state, target, content);
    auto replied = co_await call_of(state, std::move(request), options.timeout);
    if (replied)
        co_return sent_of(*replied);
    bool const known = !state->chat.empty() || !state->user.empty();
    if (!options.new_if_gone || !known || !is_target_gone(replied.error()))
        co_return std::move(replied).error();
    auto sent = co_await send_steps(state, std::move(content), options.timeout);
    if (sent)
        sent->target_gone = true;
    co_return sent;
}

// --- files

enum class file_use { image, video, voice, other };

inline std::string lower_extension(std::filesystem::path const& path) {
    auto extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension;
}

inline file_use use_of(local_file const& file, std::string_view extension) {
    if (file.as_file)
        return file_use::other;
    for (auto const image : {".jpg", ".jpeg", ".png", ".webp", ".gif", ".tiff", ".bmp", ".ico"})
        if (extension == image)
            return file_use::image;
    if (extension == ".mp4")
        return file_use::video;
    return extension == ".opus" ? file_use::voice : file_use::other;
}

inline im::v1::file_type file_type_of(std::string_view extension) {
    using enum im::v1::file_type;
    constexpr std::pair<std::string_view, im::v1::file_type> known[] = {
        {".opus", opus}, {".mp4", mp4},  {".pdf", pdf}, {".doc", doc}, {".docx", doc},
        {".xls", xls},   {".xlsx", xls}, {".ppt", ppt}, {".pptx", ppt}};
    for (auto const& [name, type] : known)
        if (name == extension)
            return type;
    return stream;
}

inline im::v1::file::create upload_of(local_file const& file, std::string_view extension) {
    auto const name = file.path.filename().u8string();
    im::v1::file::create out{.file_type = file_type_of(extension),
                             .file_name =
                                 file.name.empty() ? std::string(name.begin(), name.end()) : file.name,
                             .file = from_path(file.path)};
    if (file.duration)
        out.duration = static_cast<int>(*file.duration);
    return out;
}

inline basic_task<result<field::json_text>> upload_steps(state_ptr state, local_file file,
                                                         std::optional<std::chrono::milliseconds> timeout) {
    auto const extension = lower_extension(file.path);
    auto const use = use_of(file, extension);
    if (use == file_use::image) {
        im::v1::image::create request{.image_type = im::v1::image_type::message,
                                      .image = from_path(file.path)};
        auto uploaded = co_await call_of(state, std::move(request), timeout);
        if (!uploaded)
            co_return std::move(uploaded).error();
        co_return static_cast<field::json_text>(image{.image_key = uploaded->image_key});
    }
    auto request = upload_of(file, extension);
    auto uploaded = co_await call_of(state, std::move(request), timeout);
    if (!uploaded)
        co_return std::move(uploaded).error();
    if (use == file_use::video)
        co_return static_cast<field::json_text>(media{.file_key = uploaded->file_key});
    if (use == file_use::voice)
        co_return static_cast<field::json_text>(audio{.file_key = uploaded->file_key});
    co_return static_cast<field::json_text>(feishu::file{.file_key = uploaded->file_key});
}

// --- operations

inline basic_task<result<sent_message>> say_steps(state_ptr state, outgoing what, say_target target,
                                                  say_options options) {
    sent_message all;
    for (auto const& part : what.parts()) {
        auto content = part.content;
        if (part.file) {
            auto uploaded = co_await upload_steps(state, *part.file, options.timeout);
            if (!uploaded)
                co_return std::move(uploaded).error();
            content = std::move(*uploaded);
        }
        auto sent = co_await part_steps(state, std::move(content), target, options);
        if (!sent)
            co_return std::move(sent).error();
        if (all.all.empty())
            all = std::move(*sent);
        else
            all.all.push_back(sent->message_id);
        if (all.target_gone)
            target = {};
    }
    co_return all;
}

inline basic_task<result<void>> edit_steps(state_ptr state, feishu::message_id id, outgoing what) {
    if (what.parts().size() != 1 || what.parts().front().file)
        co_return error{.kind = error_kind::validation,
                        .message = "a message is edited with one text, post or card",
                        .may_have_executed = false};
    auto content = what.parts().front().content;
    if (content.msg_type() == "interactive") {
        im::v1::message::patch request{.message_id = id, .content = std::move(content)};
        auto done = co_await call_of(state, std::move(request));
        if (!done)
            co_return std::move(done).error();
    } else {
        im::v1::message::update request{.message_id = id, .content = std::move(content)};
        auto done = co_await call_of(state, std::move(request));
        if (!done)
            co_return std::move(done).error();
    }
    co_return result<void>();
}

inline basic_task<result<feishu::reaction_id>> react_steps(state_ptr state, feishu::message_id id,
                                                           std::string emoji) {
    im::v1::model::reaction_emoji kind{.emoji_type = open<im::v1::emoji_type>(emoji)};
    im::v1::message_reaction::create request{.message_id = id, .reaction_type = std::move(kind)};
    auto done = co_await call_of(state, std::move(request));
    if (!done)
        co_return std::move(done).error();
    co_return done->reaction_id;
}

template <endpoint E>
basic_task<result<void>> plain_steps(state_ptr state, E request) {
    auto done = co_await call_of(state, std::move(request));
    if (!done)
        co_return std::move(done).error();
    co_return result<void>();
}

inline basic_task<result<std::vector<im::v1::model::message>>>
get_steps(state_ptr state, feishu::message_id id, bool names = false) {
    im::v1::message::get request{.message_id = id};
    if (names)
        request.with_sender_name = true;
    auto got = co_await call_of(state, std::move(request));
    if (!got)
        co_return std::move(got).error();
    co_return std::move(got->items);
}

inline basic_task<result<std::optional<incoming>>> quoted_steps(state_ptr state, feishu::message_id parent,
                                                                bool direct) {
    if (parent.empty())
        co_return std::optional<incoming>();
    auto got = co_await get_steps(state, parent);
    if (!got && is_target_gone(got.error()))
        co_return std::optional<incoming>();
    if (!got)
        co_return std::move(got).error();
    if (got->empty() || got->front().deleted)
        co_return std::optional<incoming>();
    co_return std::optional<incoming>(read_incoming(got->front(), state->runtime->known_open_id(), direct));
}

inline basic_task<result<std::vector<incoming>>> forwarded_steps(state_ptr state, feishu::message_id forward,
                                                                 bool direct) {
    auto got = co_await get_steps(state, forward);
    if (!got)
        co_return std::move(got).error();
    std::vector<incoming> out;
    for (auto const& one : *got)
        if (one.message_id != forward)
            out.push_back(read_incoming(one, state->runtime->known_open_id(), direct));
    co_return out;
}

inline basic_task<result<std::string>> name_steps(state_ptr state, feishu::message_id id) {
    auto got = co_await get_steps(state, id, true);
    if (!got)
        co_return std::move(got).error();
    if (got->empty() || !got->front().sender.sender_name)
        co_return std::string();
    co_return *got->front().sender.sender_name;
}

inline basic_task<result<downloaded>> download_steps(state_ptr state, message_attachment what,
                                                     download_target to) {
    bool const picture = what.is == message_attachment::kind::image;
    im::v1::message_resource::get request{.message_id = what.message_id,
                                          .file_key = what.key,
                                          .type = picture ? im::v1::resource_type::image
                                                          : im::v1::resource_type::file};
    co_return co_await download_awaiter(*state->runtime, std::move(request), std::move(to));
}

inline basic_task<result<void>> sleep_steps(state_ptr state, std::chrono::milliseconds time) {
    co_return co_await sleep_awaiter(*state->runtime, time);
}

} // namespace detail

FEISHU_DECL feishu::chat_id const& conversation::chat() const { return state_->chat; }
FEISHU_DECL feishu::client const& conversation::client() const { return state_->runtime->client(); }
FEISHU_DECL bool conversation::stopping() const { return state_->runtime->canceled(); }
FEISHU_DECL std::shared_ptr<detail::bot_runtime> const& conversation::runtime() const {
    return state_->runtime;
}

FEISHU_DECL operation<sent_message> conversation::say_parts(outgoing what, say_options options) const {
    bool const in_thread = options.in_thread.value_or(state_->in_thread);
    detail::say_target target{};
    if (!state_->anchor.empty() && (in_thread || state_->chat.empty()))
        target = {.reply_to = state_->anchor, .in_thread = in_thread};
    return {runtime(), detail::say_steps(state_, std::move(what), std::move(target), options)};
}

FEISHU_DECL operation<sent_message> conversation::reply_parts(feishu::message_id to, outgoing what,
                                                              say_options options) const {
    detail::say_target target{.reply_to = std::move(to),
                              .in_thread = options.in_thread.value_or(state_->in_thread)};
    return {runtime(), detail::say_steps(state_, std::move(what), std::move(target), options)};
}

FEISHU_DECL operation<incoming> conversation::ask_text(incoming const& m, outgoing what,
                                                       std::chrono::milliseconds timeout) const {
    return {runtime(), detail::ask_message(state_, std::move(what), detail::target_of(m), timeout)};
}

FEISHU_DECL operation<std::string> conversation::choose(incoming const& m, std::string what,
                                                        question_choices const& choices,
                                                        std::chrono::milliseconds timeout,
                                                        ask_options options) const {
    return {runtime(), detail::ask_choice(state_, std::move(what), choices.texts(), detail::target_of(m), timeout, options)};
}

FEISHU_DECL operation<void> conversation::edit_parts(feishu::message_id message, outgoing what) const {
    return {runtime(), detail::edit_steps(state_, std::move(message), std::move(what))};
}

FEISHU_DECL operation<feishu::reaction_id> conversation::react(feishu::message_id message,
                                                               std::string emoji_type) const {
    return {runtime(), detail::react_steps(state_, std::move(message), std::move(emoji_type))};
}

FEISHU_DECL operation<void> conversation::unreact(feishu::message_id message,
                                                  feishu::reaction_id reaction) const {
    im::v1::message_reaction::delete_ request{.message_id = std::move(message),
                                              .reaction_id = std::move(reaction)};
    return {runtime(), detail::plain_steps(state_, std::move(request))};
}

FEISHU_DECL operation<void> conversation::recall(feishu::message_id message) const {
    im::v1::message::delete_ request{.message_id = std::move(message)};
    return {runtime(), detail::plain_steps(state_, std::move(request))};
}

FEISHU_DECL operation<std::optional<incoming>> conversation::quoted(incoming const& message) const {
    return {runtime(), detail::quoted_steps(state_, message.parent_id, message.direct)};
}

FEISHU_DECL operation<std::vector<incoming>> conversation::forwarded(incoming const& message) const {
    return {runtime(), detail::forwarded_steps(state_, message.id, message.direct)};
}

FEISHU_DECL operation<std::string> conversation::sender_name(incoming const& message) const {
    return {runtime(), detail::name_steps(state_, message.id)};
}

FEISHU_DECL operation<downloaded> conversation::download(message_attachment const& what,
                                                         download_target const& to) const {
    return {runtime(), detail::download_steps(state_, what, to)};
}

FEISHU_DECL operation<void> conversation::sleep(std::chrono::milliseconds time) const {
    return {runtime(), detail::sleep_steps(state_, time)};
}

} // namespace feishu
