#pragma once

#include <filesystem>

#include <feishu/core/impl/native_file.hpp>
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
    explicit file_source(std::string path) : path_(std::move(path)) { file_.open(path_); }

    std::uint64_t size(std::string& problem) const override {
        auto const now = file_.state();
        if (!now.regular)
            problem = "cannot be read from " + path_;
        return now.regular ? now.size : 0;
    }

    std::size_t read(std::uint64_t offset, char* out, std::size_t n) const override {
        return file_.read(offset, out, n);
    }

    std::uint64_t version() const override { return static_cast<std::uint64_t>(file_.state().modified); }

private:
    std::string path_;
    native_file file_;
};

} // namespace detail

FEISHU_DECL field::upload from_path(std::string const& path) {
    std::filesystem::path const file(std::u8string(path.begin(), path.end()));
    auto const name = file.filename().u8string();
    return {std::string(name.begin(), name.end()), std::make_shared<detail::file_source>(path)};
}

FEISHU_DECL field::upload from_bytes(std::string bytes, std::string file_name) {
    return {std::move(file_name), std::make_shared<detail::bytes_source>(std::move(bytes))};
}

} // namespace feishu
