#pragma once
// Values of one of several types, as `oneOf` of JSON Schema: told apart by the kind of JSON, or by a member.
//
//     json::one_of<std::string, std::int64_t> id{};                       // "a" or 7
//     json::discriminated<"type", json::tagged<"cat", cat>, json::tagged<"dog", dog>> pet{};
//     if (auto const* found = pet.get_if<cat>()) …

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <feishu/core/constraints.hpp>
#include <feishu/core/impl/member_kind.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::json {
namespace detail {

// The kinds of JSON that distinguish alternatives.
template <class T>
constexpr boost::json::kind kind_of_json() {
    using enum reflect::member_kind;
    constexpr auto kind = reflect::kind_of<T>;
    if constexpr (kind == boolean)
        return boost::json::kind::bool_;
    else if constexpr (kind == number || kind == limited_number)
        return boost::json::kind::double_;
    else if constexpr (kind == list || kind == limited_list)
        return boost::json::kind::array;
    else if constexpr (kind == map || kind == object || kind == json_object)
        return boost::json::kind::object;
    else if constexpr (is_open<T>)
        return wire_is_number<typename T::enum_type> ? boost::json::kind::double_ : boost::json::kind::string;
    else
        return boost::json::kind::string;
}

inline boost::json::kind kind_of_json(boost::json::value const& value) {
    auto const kind = value.kind();
    return kind == boost::json::kind::int64 || kind == boost::json::kind::uint64 ? boost::json::kind::double_ : kind;
}

// What is held, and what was read but is none of the alternatives.
template <class... T>
class alternatives {
public:
    alternatives() = default;
    template <class U>
        requires(std::same_as<std::remove_cvref_t<U>, T> || ...)
    alternatives(U&& value) : held_(std::forward<U>(value)) {}

    /// The alternative of type A, or nullptr.
    template <class A>
    A const* get_if() const {
        return std::get_if<A>(&held_);
    }
    /// True while it holds no alternative.
    bool empty() const { return held_.index() == 0; }
    /// What was read, when it is none of the alternatives; null otherwise.
    boost::json::value const& other() const { return other_; }
    /// Calls `f` with the alternative that is held; with std::monostate when it is empty.
    template <class F>
    decltype(auto) visit(F&& f) const {
        return std::visit(std::forward<F>(f), held_);
    }

    template <class At, class Violations, class Options>
    void append_problems(At const& at, Violations& found, Options options) const {
        visit([&]<class A>(A const& value) {
            if constexpr (std::same_as<A, std::monostate>)
                check_value(other_, at, found, options);
            else
                check_value(value, at, found, options);
        });
    }

protected:
    void reset(boost::json::value&& value) {
        held_ = std::monostate();
        other_ = std::move(value);
    }
    // False when `value` cannot be read as an A.
    template <class A>
    bool read_as(boost::json::value const& value) {
        auto made = json::read<A>(boost::json::serialize(value));
        if (made)
            held_ = std::move(made).value();
        return made.has_value();
    }

private:
    std::variant<std::monostate, T...> held_;
    boost::json::value other_;
};

} // namespace detail

/// A value of one of the types T, which are different kinds of JSON: text, number, boolean, list, object. Anything else
/// that is read is kept as `other()`.
template <class... T>
class one_of : public detail::alternatives<T...> {
public:
    using detail::alternatives<T...>::alternatives;
    one_of() = default;

    void append_json(std::string& out, level at) const {
        this->visit([&]<class A>(A const& value) {
            if constexpr (std::same_as<A, std::monostate>)
                detail::append_json(out, this->other(), at == level::embedded);
            else if (at == level::embedded)
                write<A, level::embedded>(out, value);
            else
                write<A, level::plain>(out, value);
        });
    }

    void assign_json(boost::json::value&& value) {
        auto const kind = detail::kind_of_json(value);
        if (!((detail::kind_of_json<T>() == kind && this->template read_as<T>(value)) || ...))
            this->reset(std::move(value));
    }
};

/// An alternative of `discriminated`: a described struct, and the value of the member that tells it.
template <field::literal Tag, class T>
struct tagged {
    using type = T;
    static constexpr std::string_view tag = Tag;
};

/// An object of one of several structs, told apart by the member `Property`. It is written with its tag, whether or not
/// the struct has that member. Objects of other tags are kept as `other()`.
template <field::literal Property, class... Tagged>
class discriminated : public detail::alternatives<typename Tagged::type...> {
public:
    using detail::alternatives<typename Tagged::type...>::alternatives;
    discriminated() = default;

    void append_json(std::string& out, level at) const {
        if (this->empty())
            return detail::append_json(out, this->other(), at == level::embedded);
        (append<Tagged>(out, at), ...);
    }

    void assign_json(boost::json::value&& value) {
        constexpr std::string_view property = Property;
        auto const* object = value.if_object();
        auto const* found = object != nullptr ? object->if_contains({property.data(), property.size()}) : nullptr;
        auto const* text = found != nullptr ? found->if_string() : nullptr;
        std::string_view const tag = text != nullptr ? std::string_view(text->data(), text->size()) : std::string_view();
        if (text == nullptr || !((Tagged::tag == tag && this->template read_as<typename Tagged::type>(value)) || ...))
            this->reset(std::move(value));
    }

private:
    template <class One>
    void append(std::string& out, level at) const {
        auto const* value = this->template get_if<typename One::type>();
        if (value == nullptr)
            return;
        if (at == level::embedded)
            discriminated::template append_tagged<One, level::embedded>(out, *value);
        else
            discriminated::template append_tagged<One, level::plain>(out, *value);
    }

    template <class One, level Level>
    static void append_tagged(std::string& out, typename One::type const& value) {
        std::string object;
        write<typename One::type, Level>(object, value);
        if (!detail::writes_member(encoder_of<typename One::type>, &value, Property)) {
            std::string tag;
            detail::append_string(tag, Property, Level);
            tag += ':';
            detail::append_string(tag, One::tag, Level);
            object.insert(1, tag + (object == "{}" ? "" : ","));
        }
        out += object;
    }
};

} // namespace feishu::json
