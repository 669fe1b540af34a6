#pragma once
// Data of the tenant as JSON, by reflection: members that have their default value are omitted, and what is not described
// is refused by name. Unlike <feishu/json>, it is strict, and knows the types of the tenant.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <feishu/core/impl/base64.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/impl/utf8.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/emulator/impl/persist/described.hpp>
#include <feishu/emulator/impl/sparse.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator::detail {

/// "messages[3].content: expected a string".
struct decode_problem : std::runtime_error {
    using std::runtime_error::runtime_error;
};

[[noreturn]] inline void refuse_value(std::string const& path, std::string_view why) {
    throw decode_problem(path + ": " + std::string(why));
}

template <class T>
inline constexpr bool is_sparse = false;
template <class T>
inline constexpr bool is_sparse<sparse<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_duration = false;
template <class Rep, class Period>
inline constexpr bool is_duration<std::chrono::duration<Rep, Period>> = true;
template <class Clock, class Duration>
inline constexpr bool is_duration<std::chrono::time_point<Clock, Duration>> = true;
template <class T>
inline constexpr bool is_pair = false;
template <class A, class B>
inline constexpr bool is_pair<std::pair<A, B>> = true;

template <class T>
concept keyed = requires(T const& t) {
    typename T::mapped_type;
};

template <class K>
std::string key_text(K const& key) {
    if constexpr (std::is_integral_v<K>)
        return std::to_string(key);
    else
        return std::string(std::string_view(key));
}

template <class T>
boost::json::value to_value(T const& from);

template <class T>
void from_value(boost::json::value const& from, T& to, std::string const& path);

// A member of a struct; its functions are those of its type, and compiled once for each.
struct member_codec {
    std::string_view name;
    void const* pointer; // to member
    boost::json::value (*save)(void const* member);
    void (*restore)(boost::json::value const& from, void* member, std::string const& path);
};

template <class T>
boost::json::value save_member(void const* member) {
    return to_value(*static_cast<T const*>(member));
}
template <class T>
void restore_member(boost::json::value const& from, void* member, std::string const& path) {
    from_value(from, *static_cast<T*>(member), path);
}

template <class T, template <class...> class List, class... D>
constexpr auto codecs_of(List<D...>) {
    return std::array<member_codec, sizeof...(D)>{member_codec{
        reflect::member_name<T, D>(), reflect::pointer_to<T, D>(), &save_member<reflect::member_type<T, D>>,
        &restore_member<reflect::member_type<T, D>>}...};
}
template <class T>
inline constexpr auto member_codecs = codecs_of<T>(reflect::member_descriptors<T>{});

/// The values of all members.
FEISHU_DECL std::vector<boost::json::value> save_all(member_codec const* members, std::size_t count,
                                                     void const* object);
/// Those that differ from the defaults.
FEISHU_DECL boost::json::object save_members(member_codec const* members,
                                             std::vector<boost::json::value> const& defaults,
                                             void const* object);
FEISHU_DECL void restore_members(member_codec const* members, std::size_t count,
                                 boost::json::value const& from, void* object, std::string const& path);

template <class T>
boost::json::object members_to_object(T const& from) {
    static auto const defaults = [] {
        T const fresh{};
        return save_all(member_codecs<T>.data(), member_codecs<T>.size(), &fresh);
    }();
    return save_members(member_codecs<T>.data(), defaults, &from);
}

template <class T>
boost::json::value to_value(T const& from) {
    if constexpr (std::is_same_v<T, bool>)
        return from;
    else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>)
        return static_cast<std::int64_t>(from);
    else if constexpr (std::is_integral_v<T>)
        return static_cast<std::uint64_t>(from);
    else if constexpr (is_open<T>)
        return boost::json::string(from.str());
    else if constexpr (reflect::described_enum<T>)
        return boost::json::string(open<T>(from).str());
    else if constexpr (std::is_enum_v<T>)
        return static_cast<std::int64_t>(from);
    else if constexpr (std::is_same_v<T, std::chrono::sys_time<std::chrono::milliseconds>>)
        return static_cast<std::int64_t>(from.time_since_epoch().count());
    else if constexpr (is_duration<T>)
        return static_cast<std::int64_t>(from.count());
    else if constexpr (std::is_convertible_v<T const&, std::string_view>)
        return boost::json::string(std::string_view(from));
    else if constexpr (std::is_same_v<T, boost::json::object> || std::is_same_v<T, boost::json::value>)
        return from;
    else if constexpr (is_optional<T>)
        return from ? to_value(*from) : boost::json::value();
    else if constexpr (is_sparse<T>)
        return to_value(*from);
    else if constexpr (std::is_same_v<T, std::shared_ptr<std::string const>>)
        return from ? boost::json::value(boost::json::string(to_base64(*from))) : boost::json::value("");
    else if constexpr (is_pair<T>)
        return boost::json::array{to_value(from.first), to_value(from.second)};
    else if constexpr (platform_model<T>)
        return boost::json::parse(json::to_string(from));
    else if constexpr (keyed<T>) {
        std::map<std::string, boost::json::value> sorted; // whatever the order of a hash table is
        for (auto const& [key, value] : from)
            sorted.emplace(key_text(key), to_value(value));
        boost::json::object out;
        for (auto& [key, value] : sorted)
            out.emplace(key, std::move(value));
        return out;
    } else if constexpr (reflect::described<T>)
        return members_to_object(from);
    else {
        boost::json::array out;
        for (auto const& one : from)
            out.push_back(to_value(one));
        return out;
    }
}

