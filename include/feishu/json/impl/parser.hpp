#pragma once
// parser: the syntax of JSON (RFC 8259), strictly, for a document that arrives in pieces of any size. The values go to a
// handler; what the pieces are makes no difference to it, and none to an error and its position.
//
// A token that is complete in its piece is handed over where it lies. One that is cut, or that has escapes, is put
// together in a buffer first.

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <feishu/core/impl/small_vector.hpp>
#include <feishu/core/impl/utf8.hpp>
#include <feishu/json/impl/number.hpp>
#include <feishu/json/impl/string_escape.hpp>
#include <feishu/json/impl/text_scan.hpp>

namespace feishu::json::detail {

/// `Handler` has a function for each kind of value; false from one of them stops the parser:
///
///     bool on_string(std::string_view), on_integer(std::int64_t), on_unsigned(std::uint64_t), on_double(double),
///          on_bool(bool), on_null(), on_open(char bracket), on_close(char bracket)
///     void on_key(std::string_view)
///     std::string_view expected_key()    the key that probably comes next; may be empty
///     void on_expected_key()
///     bool skips()                       true while texts are of no interest
template <class Handler>
class parser {
public:
    parser(Handler& handler, std::size_t max_depth) : handler_(handler), max_depth_(max_depth) {}

    /// Parses the next piece; false after an error.
    bool feed(std::string_view piece) {
        if (piece.empty())
            return true;
        begin_ = piece.data();
        end_ = begin_ + piece.size();
        auto const* const stop = run(resume(begin_));
        offset_ += piece.size();
        return stop != nullptr;
    }

    /// Ends the document; false after an error.
    bool finish() {
        begin_ = end_ = "";
        if (cut_ == token::number) {
            auto const begin = offset_ - text_.size();
            if (!(brackets_.empty() ? number(kept(), begin) : check_number(kept(), begin)))
                return false;
        }
        return next_ == expect::nothing || fail(end_, incomplete) != nullptr;
    }

    /// Why the document cannot be read; empty when the handler stopped the parser.
    std::string_view reason() const { return reason_; }
    /// The byte of the document at which it stopped.
    std::size_t error_offset() const { return error_offset_; }

private:
    enum class expect : std::uint8_t { value, item_or_end, key, key_or_end, colon, comma_or_end, nothing };
    enum class token : std::uint8_t { none, text, number, word };
    static constexpr std::string_view incomplete = "incomplete JSON";
    static constexpr std::string_view syntax = "syntax error";

    // In the functions below, a pointer is where parsing continues; null after an error.

    char const* fail(char const* at, std::string_view reason) {
        return fail_at(offset_ + static_cast<std::size_t>(at - begin_), reason);
    }
    char const* fail_at(std::size_t offset, std::string_view reason) {
        error_offset_ = offset;
        reason_ = reason;
        return nullptr;
    }

    // After a value that the handler took or not; the error is at `at`. A comma usually follows.
    char const* done(bool taken, char const* at, char const* behind) {
        value_ends();
        if (!taken)
            return fail(at, {});
        return behind != end_ && *behind == ',' && next_ != expect::nothing ? comma(behind) : behind;
    }
    void value_ends() { next_ = brackets_.empty() ? expect::nothing : expect::comma_or_end; }

    char const* comma(char const* p) {
        next_ = brackets_.back() == '{' ? expect::key : expect::value;
        return p + 1;
    }

