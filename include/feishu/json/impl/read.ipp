#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <system_error>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value_stack.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/json/read.hpp>

namespace feishu::json {
namespace detail {

FEISHU_DECL bool parse_double(std::string_view text, double& out) {
#ifdef __cpp_lib_to_chars
    auto const end = text.data() + text.size();
    auto const result = std::from_chars(text.data(), end, out);
    return result.ec == std::errc{} && result.ptr == end && std::isfinite(out); // not inf or nan
#else // libc++ 19
    boost::system::error_code ec;
    auto const value = boost::json::parse({text.data(), text.size()}, ec);
    if (!ec)
        out = value.to_number<double>(ec);
    return !ec && std::isfinite(out);
#endif
}

FEISHU_DECL void assign_json(boost::json::value& to, boost::json::value&& from) { to = std::move(from); }

FEISHU_DECL void assign_json(boost::json::object& to, boost::json::value&& from) {
    if (auto* object = from.if_object())
        to = std::move(*object);
    else
        to.clear();
}

// Destination of the next value. Null: the value is skipped.
struct slot {
    void* object = nullptr;
    binding const* type = nullptr;
};

// Descends through optional and required to the value itself, which is created.
inline slot unwrap(slot s) {
    while (s.type->inner != nullptr)
        s = {s.type->inner(s.object), s.type->element};
    return s;
}

// The type of that value, without creating it.
inline binding const& leaf_of(slot s) {
    auto const* type = s.type;
    while (type->inner != nullptr)
        type = type->element;
    return *type;
}

inline bool is_user_id(std::string_view name) {
    return name == "open_id" || name == "union_id" || name == "user_id";
}

// The kind of a user id, by its prefix.
inline std::string_view user_id_kind(std::string_view id) {
    return id.starts_with("ou_") ? "open_id" : id.starts_with("on_") ? "union_id" : "user_id";
}

// Members usually come in the order of the struct, so the search starts after the last one found.
inline slot find_member(void* object, binding const& type, std::string_view name, std::size_t& hint) {
    auto const count = type.members.size();
    for (std::size_t step = 0; step < count; ++step) {
        auto const at = (hint + step) % count;
        auto const& member = type.members[at];
        if (member.name != name)
            continue;
        hint = at + 1;
        if (void* const address = member.get(object))
            return {address, member.type};
        return {};
    }
    return {};
}

inline slot find_member(void* object, binding const& type, std::string_view name) {
    std::size_t hint = 0;
    return find_member(object, type, name, hint);
}

// For an id as plain text where {"open_id": …, "union_id": …, "user_id": …} is described: the member that it
// belongs to.
inline slot find_id_member(slot owner, std::string_view id) {
    auto const& type = leaf_of(owner);
    auto const described = [&](std::string_view name) {
        return std::ranges::any_of(type.members, [&](auto const& m) { return m.name == name; });
    };
    if (id.empty() || !described("open_id") || !described(user_id_kind(id)))
        return {};
    auto const to = unwrap(owner);
    return find_member(to.object, *to.type, user_id_kind(id));
}

// The handler of Boost.JSON's parser. One frame per open object, map or list of the target. Values without a
// destination are skipped by counting their nesting; free-form and unknown values are collected in a
// value_stack.
class target_handler {
public:
    using error_code = boost::system::error_code;
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    target_handler(void* target, binding const* type, read_options const& options)
        : next_{target, type}, notes_(options.notes), strict_(options.strict) {}

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_comment_part(std::string_view, error_code&) { return true; }
    bool on_comment(std::string_view, error_code&) { return true; }
    bool on_number_part(std::string_view s, error_code&) {
        if (skipping_ == 0)
            text_ += s;
        return true;
    }

    bool on_object_begin(error_code& ec) { return open_container(true, ec); }
    bool on_array_begin(error_code& ec) { return open_container(false, ec); }
    bool on_object_end(std::size_t n, error_code& ec) { return close_container(true, n, ec); }
    bool on_array_end(std::size_t n, error_code& ec) { return close_container(false, n, ec); }

