#pragma once
// Feishu authen v2: shared types. Generated from codegen/specs/authen/v2/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::authen::v2 {

/// OAuth 2.0 grant type of a device authorization.
enum class device_grant_type { device_code };
reflect::enumerator_list<"device_code"> feishu_enumerators(device_grant_type**);
constexpr std::string_view feishu_wire_name(device_grant_type value) {
    switch (value) {
    case device_grant_type::device_code: return "urn:ietf:params:oauth:grant-type:device_code";
    }
    return {};
}

/// OAuth 2.0 grant type.
enum class grant_type { authorization_code, refresh_token };
reflect::enumerator_list<"authorization_code, refresh_token"> feishu_enumerators(grant_type**);

} // namespace feishu::authen::v2
