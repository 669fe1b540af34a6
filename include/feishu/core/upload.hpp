#pragma once
// upload: the value of a file member: `.file = feishu::from_path("report.pdf")` or `feishu::from_bytes(data,
// "a.png")`. An endpoint with such a member is sent as multipart/form-data.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include <feishu/core/impl/macros.hpp>

namespace feishu {

/// The source of an upload's bytes, read by offset so that a retry can start over.
///
/// Thread safety: copies of an upload share the source; it is read on several threads when they are sent at
/// once.
/// Callbacks: its functions must not throw.
class upload_source {
public:
    virtual ~upload_source() = default;
    /// Size in bytes. If nothing can be read, sets `problem` to a text that completes "<field> …".
    virtual std::uint64_t size(std::string& problem) const = 0;
    /// Reads up to `n` bytes at `offset` into `out`; returns how many, 0 at the end or on failure.
    virtual std::size_t read(std::uint64_t offset, char* out, std::size_t n) const = 0;
};

namespace field {

/// A file to upload: its name and a source of bytes. Copies share the source.
class upload {
public:
    upload() = default;
    upload(std::string file_name, std::shared_ptr<upload_source const> source)
        : file_name_(std::move(file_name)), source_(std::move(source)) {}

    std::string const& file_name() const { return file_name_; }
    std::shared_ptr<upload_source const> const& source() const { return source_; }
    friend bool operator==(upload const&, upload const&) = default;

private:
    std::string file_name_;
    std::shared_ptr<upload_source const> source_;
};

} // namespace field

/// An upload read from disk while it is sent; `path` is UTF-8 on every system. The file is opened here and
/// stays open as long as a copy of the upload exists. A missing file is a validation error of the call.
FEISHU_DECL field::upload from_path(std::string const& path);
/// The same for a std::filesystem::path.
template <class Path>
    requires requires(Path const& path) { path.u8string(); }
field::upload from_path(Path const& path) {
    auto const utf8 = path.u8string();
    return from_path(std::string(utf8.begin(), utf8.end()));
}

/// An upload from memory.
FEISHU_DECL field::upload from_bytes(std::string bytes, std::string file_name);

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/core/impl/upload.ipp>
#endif
