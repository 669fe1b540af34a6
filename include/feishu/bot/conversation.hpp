#pragma once
// conversation: where a handler says something: a chat, with the message, action or event that it responds to.
//
//     bot.on_message([](feishu::conversation c, feishu::incoming const& m) -> feishu::task {
//         auto sent = co_await c.reply(m, "working on it …");
//         …
//         if (sent) co_await c.edit(sent->message_id, "done");
//     });

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <feishu/bot/impl/ask.hpp>
#include <feishu/bot/impl/call_awaiter.hpp>
#include <feishu/bot/incoming.hpp>
#include <feishu/bot/operation.hpp>
#include <feishu/bot/outgoing.hpp>
#include <feishu/bot/question.hpp>
#include <feishu/client.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu {

class download_target;
struct downloaded;
class reply_stream;
struct reply_stream_options;

namespace detail {
struct conversation_state;
}

/// How something is said. Trivial, so that it may be in braces inside co_await.
struct say_options {
    /// In a thread: a reply to the message that is responded to, in its thread or a new one. If not set, a message that
    /// came in a thread is responded to there.
    std::optional<bool> in_thread{};
    /// If the message to reply to is gone (recalled, deleted, not visible), sends a new message to the chat instead.
    /// Nothing else does, in particular no rate limit.
    bool new_if_gone = true;
    std::optional<std::chrono::milliseconds> timeout{}; ///< of each call, instead of client_config::timeout
};

/// A chat in which a bot says something. Every function returns an operation, which a coroutine awaits and a plain
/// function gets; see <feishu/bot/operation.hpp>.
///
/// Messages carry a uuid, so that a retry does not send them twice. In a handler it is derived from the event and the
/// number of the message: a handler that is run again after a failure does not repeat what it has said, if that is the
/// same.
/// Thread safety: a value that may be copied to other threads; any number of operations at once.
/// Lifetimes: copies keep what they need of the bot.
/// Cancellation: operations fail with error_kind::canceled once the bot has stopped.
/// Errors: those of the calls, as the result of the operation.
class conversation {
public:
    /// For what extends the bot; see bot::in().
    explicit conversation(std::shared_ptr<detail::conversation_state> state) : state_(std::move(state)) {}

    /// The chat; empty if a user was addressed with whom there was no message yet.
    FEISHU_DECL feishu::chat_id const& chat() const;
    /// The client of the bot.
    FEISHU_DECL feishu::client const& client() const;
    /// Whether the bot stops, so that further operations will fail.
    FEISHU_DECL bool stopping() const;

    /// Sends a message to the chat, into the thread of the message that is responded to if that is in one.
    template <says What>
    detail::operation_with<sent_message, What> say(What&& what, say_options options = {}) const {
        return detail::operation_with<sent_message, What>(say_parts(outgoing(what), options));
    }
    /// Replies to a message, in its thread if it is in one.
    template <says What>
    detail::operation_with<sent_message, What> reply(incoming const& to, What&& what,
                                                     say_options options = {}) const {
        if (!options.in_thread)
            options.in_thread = !to.thread_id.empty();
        return detail::operation_with<sent_message, What>(reply_parts(to.id, outgoing(what), options));
    }
    /// Replies to a message.
    template <says What>
    detail::operation_with<sent_message, What> reply(feishu::message_id const& to, What&& what,
                                                     say_options options = {}) const {
        return detail::operation_with<sent_message, What>(reply_parts(to, outgoing(what), options));
    }
    /// Replies to a message with a text that is displayed while it is written; see <feishu/bot/reply_stream.hpp>. The
    /// options are named first, for g++ 12:
    ///
    ///     feishu::reply_stream_options const options{.name = m.id.str()};
    ///     auto reply = co_await c.stream(m, options);
    FEISHU_DECL reply_stream stream(incoming const& to) const;
    FEISHU_DECL reply_stream stream(incoming const& to, reply_stream_options const& options) const;
    FEISHU_UNAVAILABLE("g++ 12 destroys an object in braces inside co_await twice: name it first, then pass it by name")
    reply_stream stream(incoming const& to, reply_stream_options&& options) const;
    /// The same as a new message in the chat.
    FEISHU_DECL reply_stream stream() const;
    FEISHU_DECL reply_stream stream(reply_stream_options const& options) const;
    FEISHU_UNAVAILABLE("g++ 12 destroys an object in braces inside co_await twice: name it first, then pass it by name")
    reply_stream stream(reply_stream_options&& options) const;
    /// Replaces the content of a message of the bot: a text or post by a text or post, a card by a card.
    template <says What>
    detail::operation_with<void, What> edit(feishu::message_id const& message, What&& what) const {
        return detail::operation_with<void, What>(edit_parts(message, outgoing(what)));
    }
    /// Adds a reaction: `c.react(m.id, "OK")`. https://open.feishu.cn/document/server-docs/im-v1/message-reaction/emojis-introduce
    FEISHU_DECL operation<feishu::reaction_id> react(feishu::message_id message,
                                                     std::string emoji_type) const;
    /// Removes a reaction of the bot.
    FEISHU_DECL operation<void> unreact(feishu::message_id message, feishu::reaction_id reaction) const;
    /// Recalls a message of the bot.
    FEISHU_DECL operation<void> recall(feishu::message_id message) const;

