#pragma once
// form_member: what a form asks for one member of a struct, by the member's type.

#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/member_kind.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/violation.hpp>

namespace feishu::card::detail {

/// How a member is asked for.
enum class form_input : std::uint8_t {
    line,
    integer,
    real,
    checkbox,
    choice,
    choices,
    lines,
    person,
    people,
    date,
    time
};

/// The value of a member, as far as a form knows it; nothing: not filled in.
using form_answer =
    std::variant<std::monostate, bool, std::int64_t, double, std::string, std::vector<std::string>,
                 std::chrono::year_month_day, std::chrono::sys_seconds>;

/// One member of a struct.
struct form_member {
    std::string_view name;         ///< on the wire
    void const* pointer = nullptr; ///< to the pointer to it
    form_input input{};
    bool optional = false;
    std::size_t min = 0; ///< characters, or choices
    std::size_t max = 0;
    double least = 0; ///< of a number
    double most = 0;
    std::span<std::string_view const> enumerators{};
    void (*assign)(void* member, form_answer const& answer) = nullptr;
    form_answer (*answer)(void const* member) = nullptr; ///< the value of a member
};

inline constexpr std::size_t max_input_characters = 1000; ///< what the platform accepts

// The enum of a choice.
template <class T>
struct enum_of {};
template <reflect::described_enum E>
struct enum_of<E> {
    using type = E;
};
template <class E>
struct enum_of<open<E>> {
    using type = E;
};
template <class T>
concept form_choice = requires {
    typename enum_of<T>::type;
};

template <class T>
concept form_text = reflect::is_textual<T> && std::constructible_from<T, std::string>;

template <class T>
constexpr form_input input_of() {
    if constexpr (std::same_as<T, bool>)
        return form_input::checkbox;
    else if constexpr (form_choice<T>)
        return form_input::choice;
    else if constexpr (std::same_as<T, std::chrono::year_month_day>)
        return form_input::date;
    else if constexpr (std::same_as<T, std::chrono::sys_seconds>)
        return form_input::time;
    else if constexpr (std::derived_from<T, open_id>)
        return form_input::person;
    else if constexpr (form_text<T>)
        return form_input::line;
    else if constexpr (reflect::kind_of<T> == reflect::member_kind::limited_number)
        return input_of<typename T::value_type>();
    else if constexpr (std::integral<T>)
        return form_input::integer;
    else if constexpr (std::floating_point<T>)
        return form_input::real;
    else if constexpr (reflect::is_sequence<T>) {
        constexpr auto item = input_of<typename T::value_type>();
        static_assert(item == form_input::choice || item == form_input::person || item == form_input::line,
                      "a form has lists of enums, of persons and of texts only");
        return item == form_input::choice   ? form_input::choices
               : item == form_input::person ? form_input::people
                                            : form_input::lines;
    } else
        static_assert(sizeof(T) == 0, "a form cannot ask for a member of this type: see feishu::card::form");
}

/// A member that a form may have options for.
template <class M>
inline constexpr bool has_options = [] {
    constexpr auto input = input_of<reflect::unwrapped_t<M>>();
    return input == form_input::line || input == form_input::lines || input == form_input::choice ||
           input == form_input::choices;
}();

template <reflect::described_enum E>
inline constexpr auto enumerator_names = [] {
    std::array<std::string_view, reflect::enumerators<E>.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = reflect::enumerators<E>[i].name;
    return names;
}();

template <class E>
E enumerator_called(std::string_view name) {
    for (auto const& each : reflect::enumerators<E>)
        if (each.name == name)
            return static_cast<E>(each.value);
    return E{};
}

template <class T>
T item_from(std::string const& text) {
    if constexpr (form_choice<T>)
        return enumerator_called<typename enum_of<T>::type>(text);
    else
        return T(text);
}

template <class T>
std::string item_text(T const& value) {
    if constexpr (form_choice<T>)
        return open<typename enum_of<T>::type>(value).str();
    else
        return std::string(std::string_view(value));
}

// The answer has the alternative of T's input.
template <class T>
T from_answer(form_answer const& answer) {
    constexpr auto input = input_of<T>();
    using enum form_input;
    if constexpr (input == checkbox)
        return std::get<bool>(answer);
    else if constexpr (input == integer || input == real) {
        using kept = std::conditional_t<input == integer, std::int64_t, double>;
        if constexpr (reflect::kind_of<T> == reflect::member_kind::limited_number)
            return T(static_cast<typename T::value_type>(std::get<kept>(answer)));
        else
            return static_cast<T>(std::get<kept>(answer));
    } else if constexpr (input == date || input == time)
        return std::get<T>(answer);
    else if constexpr (input == choice || input == line || input == person)
        return item_from<T>(std::get<std::string>(answer));
    else {
        std::vector<typename T::value_type> items;
        for (auto const& each : std::get<std::vector<std::string>>(answer))
            items.push_back(item_from<typename T::value_type>(each));
        return T(std::move(items));
    }
}

template <class T>
form_answer to_answer(T const& value) {
    constexpr auto input = input_of<T>();
    using enum form_input;
    if constexpr (input == checkbox)
        return bool(value);
    else if constexpr (input == integer)
        return feishu::detail::to_count(+value);
    else if constexpr (input == real)
        return static_cast<double>(value);
    else if constexpr (input == date || input == time)
        return value;
    else if constexpr (input == choice || input == line || input == person) {
        auto shown = item_text(value);
        return shown.empty() ? form_answer() : form_answer(std::move(shown));
    } else {
        std::vector<std::string> items;
        for (auto const& each : value)
            items.push_back(item_text(each));
        return items.empty() ? form_answer() : form_answer(std::move(items));
    }
}

template <class M>
void assign_answer(void* member, form_answer const& answer) {
    auto& to = *static_cast<M*>(member);
    if constexpr (reflect::kind_of<M> == reflect::member_kind::optional) {
        if (answer.index() == 0)
            to.reset();
        else
            to.emplace(from_answer<typename M::value_type>(answer));
    } else if constexpr (reflect::kind_of<M> == reflect::member_kind::wrapper) {
        to = M(from_answer<typename M::value_type>(answer));
    } else {
        to = answer.index() == 0 ? M{} : from_answer<M>(answer);
    }
}

template <class M>
form_answer answer_of(void const* member) {
    auto const& from = *static_cast<M const*>(member);
    if constexpr (reflect::kind_of<M> == reflect::member_kind::optional)
        return from.has_value() ? to_answer(*from) : form_answer();
    else if constexpr (reflect::kind_of<M> == reflect::member_kind::wrapper)
        return from.present() ? to_answer(from.value()) : form_answer();
    else
        return to_answer(from);
}

template <class T>
constexpr void set_limits(form_member& out) {
    if constexpr (reflect::kind_of<T> == reflect::member_kind::limited_text ||
                  reflect::kind_of<T> == reflect::member_kind::limited_list) {
        out.min = T::min;
        out.max = T::max;
    } else if constexpr (reflect::kind_of<T> == reflect::member_kind::limited_number) {
        out.least = static_cast<double>(T::min);
        out.most = static_cast<double>(T::max);
    } else if constexpr (std::is_arithmetic_v<T>) {
        out.least = static_cast<double>(std::numeric_limits<T>::lowest());
        out.most = static_cast<double>((std::numeric_limits<T>::max)());
    }
}

template <class T>
constexpr void set_enumerators(form_member& out) {
    if constexpr (form_choice<T>)
        out.enumerators = enumerator_names<typename enum_of<T>::type>;
    else if constexpr (reflect::is_sequence<T>)
        set_enumerators<typename T::value_type>(out);
}

template <class M>
constexpr form_member make_form_member(std::string_view name, void const* pointer) {
    using T = reflect::unwrapped_t<M>;
    form_member out{.name = name, .pointer = pointer, .input = input_of<T>(), .max = field::unlimited};
    out.optional = reflect::kind_of<M> == reflect::member_kind::optional || out.input == form_input::checkbox;
    set_limits<T>(out);
    set_enumerators<T>(out);
    out.assign = &assign_answer<M>;
    out.answer = &answer_of<M>;
    return out;
}

template <class T, template <class...> class List, class... D>
constexpr std::array<form_member, sizeof...(D)> members_of(List<D...>) {
    return {make_form_member<reflect::member_type<T, D>>(reflect::member_name<T, D>(),
                                                         reflect::pointer_to<T, D>())...};
}

template <reflect::described T>
inline constexpr auto form_members = members_of<T>(reflect::member_descriptors<T>{});

/// The offset of a member that its pointer refers to.
template <class T, class M>
std::ptrdiff_t offset_in(M T::*member) {
    static_assert(sizeof member == sizeof(std::ptrdiff_t));
    return reflect::offset_of(&member);
}

} // namespace feishu::card::detail
