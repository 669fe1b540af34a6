#pragma once
// Patterns of JSON Schema (regular expressions of ECMAScript, by Unicode characters), as far as they are regular
// languages: no backreferences, no lookaround. Matching simulates all states at once: its time is linear in the
// text, and it does not recurse.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/core/impl/utf8.hpp>

namespace feishu::detail {

/// Bounds of a pattern. What exceeds them is refused.
inline constexpr std::size_t max_pattern_steps = 4000;
inline constexpr int max_pattern_groups = 50; // one inside the other
inline constexpr int max_pattern_repeats = 1000;

/// First and last character of a range.
struct character_range {
    char32_t first;
    char32_t last;
};

/// One step of a compiled pattern. Offsets of steps are relative.
struct pattern_step {
    enum class action : std::uint8_t {
        character,   // one of ranges [a, a + b)
        fork,        // to a and to b
        jump,        // to a
        text_begin,  // ^
        text_end,    // $
        boundary,    // \b
        no_boundary, // \B
        accept
    };
    action what = action::accept;
    std::int32_t a = 0;
    std::int32_t b = 0;
};

/// A compiled pattern.
struct pattern_program {
    std::vector<pattern_step> steps{};
    std::vector<character_range> ranges{};
    char const* problem = nullptr; ///< completes "the pattern …"; null if it can be matched
};

/// The character at the front of valid UTF-8, which is removed.
constexpr char32_t take_character(std::string_view& text) {
    auto const size = (std::max)(utf8::detail::sequence_length(text), std::size_t{1});
    auto value = static_cast<char32_t>(static_cast<unsigned char>(text[0]));
    if (size > 1)
        value &= 0xFFu >> (size + 1);
    for (std::size_t i = 1; i < size; ++i)
        value = (value << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    text.remove_prefix(size);
    return value;
}

constexpr bool is_word(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Compiles a pattern by recursive descent; the first problem ends it.
class pattern_compiler {
public:
    FEISHU_CONSTEXPR_VECTOR explicit pattern_compiler(std::string_view pattern) : rest_(pattern) {}

    FEISHU_CONSTEXPR_VECTOR pattern_program run() && {
        alternatives();
        if (!failed() && !rest_.empty())
            fail("has a ) without its (");
        emit({pattern_step::action::accept});
        return std::move(out_);
    }

private:
    using action = pattern_step::action;
    static constexpr char32_t last_character = 0x10FFFF;

    FEISHU_CONSTEXPR_VECTOR bool failed() const { return out_.problem != nullptr; }
    FEISHU_CONSTEXPR_VECTOR void fail(char const* why) {
        if (!failed())
            out_.problem = why;
    }
    FEISHU_CONSTEXPR_VECTOR std::int32_t size() const { return static_cast<std::int32_t>(out_.steps.size()); }
    FEISHU_CONSTEXPR_VECTOR void emit(pattern_step s) {
        if (out_.steps.size() == max_pattern_steps)
            fail("repeats too much");
        else
            out_.steps.push_back(s);
    }
    FEISHU_CONSTEXPR_VECTOR void insert(std::int32_t at, pattern_step s) {
        emit(s); // counted there
        if (failed())
            return;
        out_.steps.pop_back();
        out_.steps.insert(out_.steps.begin() + at, s);
    }
    FEISHU_CONSTEXPR_VECTOR void add(char32_t first, char32_t last) { out_.ranges.push_back({first, last}); }
    FEISHU_CONSTEXPR_VECTOR void add(char32_t c) { add(c, c); }

    FEISHU_CONSTEXPR_VECTOR bool next_is(char c) const { return !rest_.empty() && rest_[0] == c; }
    FEISHU_CONSTEXPR_VECTOR bool take(std::string_view text) {
        if (!rest_.starts_with(text))
            return false;
        rest_.remove_prefix(text.size());
        return true;
    }

    FEISHU_CONSTEXPR_VECTOR void alternatives() {
        auto const begin = size();
        sequence();
        if (failed() || !take("|"))
            return;
        auto const first = size() - begin;
        insert(begin, {action::fork, 1, first + 2});
        auto const end_of_first = size();
        emit({action::jump});
        alternatives();
        if (!failed())
            out_.steps[static_cast<std::size_t>(end_of_first)].a = size() - end_of_first;
    }

    FEISHU_CONSTEXPR_VECTOR void sequence() {
        while (!failed() && !rest_.empty() && !next_is('|') && !next_is(')'))
            term();
    }

    // An atom or an assertion, with its quantifier.
    FEISHU_CONSTEXPR_VECTOR void term() {
        auto const source = rest_;
        auto const begin = size();
        bool const atom = this->atom();
        int least = 1;
        int most = 1;
        if (failed() || !quantifier(least, most))
            return;
        if (!atom)
            return fail("repeats something that is not a character or group");
        auto const after = rest_;
        repeat(source, begin, least, most);
        rest_ = after;
    }

    // The first copy of the atom is there already; `most` is -1 for any number.
    FEISHU_CONSTEXPR_VECTOR void repeat(std::string_view source, std::int32_t begin, int least, int most) {
        auto const again = [&] {
            rest_ = source;
            auto const at = size();
            atom();
            return at;
        };
        auto const optional = [&](std::int32_t at) { insert(at, {action::fork, 1, size() - at + 1}); };
        if (most == 0) {
            out_.steps.resize(static_cast<std::size_t>(begin));
            return;
        }
        for (int i = 1; i < least && !failed(); ++i)
            begin = again();
        if (most < 0 && least > 0)
            return emit({action::fork, begin - size(), 1});
        if (most < 0) {
            optional(begin);
            out_.steps[static_cast<std::size_t>(begin)].b += 1;
            return emit({action::jump, begin - size()});
        }
        if (least == 0)
            optional(begin);
        for (int i = (std::max)(least, 1); i < most && !failed(); ++i)
            optional(again());
    }

    // * + ? {n} {n,} {n,m}, each with or without ? (which changes no decision).
    FEISHU_CONSTEXPR_VECTOR bool quantifier(int& least, int& most) {
        if (take("*")) {
            least = 0;
            most = -1;
        } else if (take("+")) {
            most = -1;
        } else if (take("?")) {
            least = 0;
        } else if (!counts(least, most)) {
            return false;
        }
        take("?");
        return true;
    }

    // A { that begins no quantifier is a character.
    FEISHU_CONSTEXPR_VECTOR bool counts(int& least, int& most) {
        auto const source = rest_;
        if (!take("{") || !number(least)) {
            rest_ = source;
            return false;
        }
        most = least;
        if (take(",") && !number(most))
            most = -1;
        if (!take("}")) {
            rest_ = source;
            return false;
        }
        if (most >= 0 && least > most)
            fail("has a repetition whose limits are in the wrong order");
        if (least > max_pattern_repeats || most > max_pattern_repeats)
            fail("repeats too much");
        return true;
    }

    FEISHU_CONSTEXPR_VECTOR bool number(int& out) {
        bool any = false;
        int value = 0;
        for (; !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9'; rest_.remove_prefix(1)) {
            any = true;
            value = (std::min)(value * 10 + (rest_[0] - '0'), max_pattern_repeats + 1);
        }
        if (any)
            out = value;
        return any;
    }

    // False for an assertion, which cannot be repeated.
    FEISHU_CONSTEXPR_VECTOR bool atom() {
        if (++atoms_ > max_pattern_steps)
            fail("repeats too much");
        if (failed())
            return true;
        if (take("^"))
            return emit({action::text_begin}), false;
        if (take("$"))
            return emit({action::text_end}), false;
        if (take("\\b"))
            return emit({action::boundary}), false;
        if (take("\\B"))
            return emit({action::no_boundary}), false;
        if (take("("))
            return group(), true;
        if (next_is('*') || next_is('+') || next_is('?'))
            return fail("repeats something that is not a character or group"), true;
        auto const begin = out_.ranges.size();
        character();
        emit({action::character, static_cast<std::int32_t>(begin),
              static_cast<std::int32_t>(out_.ranges.size() - begin)});
        return true;
    }

    FEISHU_CONSTEXPR_VECTOR void group() {
        if (rest_.starts_with("?=") || rest_.starts_with("?!"))
            return fail("has a lookahead");
        if (rest_.starts_with("?<=") || rest_.starts_with("?<!"))
            return fail("has a lookbehind");
        if (take("?<")) {
            auto const end = rest_.find('>');
            if (end == std::string_view::npos)
                return fail("has a group whose name does not end");
            rest_.remove_prefix(end + 1);
        } else if (!take("?:") && next_is('?')) {
            return fail("has a group of an unknown kind");
        }
        if (++depth_ > max_pattern_groups)
            return fail("nests too deeply");
        alternatives();
        --depth_;
        if (!take(")"))
            fail("has a ( without its )");
    }

    // From here on: adds the ranges of one step.
    FEISHU_CONSTEXPR_VECTOR void character() {
        if (take("."))
            any_but_line_ends();
        else if (take("["))
            character_class();
        else if (take("\\"))
            escape(false);
        else
            add(take_character(rest_));
    }

    FEISHU_CONSTEXPR_VECTOR void character_class() {
        bool const negated = take("^");
        auto const begin = out_.ranges.size();
        while (!failed() && !next_is(']')) {
            if (rest_.empty())
                return fail("has a [ without its ]");
            auto const first = out_.ranges.size();
            class_entry();
            if (!failed() && next_is('-') && !rest_.starts_with("-]") && rest_.size() > 1) {
                rest_.remove_prefix(1);
                class_entry();
                join(first);
            }
        }
        take("]");
        if (negated)
            complement(begin);
    }

    FEISHU_CONSTEXPR_VECTOR void class_entry() {
        if (take("\\"))
            escape(true);
        else
            add(take_character(rest_));
    }

    // The two characters from `at` on are the ends of one range.
    FEISHU_CONSTEXPR_VECTOR void join(std::size_t at) {
        if (failed())
            return;
        auto const single = [](character_range r) { return r.first == r.last; };
        auto const low = out_.ranges[at];
        auto const high = out_.ranges.back();
        if (out_.ranges.size() != at + 2 || !single(low) || !single(high) || low.first > high.first)
            return fail("has a character range whose ends are in the wrong order");
        out_.ranges.pop_back();
        out_.ranges[at].last = high.last;
    }

    // What follows a backslash.
    FEISHU_CONSTEXPR_VECTOR void escape(bool in_class) {
        if (rest_.empty())
            return fail("ends with a backslash");
        auto const begin = out_.ranges.size();
        auto const c = take_character(rest_);
        bool const more_digits = !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9';
        switch (c) {
        case 'd':
        case 'D': add('0', '9'); break;
        case 'w':
        case 'W': words(); break;
        case 's':
        case 'S': blanks(); break;
        case 't': return add(9);
        case 'n': return add(10);
        case 'v': return add(11);
        case 'f': return add(12);
        case 'r': return add(13);
        case 'x': return add(hex(2));
        case 'u': return add(unicode());
        case 'c': return control();
        default:
            if (c == 'b' && in_class)
                return add(8);
            if (c == '0' && !more_digits)
                return add(0);
            if (is_word(c) && c != '_')
                refuse_escape(c);
            return add(c);
        }
        if (c == 'D' || c == 'W' || c == 'S')
            complement(begin);
    }

    FEISHU_CONSTEXPR_VECTOR void refuse_escape(char32_t c) {
        if ((c >= '0' && c <= '9') || c == 'k')
            fail("has a backreference");
        else if (c == 'p' || c == 'P')
            fail("has a Unicode property (\\p)");
        else
            fail("has an unknown escape sequence");
    }

    FEISHU_CONSTEXPR_VECTOR void control() {
        if (rest_.empty() || !is_word(static_cast<char32_t>(rest_[0])))
            return fail("has an unknown escape sequence");
        add(take_character(rest_) & 31u);
    }

    FEISHU_CONSTEXPR_VECTOR char32_t digit() {
        auto const c = rest_.empty() ? '\0' : rest_[0];
        auto const value = c >= '0' && c <= '9'   ? c - '0'
                           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                  : -1;
        if (value < 0)
            fail("has an incomplete escape sequence");
        else
            rest_.remove_prefix(1);
        return static_cast<char32_t>((std::max)(value, 0));
    }

    FEISHU_CONSTEXPR_VECTOR char32_t hex(int count) {
        char32_t value = 0;
        for (int i = 0; i < count; ++i)
            value = value * 16 + digit();
        return value;
    }

    // \u0041, \u{41}, or a surrogate pair.
    FEISHU_CONSTEXPR_VECTOR char32_t unicode() {
        char32_t value = 0;
        if (take("{")) {
            while (!failed() && !next_is('}') && value <= last_character)
                value = value * 16 + digit();
            if (!take("}") || value > last_character)
                fail("has an incomplete escape sequence");
            return value;
        }
        value = hex(4);
        if (value >= 0xD800 && value <= 0xDBFF && take("\\u"))
            value = 0x10000 + ((value - 0xD800) << 10) + (hex(4) & 0x3FFu);
        return value;
    }

    FEISHU_CONSTEXPR_VECTOR void any_but_line_ends() {
        auto const begin = out_.ranges.size();
        add('\n');
        add('\r');
        add(0x2028, 0x2029);
        complement(begin);
    }

    FEISHU_CONSTEXPR_VECTOR void words() {
        add('0', '9');
        add('A', 'Z');
        add('_');
        add('a', 'z');
    }

    FEISHU_CONSTEXPR_VECTOR void blanks() {
        for (char32_t const c : {U' ', U'\x00A0', U'\x1680', U'\x202F', U'\x205F', U'\x3000', U'\xFEFF'})
            add(c);
        add(9, 13);
        add(0x2000, 0x200A);
        add(0x2028, 0x2029);
    }

    // Everything but the ranges from `begin` on takes their place.
    FEISHU_CONSTEXPR_VECTOR void complement(std::size_t begin) {
        auto& all = out_.ranges;
        std::sort(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(),
                  [](character_range a, character_range b) { return a.first < b.first; });
        auto const end = all.size();
        char32_t from = 0;
        for (auto i = begin; i < end; ++i) {
            auto const r = all[i];
            if (r.first > from)
                add(from, r.first - 1);
            from = (std::max)(from, static_cast<char32_t>(r.last + 1));
        }
        if (from <= last_character)
            add(from, last_character);
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(begin),
                  all.begin() + static_cast<std::ptrdiff_t>(end));
    }

    std::string_view rest_;
    pattern_program out_;
    int depth_ = 0;
    std::size_t atoms_ = 0;
};

FEISHU_CONSTEXPR_VECTOR pattern_program compile_pattern(std::string_view pattern) {
    return pattern_compiler(pattern).run();
}

/// Why a pattern cannot be matched; null if it can.
FEISHU_CONSTEXPR_VECTOR char const* pattern_problem(std::string_view pattern) {
    return compile_pattern(pattern).problem;
}

/// Searches valid UTF-8 for a pattern that has no problem.
class pattern_search {
public:
    FEISHU_CONSTEXPR_VECTOR explicit pattern_search(pattern_program const& program)
        : program_(program), seen_(program.steps.size(), 0) {}

    FEISHU_CONSTEXPR_VECTOR bool find_in(std::string_view text) {
        std::vector<std::size_t> now;
        std::vector<std::size_t> next;
        char32_t before = 0;
        for (bool first = true;; first = false) {
            at_begin_ = first;
            at_end_ = text.empty();
            auto rest = text;
            auto const c = at_end_ ? char32_t{0} : take_character(rest);
            boundary_ = (!first && is_word(before)) != (!at_end_ && is_word(c));
            // The states after the previous character, and a new attempt that begins here.
            ++round_;
            std::vector<std::size_t> states;
            for (auto const step : now)
                if (reach(step, states))
                    return true;
            if (reach(0, states))
                return true;
            if (at_end_)
                return false;
            next.clear();
            for (auto const step : states)
                if (accepts(program_.steps[step], c))
                    next.push_back(step + 1);
            now.swap(next);
            before = c;
            text = rest;
        }
    }

private:
    using action = pattern_step::action;

    FEISHU_CONSTEXPR_VECTOR bool accepts(pattern_step const& s, char32_t c) const {
        for (std::int32_t i = 0; i < s.b; ++i) {
            auto const& r = program_.ranges[static_cast<std::size_t>(s.a + i)];
            if (c >= r.first && c <= r.last)
                return true;
        }
        return false;
    }

    // Adds the character steps that `step` leads to; true if it leads to the end of the pattern.
    FEISHU_CONSTEXPR_VECTOR bool reach(std::size_t step, std::vector<std::size_t>& states) {
        open_.clear();
        open_.push_back(step);
        while (!open_.empty()) {
            auto const at = open_.back();
            open_.pop_back();
            if (seen_[at] == round_)
                continue;
            seen_[at] = round_;
            auto const& s = program_.steps[at];
            auto const go = [&](std::int32_t offset) {
                open_.push_back(static_cast<std::size_t>(static_cast<std::int64_t>(at) + offset));
            };
            auto const when = [&](bool holds) {
                if (holds)
                    go(1);
            };
            switch (s.what) {
            case action::accept: return true;
            case action::character: states.push_back(at); break;
            case action::fork:
                go(s.b);
                go(s.a);
                break;
            case action::jump: go(s.a); break;
            case action::text_begin: when(at_begin_); break;
            case action::text_end: when(at_end_); break;
            case action::boundary: when(boundary_); break;
            case action::no_boundary: when(!boundary_); break;
            }
        }
        return false;
    }

    pattern_program const& program_;
    std::vector<std::size_t> seen_; // the round in which a step was reached last
    std::vector<std::size_t> open_;
    std::size_t round_ = 0;
    bool at_begin_ = true;
    bool at_end_ = false;
    bool boundary_ = false;
};

/// True if `text`, which is valid UTF-8, contains a match.
FEISHU_CONSTEXPR_VECTOR bool matches(pattern_program const& pattern, std::string_view text) {
    return pattern_search(pattern).find_in(text);
}

} // namespace feishu::detail
