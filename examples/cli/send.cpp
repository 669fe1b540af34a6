#include "send.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "problem.hpp"

namespace cli {
namespace {

namespace json = boost::json;

std::string extension_of(std::string const& path) {
    auto out = std::filesystem::path(path).extension().string();
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out.empty() ? out : out.substr(1);
}

// The file_type of im.v1.file.create; "stream" is any other.
std::string_view file_type_of(std::string_view extension) {
    constexpr std::pair<std::string_view, std::string_view> types[] = {
        {"opus", "opus"}, {"mp4", "mp4"},  {"pdf", "pdf"}, {"doc", "doc"},  {"docx", "doc"},
        {"xls", "xls"},   {"xlsx", "xls"}, {"ppt", "ppt"}, {"pptx", "ppt"},
    };
    for (auto const& [name, type] : types)
        if (name == extension)
            return type;
    return "stream";
}

bool is_image(std::string_view extension) {
    constexpr std::string_view names[] = {"jpg", "jpeg", "png", "webp", "gif", "bmp", "ico", "tiff", "heic"};
    return std::ranges::find(names, extension) != std::end(names);
}

void set_content(request_members& out, std::string_view type, json::object const& content) {
    out.values["msg_type"] = json::string(type.data(), type.size());
    out.values["content"] = json::serialize(content);
}

feishu::result<request_members> upload(session const& who, std::string const& path) {
    if (!std::filesystem::is_regular_file(path))
        throw file_error("cannot read " + path);
    auto const extension = extension_of(path);
    bool const image = is_image(extension);
    request_members request;
    request.uploads.emplace_back(image ? "image" : "file", path);
    if (image) {
        request.values["image_type"] = "message";
    } else {
        auto const type = file_type_of(extension);
        request.values["file_type"] = json::string(type.data(), type.size());
        request.values["file_name"] = std::filesystem::path(path).filename().string();
    }
    auto const got = call_once(who, image ? "im.v1.image.create" : "im.v1.file.create", request);
    if (!got)
        return got.error();
    auto const key = image ? "image_key" : "file_key";
    request_members message;
    auto const type = file_type_of(extension);
    set_content(message,
                image            ? "image"
                : type == "opus" ? "audio"
                : type == "mp4"  ? "media"
                                 : "file",
                {{key, json::parse(*got).at(key)}});
    return message;
}

} // namespace

std::string_view id_type_of(std::string_view to) {
    if (to.starts_with("oc_"))
        return "chat_id";
    if (to.starts_with("ou_"))
        return "open_id";
    if (to.starts_with("on_"))
        return "union_id";
    return to.find('@') != to.npos ? "email" : "user_id";
}

request_members message_of(outgoing const& what) {
    request_members out;
    if (!what.text.empty()) {
        set_content(out, "text", {{"text", what.text}});
    } else if (!what.markdown.empty()) {
        json::array const paragraph{{{"tag", "md"}, {"text", what.markdown}}};
        set_content(out, "post", {{"zh_cn", {{"content", json::array{paragraph}}}}});
    } else {
        boost::system::error_code failed;
        auto const card = json::parse(read_text(what.card), failed);
        if (failed || !card.is_object())
            throw usage_error(what.card + " is not a card, a JSON object: feishu card check " + what.card);
        set_content(out, "interactive", card.get_object());
    }
    return out;
}

feishu::result<std::string> send(session const& who, outgoing const& what) {
    auto const kinds =
        std::array{!what.text.empty(), !what.markdown.empty(), !what.card.empty(), !what.file.empty()};
    if (std::ranges::count(kinds, true) != 1)
        throw usage_error("send takes exactly one of TEXT, --markdown, --card and --file");
    feishu::result<request_members> message = what.file.empty() ? message_of(what) : upload(who, what.file);
    if (!message)
        return message.error();
    auto const type = id_type_of(what.to);
    message->values["receive_id_type"] = json::string(type.data(), type.size());
    message->values["receive_id"] = what.to;
    return call_once(who, "im.v1.message.create", *message);
}

} // namespace cli
