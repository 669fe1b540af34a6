// The library's client, driven by another program: reads one JSON call per line, writes one JSON result per line.
//
//     client BASE_URL APP_ID APP_SECRET
//     {"call":"im.v1.message.create","parameters":{"receive_id_type":"chat_id",…}}   →   {"code":0}
//
// Parameters are members of the endpoint's struct, whatever their place in the request. Those that are files have a path
// in "files", {"image":"/tmp/a.png"}. With a "user_token" the call is made as that user. A result with a "problem" is
// that of a request that was not sent, or of a response that could not be read.
//
//     {"describe":"im.v1.message.create"}   →   {"request":{"params":{"receive_id_type":{}},"data":{…}},"response":{…}}
//
// The members of an endpoint, each with those inside; "any" where the type is JSON. {"events":true} gives the members of
// all events by type. The first line written lists the endpoints. Ends at the end of its input.

#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>

#include <feishu/api/all.hpp>
#include <feishu/client.hpp>
#include <feishu/client/download.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/upload.hpp>
#include <feishu/json/impl/binding.hpp>
#include <feishu/json/read.hpp>

namespace {

namespace json = boost::json;
namespace reflect = feishu::reflect;

std::string text(json::object const& from, std::string_view name) {
    auto const* const found = from.if_contains(name);
    return found == nullptr ? std::string() : json::value_to<std::string>(*found);
}

template <class E>
feishu::result<void> read_form(E& request, json::object const& parameters, json::object const& files) {
    feishu::result<void> done;
    reflect::for_each_member<E>([&]<class D>(D) {
        auto& member = request.*D::pointer;
        constexpr auto name = reflect::member_name<E, D>();
        if constexpr (feishu::detail::is_upload<reflect::member_type<E, D>>)
            member = feishu::from_path(text(files, name));
        else if (auto const* const value = parameters.if_contains(name); value != nullptr && done)
            done = feishu::json::read_into(member, json::serialize(*value));
    });
    return done;
}

template <class E>
feishu::result<E> read_request(json::object const& order) {
    auto request = feishu::detail::unchecked_construct::make<E>();
    auto const& parameters = order.at("parameters").as_object();
    feishu::result<void> done;
    if constexpr (feishu::detail::has_upload<E>)
        done = read_form(request, parameters, order.at("files").as_object());
    else
        done = feishu::json::read_into(request, json::serialize(parameters));
    if (!done)
        return std::move(done).error();
    return request;
}

json::object describe(feishu::error const& failed) {
    if (failed.kind == feishu::error_kind::api)
        return {{"code", failed.code}};
    return {{"problem", failed.message}, {"field", failed.field}};
}

template <class Caller, class E>
json::object call_as(Caller const& caller, E request) {
    if constexpr (E::spec.envelope == feishu::envelope::binary) {
        auto const got = caller.download(std::move(request), feishu::to_memory());
        return got ? json::object{{"code", 0}, {"size", got->size}} : describe(got.error());
    } else {
        auto const got = caller.call(std::move(request));
        return got ? json::object{{"code", 0}} : describe(got.error());
    }
}

struct call {
    feishu::client const& client;
    json::object const& order;

    template <class E>
    json::object operator()() const {
        if constexpr (E::spec.envelope == feishu::envelope::redirect) {
            return {{"problem", "is a page of a browser"}};
        } else {
            auto request = read_request<E>(order);
            if (!request)
                return describe(request.error());
            if constexpr (accepts(E::spec.tokens, feishu::token::user))
                if (auto const user = text(order, "user_token"); !user.empty())
                    return call_as(client.as(feishu::user_token{user}), std::move(*request));
            if constexpr (E::spec.tokens == feishu::token::none ||
                          accepts(E::spec.tokens, feishu::token::tenant))
                return call_as(client, std::move(*request));
            return {{"problem", "needs the token of a user"}};
        }
    }
};

json::value members_of(feishu::json::binding const& type) {
    if (type.insert != nullptr || type.assign != nullptr)
        return "any";
    if (type.element != nullptr)
        return members_of(*type.element);
    json::object members;
    if (type.base != nullptr)
        members = members_of(*type.base).as_object();
    for (std::size_t i = 0; i < type.members.size(); ++i)
        members[type.members[i].name] = members_of(*type.members[i].type);
    return members;
}

// Named as the SDK's methods name the parts of a request.
std::string_view part(feishu::location where) {
    return where == feishu::location::path ? "path" : where == feishu::location::query ? "params" : "data";
}

struct describe_endpoint {
    template <class E>
    json::object operator()() const {
        json::object request{{"path", json::object()}, {"params", json::object()}, {"data", json::object()}};
        reflect::for_each_member<E>([&]<class D>(D) {
            using member = reflect::member_type<E, D>;
            auto& value =
                request[part(feishu::location_of<E, D>())].as_object()[reflect::member_name<E, D>()];
            value = "any";
            if constexpr (!feishu::detail::is_upload<member>)
                value = members_of(feishu::json::binding_of<member>);
        });
        return {{"request", std::move(request)},
                {"response", members_of(feishu::json::binding_of<typename E::response>)}};
    }
};

json::object events() {
    json::object all;
    feishu::all_events::for_each(
        [&]<class E>() { all[E::spec.type] = members_of(feishu::json::binding_of<E>); });
    return all;
}

json::object run(feishu::client const& client, json::object const& order) {
    if (order.contains("events"))
        return events();
    bool const described = order.contains("describe");
    auto const at = feishu::all::find(text(order, described ? "describe" : "call"));
    if (at == feishu::route_match::npos)
        return {{"problem", "no such endpoint"}};
    if (described)
        return feishu::all::visit<json::object>(at, describe_endpoint());
    return feishu::all::visit<json::object>(at, call{client, order});
}

json::object endpoints() {
    json::array all;
    for (auto const* const spec : feishu::all::specs)
        all.push_back(json::object{{"id", spec->id},
                                   {"method", to_string(spec->method)},
                                   {"path", spec->path},
                                   {"has_token", spec->tokens != feishu::token::none}});
    return {{"endpoints", std::move(all)}};
}

} // namespace

int main(int count, char** values) {
    if (count != 4)
        return 2;
    feishu::client const client{{.app_id = values[2],
                                 .app_secret = values[3],
                                 .base_url = values[1],
                                 .retry = feishu::retry_policy::never()}};
    std::cout << json::serialize(endpoints()) << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
        json::object result;
        try {
            result = run(client, json::parse(line).as_object());
        } catch (std::exception const& e) {
            result = {{"problem", e.what()}};
        }
        std::cout << json::serialize(result) << std::endl;
    }
}
