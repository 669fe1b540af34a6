// expect: (ignoring return value|nodiscard)
// flags: -Werror=unused-result
#include <feishu/api/im/v1/file.hpp>
#include <feishu/client.hpp>
#include <feishu/client/download.hpp>

namespace im = feishu::im::v1;

void fetch(feishu::client const& client) {
#ifdef BAD
    client.download(im::file::get{.file_key = "file_1"}, feishu::to_path("a"));
#else
    static_cast<void>(client.download(im::file::get{.file_key = "file_1"}, feishu::to_path("a")));
#endif
}
