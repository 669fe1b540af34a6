#pragma once
// Handlers of oauth.v1.device_authorization: the codes of a device, RFC 8628.

#include <feishu/api/oauth/v1/device_authorization.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Issues a device code and the code that the user enters. Errors: invalid_client another app than that of the
/// credentials, invalid_scope.
FEISHU_DECL result<oauth::v1::device_authorization::create::response>
handle(state& tenant, caller const& who, oauth::v1::device_authorization::create const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/oauth/v1/impl/device_authorization.ipp>
#endif
