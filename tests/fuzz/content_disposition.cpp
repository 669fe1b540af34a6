// The file name in a Content-Disposition from arbitrary bytes. Whatever comes: no crash; the name is UTF-8, leads nowhere
// but into its folder, and is safe again.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined … content_disposition.cpp

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/http/impl/content_disposition.hpp>

#include "broken.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    namespace http = feishu::http::detail;
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const name = http::file_name_in(text);
    if (!feishu::utf8::scan(name).valid())
        broken("a name is UTF-8");
    if (name.size() > 255)
        broken("a name is short enough for a file system");
    if (!name.empty() &&
        std::filesystem::path("folder") / name != (std::filesystem::path("folder") / name).lexically_normal())
        broken("a name is one component of a path");
    if (name.find_first_of(std::string_view("/\\\0", 3)) != name.npos)
        broken("a name has no separators");
    if (http::safe_file_name(name) != name)
        broken("a safe name is safe");
    return 0;
}
