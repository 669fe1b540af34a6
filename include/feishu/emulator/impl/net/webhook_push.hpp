#pragma once
// Pushes to a webhook: encrypted and signed if the subscription has a key.

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/push/push_queue.hpp>
#include <feishu/emulator/push.hpp>
#include <feishu/event/impl/crypto.hpp>
#include <feishu/http/async_transport.hpp>
#include <feishu/http/message.hpp>

namespace feishu::emulator {

/// The values that encryption and signature use besides the subscription's key.
struct push_salt {
    std::chrono::sys_seconds timestamp{};
    std::string nonce{};
    event_crypto::iv first_block{};
};

/// The request for a document. A challenge is encrypted, but not signed; a legacy card callback is signed with the
/// verification token, but not encrypted.
enum class push_kind { event, challenge, legacy_card };
FEISHU_DECL http::request webhook_request(webhook_subscription const& subscription, std::string target,
                                          std::string_view document, push_kind kind, push_salt const& salt);

/// A subscription, and the transport to its url. Thread safety: safe.
class webhook {
public:
    /// Errors: kind validation, if url or ca_pem is unusable.
    FEISHU_DECL static result<std::shared_ptr<webhook>> make(webhook_subscription subscription);

    webhook_subscription const& subscription() const { return subscription_; }
    /// Whether events of this type are pushed.
    FEISHU_DECL bool subscribes_to(outbound_event const& event) const;

    /// Sends the challenge and waits for its outcome.
    FEISHU_DECL push_outcome challenge(std::string const& challenge, push_salt const& salt,
                                       std::chrono::milliseconds deadline);
    /// Sends a document; `done` is called once, on `executor`.
    FEISHU_DECL void push(std::string_view document, push_kind kind, push_salt const& salt,
                          std::chrono::milliseconds deadline, boost::asio::any_io_executor executor,
                          std::function<void(push_outcome)> done);

private:
    webhook() = default;

    webhook_subscription subscription_{};
    std::string target_{};
    std::shared_ptr<http::transport> transport_{};
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/net/webhook_push.ipp>
#endif
