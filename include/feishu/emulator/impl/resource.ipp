#pragma once

#include <string_view>

#include <feishu/emulator/resource.hpp>
#include <feishu/http/header_list.hpp>

namespace feishu::emulator {
namespace detail {

inline std::string_view type_of_extension(std::string_view file_name) {
    constexpr std::pair<std::string_view, std::string_view> types[] = {
        {".png", "image/png"},  {".jpg", "image/jpeg"},  {".jpeg", "image/jpeg"},
        {".gif", "image/gif"},  {".webp", "image/webp"}, {".pdf", "application/pdf"},
        {".mp4", "video/mp4"},  {".opus", "audio/opus"}, {".json", "application/json"},
        {".txt", "text/plain"},
    };
    auto const dot = file_name.rfind('.');
    for (auto const& [extension, type] : types)
        if (dot != file_name.npos && http::iequals(file_name.substr(dot), extension))
            return type;
    return "application/octet-stream";
}

} // namespace detail

FEISHU_DECL resource make_resource(std::string file_name, std::string bytes) {
    auto const type = detail::type_of_extension(file_name);
    return {std::move(file_name), std::string(type), std::make_shared<std::string const>(std::move(bytes))};
}

} // namespace feishu::emulator
