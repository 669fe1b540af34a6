#pragma once
// action_name: the name under which the struct of a card action is known in the card.

#include <string_view>

namespace feishu::detail {

/// The member of a button's value that has the name.
inline constexpr std::string_view action_member = "feishu_action";

template <class T>
consteval std::string_view spelled_type() {
#if defined(_MSC_VER) && !defined(__clang__)
    std::string_view name = __FUNCSIG__;
    name.remove_prefix(name.find("spelled_type<") + 13);
    return name.substr(0, name.rfind(">(void)"));
#else
    std::string_view name = __PRETTY_FUNCTION__;
    name.remove_prefix(name.find("T = ") + 4);
    return name.substr(0, name.find_first_of(";]"));
#endif
}

/// T::action_name, or the name of T without namespaces.
template <class T>
constexpr std::string_view action_name() {
    if constexpr (requires { std::string_view(T::action_name); }) {
        return T::action_name;
    } else {
        constexpr std::string_view name = spelled_type<T>();
        return name.substr(name.find_last_of(": ") + 1);
    }
}

} // namespace feishu::detail
