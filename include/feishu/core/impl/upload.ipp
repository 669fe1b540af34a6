#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <mutex>

#include <feishu/core/upload.hpp>

namespace feishu {
namespace detail {

class bytes_source final : public upload_source {
public:
    explicit bytes_source(std::string bytes) : bytes_(std::move(bytes)) {}
    std::uint64_t size(std::string&) const override { return bytes_.size(); }
    std::size_t read(std::uint64_t offset, char* out, std::size_t n) const override {
        return offset < bytes_.size() ? bytes_.copy(out, n, static_cast<std::size_t>(offset)) : 0;
    }

private:
    std::string bytes_;
};

class file_source final : public upload_source {
public:
    file_source(std::string path, std::filesystem::path const& file) : path_(std::move(path)), file_(file, std::ios::binary) {}

    std::uint64_t size(std::string& problem) const override {
        std::lock_guard lock(mutex_);
        file_.clear();
        file_.seekg(0, std::ios::end);
        auto const end = file_.tellg();
        file_.seekg(0);
        // A directory can be opened and has an end position, but reading it fails.
        if (!file_ || end < 0 || (end > 0 && file_.peek() == std::ifstream::traits_type::eof())) {
            problem = "cannot be read from " + path_;
            return 0;
        }
        return static_cast<std::uint64_t>(end);
    }

    std::size_t read(std::uint64_t offset, char* out, std::size_t n) const override {
        std::lock_guard lock(mutex_);
        file_.clear();
        file_.seekg(static_cast<std::streamoff>(offset));
        file_.read(out, static_cast<std::streamsize>(n));
        return static_cast<std::size_t>((std::max<std::streamsize>)(file_.gcount(), 0));
    }

private:
    std::string path_;
    mutable std::mutex mutex_; // copies of an upload share the stream and its position
    mutable std::ifstream file_;
};

} // namespace detail

FEISHU_DECL field::upload from_path(std::string const& path) {
    std::filesystem::path const file(std::u8string(path.begin(), path.end()));
    auto const name = file.filename().u8string();
    return {std::string(name.begin(), name.end()), std::make_shared<detail::file_source>(path, file)};
}

FEISHU_DECL field::upload from_bytes(std::string bytes, std::string file_name) {
    return {std::move(file_name), std::make_shared<detail::bytes_source>(std::move(bytes))};
}

} // namespace feishu