template <class T>
void number_from_value(boost::json::value const& from, T& to, std::string const& path) {
    boost::system::error_code failed;
    auto const number = from.to_number<T>(failed);
    if (failed)
        refuse_value(path, "expected a number");
    to = number;
}

inline std::string text_of(boost::json::value const& from, std::string const& path) {
    auto const* text = from.if_string();
    if (text == nullptr)
        refuse_value(path, "expected a string");
    return std::string(*text);
}

template <class E>
E enumerator_of(std::string const& name, std::string const& path) {
    auto const value = open<E>::from_wire(name).value();
    if (!value)
        refuse_value(path, "unknown value " + std::string(utf8::prefix(name, 100)));
    return *value;
}

template <class K>
K key_from_text(std::string const& text, std::string const& path) {
    if constexpr (std::is_integral_v<K>) {
        K out{};
        if (!json::detail::parse_number(text, out))
            refuse_value(path, "expected a number as the name");
        return out;
    } else {
        return K(text);
    }
}

template <class T>
void from_value(boost::json::value const& from, T& to, std::string const& path) {
    if constexpr (std::is_same_v<T, bool>) {
        if (!from.is_bool())
            refuse_value(path, "expected true or false");
        to = from.get_bool();
    } else if constexpr (std::is_integral_v<T>) {
        number_from_value(from, to, path);
    } else if constexpr (is_open<T>) {
        to = T::from_wire(text_of(from, path));
    } else if constexpr (reflect::described_enum<T>) {
        to = enumerator_of<T>(text_of(from, path), path);
    } else if constexpr (std::is_enum_v<T>) {
        std::underlying_type_t<T> number{};
        number_from_value(from, number, path);
        to = static_cast<T>(number);
    } else if constexpr (is_duration<T>) {
        std::int64_t count = 0;
        number_from_value(from, count, path);
        if constexpr (requires { typename T::clock; })
            to = T(typename T::duration(count));
        else
            to = T(static_cast<typename T::rep>(count));
    } else if constexpr (std::is_convertible_v<T const&, std::string_view>) {
        to = T(text_of(from, path));
    } else if constexpr (std::is_same_v<T, boost::json::value>) {
        to = from;
    } else if constexpr (std::is_same_v<T, boost::json::object>) {
        if (!from.is_object())
            refuse_value(path, "expected an object");
        to = from.get_object();
    } else if constexpr (is_optional<T>) {
        if (from.is_null())
            to.reset();
        else
            from_value(from, to.emplace(feishu::detail::unchecked_construct::make<typename T::value_type>()),
                       path);
    } else if constexpr (is_sparse<T>) {
        from_value(from, to.edit(), path);
    } else if constexpr (std::is_same_v<T, std::shared_ptr<std::string const>>) {
        auto bytes = from_base64(text_of(from, path));
        if (!bytes)
            refuse_value(path, "expected base64");
        to = std::make_shared<std::string const>(std::move(*bytes));
    } else if constexpr (is_pair<T>) {
        auto const* pair = from.if_array();
        if (pair == nullptr || pair->size() != 2)
            refuse_value(path, "expected a list of two");
        from_value((*pair)[0], to.first, path + "[0]");
        from_value((*pair)[1], to.second, path + "[1]");
    } else if constexpr (platform_model<T>) {
        auto read = json::read<T>(boost::json::serialize(from), {.strict = true});
        if (!read)
            refuse_value(path, read.error().message);
        to = std::move(*read);
    } else if constexpr (keyed<T>) {
        auto const* object = from.if_object();
        if (object == nullptr)
            refuse_value(path, "expected an object");
        to.clear();
        for (auto const& [key, value] : *object) {
            std::string const name(key);
            from_value(value, to[key_from_text<typename T::key_type>(name, path)], path + '.' + name);
        }
    } else if constexpr (reflect::described<T>) {
        restore_members(member_codecs<T>.data(), member_codecs<T>.size(), from, &to, path);
    } else {
        auto const* list = from.if_array();
        if (list == nullptr)
            refuse_value(path, "expected a list");
        to.clear();
        for (std::size_t i = 0; i != list->size(); ++i) {
            auto item = feishu::detail::unchecked_construct::make<typename T::value_type>();
            from_value((*list)[i], item, path + '[' + std::to_string(i) + ']');
            to.insert(to.end(), std::move(item));
        }
    }
}

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/persist/value_codec.ipp>
#endif
