// The bytes of a connection as the response to a call: status line, header fields, chunks, envelope, fields. Whatever comes:
// no crash; the size of the pieces makes no difference; a success has fields that are written and read back the same; an error
// has a text of limited size that is UTF-8.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DFEISHU_SEPARATE_COMPILATION … response.cpp

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/api/bot/v2/hook.hpp>
#include <feishu/api/docx/v1/chat_announcement_block.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/core/impl/utf8.hpp>
#include <feishu/http/impl/response_decoder.hpp>
#include <feishu/http/impl/response_reader.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

#include "broken.hpp"

namespace {

namespace http = feishu::http;

constexpr std::uint64_t max_body = 1u << 20;

// Feeds the bytes in pieces; true if the response is complete.
bool receive(std::string_view bytes, std::size_t step, http::response_sink& sink) {
    http::detail::response_reader reader;
    reader.start(sink, max_body);
    while (!bytes.empty()) {
        auto const space = reader.space();
        if (space.size() == 0)
            return false;
        auto const n = (std::min)({step, bytes.size(), space.size()});
        std::memcpy(space.data(), bytes.data(), n);
        bytes.remove_prefix(n);
        boost::system::error_code failed;
        if (reader.feed(n, failed))
            return true;
        if (failed)
            return false;
    }
    return reader.finish();
}

void check_error(feishu::error const& why) {
    auto const text = why.to_string();
    if (text.size() > 64u << 10)
        broken("the text of an error is limited", text.substr(0, 1'000));
    if (feishu::utf8::scan(text).invalid_at != text.npos)
        broken("the text of an error is UTF-8", text);
}

// What the caller gets: the fields as JSON, or the error.
template <class E>
std::string outcome(std::string_view bytes, std::size_t step) {
    typename E::response fields{};
    http::response_decoder decoder(E::spec, &fields, feishu::json::binding_of<typename E::response>);
    bool const complete = receive(bytes, step, decoder);
    auto const done = decoder.finish(complete ? feishu::result<void>() : feishu::result<void>(feishu::error{}));
    if (!done) {
        check_error(done.error());
        return done.error().to_string();
    }
    if (decoder.code() != 0 || decoder.status() < 200 || decoder.status() > 299)
        broken("a success has code 0 and a status of 2xx", bytes);
    auto const written = feishu::json::to_string(fields);
    auto const again = feishu::json::read<typename E::response>(written);
    if (!again || feishu::json::to_string(*again) != written)
        broken("what was read is written and read back the same", written);
    return written;
}

template <class E>
void check(std::string_view bytes, std::size_t step) {
    if (outcome<E>(bytes, step) != outcome<E>(bytes, bytes.size() + 1))
        broken("the size of the pieces makes no difference", bytes);
}

} // namespace

// The first byte chooses the endpoint and the size of the pieces.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0)
        return 0;
    std::string_view const bytes{reinterpret_cast<char const*>(data) + 1, size - 1};
    auto const step = std::size_t{data[0]} / 8 + 1;
    switch (data[0] % 8) {
    case 0: check<feishu::im::v1::message::create>(bytes, step); break;
    case 1: check<feishu::im::v1::message::list>(bytes, step); break;
    case 2: check<feishu::im::v1::chat::get>(bytes, step); break;
    case 3: check<feishu::auth::v3::tenant_access_token::internal>(bytes, step); break;
    case 4: check<feishu::authen::v2::oauth::token>(bytes, step); break;
    case 5: check<feishu::docx::v1::chat_announcement_block::list>(bytes, step); break;
    case 6: check<feishu::bot_::v2::hook::send>(bytes, step); break;
    default: check<feishu::im::v1::message::urgent_app>(bytes, step); break;
    }
    return 0;
}
