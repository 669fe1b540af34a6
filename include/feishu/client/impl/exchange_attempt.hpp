#pragma once
// exchange_attempt: one exchange of a call, and the interpretation of its response.

#include <chrono>

#include <feishu/client/client_config.hpp>
#include <feishu/client/impl/call_action.hpp>
#include <feishu/client/impl/prepared_call.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/response_decoder.hpp>

namespace feishu::detail {

/// True if it is unknown whether the platform executed the request.
FEISHU_DECL bool outcome_unknown(error const& e);

/// The call and the configuration outlive the attempt.
class exchange_attempt {
public:
    FEISHU_DECL exchange_attempt(client_config const& config, prepared_call& call);

    /// `stats`: see http::exchange_options.
    FEISHU_DECL actions::exchange start(std::chrono::milliseconds timeout, http::exchange_stats* stats = nullptr);

    /// `exchanged` is the transport's outcome. Errors: those of response_decoder; kind decode if a successful
    /// response lacks its essential member.
    FEISHU_DECL result<void> finish(result<void> exchanged);

    http::response_decoder const& decoder() const { return decoder_; }

private:
    FEISHU_DECL result<void> check_essential(result<void> outcome) const;

    client_config const& config_;
    prepared_call& call_;
    http::response_decoder decoder_;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/exchange_attempt.ipp>
#endif
