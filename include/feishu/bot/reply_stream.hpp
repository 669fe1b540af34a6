#pragma once
// reply_stream: a text that is displayed while it is being written, as that of a language model is.
//
//     bot.on_message([](feishu::conversation c, feishu::incoming const& m) -> feishu::task {
//         auto reply = co_await c.stream(m);
//         for (auto piece : model.answer(m.text()))
//             co_await reply.append(piece);
//         co_await reply.finish();
//     });
//
// The text is Markdown, in a card that is updated as often as the platform accepts. A text that is too long for one card
// continues in further ones: code blocks are closed and opened again, tables repeat their header.
// https://open.feishu.cn/document/cardkit-v1/streaming-updates-openapi-overview

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <coroutine>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include <feishu/bot/operation.hpp>
#include <feishu/bot/outgoing.hpp>
#include <feishu/bot/reply_stream_options.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu {
namespace detail {
class stream_core;
}

/// A text that grows in a chat. Made by conversation::stream.
///
/// In a coroutine, what was appended is displayed in the background. In a plain function (without `co_await`), the
/// functions of the stream display it: what was appended within the interval is displayed by the next one.
///
/// A stream that is destroyed before `finish` displays reply_stream_options::unfinished below its text; a handler that
/// throws does not leave a card behind that seems to wait for more. If the bot is stopping and the stream is kept in the
/// store, it is left as it is, and continued by the next stream with that name.
///
/// Thread safety: one thread at a time.
/// Lifetimes: keeps what it needs of the bot.
/// Cancellation: when the bot stops, operations fail with error_kind::canceled.
/// Errors: a failing platform is waited for, up to reply_stream_options::give_up. After that, and when the app may not
/// send to the chat, all operations return the error.
class reply_stream {
public:
    /// For conversation::stream.
    FEISHU_DECL explicit reply_stream(std::shared_ptr<detail::stream_core> core);
    FEISHU_DECL reply_stream(reply_stream&& other) noexcept;
    FEISHU_DECL reply_stream& operator=(reply_stream&& other) noexcept;
    FEISHU_DECL ~reply_stream();

    /// Appends to the text. A piece may end within a character; bytes that are not UTF-8 become U+FFFD. Waits only if the chat is more than a card behind.
    FEISHU_DECL operation<void> append(std::string more);
    /// Waits until all of the text is displayed, and ends the stream. Returns the messages that display it.
    FEISHU_DECL operation<sent_message> finish();
    /// The same after a failure, with the reason below the text.
    FEISHU_DECL operation<sent_message> abort(std::string reason);

    /// Bytes of the text so far. A stream that is kept in the store begins with what an earlier process has appended.
    FEISHU_DECL std::size_t size() const;
    /// After `finish`: whether the text was read back from the platform and found equal. False without the permission to
    /// read messages.
    FEISHU_DECL bool verified() const;

    // `co_await c.stream(m)` is the stream itself, and has it displayed in the background from now on.
    struct awaiter {
        reply_stream* stream;
        bool await_ready() const noexcept { return true; }
        void await_suspend(std::coroutine_handle<>) const noexcept {}
        FEISHU_DECL reply_stream await_resume() const;
    };
    awaiter operator co_await() && noexcept { return {this}; }

private:
    std::shared_ptr<detail::stream_core> core_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/reply_stream.ipp>
#endif
