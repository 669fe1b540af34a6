#pragma once
// card_stream: streams text into a card while it is being produced, with a typewriter effect.
//
//     auto stream = card::stream<feishu::client>::open(client, card).value(); // with an element "reply"
//     auto sent = client.call(im::message::send(chat, stream.message()));
//     for (auto const& token : tokens)
//         if (auto written = stream.append("reply", token); !written)         // sent every 100 ms
//             std::cerr << written.error() << '\n';                           // the next call sends it again
//     auto closed = stream.close();                                           // sends the rest
//
// The card must have `config.streaming_mode`, and an element_id on each element that is written to. The
// platform ends streaming mode after 10 minutes.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/api/cardkit/v1/card.hpp>
#include <feishu/api/cardkit/v1/card_element.hpp>
#include <feishu/content/card/card_config.hpp>
#include <feishu/content/card/reference.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/json_text.hpp>

namespace feishu::card {

/// Settings of a stream.
struct stream_options {
    /// Minimum time between two updates; none if zero or less. The platform accepts ten updates per second of
    /// one card.
    std::chrono::milliseconds interval{100};
    /// Replaces the system's monotonic clock.
    std::shared_ptr<feishu::clock> clock{};
};

/// Writes text into a card entity. `Caller` is a feishu::client, or a type with the same `call`.
///
/// Updates within the interval are kept, with the latest text of each element, and sent by the first call
/// after the interval, or by flush() and close(): no function waits for the interval.
/// Thread safety: one thread at a time.
/// Lifetimes: the caller outlives the stream. The destructor does not send pending text: close() does.
/// Cancellation: none, except the timeouts of the calls.
/// Errors: those of the calls. After an error the text is kept, and the next call sends it.
template <class Caller>
class stream {
public:
    /// Creates the card entity. Errors: those of cardkit.v1.card.create.
    [[nodiscard]] static result<stream> open(Caller const& caller, field::json_text card, stream_options options = {}) {
        return open(caller, cardkit::v1::card_type::card_json, std::move(card), std::move(options));
    }
    /// Creates the card entity from a template. Errors: those of cardkit.v1.card.create.
    [[nodiscard]] static result<stream> open(Caller const& caller, from_template const& card, stream_options options = {}) {
        return open(caller, cardkit::v1::card_type::template_, card.data(), std::move(options));
    }

    /// Continues with an existing card entity whose last update had the number `last_sequence`.
    stream(Caller const& caller, feishu::card_id card, int last_sequence, stream_options options = {})
        : caller_(&caller), id_(std::move(card)), sequence_(last_sequence), options_(std::move(options)) {
        if (options_.clock == nullptr)
            options_.clock = std::make_shared<feishu::clock>();
    }

    /// The card entity.
    feishu::card_id const& card_id() const { return id_; }
    /// The card as message content.
    by_id message() const { return {.card_id = id_}; }
    /// The number of the last update; every attempt uses a new one.
    int sequence() const { return sequence_; }
    /// True if there is text that has not been sent.
    bool pending() const { return !pending_.empty(); }

    /// Appends to an element's text, which is sent now or later: see above.
    /// Errors: if it is sent, those of cardkit.v1.card_element.content.
    [[nodiscard]] result<void> append(std::string const& element_id, std::string_view more) {
        auto& text = texts_[element_id];
        text += more;
        return offer(element_id);
    }

    /// Replaces an element's text; otherwise as append().
    [[nodiscard]] result<void> write(std::string const& element_id, std::string text) {
        texts_[element_id] = std::move(text);
        return offer(element_id);
    }

    /// Sends all pending text, regardless of the interval.
    [[nodiscard]] result<void> flush() {
        while (!pending_.empty())
            if (auto sent = send_first(); !sent)
                return sent;
        return {};
    }

    /// Updates the card's config. Errors: those of cardkit.v1.card.settings.
    [[nodiscard]] result<void> settings(feishu::card::config const& config) {
        auto done = caller_->call(cardkit::v1::card::settings{
            .card_id = id_,
            .settings = settings_json(config),
            .sequence = ++sequence_,
        });
        sent_at_ = options_.clock->now();
        if (!done)
            return std::move(done).error();
        return {};
    }

    /// Sends all pending text and ends streaming mode; `summary` is the preview in the chat list.
    [[nodiscard]] result<void> close(std::optional<std::string> summary = {}) {
        if (auto sent = flush(); !sent)
            return sent;
        feishu::card::config config{.streaming_mode = false};
        if (summary)
            config.summary = feishu::card::summary{.content = std::move(summary)};
        return settings(config);
    }

private:
    static result<stream> open(Caller const& caller, cardkit::v1::card_type type, field::json_text data,
                               stream_options options) {
        auto created = caller.call(cardkit::v1::card::create{
            .type = type,
            .data = field::json_text_of<1, 3000000>(std::move(data)),
        });
        if (!created)
            return std::move(created).error();
        return stream(caller, std::move(created->card_id), 0, std::move(options));
    }

    result<void> offer(std::string const& element_id) {
        if (std::find(pending_.begin(), pending_.end(), element_id) == pending_.end())
            pending_.push_back(element_id);
        if (sent_at_ && options_.clock->now() < feishu::detail::saturating_deadline(*sent_at_, options_.interval))
            return {};
        return send_first();
    }

    // The element that has been pending longest, so that none starves.
    result<void> send_first() {
        auto const& element_id = pending_.front();
        if (texts_[element_id].empty()) { // the platform takes no empty text
            pending_.erase(pending_.begin());
            return {};
        }
        auto done = caller_->call(cardkit::v1::card_element::content{
            .card_id = id_,
            .element_id = feishu::element_id(element_id),
            .content = field::text<1, 100000>(texts_[element_id]),
            .sequence = ++sequence_,
        });
        sent_at_ = options_.clock->now();
        if (!done)
            return std::move(done).error();
        pending_.erase(pending_.begin());
        return {};
    }

    Caller const* caller_;
    feishu::card_id id_;
    int sequence_ = 0;
    stream_options options_;
    std::map<std::string, std::string> texts_; // the whole text of each element
    std::vector<std::string> pending_;         // elements with unsent changes, the oldest first
    std::optional<feishu::clock::time_point> sent_at_;
};

} // namespace feishu::card
