#pragma once

#if defined(_WIN32)
#include <io.h>
#include <windows.h>
#else
#include <unistd.h>
#endif
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <feishu/core/impl/native_file.hpp>

namespace feishu::detail {

#if defined(_WIN32)
inline int open_native(std::string const& path, bool create) {
    std::filesystem::path const file(std::u8string(path.begin(), path.end()));
    auto const mode = create ? _O_WRONLY | _O_CREAT | _O_EXCL : _O_RDONLY;
    return ::_wopen(file.c_str(), mode | _O_BINARY | _O_NOINHERIT, _S_IREAD | _S_IWRITE);
}
inline long read_native(int handle, std::uint64_t offset, char* out, std::size_t n) {
    OVERLAPPED at{}; // the only way to read at an offset, which threads may do at once
    at.Offset = static_cast<DWORD>(offset);
    at.OffsetHigh = static_cast<DWORD>(offset >> 32);
    DWORD got = 0;
    auto const file = reinterpret_cast<HANDLE>(::_get_osfhandle(handle));
    return ::ReadFile(file, out, static_cast<DWORD>(n), &got, &at) ? static_cast<long>(got) : 0;
}
inline long write_native(int handle, char const* bytes, std::size_t n) {
    return ::_write(handle, bytes, static_cast<unsigned>(n));
}
inline int clear_native(int handle) {
    return ::_lseeki64(handle, 0, SEEK_SET) < 0 ? -1 : ::_chsize_s(handle, 0);
}
inline int close_native(int handle) { return ::_close(handle); }
inline file_state state_of_native(int handle) {
    struct _stat64 now {};
    if (::_fstat64(handle, &now) != 0)
        return {};
    return {(now.st_mode & _S_IFREG) != 0, static_cast<std::uint64_t>(now.st_size), now.st_mtime};
}
#else
inline int open_native(std::string const& path, bool create) {
    return create ? ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)
                  : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a pipe must not block here
}
inline long read_native(int handle, std::uint64_t offset, char* out, std::size_t n) {
    return ::pread(handle, out, n, static_cast<off_t>(offset));
}
inline long write_native(int handle, char const* bytes, std::size_t n) { return ::write(handle, bytes, n); }
inline int clear_native(int handle) { return ::lseek(handle, 0, SEEK_SET) < 0 ? -1 : ::ftruncate(handle, 0); }
inline int close_native(int handle) { return ::close(handle); }
inline file_state state_of_native(int handle) {
    struct stat now {};
    if (::fstat(handle, &now) != 0)
        return {};
#if defined(__APPLE__)
    auto const& time = now.st_mtimespec;
#else
    auto const& time = now.st_mtim;
#endif
    return {S_ISREG(now.st_mode), static_cast<std::uint64_t>(now.st_size),
            std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec};
}
#endif

// What a system transfers at once.
inline constexpr std::size_t most_at_once = std::size_t{1} << 30;

FEISHU_DECL int native_file::open(std::string const& path, bool create) {
    close();
    if (path.find('\0') != std::string::npos)
        return EINVAL; // the system would take a part of it
    handle_ = open_native(path, create);
    return handle_ < 0 ? errno : 0;
}

FEISHU_DECL file_state native_file::state() const {
    return is_open() ? state_of_native(handle_) : file_state();
}

FEISHU_DECL std::size_t native_file::read(std::uint64_t offset, char* out, std::size_t n) const {
    if (!is_open())
        return 0;
    for (;;) {
        auto const got = read_native(handle_, offset, out, (std::min)(n, most_at_once));
        if (got >= 0 || errno != EINTR)
            return static_cast<std::size_t>((std::max)(got, 0L));
    }
}

FEISHU_DECL int native_file::write(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const done = write_native(handle_, bytes.data(), (std::min)(bytes.size(), most_at_once));
        if (done < 0 && errno != EINTR)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>((std::max)(done, 0L)));
    }
    return 0;
}

FEISHU_DECL int native_file::clear() { return clear_native(handle_) == 0 ? 0 : errno; }

FEISHU_DECL int native_file::close() {
    auto const open = std::exchange(handle_, -1);
    return open < 0 || close_native(open) == 0 ? 0 : errno;
}

FEISHU_DECL std::string system_text(int error_number) {
    return std::error_code(error_number, std::generic_category()).message();
}

} // namespace feishu::detail
