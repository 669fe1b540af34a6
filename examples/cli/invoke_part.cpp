// The calls of one part of the catalog: compiled once for each value of FEISHU_CLI_PART, side by side.

#include <array>
#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <feishu/api/all.hpp>
#include <feishu/client/download.hpp>
#include <feishu/core/upload.hpp>
#include <feishu/http/target.hpp>
#include <feishu/json/notes.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

#include "invoke.hpp"

namespace cli {
namespace {

using feishu::accepts;
using feishu::token;

feishu::error refused(std::string_view id, std::string message) {
    feishu::error out{.kind = feishu::error_kind::validation, .message = std::move(message)};
    out.endpoint = id;
    out.may_have_executed = false;
    return out;
}

feishu::error no_token(feishu::endpoint_spec const& spec, bool as_user) {
    if (as_user)
        return refused(spec.id, "takes no user_access_token: call it without --as-user");
    return refused(spec.id,
                   accepts(spec.tokens, token::user)
                       ? "takes a user_access_token only: feishu login, then call it with --as-user"
                       : "takes an app_access_token of a store app, which this program does not have");
}

template <class E>
constexpr bool takes_file = []<template <class...> class List, class... D>(List<D...>) {
    return (feishu::detail::is_upload<feishu::reflect::member_type<E, D>> || ...);
}(feishu::reflect::member_descriptors<E>{});

// JSON has no files: the other members are read one by one.
template <class E>
feishu::result<E> read_request(std::string const& members, feishu::json::notes& notes) {
    if constexpr (!takes_file<E>) {
        return feishu::json::read<E>(members, {.notes = &notes});
    } else {
        auto request = feishu::detail::unchecked_construct::make<E>();
        auto const values = boost::json::parse(members).get_object();
        feishu::result<void> done;
        feishu::reflect::for_each_member<E>([&](auto d) {
            using member = feishu::reflect::member_type<E, decltype(d)>;
            if constexpr (!feishu::detail::is_upload<member>) {
                auto const name = feishu::reflect::member_name<E, decltype(d)>();
                auto const* value = values.if_contains({name.data(), name.size()});
                if (value != nullptr && done)
                    done = feishu::json::read_into(request.*d.pointer, boost::json::serialize(*value),
                                                   {.notes = &notes});
            }
        });
        if (!done)
            return std::move(done).error();
        return request;
    }
}

template <class E>
void add_uploads(E& request, invocation const& in) {
    feishu::reflect::for_each_member<E>([&](auto d) {
        using member = feishu::reflect::member_type<E, decltype(d)>;
        if constexpr (feishu::detail::is_upload<member>)
            for (auto const& [name, path] : in.uploads)
                if (name == feishu::reflect::member_name<E, decltype(d)>())
                    request.*d.pointer = feishu::from_path(path);
    });
}

[[maybe_unused]] std::string facts_of( // not every part has a download
    feishu::downloaded const& got, std::string const& path) {
    std::string out = "{\"path\":";
    feishu::json::write(out, path);
    out += ",\"file_name\":";
    feishu::json::write(out, got.file_name);
    out += ",\"content_type\":";
    feishu::json::write(out, got.content_type);
    return out + ",\"size\":" + std::to_string(got.size) + "}";
}

template <class E, class Caller>
feishu::result<std::string> call_as(Caller const& caller, E request, invocation const& in) {
    if constexpr (E::spec.envelope == feishu::envelope::binary) {
        auto got =
            caller.download(std::move(request), feishu::to_path(in.output), {.on_progress = in.progress});
        if (!got)
            return std::move(got).error();
        return facts_of(*got, in.output);
    } else {
        auto got = caller.call(std::move(request), {.on_progress = in.progress});
        if (!got)
            return std::move(got).error();
        return feishu::json::to_string(*got);
    }
}

template <class E>
feishu::result<std::string> invoke(invocation const& in) {
    feishu::json::notes notes;
    auto request = read_request<E>(in.members, notes);
    if (!request)
        return std::move(request).error();
    if (!notes.empty())
        return refused(E::spec.id, notes.items.front().to_string());
    add_uploads(*request, in);
    if constexpr (E::spec.envelope == feishu::envelope::redirect) {
        return "{\"url\":" + feishu::json::to_string(feishu::http::target_of(*request)) + "}";
    } else {
        if (in.user) {
            if constexpr (accepts(E::spec.tokens, token::user))
                return call_as(in.client->as(*in.user), std::move(*request), in);
            else if constexpr (E::spec.tokens != token::none)
                return no_token(E::spec, true);
        }
        if constexpr (E::spec.tokens == token::none || accepts(E::spec.tokens, token::tenant))
            return call_as<E, feishu::caller<token::tenant>>(*in.client, std::move(*request), in);
        else
            return no_token(E::spec, false);
    }
}

template <std::size_t... At, class... E>
constexpr auto table(std::index_sequence<At...>, feishu::catalog<E...>) {
    using list = boost::mp11::mp_list<E...>;
    return std::array<invoke_function, sizeof...(At)>{
        &invoke<boost::mp11::mp_at_c<list, FEISHU_CLI_PART + At * parts>>...};
}

constexpr auto mine = (feishu::all::size + parts - 1 - FEISHU_CLI_PART) / parts;
constexpr auto functions = table(std::make_index_sequence<mine>(), feishu::all{});

} // namespace

template <>
invoke_function const* functions_of_part<FEISHU_CLI_PART>() {
    return functions.data();
}

} // namespace cli
