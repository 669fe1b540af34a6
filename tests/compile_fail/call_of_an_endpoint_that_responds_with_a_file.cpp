// expect: this endpoint responds with a file: use download\(\)
#include <feishu/api/im/v1/file.hpp>
#include <feishu/client.hpp>
#include <feishu/client/download.hpp>

namespace im = feishu::im::v1;

void fetch(feishu::client const& client) {
    im::file::get const request{.file_key = "file_1"};
#ifdef BAD
    static_cast<void>(client.call(request));
#else
    static_cast<void>(client.download(request, feishu::to_memory()));
#endif
}
