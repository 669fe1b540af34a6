#pragma once

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <feishu/emulator/impl/persist/journal.hpp>
#include <feishu/emulator/impl/persist/records.hpp>
#include <feishu/emulator/impl/persist/state_file.hpp>
#include <feishu/emulator/impl/persist/value_codec.hpp>
#include <feishu/event/impl/key_hash.hpp>

namespace feishu::emulator::detail {

inline error state_file_error(std::string const& path, std::string_view why) {
    return {.kind = error_kind::file, .message = "state file " + path + ": " + std::string(why)};
}

#ifdef _WIN32

FEISHU_DECL result<opened_state_file> open_state_file(std::string const& path, state&) {
    return state_file_error(path, "not supported on this system");
}

#else

// An open file that is locked against other emulators. Functions throw std::system_error.
class locked_file {
public:
    locked_file(std::string const& path, int flags)
        : fd_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | flags, 0600)) {
        check(fd_ >= 0);
        if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
            ::close(fd_);
            throw std::system_error(errno, std::generic_category(), "in use by another emulator");
        }
    }
    locked_file(locked_file&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    locked_file& operator=(locked_file&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~locked_file() {
        if (fd_ >= 0)
            ::close(fd_);
    }

    /// The number of bytes read: fewer at the end of the file.
    std::size_t read(std::uint64_t offset, char* to, std::size_t size) const {
        std::size_t done = 0;
        while (done != size) {
            auto const n = ::pread(fd_, to + done, size - done, static_cast<::off_t>(offset + done));
            if (n < 0 && errno == EINTR)
                continue;
            check(n >= 0);
            if (n == 0)
                break;
            done += static_cast<std::size_t>(n);
        }
        return done;
    }
    void write(std::uint64_t offset, std::string_view text) const {
        while (!text.empty()) {
            auto const n = ::pwrite(fd_, text.data(), text.size(), static_cast<::off_t>(offset));
            if (n < 0 && errno == EINTR)
                continue;
            check(n >= 0);
            text.remove_prefix(static_cast<std::size_t>(n));
            offset += static_cast<std::uint64_t>(n);
        }
    }
    void cut(std::uint64_t size) const { check(::ftruncate(fd_, static_cast<::off_t>(size)) == 0); }
    void sync() const { check(::fsync(fd_) == 0); }

private:
    static void check(bool good) {
        if (!good)
            throw std::system_error(errno, std::generic_category());
    }

    int fd_;
};

class state_file final : public state_keeper {
public:
    state_file(std::string path, locked_file file) : path_(std::move(path)), file_(std::move(file)) {}

    /// Restores a tenant; false if the file has none yet.
    result<bool> load(state& tenant);
    /// Writes all that a tenant has into a new file.
    void begin(state& tenant);

    inline void save(state& tenant) noexcept override;
    char const* problem() const noexcept override { return problem_.empty() ? nullptr : problem_.c_str(); }

private:
    // Where the last value of a record is, and its hash, to recognize that it has not changed.
    struct place {
        std::uint64_t offset = 0;
        std::uint32_t length = 0;
        feishu::detail::key_hash hash{};
    };
    // The content of a frame, and where its values are in it; an erased one has no hash.
    struct frame {
        std::string content{};
        std::vector<std::pair<std::string, std::optional<place>>> changes{};

        void put(std::string const& key, std::string_view value) {
            append_put(content, key, value);
            changes.emplace_back(key, place{content.size() - value.size(),
                                            static_cast<std::uint32_t>(value.size()),
                                            feishu::detail::hash_of(value, {})});
        }
        void erase(std::string const& key) {
            append_erase(content, key);
            changes.emplace_back(key, std::nullopt);
        }
    };

    void collect(state& tenant, section const& from, std::string const& key, frame& into) const;
    void append(locked_file const& file, frame& what);
    void compact_if_large();
    void compact();

    std::string path_;
    locked_file file_;
    std::uint64_t size_ = 0; // of the file
    std::uint64_t live_ = 0; // of keys and values in index_
    std::unordered_map<std::string, place> index_;
    std::string problem_;
};

// As boost::json::serialize wrote it: names of files, say, need not be UTF-8.
inline boost::json::value parse_record(std::string_view text) {
    return boost::json::parse(text, {}, {.max_depth = 256, .allow_invalid_utf8 = true});
}

inline constexpr std::uint64_t state_file_slack = 1u << 20; // a small file is not worth rewriting

inline result<bool> state_file::load(state& tenant) {
    std::map<std::string, std::string> values; // sections and lists in order
    journal_reader reader([&](journal_change const& change) {
        std::string key(change.key);
        if (change.erased) {
            values.erase(key);
            return;
        }
        index_[key] = {change.value_offset, static_cast<std::uint32_t>(change.value.size()),
                       feishu::detail::hash_of(change.value, {})};
        values.insert_or_assign(std::move(key), std::string(change.value));
    });
    std::string piece(1u << 20, '\0');
    for (std::uint64_t at = 0;;) {
        auto const n = file_.read(at, piece.data(), piece.size());
        if (n == 0)
            break;
        reader.feed(std::string_view(piece).substr(0, n));
        at += n;
    }
    if (auto const problem = reader.problem(); !problem.empty())
        return state_file_error(path_, problem);
    file_.cut(reader.valid());
    size_ = reader.valid();
    std::erase_if(index_, [&](auto const& one) { return !values.contains(one.first); });
    for (auto const& [key, value] : values)
        live_ += key.size() + value.size();
    if (values.empty())
        return false;
    for (auto const& [key, value] : values)
        if (find_section(key.substr(0, key.find('/'))) == nullptr)
            return state_file_error(path_, key + ": unknown kind of data, of another version");
    try {
        for (auto const& part : sections()) {
            auto const prefix = std::string(part.name) + '/';
            for (auto at = values.lower_bound(prefix); at != values.end() && at->first.starts_with(prefix);
                 ++at)
                part.restore({.tenant = tenant}, at->first.substr(prefix.size()), parse_record(at->second),
                             at->first);
        }
    } catch (std::exception const& wrong) {
        return state_file_error(path_, wrong.what());
    }
    finish_restoring(tenant);
    // A program that ended before it had set up its tenant starts again.
    return !tenant.apps().empty() || !tenant.users().empty() || !tenant.chats().empty();
}

inline void state_file::begin(state& tenant) {
    file_.cut(0);
    file_.write(0, journal_magic);
    size_ = journal_magic.size();
    live_ = 0;
    index_.clear();
    frame all;
    for_each_record(tenant, [&](std::string const& key, boost::json::value const& value) {
        all.put(key, boost::json::serialize(value));
    });
    append(file_, all);
}

inline void state_file::collect(state& tenant, section const& from, std::string const& key,
                                frame& into) const {
    auto name = std::string(from.name) + '/' + key;
    auto const known = index_.find(name);
    auto const value = from.save(tenant, key);
    if (value.is_null()) {
        if (known != index_.end())
            into.erase(name);
        return;
    }
    auto const text = boost::json::serialize(value);
    if (known == index_.end() || known->second.hash != feishu::detail::hash_of(text, {}))
        into.put(name, text);
}

inline void state_file::save(state& tenant) noexcept {
    if (!problem_.empty())
        return; // what is in the file stays a state that the tenant has had
    try {
        frame changes;
        for (auto const& part : sections()) {
            auto keys = part.touched(tenant);
            std::ranges::sort(keys);
            keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
            for (auto const& key : keys)
                collect(tenant, part, key, changes);
        }
        if (changes.content.empty())
            return;
        collect(tenant, *find_section(identity_section), {}, changes);
        append(file_, changes);
        compact_if_large();
    } catch (std::exception const& failed) {
        problem_ = state_file_error(path_, failed.what()).message;
    }
}

inline void state_file::append(locked_file const& file, frame& what) {
    if (what.content.size() > max_frame_size)
        throw std::length_error("more than 4 GiB have changed at once");
    auto const header = frame_header(what.content);
    file.write(size_, header + what.content);
    for (auto& [key, at] : what.changes) {
        auto const known = index_.find(key);
        if (known != index_.end())
            live_ -= key.size() + known->second.length;
        if (!at) {
            index_.erase(key);
            continue;
        }
        live_ += key.size() + at->length;
        at->offset += size_ + header.size();
        index_.insert_or_assign(key, *at);
    }
    size_ += header.size() + what.content.size();
}

inline void state_file::compact_if_large() {
    if (size_ > 2 * live_ + state_file_slack)
        compact();
}

// Into a new file, which replaces this one when it is complete.
inline void state_file::compact() {
    auto const temporary = path_ + ".new";
    locked_file file(temporary, O_TRUNC);
    auto const old = std::exchange(index_, {});
    live_ = 0;
    file.write(0, journal_magic);
    size_ = journal_magic.size();
    frame part;
    std::string value;
    for (auto const& [key, at] : old) {
        value.resize(at.length);
        if (file_.read(at.offset, value.data(), value.size()) != value.size())
            throw std::runtime_error("shorter than it was");
        part.put(key, value);
        if (part.content.size() > state_file_slack) {
            append(file, part);
            part = {};
        }
    }
    append(file, part);
    file.sync();
    if (::rename(temporary.c_str(), path_.c_str()) != 0)
        throw std::system_error(errno, std::generic_category());
    file_ = std::move(file);
}

FEISHU_DECL result<opened_state_file> open_state_file(std::string const& path, state& tenant) {
    try {
        auto file = std::make_unique<state_file>(path, locked_file(path, 0));
        auto restored = file->load(tenant);
        if (!restored)
            return std::move(restored).error();
        if (!*restored)
            file->begin(tenant);
        watch(tenant);
        return opened_state_file{.keeper = std::move(file), .restored = *restored};
    } catch (std::exception const& failed) {
        return state_file_error(path, failed.what());
    }
}

#endif

} // namespace feishu::emulator::detail
