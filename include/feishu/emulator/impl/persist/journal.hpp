#pragma once
// The journal of a state file: changes of records, in frames that are written whole or not at all. No I/O.
//
//     file:   "feishu-emulator-state 1\n", frames
//     frame:  length of the content (4 bytes, little-endian), check of the length (4), check of the content (8), content
//     content: changes; each: 1 put or 2 erase (1), length of the key (4), length of the value (4), key, value

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator::detail {

inline constexpr std::string_view journal_magic = "feishu-emulator-state 1\n";
inline constexpr std::size_t frame_header_size = 16;
inline constexpr std::size_t change_header_size = 9;
/// The content of a frame, at most.
inline constexpr std::size_t max_frame_size = 0xffff'ffffu;

/// Appends a change to the content of a frame.
FEISHU_DECL void append_put(std::string& content, std::string_view key, std::string_view value);
FEISHU_DECL void append_erase(std::string& content, std::string_view key);
/// The header of a frame with this content.
FEISHU_DECL std::string frame_header(std::string_view content);

/// One change, as read.
struct journal_change {
    bool erased = false;
    std::string_view key{};
    std::string_view value{};
    std::uint64_t value_offset = 0; ///< in the file
};

/// Reads a journal in pieces of any size. A frame that is cut off at the end is a write that was interrupted: it is
/// omitted, as is a last one whose checks fail, or zeros behind the last one. Anything else that is wrong means that the
/// file is damaged.
class journal_reader {
public:
    using callback = std::function<void(journal_change const&)>;

    /// `apply` gets the changes of each complete frame; it may throw.
    explicit journal_reader(callback apply) : apply_(std::move(apply)) {}

    FEISHU_DECL void feed(std::string_view part);

    /// After the last piece: what is wrong, with the offset; empty if nothing is.
    FEISHU_DECL std::string problem() const;
    /// How many bytes are good: the file is cut there.
    std::uint64_t valid() const { return valid_; }

private:
    FEISHU_DECL bool read_magic();
    FEISHU_DECL bool read_frame();
    FEISHU_DECL bool read_changes(std::string_view content, bool apply);
    FEISHU_DECL void advance(std::size_t length);
    FEISHU_DECL void suspect(std::string_view why, std::size_t length);

    callback apply_;
    std::string buffer_;
    std::size_t used_ = 0;           // of buffer_
    std::uint64_t valid_ = 0;        // in the file
    bool begun_ = false;             // the magic was read
    std::string suspicion_;          // what is wrong with the frame at valid_
    std::size_t suspect_length_ = 0; // how long that frame is
    bool damaged_ = false;           // and it cannot be a write that was interrupted
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/persist/journal.ipp>
#endif
