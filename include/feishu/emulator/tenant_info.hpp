#pragma once
// What endpoints show of the tenant itself: `tenant.tenant_info.name = "Example Ltd";`

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

namespace feishu::emulator {

/// The tenant and its platform.
struct tenant_info {
    std::string name = "Example";
    std::string display_id = "F000000001";
    int tag = 0; ///< tenant::v2::tenant_tag
    std::string domain = "example.feishu.cn";
    std::string avatar_url{};
    /// The addresses from which the platform sends events; these are of the block for documentation.
    std::vector<std::string> outbound_ips{"192.0.2.1", "192.0.2.2", "192.0.2.3"};
};
BOOST_DESCRIBE_STRUCT(tenant_info, (), (name, display_id, tag, domain, avatar_url, outbound_ips))

} // namespace feishu::emulator
