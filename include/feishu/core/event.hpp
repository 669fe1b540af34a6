#pragma once
// The event concept: a struct for one type of pushed event, including its envelope.
//
//     struct receive_v1 {
//         static constexpr event_spec spec{.id = …, .type = "im.message.receive_v1", …};
//         std::string schema;  model::event_header header;  event_data event;
//     };

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/impl/describe.hpp>

namespace feishu {

/// The constants of one event type.
struct event_spec {
    std::string_view id;                              ///< project.version.resource.event
    std::string_view type;                            ///< event_type, `im.message.receive_v1`
    static_list<scope_group, 4> scopes{};             ///< all groups are required, one scope of each suffices
    static_list<std::string_view, 24> field_scopes{}; ///< scopes that reveal sensitive fields
    app_type app_types = app_type::any;               ///< kinds of app that receive it
    std::string_view doc{};                           ///< documentation page
};

/// A described struct with an `event_spec`. A callback that the platform waits for has a nested struct
/// `response`.
template <class E>
concept event = reflect::described<E> && requires {
    { E::spec } -> std::convertible_to<event_spec const&>;
};

/// An event that the platform expects a response to.
template <class E>
concept callback_event = event<E> && requires {
    typename E::response;
};

/// A compile-time list of events, which are checked when it is used.
template <class... E>
struct event_catalog {
    static_assert((event<E> && ...), "an event_catalog lists events");

    static constexpr std::size_t size = sizeof...(E); ///< number of events

    /// Calls `f.template operator()<E>()` for each event.
    template <class F>
    static constexpr void for_each(F&& f) {
        (f.template operator()<E>(), ...);
    }
};

} // namespace feishu
