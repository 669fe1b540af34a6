#pragma once

#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <utility>

#include <boost/json/serialize.hpp>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <feishu/emulator/handlers/bot/v2/hook.hpp>
#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/cards/card_document.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/http/impl/equal_secrets.hpp>

namespace feishu::emulator {
namespace detail {

inline constexpr std::size_t max_hook_bytes = 20u << 10;

inline error refuse_hook(int code, std::string_view detail = {}) {
    auto out = refuse(code, detail);
    out.http_status = 200;
    return out;
}

// The digits and dots of an IPv4 address as a number; nothing if it is none.
inline std::optional<std::uint32_t> ipv4(std::string_view text) {
    std::uint32_t out = 0;
    for (int part = 0; part < 4; ++part) {
        auto const end = text.find('.');
        auto const digits = text.substr(0, end);
        unsigned value = 0;
        auto const [stop, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (failed != std::errc() || stop != digits.data() + digits.size() || value > 255 ||
            (part < 3) != (end != text.npos))
            return std::nullopt;
        out = (out << 8) | value;
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return out;
}

// An entry of the list of addresses: 1.2.3.4, 1.2.3.* or 1.2.3.0/24.
inline bool covers(std::string_view entry, std::string_view address) {
    if (entry.ends_with('*'))
        return address.starts_with(entry.substr(0, entry.size() - 1));
    auto const slash = entry.find('/');
    if (slash == entry.npos)
        return entry == address;
    auto const network = ipv4(entry.substr(0, slash));
    auto const asked = ipv4(address);
    unsigned bits = 33;
    std::from_chars(entry.data() + slash + 1, entry.data() + entry.size(), bits);
    if (!network || !asked || bits > 32)
        return false;
    auto const mask = bits == 0 ? 0u : ~0u << (32 - bits);
    return (*network & mask) == (*asked & mask);
}

inline bool allows_address(custom_bot_options const& options) {
    for (auto const& entry : options.addresses)
        if (covers(entry, options.sent_from))
            return true;
    return options.addresses.empty();
}

inline std::string hook_sign(std::int64_t timestamp, std::string const& secret) {
    auto const key = std::to_string(timestamp) + '\n' + secret;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), nullptr, 0, digest.data(), &size);
    std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> text{};
    auto const length = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(size));
    return {text.begin(), text.begin() + length};
}

inline bool is_signed(custom_bot_options const& options, bot_::v2::hook::send const& request,
                      clock::time_point now) {
    if (options.secret.empty())
        return true;
    auto const given = request.timestamp.count();
    auto const seconds = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count();
    return request.sign && given >= seconds - 3600 && given <= seconds + 3600 &&
           http::detail::equal_secrets(*request.sign, hook_sign(given, options.secret));
}

// All texts of a content, but no links.
inline void collect_texts(boost::json::value const& from, std::string& into) {
    if (auto const* list = from.if_array()) {
        for (auto const& item : *list)
            collect_texts(item, into);
    } else if (auto const* object = from.if_object()) {
        for (auto const& member : *object)
            if (!member.key().ends_with("url") && member.key() != "href" && member.key() != "tag")
                collect_texts(member.value(), into);
    } else if (auto const* text = from.if_string()) {
        into.append(text->data(), text->size()).append(1, '\n');
    }
}

inline bool has_keyword(custom_bot_options const& options, boost::json::value const& content) {
    std::string texts;
    collect_texts(content, texts);
    for (auto const& word : options.keywords)
        if (texts.find(word) != std::string::npos)
            return true;
    return options.keywords.empty();
}

// The content as im.v1.message.create takes it: a post is one level deeper here, a shared chat has another name.
inline boost::json::value message_content_of(std::string_view type, boost::json::value const& content) {
    auto const* object = content.if_object();
    if (object == nullptr)
        return {};
    auto const* inner = object->if_contains(type == "post" ? "post" : "share_chat_id");
    if (type == "post")
        return inner != nullptr ? *inner : boost::json::value();
    if (type == "share_chat")
        return inner != nullptr ? boost::json::value{{"chat_id", *inner}} : boost::json::value();
    return content;
}

inline result<custom_bot*> admit_hook(state& tenant, bot_::v2::hook::send const& request) {
    auto* bot = tenant.cards().find_custom_bot(request.token.value());
    auto const* where = bot != nullptr ? tenant.find_chat(bot->chat) : nullptr;
    if (where == nullptr || where->dissolved)
        return refuse_hook(19001, "incoming webhook access token invalid");
    if (!bot->options.enabled)
        return refuse_hook(19007);
    if (tenant.settings.documented_rates && !tenant.cards().take(bot->token, 5, 100, tenant.now()))
        return refuse_hook(11232);
    if (!allows_address(bot->options))
        return refuse_hook(19022);
    if (!is_signed(bot->options, request, tenant.now()))
        return refuse_hook(19021);
    return bot;
}

} // namespace detail

FEISHU_DECL result<bot_::v2::hook::send::response> handle(state& tenant, caller const&,
                                                          bot_::v2::hook::send const& request) {
    using kind = bot_::v2::hook_msg_type;
    auto const bot = detail::admit_hook(tenant, request);
    if (!bot)
        return bot.error();
    auto const& type = request.msg_type.value();
    if (!type.known())
        return detail::refuse_hook(19002, "msg_type");
    auto const& given = type == kind::interactive ? request.card : request.content;
    auto const content = type == kind::interactive ? given.value_or(boost::json::value())
                         : given                   ? detail::message_content_of(type.str(), *given)
                                                   : boost::json::value();
    auto const document = boost::json::serialize(content);
    if (!content.is_object() || document.size() > detail::max_hook_bytes)
        return detail::refuse_hook(9499);
    if (!detail::has_keyword((*bot)->options, content))
        return detail::refuse_hook(19024);
    auto stored = store_content(tenant, type.str(), document, (*bot)->sender);
    if (!stored)
        return type == kind::interactive ? detail::refuse_hook(11246, stored.error().message)
                                         : detail::refuse_hook(9499, stored.error().message);
    caller who{.kind = token::tenant, .app = {}, .user = {}};
    who.app.app_id = (*bot)->sender;
    tenant.add_message(
        draft_message(who, *tenant.find_chat((*bot)->chat), msg_type_of(type.str()), std::move(*stored)));
    return bot_::v2::hook::send::response{.StatusCode = 0, .StatusMessage = "success", .Extra = nullptr};
}

} // namespace feishu::emulator
