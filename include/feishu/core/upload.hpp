#pragma once
// upload: the value of a file member: `.file = feishu::from_path("report.pdf")`, `feishu::from_bytes(data,
// "a.png")` or `feishu::from_callback(size, read, "a.log")`. An endpoint with such a member is sent as
// multipart/form-data. Whatever its size, a call keeps 64 KiB of it in memory.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
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
    /// A number that changes with the content. A call whose upload changes while it is sent fails before its
    /// last byte is sent.
    virtual std::uint64_t version() const { return 0; }
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

namespace detail {

template <class Read>
class callback_source final : public upload_source {
public:
    callback_source(std::uint64_t size, Read read) : size_(size), read_(std::move(read)) {}
    std::uint64_t size(std::string&) const override { return size_; }
    std::size_t read(std::uint64_t offset, char* out, std::size_t n) const override {
        return offset < size_ ? read_(offset, out, n) : 0;
    }

private:
    std::uint64_t size_;
    Read read_;
};

} // namespace detail

/// An upload read from disk while it is sent; `path` is UTF-8 on every system. The file is opened here and
/// stays open as long as a copy of the upload exists. A missing file is a validation error of the call; one
/// whose size or modification time changes while it is sent is an error of kind file.
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

/// An upload that `read` produces while it is sent:
///
///     feishu::from_callback(size, [&](std::uint64_t offset, char* out, std::size_t n) -> std::size_t { … }, "a.log")
///
/// `read` stores up to `n` bytes from `offset` on in `out` and returns how many. Offsets ascend, and begin again
/// at 0 when the request is repeated. 0 before `size` is an error of kind file.
/// Thread safety: it is called on the threads that send.
/// Callbacks: an exception is the call's error, of kind transport.
template <class Read>
    requires std::is_invocable_r_v<std::size_t, Read const&, std::uint64_t, char*, std::size_t>
field::upload from_callback(std::uint64_t size, Read read, std::string file_name) {
    return {std::move(file_name), std::make_shared<detail::callback_source<Read>>(size, std::move(read))};
}

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/core/impl/upload.ipp>
#endif