    bool on_key_part(std::string_view s, std::size_t, error_code&) {
        text_ += s;
        return true;
    }
    bool on_key(std::string_view s, std::size_t, error_code&) {
        set_key(whole(s));
        text_.clear();
        return true;
    }
    bool on_string_part(std::string_view s, std::size_t, error_code&) {
        if (skipping_ == 0)
            text_ += s;
        return true;
    }
    bool on_string(std::string_view s, std::size_t, error_code& ec) {
        auto const text = whole(s);
        auto const ok = scalar(
            ec, "a string", [&] { any_.push_string({text.data(), text.size()}); },
            [&](slot to) { return store_string(to, text); });
        text_.clear();
        return ok;
    }
    bool on_int64(std::int64_t value, std::string_view, error_code& ec) {
        text_.clear();
        return scalar(
            ec, "a number", [&] { any_.push_int64(value); },
            [&](slot to) {
                auto const inside = unwrap(to);
                return inside.type->on_integer != nullptr && inside.type->on_integer(inside.object, value);
            });
    }
    bool on_uint64(std::uint64_t value, std::string_view, error_code& ec) {
        text_.clear();
        return scalar(
            ec, "a number", [&] { any_.push_uint64(value); },
            [&](slot to) {
                auto const inside = unwrap(to);
                return inside.type->on_unsigned != nullptr && inside.type->on_unsigned(inside.object, value);
            });
    }
    bool on_double(double value, std::string_view s, error_code& ec) {
        if (skipping_ == 0)
            value = rounded(whole(s), value);
        text_.clear();
        if (std::isfinite(value))
            return scalar(
                ec, "a number", [&] { any_.push_double(value); },
                [&](slot to) {
                    auto const inside = unwrap(to);
                    return inside.type->on_double != nullptr && inside.type->on_double(inside.object, value);
                });
        return infinite(ec);
    }
    bool on_bool(bool value, error_code& ec) {
        return scalar(
            ec, value ? "true" : "false", [&] { any_.push_bool(value); },
            [&](slot to) {
                auto const inside = unwrap(to);
                return inside.type->on_bool != nullptr && inside.type->on_bool(inside.object, value);
            });
    }
    bool on_null(error_code&) {
        if (skipping_ != 0)
            return true;
        if (any_depth_ != 0) {
            any_.push_null();
            return true;
        }
        auto const to = take_slot();
        if (to.type != nullptr && to.type->assign != nullptr)
            to.type->assign(to.object, boost::json::value(nullptr));
        else if (to.type != nullptr && to.type->clear != nullptr)
            to.type->clear(to.object);
        return true;
    }

    /// The mismatch for which the handler stopped the parser.
    std::string const& problem() const { return problem_; }

    /// The path of the value being read, `items[3].sender.id`.
    std::string path() const {
        std::string out;
        for (auto const& f : stack_) {
            if (f.type->append != nullptr) {
                out += '[' + std::to_string(f.index) + ']';
            } else if (!f.key.empty()) {
                if (!out.empty())
                    out += '.';
                out += f.key;
            }
        }
        return out;
    }

private:
    struct frame {
        void* object;
        binding const* type;
        std::string key{};      // of the value being read; objects and maps
        std::size_t hint = 0;   // the member expected next
        std::size_t index = 0;  // of the value being read; lists
        bool started = false;   // lists: index counts from the second value
        bool nested_id = false; // {"open_id": …} where a text is described: `object` is the text
        bool taken = false;     // nested_id: the text has been set
    };

    // Boost.JSON 1.81 may be off by one unit in the last place; written values must read back unchanged.
    static double rounded(std::string_view digits, double nearly) {
        double exact = 0;
        return parse_double(digits, exact) ? exact : nearly;
    }

    std::string_view whole(std::string_view last) {
        if (text_.empty())
            return last;
        text_ += last;
        return text_;
    }

    // The destination of the value that begins now.
    slot take_slot() {
        slot to = next_;
        if (!stack_.empty() && stack_.back().type->append != nullptr && !stack_.back().nested_id) {
            auto& f = stack_.back();
            f.index += f.started ? 1 : 0;
            f.started = true;
            to = {f.type->append(f.object), f.type->element};
        }
        next_ = {};
        return to;
    }

    void set_key(std::string_view name) {
        if (skipping_ != 0)
            return;
        if (any_depth_ != 0) {
            any_.push_key({name.data(), name.size()});
            return;
        }
        auto& f = stack_.back();
        f.key.assign(name);
        if (f.nested_id) {
            next_ = nested_id_slot(name);
            return;
        }
        if (f.type->insert != nullptr) {
            next_ = {f.type->insert(f.object, name), f.type->element};
            return;
        }
        next_ = find_member(f.object, *f.type, name, f.hint);
        if (next_.type == nullptr && f.type->base != nullptr)
            if (void* const base = f.type->base_object(f.object))
                next_ = find_member(base, *f.type->base, name);
        if (next_.type == nullptr && f.type->unknown != nullptr &&
            (f.type->constant.empty() || name != f.type->constant))
            next_ = {f.type->unknown(f.object), &unknown_member};
    }

