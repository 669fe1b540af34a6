#pragma once
// native_file: an open file of the operating system, for uploads and downloads.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// The state of a file. Any change of its content changes the state, except within the resolution of the
/// system's clock for files (a few milliseconds).
struct file_state {
    bool regular = false;   ///< not a directory, a pipe or a device
    std::uint64_t size = 0; ///< bytes
    std::int64_t modified = 0;

    friend bool operator==(file_state const&, file_state const&) = default;
};

/// Thread safety: the const functions may be called on several threads at once.
class native_file {
public:
    native_file() = default;
    native_file(native_file const&) = delete;
    native_file& operator=(native_file const&) = delete;
    ~native_file() { close(); }

    /// Both return 0, or the system's error number. `path` is UTF-8. `create` makes a new file for writing.
    int open(std::string const& path) { return open(path, false); }
    int create(std::string const& path) { return open(path, true); }
    bool is_open() const { return handle_ >= 0; }

    /// `regular` is false if the state cannot be determined.
    FEISHU_DECL file_state state() const;
    /// Reads up to `n` bytes at `offset`; returns how many, 0 at the end or on failure.
    FEISHU_DECL std::size_t read(std::uint64_t offset, char* out, std::size_t n) const;
    /// Writes all of `bytes` at the current position. Returns 0, or the system's error number.
    FEISHU_DECL int write(std::string_view bytes);
    /// Makes the file empty; the next bytes are written to its beginning. Returns 0, or the error number.
    FEISHU_DECL int clear();
    /// Returns 0, or the system's error number: a write may have been delayed until then.
    FEISHU_DECL int close();

private:
    FEISHU_DECL int open(std::string const& path, bool create);

    int handle_ = -1;
};

/// The text of an error number.
FEISHU_DECL std::string system_text(int error_number);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/core/impl/native_file.ipp>
#endif
