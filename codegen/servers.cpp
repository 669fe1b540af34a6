#include "servers.hpp"

#include <string_view>
#include <utility>

namespace codegen {

feishu::host host_of(openapi::operation const& op, place const& at) {
    constexpr std::pair<std::string_view, feishu::host> known[] = {
        {"https://open.feishu.cn", feishu::host::api},
        {"https://open.larksuite.com", feishu::host::api},
        {"https://accounts.feishu.cn", feishu::host::accounts},
        {"https://accounts.larksuite.com", feishu::host::accounts},
    };
    auto const one = [&](std::string const& url) {
        for (auto const& [text, host] : known)
            if (url == text)
                return host;
        throw spec_error(at / "servers",
                         "\"" + url +
                             "\" is not open.feishu.cn or accounts.feishu.cn (or those of Lark); "
                             "other servers are set by base_url and accounts_url of client_config");
    };
    auto const host = op.servers.empty() ? feishu::host::api : one(op.servers.front().url);
    for (auto const& server : op.servers)
        if (one(server.url) != host)
            throw spec_error(at / "servers",
                             "the servers of one operation are the same host, of Feishu and Lark");
    return host;
}

} // namespace codegen
