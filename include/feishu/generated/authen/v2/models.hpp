#pragma once
// Feishu authen v2: shared types. Generated from codegen/specs/authen/v2/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::authen::v2 {

/// OAuth 2.0 grant type of a device authorization.
enum class device_grant_type { device_code };
BOOST_DESCRIBE_ENUM(device_grant_type, device_code)
constexpr std::string_view feishu_wire_name(device_grant_type value) {
    switch (value) {
    case device_grant_type::device_code: return "urn:ietf:params:oauth:grant-type:device_code";
    }
    return {};
}

/// OAuth 2.0 grant type.
enum class grant_type { authorization_code, refresh_token };
BOOST_DESCRIBE_ENUM(grant_type, authorization_code, refresh_token)

} // namespace feishu::authen::v2
