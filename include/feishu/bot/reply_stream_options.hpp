#pragma once
// reply_stream_options: how a text is streamed into cards.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <string>

namespace feishu {

/// Settings of a stream of text into cards.
struct reply_stream_options {
    /// Minimum time between two updates. The platform accepts ten operations per second on one card.
    /// https://open.feishu.cn/document/cardkit-v1/streaming-updates-openapi-overview
    std::chrono::milliseconds interval{120};
    /// Bytes of text in one card, escaped as JSON; at least 1,000. The platform accepts cards of 30 KB.
    std::size_t max_card_bytes = 28'000;
    /// Tables in one card; at least 1. The platform documents five, but has refused four.
    std::size_t max_tables = 3;
    /// Displayed until there is text.
    std::string placeholder = "…";
    /// Preview of the card in the chat list while text arrives.
    std::string working_summary = "…";
    /// Displayed below the text if the stream was aborted, before the reason.
    std::string failure_prefix = "⚠ ";
    /// The reason that is displayed if the stream is destroyed before it was finished.
    std::string unfinished = "The answer is incomplete.";
    /// How long failing updates are retried until the stream fails.
    std::chrono::milliseconds give_up{120'000};
    /// Whether the final text is read back and compared. Takes one call of im.v1.message.get per card.
    bool verify = true;
    /// The name under which the stream is kept in bot_options::store, so that another process can continue it; empty: it
    /// is not kept. One stream at a time has this name. `stream` then blocks for one operation of the store.
    ///
    ///     feishu::reply_stream_options const options{.name = m.id.str()};
    ///     auto reply = co_await c.stream(m, options);
    ///     co_await reply.append(text.substr(reply.size()));
    std::string name{};
};

} // namespace feishu
