#pragma once
// What a push to a webhook looks like on the wire: encrypted and signed when the subscription has a key.

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

/// What a push is protected with besides the subscription's key.
struct push_salt {
    std::chrono::sys_seconds timestamp{};
    std::string nonce{};
    event_crypto::iv first_block{};
};

/// The request that carries a document; a challenge is encrypted, but never signed.
enum class push_kind { event, challenge };
FEISHU_DECL http::request webhook_request(webhook_subscription const& where, std::string target,
                                          std::string_view document, push_kind kind, push_salt const& salt);

/// A subscription that can be pushed to.
class webhook {
public:
    /// Errors: kind validation, for a url or ca_pem that is unusable.
    FEISHU_DECL static result<std::shared_ptr<webhook>> make(webhook_subscription where);

    webhook_subscription const& subscription() const { return where_; }
    /// Does the app want events of this type?
    FEISHU_DECL bool wants(outbound_event const& what) const;

    /// Sends the challenge and waits. What comes back is an outcome like any push's.
    FEISHU_DECL push_outcome challenge(std::string const& challenge, push_salt const& salt,
                                       std::chrono::milliseconds within);
    /// Sends a document; `done` is called once, on `executor`.
    FEISHU_DECL void push(std::string_view document, push_salt const& salt, std::chrono::milliseconds within,
                          boost::asio::any_io_executor executor, std::function<void(push_outcome)> done);

private:
    webhook() = default;

    webhook_subscription where_{};
    std::string target_{};
    std::shared_ptr<http::transport> transport_{};
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/net/webhook_push.ipp>
#endif