    // Inside {"open_id": …, "union_id": …, "user_id": …} where a text is described: the text itself, or the
    // sibling member of this name.
    slot nested_id_slot(std::string_view name) {
        auto& f = stack_.back();
        if (name == leaf_of({f.object, f.type}).nested_id) {
            f.taken = true;
            return {f.object, f.type};
        }
        if (stack_.size() < 2 || !is_user_id(name))
            return {};
        auto const& owner = stack_[stack_.size() - 2];
        if (owner.nested_id || !owner.type->is_object)
            return {};
        auto const beside = find_member(owner.object, *owner.type, name);
        return beside.type != nullptr && leaf_of(beside).on_string != nullptr ? beside : slot{};
    }

    bool store_string(slot to, std::string_view text) {
        auto const& type = leaf_of(to);
        if (type.is_object && !strict_)
            if (auto const member = find_id_member(to, text); member.type != nullptr) {
                auto const inside = unwrap(member);
                return inside.type->on_string != nullptr && inside.type->on_string(inside.object, text);
            }
        if (type.on_string == nullptr && !text.empty())
            return false;
        auto const inside = unwrap(to);
        if (type.on_string == nullptr) // "" for an absent list or object
            return true;
        return inside.type->on_string(inside.object, text);
    }

    template <class Collect, class Store>
    bool scalar(error_code& ec, std::string_view kind, Collect collect, Store store) {
        if (skipping_ != 0)
            return true;
        if (any_depth_ != 0) {
            collect();
            return true;
        }
        auto const to = take_slot();
        if (to.type == nullptr)
            return true;
        if (auto const& type = leaf_of(to); type.assign != nullptr && !type.is_object) {
            any_.reset();
            collect();
            deliver(to);
            return true;
        }
        if (store(to))
            return true;
        if (!note_misfit(ec, to, kind))
            return false;
        if (keep_unknown()) {
            if (to.type->inner != nullptr)
                to.type->clear(to.object); // created for the value that did not match
            any_.reset();
            collect();
            deliver(next_);
            next_ = {};
        } else {
            discard(to);
        }
        return true;
    }

    // The parser reads 1e999 as infinity, which JSON cannot represent.
    bool infinite(error_code& ec) {
        if (skipping_ != 0)
            return true;
        if (any_depth_ != 0) {
            any_.push_null();
            return note_misfit(ec, {nullptr, &binding_of<double>}, "a number");
        }
        auto const to = take_slot();
        if (to.type == nullptr)
            return true;
        if (!note_misfit(ec, {nullptr, &binding_of<double>}, "a number"))
            return false;
        discard(to);
        return true;
    }

    bool open_container(bool object, error_code& ec) {
        if (skipping_ != 0) {
            ++skipping_;
            return true;
        }
        if (any_depth_ != 0) {
            ++any_depth_;
            return true;
        }
        auto const to = take_slot();
        if (to.type == nullptr) {
            skipping_ = 1;
            return true;
        }
        auto const& type = leaf_of(to);
        if (type.assign != nullptr && (object || !type.is_object)) {
            collect_into(to);
            return true;
        }
        if (object && !strict_ && !type.nested_id.empty() && !keeps_unknown()) {
            stack_.push_back({.object = to.object, .type = to.type, .nested_id = true});
            return true;
        }
        bool const fits =
            type.assign == nullptr && (object ? type.is_object || type.insert != nullptr : type.append != nullptr);
        if (fits) {
            auto const inside = unwrap(to);
            if (inside.type->open != nullptr)
                inside.type->open(inside.object);
            stack_.push_back({.object = inside.object, .type = inside.type});
            return true;
        }
        return skip_container(ec, to, object ? "an object" : "a list");
    }

    bool skip_container(error_code& ec, slot to, std::string_view got) {
        if (!note_misfit(ec, to, got))
            return false;
        if (keep_unknown()) {
            collect_into(next_);
            next_ = {};
        } else {
            discard(to);
            skipping_ = 1;
        }
        return true;
    }

    bool close_container(bool object, std::size_t n, error_code& ec) {
        if (skipping_ != 0) {
            --skipping_;
            return true;
        }
        if (any_depth_ != 0) {
            if (object)
                any_.push_object(n);
            else
                any_.push_array(n);
            if (--any_depth_ == 0)
                deliver(any_target_);
            return true;
        }
        auto const closed = std::move(stack_.back());
        stack_.pop_back();
        if (!closed.nested_id || closed.taken)
            return true;
        slot const to{closed.object, closed.type};
        if (!note_misfit(ec, to, "an object"))
            return false;
        discard(to);
        return true;
    }

    void collect_into(slot to) {
        any_.reset();
        any_target_ = to;
        any_depth_ = 1;
    }

    // Stores the collected value at its destination.
    void deliver(slot to) {
        if (to.type == &unknown_member) {
            static_cast<boost::json::object*>(to.object)->insert_or_assign(stack_.back().key, any_.release());
            return;
        }
        auto const inside = unwrap(to);
        inside.type->assign(inside.object, any_.release());
    }

