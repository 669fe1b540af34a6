#pragma once
// target_handler: stores the values that a parser finds in a described object, through the object's binding.

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/json/value_stack.hpp>

#include <feishu/core/impl/small_vector.hpp>
#include <feishu/json/impl/binding.hpp>
#include <feishu/json/notes.hpp>

namespace feishu::json::detail {

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

// The member of a name; null if there is none. Members usually come in the order of the struct, so the search starts at
// `first`.
inline member_binding const* find_member(binding const& type, std::string_view name,
                                         member_binding const* first) {
    auto const* const end = type.members.end();
    auto const named = [&](member_binding const& m) { return m.name == name; };
    if (auto const* const found = std::find_if(first, end, named); found != end)
        return found;
    auto const* const found = std::find_if(type.members.begin(), first, named);
    return found != first ? found : nullptr;
}
inline member_binding const* find_member(binding const& type, std::string_view name) {
    return find_member(type, name, type.members.begin());
}

inline slot slot_of(void* object, member_binding const* member) {
    void* const address = member != nullptr ? member->get(object) : nullptr;
    return address != nullptr ? slot{address, member->type} : slot{};
}

// For an id as plain text where {"open_id": …, "union_id": …, "user_id": …} is described: the member that it
// belongs to.
inline slot find_id_member(slot owner, std::string_view id) {
    auto const& type = leaf_of(owner);
    auto const* const member = find_member(type, user_id_kind(id));
    if (id.empty() || member == nullptr || find_member(type, "open_id") == nullptr)
        return {};
    return slot_of(unwrap(owner).object, member);
}

// What is open.
enum class container : std::uint8_t {
    object,
    map,
    list,
    nested_id ///< {"open_id": …} where a text is described: `frame::object` is the text
};

// One frame per open object, map or list of the target. Values without a destination are skipped by counting their
// nesting; free-form and unknown values are collected in a value_stack.
class target_handler {
public:
    /// `notes` receives what is skipped, if it is not null. If `strict`, that is an error.
    target_handler(void* target, binding const* type, json::notes* notes, bool strict)
        : next_{target, type}, notes_(notes), strict_(strict) {}

    bool skips() const { return depth_ != 0 && !collecting_; }

    std::string_view expected_key() const {
        if (!stores())
            return {};
        auto const& f = stack_.back(); // a key is in an object
        return f.expected != f.type->members.end() ? f.expected->name : std::string_view();
    }
    void on_expected_key() {
        auto& f = stack_.back();
        select(*f.expected, f);
    }

    void on_key(std::string_view name) {
        if (stores())
            set_key(name);
        else if (collecting_)
            any_.push_key({name.data(), name.size()});
    }

    bool on_string(std::string_view text) {
        if (!stores())
            return unstored([&] { any_.push_string({text.data(), text.size()}); });
        auto const to = take_slot();
        if (to.type != nullptr && to.type->on_string != nullptr && to.type->on_string(to.object, text))
            return true; // almost always
        auto const collect = [&] { any_.push_string({text.data(), text.size()}); };
        return scalar(to, "a string", collect, [&] { return store_string(to, text); });
    }
    bool on_integer(std::int64_t value) {
        return number_or_bool("a number", &binding::on_integer, value, [&] { any_.push_int64(value); });
    }
    bool on_unsigned(std::uint64_t value) {
        return number_or_bool("a number", &binding::on_unsigned, value, [&] { any_.push_uint64(value); });
    }
    bool on_double(double value) {
        if (!std::isfinite(value))
            return infinite();
        return number_or_bool("a number", &binding::on_double, value, [&] { any_.push_double(value); });
    }
    bool on_bool(bool value) {
        return number_or_bool(value ? "true" : "false", &binding::on_bool, value,
                              [&] { any_.push_bool(value); });
    }
    bool on_null() {
        if (!stores())
            return unstored([&] { any_.push_null(); });
        auto const to = take_slot();
        if (to.type != nullptr && to.type->assign != nullptr)
            to.type->assign(to.object, boost::json::value(nullptr));
        else if (to.type != nullptr)
            to.type->reset(to.object);
        return true;
    }

    bool on_open(char bracket) {
        if (!stores()) {
            ++depth_;
            if (collecting_)
                counts_.push_back(0);
            return true;
        }
        auto const to = take_slot();
        if (to.type == nullptr) {
            depth_ = 1;
            return true;
        }
        return open(to, bracket == '{');
    }

