// The bytes of an HTTP response into the typed responses of endpoints: an envelope with data, a flat one, OAuth, and a
// download, whose failures are JSON. Whatever comes: no crash, limits hold, and the outcome is the same however the bytes
// are cut. The first byte selects the endpoint.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined … response.cpp

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/message_resource.hpp>
#include <feishu/client/impl/download_machine.hpp>
#include <feishu/client/impl/download_output.hpp>
#include <feishu/http/impl/response_decoder.hpp>
#include <feishu/http/impl/response_reader.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

#include "broken.hpp"

namespace {

namespace http = feishu::http;

constexpr std::uint64_t max_body = 4096;

struct outcome {
    feishu::result<void> ended{};
    std::string stored{}; ///< the response as JSON, or the file
};

/// Reads the response from a connection that the server closes behind it.
feishu::result<void> exchange(std::string_view bytes, std::size_t step, http::response_sink& sink) {
    http::detail::response_reader reader;
    reader.start(sink, max_body);
    boost::system::error_code failed;
    feishu::error lost;
    while (!bytes.empty()) {
        auto const space = reader.space();
        auto const n = (std::min)({bytes.size(), step, space.size()});
        if (n == 0)
            return lost;
        bytes.copy(static_cast<char*>(space.data()), n);
        bytes.remove_prefix(n);
        bool const complete = reader.feed(n, failed);
        if (reader.body_bytes() > max_body)
            broken("a body is within its limit");
        if (failed)
            return lost;
        if (complete)
            return {};
    }
    return reader.finish() ? feishu::result<void>() : lost;
}

template <class E>
outcome call(std::string_view bytes, std::size_t step) {
    auto response = feishu::detail::unchecked_construct::make<typename E::response>();
    http::response_decoder decoder(E::spec, &response, feishu::json::binding_of<typename E::response>);
    outcome out;
    out.ended = decoder.finish(exchange(bytes, step, decoder));
    if (out.ended)
        out.stored = feishu::json::to_string(response);
    return out;
}

outcome download(std::string_view bytes, std::size_t step) {
    using get = feishu::im::v1::message_resource::get;
    get::response response{};
    http::response_decoder decoder(get::spec, &response, feishu::json::binding_of<get::response>);
    http::header_list headers;
    outcome out;
    feishu::detail::memory_output file(out.stored);
    feishu::detail::download_machine machine(file, {.file_bytes = max_body, .error_bytes = max_body}, {});
    out.ended = machine.finish(exchange(bytes, step, machine.begin(headers, decoder)));
    if (out.stored.size() > max_body)
        broken("a file is within its limit");
    return out;
}

outcome run(unsigned which, std::string_view bytes, std::size_t step) {
    switch (which % 4) {
    case 0: return call<feishu::im::v1::message::create>(bytes, step);
    case 1: return call<feishu::auth::v3::tenant_access_token::internal>(bytes, step);
    case 2: return call<feishu::authen::v2::oauth::token>(bytes, step);
    default: return download(bytes, step);
    }
}

// An error shows bytes of the response only if they can be printed.
void check_error(feishu::error const& e) {
    auto const text = e.to_string();
    if (e.kind == feishu::error_kind::http &&
        !std::ranges::all_of(text, [](char c) { return c == '\n' || static_cast<unsigned char>(c) >= ' '; }))
        broken("the message of an HTTP error has no control characters", text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0)
        return 0;
    std::string_view const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
    auto const whole = run(data[0], bytes, bytes.size());
    if (!whole.ended)
        check_error(whole.ended.error());
    for (std::size_t const step : {std::size_t(1), std::size_t(7)}) {
        auto const pieces = run(data[0], bytes, step);
        if (whole.ended.has_value() != pieces.ended.has_value())
            broken("pieces make no difference to success", bytes);
        if (whole.ended && whole.stored != pieces.stored)
            broken("pieces make no difference to what is stored", bytes);
        if (!whole.ended && (whole.ended.error().kind != pieces.ended.error().kind ||
                             whole.ended.error().code != pieces.ended.error().code))
            broken("pieces make no difference to the error", bytes);
    }
    return 0;
}
