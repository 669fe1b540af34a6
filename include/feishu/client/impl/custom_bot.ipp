#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include <boost/json/parse.hpp>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <feishu/client/custom_bot.hpp>
#include <feishu/core/impl/base64.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/http/impl/build.hpp>

namespace feishu {

namespace detail {

inline constexpr std::string_view hook_path = "/open-apis/bot/v2/hook/";
inline constexpr std::size_t max_hook_bytes = 20 * 1024;

/// Base64 of HMAC-SHA256 over an empty message; timestamp and secret are the key.
inline std::string hook_signature(std::int64_t timestamp, std::string const& secret) {
    auto const key = std::to_string(timestamp) + '\n' + secret;
    std::string digest(EVP_MAX_MD_SIZE, '\0');
    unsigned int size = 0;
    unsigned char const nothing = 0;
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), &nothing, 0,
             reinterpret_cast<unsigned char*>(digest.data()), &size) == nullptr)
        throw std::runtime_error("OpenSSL cannot make an HMAC");
    digest.resize(size);
    return to_base64(digest);
}

/// The position of the webhook's token in its URL; npos if it is none.
inline std::size_t hook_token_at(std::string_view url) {
    auto const path = url.find(hook_path);
    if (path == url.npos)
        return url.npos;
    auto const token = path + hook_path.size();
    return token == url.size() || url.find_first_of("/?#", token) != url.npos ? url.npos : token;
}

inline feishu::client hook_client(custom_bot_config config) {
    auto& network = config.network;
    auto const token = hook_token_at(config.url);
    network.base_url =
        token == config.url.npos ? std::string() : config.url.substr(0, token - hook_path.size());
    network.accounts_url.clear();
    return feishu::client(std::move(network));
}

/// The content of a message as a webhook takes it.
inline boost::json::value hook_content(std::string_view msg_type, boost::json::value document) {
    if (msg_type == "post")
        return boost::json::object{{"post", std::move(document)}};
    if (msg_type == "share_chat")
        return boost::json::object{{"share_chat_id", std::move(document.at("chat_id"))}};
    return document;
}

inline error hook_violation(violation const& what) {
    violations found;
    found.add(what);
    return validation_error(bot_::v2::hook::send::spec.id, std::move(found));
}

} // namespace detail

FEISHU_DECL custom_bot::custom_bot(custom_bot_config config)
    : secret_(std::move(config.secret)), now_(std::move(config.now)), client_(detail::hook_client(config)) {
    if (auto const at = detail::hook_token_at(config.url); at != config.url.npos)
        token_ = auth::secret_string(config.url.substr(at));
}

FEISHU_DECL result<bot_::v2::hook::send> custom_bot::request_of(field::json_text content) const {
    if (token_.empty())
        return detail::hook_violation(
            {.field = "url",
             .rule = rule::other,
             .text = "must be the URL of a webhook, such as https://open.feishu.cn/open-apis/bot/v2/hook/…"});
    auto const kind = content.msg_type();
    std::string_view const member = kind == "interactive" ? "card" : "content";
    violations found;
    detail::field_path const root{};
    detail::check_json_text(content, {&root, member}, found);
    if (!found.empty())
        return detail::validation_error(bot_::v2::hook::send::spec.id, std::move(found));
    boost::system::error_code failed;
    auto document = boost::json::parse(content.document(), failed);
    if (failed)
        return detail::hook_violation(
            {.field = std::string(member), .rule = rule::other, .text = "is not JSON: " + failed.message()});

    bot_::v2::hook::send message{.token = token_.str(), .msg_type = std::string(kind)};
    if (kind == "interactive")
        message.card = std::move(document);
    else
        message.content = detail::hook_content(kind, std::move(document));
    if (!secret_.empty()) {
        auto const now = now_ ? now_() : std::chrono::system_clock::now();
        message.timestamp =
            unix_seconds(std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count());
        message.sign = detail::hook_signature(message.timestamp.count(), secret_.str());
    }
    if (auto const size = http::build(message).body.size(); size > detail::max_hook_bytes)
        return detail::hook_violation({.field = std::string(member),
                                       .rule = rule::max_bytes,
                                       .limit = detail::max_hook_bytes,
                                       .actual = static_cast<std::int64_t>(size)});
    return message;
}

} // namespace feishu
