#include "problem.hpp"

namespace cli {

exit_code code_of(feishu::error const& why) {
    switch (why.kind) {
    case feishu::error_kind::validation: return usage;
    case feishu::error_kind::auth: return credentials;
    case feishu::error_kind::transport:
    case feishu::error_kind::timeout:
    case feishu::error_kind::http:
    case feishu::error_kind::canceled:
    case feishu::error_kind::store: return network;
    case feishu::error_kind::file: return local_file;
    case feishu::error_kind::api:
    case feishu::error_kind::decode: break;
    }
    return refused;
}

} // namespace cli