    bool on_close(char bracket) {
        if (!stores()) {
            --depth_;
            if (collecting_)
                close_collected(bracket == '}');
            return true;
        }
        auto const closed = stack_.back();
        stack_.pop_back();
        cut_keys(closed);
        return closed.kind != container::nested_id || closed.taken ||
               misfit_of_nested_id({closed.object, closed.type});
    }

    /// The mismatch for which the handler stopped the parser.
    std::string const& problem() const { return problem_; }

    /// The path of the value being read, `items[3].sender.id`.
    std::string path() const {
        std::string out;
        for (auto const& f : stack_) {
            if (f.kind == container::list) {
                out += '[' + std::to_string(f.index) + ']';
            } else if (auto const key = key_of(f); !key.empty()) {
                if (!out.empty())
                    out += '.';
                out += key;
            }
        }
        return out;
    }

private:
    struct frame {
        void* object;
        binding const* type;
        container kind;
        bool started = false;  // lists: index counts from the second value
        bool taken = false;    // nested_id: the text has been set
        std::size_t key_at;    // where in keys_ the key of the value being read begins
        std::size_t index = 0; // lists: of the value being read
        // Objects: the member whose value is being read, null if its key is in keys_, and the one expected next.
        member_binding const* member = nullptr;
        member_binding const* expected;
    };

    bool stores() const { return depth_ == 0; }

    void cut_keys(frame const& f) {
        if (keys_.size() != f.key_at)
            keys_.resize(f.key_at);
    }

    // The key of the value being read.
    std::string_view key_of(frame const& f) const {
        if (f.member != nullptr)
            return f.member->name;
        auto const* const above = &f == &stack_.back() ? nullptr : &f + 1;
        auto const end = above != nullptr ? above->key_at : keys_.size();
        return std::string_view(keys_).substr(f.key_at, end - f.key_at);
    }

    void push(container kind, slot to) {
        stack_.push_back(
            {.object = to.object,
             .type = to.type,
             .kind = kind,
             .key_at = keys_.size(),
             .expected = kind == container::object ? to.type->members.begin() : to.type->members.end()});
    }

    // The destination of the value that begins now.
    slot take_slot() {
        if (next_.type != nullptr)
            return std::exchange(next_, {});
        if (!stack_.empty() && stack_.back().kind == container::list) {
            auto& f = stack_.back();
            f.index += f.started ? 1 : 0;
            f.started = true;
            return {f.type->append(f.object), f.type->element};
        }
        return {};
    }

    void select(member_binding const& member, frame& f) {
        f.member = &member;
        f.expected = &member + 1;
        cut_keys(f);
        next_ = slot_of(f.object, &member);
        if (next_.type == nullptr)
            find_elsewhere(f, member.name);
    }

    void set_key(std::string_view name) {
        auto& f = stack_.back();
        if (f.kind == container::object)
            if (auto const* const member = find_member(*f.type, name, f.expected))
                return select(*member, f);
        f.member = nullptr;
        cut_keys(f);
        keys_ += name;
        switch (f.kind) {
        case container::nested_id: next_ = nested_id_slot(name); break;
        case container::map: next_ = {f.type->insert(f.object, name), f.type->element}; break;
        default: find_elsewhere(f, name);
        }
    }

    // The destination of a member that is not described: in the second set of members, or among the unknown ones.
    void find_elsewhere(frame& f, std::string_view name) {
        if (f.type->base != nullptr)
            if (void* const base = f.type->base_object(f.object))
                next_ = slot_of(base, find_member(*f.type->base, name));
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
        if (owner.kind != container::object)
            return {};
        auto const beside = slot_of(owner.object, find_member(*owner.type, name));
        return beside.type != nullptr && leaf_of(beside).on_string != nullptr ? beside : slot{};
    }

    // A scalar in a value that is skipped or collected.
    template <class Collect>
    bool unstored(Collect collect) {
        if (collecting_) {
            collect();
            ++counts_.back();
        }
        return true;
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

    template <class T, class Collect>
    bool number_or_bool(std::string_view kind, bool (*binding::*store)(void*, T), T value, Collect collect) {
        if (!stores())
            return unstored(collect);
        auto const to = take_slot();
        return scalar(to, kind, collect, [&] {
            auto const inside = unwrap(to);
            if (auto* const function = inside.type->*store)
                return function(inside.object, value);
            return store_digits(inside, value);
        });
    }

    template <class T>
    static bool store_digits(slot to, T value) {
        if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
            char digits[24];
            auto const* const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
            return to.type->digits &&
                   to.type->on_string(to.object, {digits, static_cast<std::size_t>(end - digits)});
        } else {
            return false;
        }
    }

