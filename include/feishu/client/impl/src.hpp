#pragma once
// Separate compilation of the client: the bodies of this folder. <feishu/src.hpp> gathers all folders.

#include <feishu/client/impl/async.ipp>
#include <feishu/client/impl/authorization.ipp>
#include <feishu/client/impl/call_machine.ipp>
#include <feishu/client/impl/call_observation.ipp>
#include <feishu/client/impl/client.ipp>
#include <feishu/client/impl/client_core.ipp>
#include <feishu/client/impl/custom_bot.ipp>
#include <feishu/client/impl/download.ipp>
#include <feishu/client/impl/download_machine.ipp>
#include <feishu/client/impl/download_output.ipp>
#include <feishu/client/impl/download_plan.ipp>
#include <feishu/client/impl/exchange_attempt.ipp>
#include <feishu/client/impl/oauth.ipp>
#include <feishu/client/impl/pacer.ipp>
#include <feishu/client/impl/retry_machine.ipp>
#include <feishu/client/impl/shared_pacing.ipp>
#include <feishu/client/impl/shared_token.ipp>
#include <feishu/client/impl/token_fetch.ipp>
#include <feishu/client/impl/token_machine.ipp>
#include <feishu/client/impl/token_sources.ipp>
#include <feishu/client/impl/trace_context.ipp>
#include <feishu/client/impl/upload_progress.ipp>