    bool keeps_unknown() const {
        return !stack_.empty() && !stack_.back().nested_id && stack_.back().type->unknown != nullptr;
    }

    // For a value that does not match its described member: makes the object's unknown_members, if any, its
    // destination.
    bool keep_unknown() {
        if (!keeps_unknown())
            return false;
        auto const& f = stack_.back();
        next_ = {f.type->unknown(f.object), &unknown_member};
        return true;
    }

    // Removes what was created at the destination of a value that is skipped.
    void discard(slot to) {
        if (!stack_.empty() && !stack_.back().nested_id) {
            auto const& f = stack_.back();
            if (f.type->append != nullptr)
                return f.type->remove_last(f.object);
            if (f.type->insert != nullptr)
                return f.type->erase(f.object, f.key);
        }
        if (to.type->inner != nullptr)
            to.type->clear(to.object);
    }

    // Reports a value of another kind: a note, or an error in strict mode and for the document itself.
    bool note_misfit(error_code& ec, slot to, std::string_view got) {
        note skipped{.expected = leaf_of(to).kind, .got = got};
        if (strict_ || (stack_.empty() && any_depth_ == 0)) {
            skipped.append_message(problem_);
            ec = boost::json::error::syntax; // any code: it only stops the parser
            return false;
        }
        if (notes_ != nullptr) {
            skipped.path = path();
            notes_->add(std::move(skipped));
        }
        return true;
    }

    // The type of an undescribed member that is kept.
    static constexpr binding unknown_member{.kind = "JSON", .assign = [](void*, boost::json::value&&) {}};

    slot next_;
    notes* notes_;
    bool strict_;
    std::vector<frame> stack_;
    std::size_t skipping_ = 0;
    std::size_t any_depth_ = 0;
    slot any_target_{};
    boost::json::value_stack any_;
    std::string text_;
    std::string problem_;
};

inline boost::json::parse_options parser_options(read_options const& options) {
    boost::json::parse_options out;
    out.max_depth = options.max_depth;
    return out;
}

} // namespace detail

struct reader::impl {
    impl(void* target, binding const& type, read_options limits)
        : options(limits), parser(detail::parser_options(limits), target, &type, limits) {}

    void fail_at(std::size_t offset, std::string_view reason) {
        failed = true;
        failure.kind = error_kind::decode;
        failure.field = parser.handler().path();
        failure.message = failure.field.empty() ? std::string() : failure.field + ": ";
        failure.message += reason;
        failure.message += " (byte " + std::to_string(offset) + ")";
    }

    read_options options;
    boost::json::basic_parser<detail::target_handler> parser;
    std::size_t consumed = 0;
    bool failed = false;
    error failure{};
};

FEISHU_DECL reader::reader(void* target, binding const& type, read_options options)
    : impl_(std::make_unique<impl>(target, type, options)) {}
FEISHU_DECL reader::reader(reader&&) noexcept = default;
FEISHU_DECL reader& reader::operator=(reader&&) noexcept = default;
FEISHU_DECL reader::~reader() = default;

FEISHU_DECL bool reader::feed(std::string_view part) {
    auto& self = *impl_;
    if (self.failed)
        return false;
    if (part.size() > self.options.max_bytes - self.consumed) {
        self.fail_at(self.consumed, "the document is longer than " + std::to_string(self.options.max_bytes) + " bytes");
        return false;
    }
    boost::system::error_code ec;
    auto n = self.parser.write_some(true, part.data(), part.size(), ec);
    if (!ec && n < part.size() && part.find_first_not_of(" \t\r\n", n) != std::string_view::npos)
        ec = boost::json::error::extra_data;
    if (ec) {
        auto const& problem = self.parser.handler().problem();
        self.fail_at(self.consumed + n, problem.empty() ? ec.message() : problem);
        return false;
    }
    self.consumed += part.size();
    return true;
}

FEISHU_DECL result<void> reader::finish() {
    auto& self = *impl_;
    if (!self.failed && !self.parser.done()) {
        boost::system::error_code ec;
        self.parser.write_some(false, nullptr, 0, ec);
        if (ec)
            self.fail_at(self.consumed, self.consumed == 0 ? "the document is empty" : ec.message());
    }
    if (self.failed)
        return self.failure;
    return {};
}

FEISHU_DECL bool assign_text(void* target, binding const& type, std::string_view text) {
    auto to = detail::unwrap({target, &type});
    if (to.type->append != nullptr)
        to = detail::unwrap({to.type->append(to.object), to.type->element});
    return to.type->on_string != nullptr && to.type->on_string(to.object, text);
}

} // namespace feishu::json
