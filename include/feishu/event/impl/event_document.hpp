#pragma once
// Reads the document of an event of schema 2.0 once, into its struct and the members of a raw_event.
// Other documents are read twice: their envelope by read_push, then their struct by read_event_body.

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <boost/describe/class.hpp>

#include <feishu/core/event.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/impl/member_kind.hpp>
#include <feishu/event/impl/event_identity.hpp>
#include <feishu/event/impl/read_event_body.hpp>
#include <feishu/event/raw_event.hpp>
#include <feishu/json/impl/binding.hpp>
#include <feishu/json/notes.hpp>
#include <feishu/json/read.hpp>

namespace feishu::detail {

/// The text of the first `event_type` in the document, or nothing. It need not be that of the header: the
/// reader checks it.
FEISHU_DECL std::string_view event_type_hint(std::string_view json);

/// The members that documents of other kinds have; see read_push.
struct document_marks {
    std::optional<std::string> encrypt;
    std::string type;
};
BOOST_DESCRIBE_STRUCT(document_marks, (), (encrypt, type))

/// A struct that has all of the envelope.
template <class E>
concept whole_document = event<E> && !std::is_final_v<E> && reflect::member_count<E> == 3 &&
                         !reflect::keeps_unknown<E> && requires(E const& e) {
    { e.schema } -> std::convertible_to<std::string>;
    { e.header.event_id } -> std::convertible_to<event_id const&>;
    { e.header.event_type } -> std::convertible_to<std::string const&>;
    { e.header.create_time } -> std::convertible_to<unix_millis>;
    { e.header.token } -> std::convertible_to<std::string const&>;
    { e.header.app_id } -> std::convertible_to<app_id const&>;
    { e.header.tenant_key } -> std::convertible_to<tenant_key const&>;
    e.event;
};

template <class E>
struct event_document : E {
    event_document() : E(unchecked_construct::make<E>()) {}

    document_marks marks;
};

/// The members of E, and the marks beside them.
template <class E>
inline constexpr json::binding event_document_binding = [] {
    auto out = json::binding_of<E>;
    out.base = &json::binding_of<document_marks>;
    out.base_object = [](void* self) -> void* {
        return &static_cast<event_document<E>*>(static_cast<E*>(self))->marks;
    };
    return out;
}();

/// Reads all but the document itself. False, with `out` unchanged, if the document is of another type or kind
/// than E, or cannot be read.
template <whole_document E>
bool read_event_document(std::string_view json, json::read_options options, push& out) {
    auto const read = std::make_shared<event_document<E>>();
    json::notes skipped;
    options.notes = &skipped;
    auto const done =
        json::detail::read_document(static_cast<E*>(read.get()), event_document_binding<E>, json, options);
    auto& header = read->header;
    if (!done || read->marks.encrypt || read->marks.type == challenge_type ||
        header.event_type != E::spec.type)
        return false;
    header.create_time = by_magnitude(header.create_time);
    out = {.event = {.schema = read->schema,
                     .type = header.event_type,
                     .id = header.event_id,
                     .app_id = header.app_id,
                     .tenant_key = header.tenant_key,
                     .create_time = header.create_time,
                     .object_id = object_id_in(header.event_type, read->event)},
           .token = header.token};
    out.typed.value = std::shared_ptr<E>(read);
    if (!skipped.empty())
        out.typed.skipped = skipped.to_string();
    return true;
}

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/event_document.ipp>
#endif
