#pragma once
// reply_stream_machine: decides what is done to stream a growing text into cards: when a card is updated, when its
// streaming mode is opened again, when the text continues in another card. Only decisions: the driver calls the
// platform.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include <feishu/bot/impl/card_cut.hpp>
#include <feishu/bot/reply_stream_options.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// The element of a card that the text is written to.
inline constexpr std::string_view stream_element = "text";

namespace stream_actions {

/// Nothing to do until then, or until there is more text; nothing: only then.
struct wait {
    std::optional<clock::time_point> until{};
};
/// Keep reply_stream_machine::saved() in the store.
struct save {};
/// Create a card entity in streaming mode that displays `text`. Its outcome has the card's id.
struct create {
    std::string text{};
};
/// Send the card; the same `number` is the same message. Its outcome has the message's id.
struct send {
    std::string card{};
    std::size_t number = 0; ///< of the message in the stream, from 0
};
/// Set the whole text of the element.
struct write {
    std::string card{};
    std::string text{};
    int sequence = 0;
};
/// Switch the streaming mode of the card; if off, with a preview.
struct switch_mode {
    std::string card{};
    bool streaming = false;
    std::string summary{};
    int sequence = 0;
};
/// Read the element's text back. Its outcome has the text.
struct read {
    std::string message{};
};
/// The stream has ended.
struct done {};

} // namespace stream_actions

/// What is asked of the platform.
using stream_request = std::variant<stream_actions::create, stream_actions::send, stream_actions::write,
                                    stream_actions::switch_mode, stream_actions::read>;
using stream_action =
    std::variant<stream_actions::wait, stream_actions::save, stream_request, stream_actions::done>;

/// What must be kept to continue a stream in another process.
struct saved_stream {
    std::size_t begin = 0; ///< bytes of the whole text before the current card's
    std::string opening{}; ///< what the current card begins with, which is not part of the whole text
    std::string text{};    ///< of the current card, without `opening`
    std::string card{};    ///< the current card; empty: not created
    int sequence = 0;      ///< of its last operation
    std::vector<std::string> messages{}; ///< of all cards, in their order
    bool sent = false;                   ///< whether the last of them is the current card's
    bool ended = false;                  ///< whether the text is complete
};

BOOST_DESCRIBE_STRUCT(saved_stream, (), (begin, opening, text, card, sequence, messages, sent, ended))

/// One stream. Not thread-safe.
class reply_stream_machine {
public:
    using time_point = clock::time_point;

    FEISHU_DECL explicit reply_stream_machine(reply_stream_options options);
    /// Continues a stream of another process.
    FEISHU_DECL reply_stream_machine(reply_stream_options options, saved_stream from);

    // --- what the writer wants

    /// Appends text, which may end within a character. Bytes that are not UTF-8 become U+FFFD. Without effect once the
    /// stream has ended.
    FEISHU_DECL void append(std::string_view more);
    /// The text is complete.
    FEISHU_DECL void finish();
    /// Displays a reason below the text, and ends it.
    FEISHU_DECL void abort(std::string_view reason);

    // --- what the driver does

    /// What to do now. on_outcome() is called with the outcome of a request before the next call.
    FEISHU_DECL stream_action next(time_point now);
    /// The outcome of the request: an id or a text, where it has one.
    FEISHU_DECL void on_outcome(result<std::string> outcome, time_point now);

    // --- how far it is

    /// True once the text is complete.
    bool ended() const { return ended_; }
    /// Ends the stream with a failure of the driver.
    FEISHU_DECL void fail(error why);
    /// Bytes of the whole text so far.
    std::size_t size() const { return begin_ + text_.size() - opening_.size() + partial_.size(); }
    /// Bytes of the text that no card displays yet.
    std::size_t behind() const { return text_.size() - (std::min)(shown_.size(), text_.size()); }
    /// True if what the cards display is all of the text.
    FEISHU_DECL bool displayed() const;
    /// True once `next` returns `done`.
    bool over() const { return phase_ == phase::over; }
    /// Why the stream ended early.
    std::optional<error> const& failure() const { return failure_; }
    /// Whether the final text was read back from the platform.
    bool verified() const { return verified_; }
    /// The messages so far.
    std::vector<std::string> const& messages() const { return messages_; }
    FEISHU_DECL saved_stream saved() const;

private:
    enum class phase { create, send, write, close, read, over };
    enum class request { none, create, send, write, open, close, read };

    FEISHU_DECL void update_target();
    FEISHU_DECL stream_action write_or_close();
    FEISHU_DECL stream_request switch_mode(bool streaming);
    FEISHU_DECL void on_success(std::string value);
    FEISHU_DECL void on_failure(error why, time_point now);
    FEISHU_DECL bool repaired(error const& why);
    FEISHU_DECL bool shrink(bool tables);
    FEISHU_DECL void on_read(std::string const& text);
    FEISHU_DECL void renew_card();
    FEISHU_DECL void end_card();

    reply_stream_options options_;
    card_limits limits_; // of the current card; smaller than the options if the platform has refused more

    std::size_t begin_ = 0;
    std::string opening_{};
    std::string text_{};    // of the current card and whatever follows, with `opening_`
    std::string partial_{}; // the begin of a character, whose rest is to be appended
    std::string failure_text_{};
    bool ended_ = false;

    phase phase_ = phase::create;
    request request_ = request::none; // whose outcome is awaited
    std::string card_{};
    int sequence_ = 0;
    bool streaming_ = true; // whether the current card is in streaming mode
    std::vector<std::string> messages_{};
    std::optional<card_cut> cut_{}; // of the text, if it does not fit into the current card
    std::string target_{};          // what the current card is to display
    std::string shown_{};           // what it displays
    bool changed_ = true;           // whether `target_` is out of date

    bool save_now_ = false;   // the cards have changed
    bool save_later_ = false; // the text has
    time_point save_at_ = (time_point::min)();
    time_point not_before_ = (time_point::min)();
    std::optional<time_point> failing_since_{};
    int failures_ = 0; // in a row
    int rewrites_ = 0; // of the current card's final text
    bool verified_ = true;
    std::optional<error> failure_{};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/reply_stream_machine.ipp>
#endif