    template <class Collect, class Store>
    bool scalar(slot to, std::string_view kind, Collect collect, Store store) {
        if (to.type == nullptr)
            return true;
        if (auto const& type = leaf_of(to); type.assign != nullptr && !type.is_object) {
            any_.reset();
            collect();
            deliver(to);
            return true;
        }
        if (store())
            return true;
        if (!note_misfit(to, kind))
            return false;
        if (keeps_unknown()) {
            if (to.type->inner != nullptr)
                to.type->clear(to.object); // created for the value that did not match
            any_.reset();
            collect();
            deliver(unknown_slot());
        } else {
            discard(to);
        }
        return true;
    }

    // JSON has numbers that no double represents.
    bool infinite() {
        slot const number{nullptr, &binding_of<double>};
        if (!stores())
            return unstored([&] { any_.push_null(); }) && (skips() || note_misfit(number, "a number"));
        auto const to = take_slot();
        if (to.type == nullptr)
            return true;
        if (!note_misfit(number, "a number"))
            return false;
        discard(to);
        return true;
    }

    bool open(slot to, bool object) {
        auto const& type = leaf_of(to);
        if (type.assign != nullptr && (object || !type.is_object)) {
            collect_into(to);
            return true;
        }
        if (object && !strict_ && !type.nested_id.empty() && !keeps_unknown()) {
            push(container::nested_id, to);
            return true;
        }
        bool const fits = type.assign == nullptr &&
                          (object ? type.is_object || type.insert != nullptr : type.append != nullptr);
        if (!fits)
            return skip_container(to, object ? "an object" : "a list");
        auto const inside = unwrap(to);
        if (inside.type->open != nullptr)
            inside.type->open(inside.object);
        push(!object ? container::list : inside.type->is_object ? container::object : container::map, inside);
        return true;
    }

    bool skip_container(slot to, std::string_view got) {
        if (!note_misfit(to, got))
            return false;
        if (keeps_unknown()) {
            collect_into(unknown_slot());
        } else {
            discard(to);
            depth_ = 1;
        }
        return true;
    }

    void close_collected(bool object) {
        auto const n = counts_.back();
        counts_.pop_back();
        if (object)
            any_.push_object(n);
        else
            any_.push_array(n);
        if (depth_ != 0) {
            ++counts_.back();
        } else {
            collecting_ = false;
            deliver(any_target_);
        }
    }

    // An object of ids without the one that was described.
    bool misfit_of_nested_id(slot to) {
        if (!note_misfit(to, "an object"))
            return false;
        discard(to);
        return true;
    }

    void collect_into(slot to) {
        any_.reset();
        any_target_ = to;
        collecting_ = true;
        depth_ = 1;
        counts_.push_back(0);
    }

    // Stores the collected value at its destination.
    void deliver(slot to) {
        if (to.type == &unknown_member) {
            auto const key = key_of(stack_.back());
            static_cast<boost::json::object*>(to.object)->insert_or_assign({key.data(), key.size()},
                                                                           any_.release());
            return;
        }
        auto const inside = unwrap(to);
        inside.type->assign(inside.object, any_.release());
    }

    // Whether a value that does not match its described member is kept among the object's unknown members.
    bool keeps_unknown() const {
        return !stack_.empty() && stack_.back().kind == container::object &&
               stack_.back().type->unknown != nullptr;
    }
    slot unknown_slot() const {
        auto const& f = stack_.back();
        return {f.type->unknown(f.object), &unknown_member};
    }

    // Removes what was created at the destination of a value that is skipped.
    void discard(slot to) {
        auto const kind = stack_.empty() ? container::object : stack_.back().kind;
        if (kind == container::list)
            stack_.back().type->remove_last(stack_.back().object);
        else if (kind == container::map)
            stack_.back().type->erase(stack_.back().object, key_of(stack_.back()));
        else if (to.type->inner != nullptr)
            to.type->clear(to.object);
    }

    // Reports a value of another kind: a note, or an error in strict mode and for the document itself.
    bool note_misfit(slot to, std::string_view got) {
        note skipped{.expected = leaf_of(to).kind, .got = got};
        if (strict_ || (stack_.empty() && stores())) {
            skipped.append_message(problem_);
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
    json::notes* notes_;
    bool strict_;
    feishu::detail::small_vector<frame, 8> stack_;
    std::string keys_; // of the values being read, one behind the other, without those of described members
    std::size_t depth_ = 0;           // of open containers in a value that is skipped or collected
    bool collecting_ = false;         // it is collected
    std::vector<std::size_t> counts_; // of the values in each of them
    slot any_target_{};
    boost::json::value_stack any_;
    std::string problem_;
};

} // namespace feishu::json::detail