    /// Asks the sender of a message for the members of a T: replies with a form, and awaits what is submitted. Include
    /// <feishu/content/card/form.hpp> to use it.
    ///
    ///     auto answer = co_await c.ask<deploy>(m, card::form<deploy>("Deploy?"), std::chrono::minutes(5));
    ///
    /// What is submitted with invalid values is refused with a toast that names the field, and the question goes on. The
    /// card then displays the answer, or that the question has ended. The cancel button of the form, if it has one, ends
    /// the question.
    /// As soon as a question is sent, the message that is handled counts as handled: further messages of the chat are
    /// handled, and it is not delivered again if the handler fails or the program ends. Questions do not outlive the
    /// program: a click on an older one is answered by a toast (question_texts::forgotten). There is one per chat and user:
    /// a new one replaces the one before. A plain function that waits for an answer occupies a thread.
    /// Errors: those of question_options and of calls; see why_unanswered. A form that cannot be sent is an error of
    /// kind validation.
    template <reflect::described T>
    operation<T> ask(incoming const& m, card::form<T> const& form, std::chrono::milliseconds timeout,
                     ask_options options = {}) const {
        return {runtime(), detail::ask_form<T>(state_, form, detail::target_of(m), timeout, options)};
    }
    /// The same with a text: the next message of the user in the chat is the answer. It needs no mention of the bot, if the
    /// platform delivers it without (scope im:message.group_msg), and no handler gets it.
    ///
    ///     auto version = co_await c.ask(m, "Which version?", std::chrono::minutes(5));
    ///     if (version) co_await c.say("deploying " + version->text());
    template <says What>
        requires(!detail::is_form<std::remove_cvref_t<What>>)
    detail::operation_with<incoming, What> ask(incoming const& m, What&& what,
                                               std::chrono::milliseconds timeout) const {
        return detail::operation_with<incoming, What>(ask_text(m, outgoing(what), timeout));
    }
    /// The same with a button for each choice; returns the one that was clicked.
    ///
    ///     auto answer = co_await c.choose(m, "Go?", {"yes", "no"}, std::chrono::minutes(5));
    FEISHU_DECL operation<std::string> choose(incoming const& m, std::string what,
                                              question_choices const& choices,
                                              std::chrono::milliseconds timeout,
                                              ask_options options = {}) const;

    /// The message that another one replies to; none if it does not reply, or if that is gone.
    FEISHU_DECL operation<std::optional<incoming>> quoted(incoming const& message) const;
    /// The messages in a merged forward, in their order; `upper_message_id` of those in a nested one is the nested one.
    FEISHU_DECL operation<std::vector<incoming>> forwarded(incoming const& message) const;
    /// The name of the sender; empty if no scope allows the bot to read it. Needs contact:user.base:readonly, or
    /// im:message:readonly.
    FEISHU_DECL operation<std::string> sender_name(incoming const& message) const;
    /// Downloads a file of a message. Include <feishu/client/download.hpp> to use it.
    ///
    ///     auto got = co_await c.download(m.attachments.front(), feishu::to_path("out.pdf"));
    FEISHU_DECL operation<downloaded> download(message_attachment const& what,
                                               download_target const& to) const;

    /// Calls any endpoint as the bot.
    ///
    ///     im::chat::get const request{.chat_id = c.chat()};    // named first, for g++ 12
    ///     auto chat = co_await c.call(request);
    template <class Request, endpoint E = std::remove_cvref_t<Request>>
    detail::operation_with<typename E::response, Request> call(Request&& request) const {
        return call(std::forward<Request>(request), call_options());
    }
    /// The same with options.
    template <class Request, endpoint E = std::remove_cvref_t<Request>>
    detail::operation_with<typename E::response, Request> call(Request&& request,
                                                               call_options const& options) const {
        return {runtime(), call_steps(runtime(), E(std::forward<Request>(request)), options)};
    }
    /// Waits. The executor's clock counts.
    FEISHU_DECL operation<void> sleep(std::chrono::milliseconds time) const;

    /// For what extends the bot.
    std::shared_ptr<detail::conversation_state> const& state() const { return state_; }

private:
    FEISHU_DECL std::shared_ptr<detail::bot_runtime> const& runtime() const;
    FEISHU_DECL operation<sent_message> say_parts(outgoing what, say_options options) const;
    FEISHU_DECL operation<sent_message> reply_parts(feishu::message_id to, outgoing what,
                                                    say_options options) const;
    FEISHU_DECL operation<incoming> ask_text(incoming const& m, outgoing what, std::chrono::milliseconds timeout) const;
    FEISHU_DECL operation<void> edit_parts(feishu::message_id message, outgoing what) const;

    template <endpoint E>
    static basic_task<result<typename E::response>> call_steps(std::shared_ptr<detail::bot_runtime> runtime,
                                                               E request, call_options options) {
        co_return co_await detail::call_awaiter<E>(*runtime, std::move(request), std::move(options));
    }

    std::shared_ptr<detail::conversation_state> state_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/ask.ipp>
#include <feishu/bot/impl/conversation.ipp>
#endif
