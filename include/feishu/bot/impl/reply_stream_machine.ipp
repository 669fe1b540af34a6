#pragma once

#include <algorithm>
#include <utility>

#include <feishu/bot/impl/reply_stream_machine.hpp>
#include <feishu/core/errc.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/impl/utf8.hpp>

namespace feishu::detail {

// More than the operations that another process can have had in flight.
inline constexpr int sequence_leap = 1000;
// Refusals in a row that a repeated attempt was meant to mend.
inline constexpr int most_repairs = 20;
inline constexpr int most_rewrites = 3;
inline constexpr std::size_t smallest_card = 1000;
inline constexpr std::chrono::seconds save_interval{1};

inline card_limits limits_of(reply_stream_options const& options) {
    return {.bytes = (std::max)(options.max_card_bytes, smallest_card),
            .tables = (std::max)(options.max_tables, std::size_t(1))};
}

// The preview of a text: its first words, without Markdown.
inline std::string preview(std::string_view text) {
    std::string out;
    for (char const c : utf8::prefix(text, 240)) {
        bool const blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (blank ? !out.empty() && out.back() != ' ' : c != '*' && c != '#' && c != '`' && c != '>')
            out += blank ? ' ' : c;
    }
    return std::string(utf8::prefix(out, 120));
}

inline bool is_streaming_ended(error const& why) {
    return why.symbol() == errc::cardkit_streaming_expired ||
           why.symbol() == errc::cardkit_streaming_timeout || why.symbol() == errc::cardkit_streaming_closed;
}

inline bool is_card_gone(error const& why) {
    return why.symbol() == errc::cardkit_card_not_found || why.symbol() == errc::cardkit_card_expired;
}

inline bool is_too_many_tables(error const& why) {
    return why.message.find("table number") != std::string::npos;
}

inline bool is_too_large(error const& why) {
    return why.symbol() == errc::cardkit_card_too_large || why.symbol() == errc::cardkit_too_many_elements ||
           why.code == 230025 || why.message.find("element exceeds the limit") != std::string::npos;
}

// All actions of a stream can be repeated: texts and modes are set, a message has a uuid, a card that nobody has sent
// is displayed nowhere.
inline bool is_temporary(error const& why) {
    using enum error_kind;
    return why.kind == transport || why.kind == timeout || why.kind == decode || why.http_status >= 500 ||
           why.http_status == 429 || why.retryable();
}

FEISHU_DECL reply_stream_machine::reply_stream_machine(reply_stream_options options)
    : options_(std::move(options)), limits_(limits_of(options_)) {}

FEISHU_DECL reply_stream_machine::reply_stream_machine(reply_stream_options options, saved_stream from)
    : options_(std::move(options)), limits_(limits_of(options_)), begin_(from.begin),
      opening_(std::move(from.opening)), text_(opening_), card_(std::move(from.card)),
      sequence_(from.sequence + sequence_leap), messages_(std::move(from.messages)) {
    append(from.text);
    ended_ = from.ended;
    if (!card_.empty())
        phase_ = from.sent ? phase::write : phase::send;
}

FEISHU_DECL saved_stream reply_stream_machine::saved() const {
    return {.begin = begin_,
            .opening = opening_,
            .text = text_.substr(opening_.size()), // whole characters, as JSON can hold
            .card = card_,
            .sequence = sequence_,
            .messages = messages_,
            .sent = phase_ != phase::create && phase_ != phase::send,
            .ended = ended_};
}

FEISHU_DECL void reply_stream_machine::append(std::string_view more) {
    if (ended_ || over() || more.empty())
        return;
    partial_ += more;
    auto const whole = utf8::without_truncated_end(partial_);
    text_ += utf8::to_well_formed(whole);
    partial_.erase(0, whole.size());
    changed_ = save_later_ = true;
}

FEISHU_DECL void reply_stream_machine::finish() {
    if (ended_)
        return;
    if (!std::exchange(partial_, {}).empty())
        text_ += utf8::replacement_character;
    ended_ = changed_ = save_later_ = true;
}

FEISHU_DECL void reply_stream_machine::abort(std::string_view reason) {
    if (ended_)
        return;
    auto const block = open_code_block(text_);
    failure_text_ = (block.empty() ? "" : "\n" + block) + (text_.empty() ? "" : "\n\n") +
                    options_.failure_prefix + std::string(utf8::prefix(reason, 500));
    finish();
}

FEISHU_DECL bool reply_stream_machine::displayed() const { return !changed_ && !cut_ && target_ == shown_; }

FEISHU_DECL void reply_stream_machine::update_target() {
    if (!std::exchange(changed_, false))
        return;
    cut_ = cut_for_card(text_, limits_, opening_.size());
    target_ = cut_ ? text_.substr(0, cut_->end) + cut_->closing : text_ + failure_text_;
}

FEISHU_DECL stream_action reply_stream_machine::next(time_point now) {
    if (save_now_ || (save_later_ && (now >= save_at_ || over()))) {
        save_now_ = save_later_ = false;
        save_at_ = saturating_deadline(now, save_interval);
        return stream_actions::save{};
    }
    if (phase_ == phase::create && ended_ && text_.empty() && failure_text_.empty() && messages_.empty())
        phase_ = phase::over; // nothing to display
    if (over())
        return stream_actions::done{};
    if (now < not_before_)
        return stream_actions::wait{not_before_};
    update_target();
    switch (phase_) {
    case phase::create:
        request_ = request::create;
        return stream_request(stream_actions::create{target_.empty() ? options_.placeholder : target_});
    case phase::send:
        request_ = request::send;
        return stream_request(stream_actions::send{card_, messages_.size()});
    case phase::write: return write_or_close();
    case phase::close: return switch_mode(false);
    default: request_ = request::read; return stream_request(stream_actions::read{messages_.back()});
    }
}

FEISHU_DECL stream_action reply_stream_machine::write_or_close() {
    if (!target_.empty() && target_ != shown_) {
        if (!streaming_)
            return switch_mode(true);
        request_ = request::write;
        return stream_request(stream_actions::write{card_, target_, ++sequence_});
    }
    if (!cut_ && !ended_)
        return save_later_ ? stream_actions::wait{save_at_} : stream_actions::wait{};
    phase_ = phase::close;
    return switch_mode(false);
}

FEISHU_DECL stream_request reply_stream_machine::switch_mode(bool streaming) {
    request_ = streaming ? request::open : request::close;
    return stream_actions::switch_mode{card_, streaming,
                                       streaming ? options_.working_summary : preview(target_), ++sequence_};
}

FEISHU_DECL void reply_stream_machine::on_outcome(result<std::string> outcome, time_point now) {
    if (!outcome)
        return on_failure(std::move(outcome).error(), now);
    failures_ = 0;
    failing_since_.reset();
    if (request_ != request::create) // which is not limited with what follows
        not_before_ = saturating_deadline(now, options_.interval);
    on_success(std::move(*outcome));
}

FEISHU_DECL void reply_stream_machine::on_success(std::string value) {
    switch (std::exchange(request_, request::none)) {
    case request::create:
        card_ = std::move(value);
        shown_ = target_;
        phase_ = phase::send;
        save_now_ = true; // before it is sent: a message that is sent again displays this card
        break;
    case request::send:
        messages_.push_back(std::move(value));
        phase_ = phase::write;
        save_now_ = true;
        break;
    case request::write: shown_ = target_; break;
    case request::open: streaming_ = true; break;
    case request::close:
        streaming_ = false;
        if (options_.verify && !target_.empty())
            phase_ = phase::read;
        else
            end_card();
        break;
    case request::read: on_read(value); break;
    case request::none: break;
    }
}

FEISHU_DECL void reply_stream_machine::on_read(std::string const& text) {
    if (text == shown_)
        return end_card();
    if (++rewrites_ > most_rewrites) { // the platform may return the text in another form
        verified_ = false;
        return end_card();
    }
    shown_.clear();
    phase_ = phase::write;
}

FEISHU_DECL void reply_stream_machine::end_card() {
    if (!cut_) {
        phase_ = phase::over;
        save_now_ = true;
        return;
    }
    begin_ += cut_->end - opening_.size();
    text_.replace(0, cut_->end, cut_->opening);
    opening_ = std::exchange(cut_, std::nullopt)->opening;
    limits_ = limits_of(options_);
    renew_card();
}

FEISHU_DECL void reply_stream_machine::renew_card() {
    card_.clear();
    shown_.clear();
    sequence_ = 0;
    rewrites_ = 0;
    streaming_ = changed_ = true;
    phase_ = phase::create;
}

// True if the refused action can be replaced by another.
FEISHU_DECL bool reply_stream_machine::repaired(error const& why) {
    if (why.symbol() == errc::cardkit_sequence_not_increasing) {
        sequence_ += sequence_leap;
    } else if (is_streaming_ended(why)) {
        streaming_ = false;
        if (request_ == request::close) // it is off, which was wanted
            on_success({});
    } else if (is_too_many_tables(why) || is_too_large(why)) {
        return shrink(is_too_many_tables(why));
    } else if (is_card_gone(why)) {
        if (phase_ == phase::write || phase_ == phase::send)
            renew_card();
        else
            end_card();
    } else if (request_ == request::read &&
               !is_temporary(why)) { // a scope is missing, or the message was deleted
        verified_ = false;
        end_card();
    } else {
        return false;
    }
    return true;
}

FEISHU_DECL bool reply_stream_machine::shrink(bool tables) {
    if (tables ? limits_.tables == 1 : limits_.bytes <= smallest_card)
        return false;
    if (tables)
        --limits_.tables;
    else
        limits_.bytes = (std::max)((std::min)(limits_.bytes, escaped_size(target_)) / 2, smallest_card);
    changed_ = true;
    return true;
}

FEISHU_DECL void reply_stream_machine::fail(error why) {
    failure_ = std::move(why);
    phase_ = phase::over;
    save_now_ = true;
}

FEISHU_DECL void reply_stream_machine::on_failure(error why, time_point now) {
    ++failures_;
    if (failures_ <= most_repairs && repaired(why)) {
        request_ = request::none;
        not_before_ = saturating_deadline(now, options_.interval);
        return;
    }
    request_ = request::none;
    if (!failing_since_)
        failing_since_ = now;
    if (!is_temporary(why) || now >= saturating_deadline(*failing_since_, options_.give_up))
        return fail(std::move(why));
    auto const backoff = std::chrono::milliseconds(250) * (1 << (std::min)(failures_ - 1, 6));
    not_before_ = saturating_deadline(now, (std::max)({options_.interval, why.retry_after, backoff}));
}

} // namespace feishu::detail