    static bool is_white(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

    char const* run(char const* p) {
        while (p != nullptr) {
            while (p != end_ && is_white(*p))
                ++p;
            if (p == end_)
                return p;
            p = step(p);
        }
        return p;
    }

    char const* step(char const* p) {
        switch (next_) {
        case expect::value: return value(p);
        case expect::item_or_end: return *p == ']' ? close(p) : value(p);
        case expect::key_or_end: return *p == '}' ? close(p) : key(p);
        case expect::key: return key(p);
        case expect::colon: next_ = expect::value; return *p == ':' ? p + 1 : fail(p, syntax);
        case expect::comma_or_end: return *p == ',' ? comma(p) : close(p);
        case expect::nothing: break;
        }
        return fail(p, "extra data");
    }

    char const* key(char const* p) {
        if (*p != '"')
            return fail(p, syntax);
        is_key_ = true;
        auto const expected = handler_.expected_key();
        auto const available = static_cast<std::size_t>(end_ - p);
        if (!expected.empty() && available > expected.size() + 2 && p[expected.size() + 1] == '"' &&
            std::memcmp(p + 1, expected.data(), expected.size()) == 0) {
            handler_.on_expected_key();
            return behind_key(p + expected.size() + 2);
        }
        text_.clear();
        return string(p + 1);
    }

    // A colon usually follows, and the value.
    char const* behind_key(char const* p) {
        bool const colon = p != end_ && *p == ':';
        next_ = colon ? expect::value : expect::colon;
        if (!colon)
            return p;
        return p + 1 != end_ && p[1] > ' ' ? value(p + 1) : p + 1;
    }

    char const* value(char const* p) {
        if (*p == '"') {
            is_key_ = false;
            text_.clear();
            return string(p + 1);
        }
        switch (*p) {
        case '{':
        case '[': return open(p);
        case 't': return word(p, "true", 0);
        case 'f': return word(p, "false", 0);
        case 'n': return word(p, "null", 0);
        default: return *p == '-' || is_digit(*p) ? first_of_number(p) : fail(p, syntax);
        }
    }

    char const* open(char const* p) {
        if (brackets_.size() == max_depth_)
            return fail(p, "too deep");
        brackets_.push_back(*p);
        next_ = *p == '{' ? expect::key_or_end : expect::item_or_end;
        return handler_.on_open(*p) ? p + 1 : fail(p, {});
    }

    char const* close(char const* p) {
        if (*p != (brackets_.back() == '{' ? '}' : ']'))
            return fail(p, syntax);
        brackets_.pop_back();
        return done(handler_.on_close(*p), p, p + 1);
    }

    // A string, from behind its opening quote or from where the piece before it ended.
    char const* string(char const* p) {
        for (;;) {
            auto const [at, ascii] = find_special({p, static_cast<std::size_t>(end_ - p)});
            std::string_view const plain(p, at);
            auto const* const stop = p + at;
            if (!ascii)
                if (auto const invalid = utf8::scan(plain).invalid_at; invalid != plain.npos)
                    return ill_formed(plain, invalid, stop);
            if (stop != end_ && *stop == '"')
                return end_of_string(plain, stop);
            keep(plain);
            if (stop == end_)
                return cut_at(stop, token::text);
            if (*stop != '\\')
                return fail(stop, "control character in a string");
            auto const escape = read_escape({stop, static_cast<std::size_t>(end_ - stop)});
            if (escape.incomplete)
                return cut_at(stop, token::text);
            if (escape.size == 0)
                return fail(stop, escape.reason);
            keep(escape.text());
            p = stop + escape.size;
        }
    }

    char const* ill_formed(std::string_view plain, std::size_t invalid, char const* stop) {
        if (stop != end_ || !utf8::is_truncated(plain.substr(invalid)))
            return fail(plain.data() + invalid, "text that is not UTF-8");
        keep(plain.substr(0, invalid));
        return cut_at(plain.data() + invalid, token::text);
    }

    [[gnu::always_inline]] char const* end_of_string(std::string_view last, char const* quote) {
        auto text = last;
        if (!text_.empty()) {
            keep(last);
            text = kept();
        }
        if (!is_key_)
            return done(handler_.on_string(text), quote, quote + 1);
        handler_.on_key(text);
        return behind_key(quote + 1);
    }

    void keep(std::string_view text) {
        if (is_key_ || !handler_.skips())
            text_.append(text.data(), text.size());
    }
    std::string_view kept() const { return {text_.data(), text_.size()}; }

    // `true`, `false` or `null`, of which `known` bytes have come.
    char const* word(char const* p, std::string_view whole, std::size_t known) {
        auto const begin = offset_ + static_cast<std::size_t>(p - begin_) - known;
        auto const rest = whole.substr(known, static_cast<std::size_t>(end_ - p));
        auto const same = std::ranges::mismatch(rest, std::string_view(p, rest.size())).in1 - rest.begin();
        if (same != std::ssize(rest))
            return fail(p + same, syntax);
        if (known + rest.size() != whole.size()) {
            word_ = whole;
            known_ = known + rest.size();
            return cut_at(end_, token::word);
        }
        bool const taken = whole[0] == 'n' ? handler_.on_null() : handler_.on_bool(whole[0] == 't');
        return taken ? done(true, p, p + rest.size()) : fail_at(begin, {});
    }

    char const* first_of_number(char const* p) {
        auto const* const stop = std::find_if_not(p, end_, is_of_number);
        if (stop != end_)
            return number({p, static_cast<std::size_t>(stop - p)},
                          offset_ + static_cast<std::size_t>(p - begin_))
                       ? stop
                       : nullptr;
        text_.clear();
        text_.append(p, static_cast<std::size_t>(stop - p));
        return cut_at(stop, token::number);
    }

    // All of a number, which is at `begin` of the document.
    bool number(std::string_view text, std::size_t begin) {
        if (!check_number(text, begin))
            return false;
        value_ends();
        return hand_over(text) || fail_at(begin + text.size(), {}) != nullptr;
    }

    bool check_number(std::string_view text, std::size_t begin) {
        auto const [size, valid] = scan_number(text);
        if (valid && size == text.size())
            return true;
        bool const is_cut = size == text.size() && begin_ == end_;
        return fail_at(begin + size, is_cut ? incomplete : syntax) != nullptr;
    }

    bool hand_over(std::string_view text) {
        bool const integral = text.find_first_of(".eE") == text.npos;
        auto const* const last = text.data() + text.size();
        std::int64_t number = 0;
        if (integral && std::from_chars(text.data(), last, number).ec == std::errc{})
            return handler_.on_integer(number);
        std::uint64_t large = 0;
        if (integral && text[0] != '-' && std::from_chars(text.data(), last, large).ec == std::errc{})
            return handler_.on_unsigned(large);
        return handler_.on_double(handler_.skips() ? 0 : nearest_double(text));
    }

    // The piece ends within a token; what cannot be read alone, from `rest`, waits for the next piece.
    char const* cut_at(char const* rest, token cut) {
        cut_ = cut;
        rest_.assign(rest, end_);
        return end_;
    }

    // Continues the token that the last piece ended in.
    char const* resume(char const* p) {
        auto const cut = std::exchange(cut_, token::none);
        if (cut == token::text)
            return rest_.empty() ? string(p) : resume_character(p);
        if (cut == token::word)
            return word(p, word_, known_);
        if (cut == token::none)
            return p;
        auto const* const stop = std::find_if_not(p, end_, is_of_number);
        auto const before = text_.size();
        text_.append(p, static_cast<std::size_t>(stop - p));
        if (stop == end_)
            return cut_at(end_, token::number);
        return number(kept(), offset_ - before) ? stop : nullptr;
    }

    // The piece begins within an escape or a character of several bytes.
    char const* resume_character(char const* p) {
        auto const before = rest_.size();
        rest_.append(p, std::min<std::size_t>(static_cast<std::size_t>(end_ - p), max_character_size));
        auto const escape = read_character(rest_);
        if (escape.incomplete) {
            cut_ = token::text;
            return end_;
        }
        if (escape.size == 0)
            return fail_at(offset_ - before, escape.reason);
        keep(escape.text());
        rest_.clear();
        return string(p + (escape.size - before));
    }

    Handler& handler_;
    std::size_t max_depth_;
    std::string brackets_; // of the open objects and lists
    expect next_ = expect::value;
    bool is_key_ = false; // the string is a key

    char const* begin_ = nullptr; // of the piece
    char const* end_ = nullptr;
    std::size_t offset_ = 0; // of the piece in the document

    token cut_ = token::none; // that continues in the next piece
    feishu::detail::small_vector<char, 256> text_; // of a string with escapes, or of a token that is cut
    std::string rest_;                             // the beginning of a character
    std::string_view word_;
    std::size_t known_ = 0;

    std::string_view reason_;
    std::size_t error_offset_ = 0;
};

} // namespace feishu::json::detail
