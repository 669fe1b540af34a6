#pragma once

#include <filesystem>
#include <system_error>
#include <utility>

#include <feishu/client/impl/download_output.hpp>
#include <feishu/client/impl/upload_progress.hpp>
#include <feishu/core/impl/guard.hpp>
#include <feishu/http/impl/random.hpp>

namespace feishu::detail {

inline std::filesystem::path to_native(std::string const& utf8) {
    return std::u8string(utf8.begin(), utf8.end());
}

inline error file_error(std::string const& path, std::string const& reason) {
    error e;
    e.kind = error_kind::file;
    e.field = "to_path";
    e.message = path + " cannot be written: " + reason;
    e.may_have_executed = false;
    return e;
}

FEISHU_DECL result<void> file_output::open() {
    if (path_.empty())
        return file_error("\"\"", "the path is empty");
    if (path_.find('\0') != std::string::npos)
        return file_error(path_.substr(0, path_.find('\0')), "the path continues after a null character");
    std::error_code ignored;
    auto const status = std::filesystem::status(to_native(path_), ignored);
    if (std::filesystem::is_directory(status))
        return file_error(path_, "it is a directory; add a file name");
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        return file_error(path_, "it is not a regular file");
    // In the same folder, so that it can be renamed, and short, though the name of the file may not be.
    auto const beside = to_native(path_).parent_path() / (".feishu-" + http::detail::random_hex(12) + ".part");
    auto const name = beside.u8string();
    temporary_.assign(name.begin(), name.end());
    if (auto const failed = file_.create(temporary_)) {
        temporary_.clear();
        return file_error(path_, system_text(failed));
    }
    return {};
}

FEISHU_DECL result<void> file_output::write(std::string_view bytes) {
    if (auto const failed = file_.write(bytes))
        return file_error(path_, system_text(failed));
    return {};
}

FEISHU_DECL result<void> file_output::commit() {
    if (auto const failed = file_.close())
        return file_error(path_, system_text(failed));
    std::error_code failed;
    std::filesystem::rename(to_native(temporary_), to_native(path_), failed);
    if (failed)
        return file_error(path_, failed.message());
    temporary_.clear();
    return {};
}

FEISHU_DECL void file_output::discard() {
    file_.close();
    std::error_code ignored;
    if (!temporary_.empty())
        std::filesystem::remove(to_native(std::exchange(temporary_, {})), ignored);
}

FEISHU_DECL result<void> callback_output::write(std::string_view bytes) {
    bool goes_on = true;
    if (auto const thrown = guard([&] { goes_on = callback_(bytes); }))
        return canceled_by_callback("the callback of to_callback threw an exception: " + *thrown);
    if (!goes_on)
        return canceled_by_callback("canceled by the callback of to_callback");
    return {};
}

} // namespace feishu::detail
