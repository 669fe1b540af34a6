#pragma once
// custom_bot: sends messages to one group through the webhook of a custom bot, for which no app is needed.
//
//     feishu::custom_bot hook{{.url = "https://open.feishu.cn/open-apis/bot/v2/hook/…", .secret = "…"}};
//     hook.send(feishu::text{"disk full"}).value();

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include <feishu/api/bot/v2/hook.hpp>
#include <feishu/auth/impl/secret_string.hpp>
#include <feishu/client.hpp>
#include <feishu/client/client_config.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>

namespace feishu {

namespace detail {

/// The kinds of message that a custom bot can send.
constexpr bool custom_bot_sends(std::string_view msg_type) {
    constexpr std::array<std::string_view, 5> sent{"text", "post", "image", "share_chat", "interactive"};
    return std::ranges::find(sent, msg_type) != sent.end();
}

} // namespace detail

/// The settings of a custom bot.
///
/// Lifetimes: the bot keeps a copy.
struct custom_bot_config {
    std::string url{};    ///< the webhook's URL from the group's settings; a secret: never in errors or logs
    std::string secret{}; ///< the signing secret; empty if the bot has none
    /// Network settings, retries and pacing; the app's credentials and base_url are not used.
    client_config network{.pacing = pacing::documented};
    /// The time of signatures; the system clock if empty. At most one hour from the platform's. May throw.
    std::function<std::chrono::system_clock::time_point()> now{};
};

/// Sends messages to the group of a custom bot.
///
/// Such a bot only sends: the platform returns no message_id, and the bot receives no events. Calls wait for the
/// documented rates (5 per second, 100 per minute) unless `network.pacing` says otherwise.
/// Thread safety: any number of threads at once.
/// Lifetimes: a value whose copies share connections and pacing.
/// Cancellation: by the timeout. For coroutines, call `client().async_call(hook.request(content).value())`.
/// https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
class custom_bot {
public:
    /// Does not connect. Errors: if the URL is not that of a webhook, every send fails.
    FEISHU_DECL explicit custom_bot(custom_bot_config config);

    /// Sends a text, post, image, shared chat or card; images are uploaded by an app of the same tenant.
    ///
    ///     hook.send(feishu::text{"disk full on db-1"}).value();
    ///
    /// A message has no uuid: after a timeout or a lost connection it may have been sent, and is not sent again.
    /// Errors: kind validation for content of more than 20 KB or with mistakes; api with the platform's code, such
    /// as errc::hook_signature_invalid or hook_keyword_missing; the others of a call. What `now` throws.
    template <typed_content T>
    [[nodiscard]] result<void> send(T const& content, call_options options = {}) const {
        auto message = request(content);
        if (!message)
            return detail::unsent(*client_.core_, bot_::v2::hook::send::spec, options.traceparent,
                                  std::move(message).error());
        if (auto done = client_.call(std::move(*message), options); !done)
            return std::move(done).error();
        return {};
    }

    /// The signed request that `send` makes; its signature is good for an hour. Errors: kind validation.
    template <typed_content T>
    [[nodiscard]] result<bot_::v2::hook::send> request(T const& content) const {
        static_assert(detail::custom_bot_sends(T::msg_type),
                      "a custom bot sends text, post, image, share_chat and interactive messages only");
        return request_of(static_cast<field::json_text>(content));
    }

    /// The client that sends the requests.
    feishu::client const& client() const { return client_; }

private:
    FEISHU_DECL result<bot_::v2::hook::send> request_of(field::json_text content) const;

    auth::secret_string token_;
    auth::secret_string secret_;
    std::function<std::chrono::system_clock::time_point()> now_;
    feishu::client client_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/custom_bot.ipp>
#endif
