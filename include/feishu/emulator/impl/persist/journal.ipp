#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/impl/persist/journal.hpp>
#include <feishu/event/impl/key_hash.hpp>

namespace feishu::emulator::detail {

inline void append_number(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
}

inline std::uint64_t integer_at(std::string_view in, std::size_t at, int bytes) {
    std::uint64_t out = 0;
    for (int i = 0; i < bytes; ++i)
        out |= std::uint64_t(static_cast<unsigned char>(in[at + static_cast<std::size_t>(i)])) << (8 * i);
    return out;
}

inline std::uint32_t check_of_length(std::string_view four_bytes) {
    return static_cast<std::uint32_t>(feishu::detail::hash_of(four_bytes, {}).low);
}

FEISHU_DECL void append_put(std::string& content, std::string_view key, std::string_view value) {
    append_number(content, 1, 1);
    append_number(content, key.size(), 4);
    append_number(content, value.size(), 4);
    content.append(key).append(value);
}

FEISHU_DECL void append_erase(std::string& content, std::string_view key) {
    append_number(content, 2, 1);
    append_number(content, key.size(), 4);
    append_number(content, 0, 4);
    content.append(key);
}

FEISHU_DECL std::string frame_header(std::string_view content) {
    std::string out;
    append_number(out, content.size(), 4);
    append_number(out, check_of_length(out), 4);
    append_number(out, feishu::detail::hash_of(content, {}).low, 8);
    return out;
}

FEISHU_DECL void journal_reader::feed(std::string_view part) {
    if (damaged_)
        return;
    buffer_ += part;
    while (suspicion_.empty() && (begun_ ? read_frame() : read_magic())) {
    }
    buffer_.erase(0, std::exchange(used_, 0));
    if (suspicion_.empty() || buffer_.size() <= suspect_length_)
        return;
    // The last frame may be a write that was interrupted. What comes after another one can only be zeros, of a file whose
    // length was stored before its content.
    auto const rest = std::string_view(buffer_).substr(suspect_length_);
    damaged_ = damaged_ || rest.find_first_not_of('\0') != std::string_view::npos;
    buffer_.resize(suspect_length_);
}

FEISHU_DECL std::string journal_reader::problem() const {
    if (!damaged_)
        return {};
    return "damaged at byte " + std::to_string(valid_) + ": " + suspicion_;
}

FEISHU_DECL void journal_reader::suspect(std::string_view why, std::size_t length) {
    suspicion_ = why;
    suspect_length_ = length;
}

FEISHU_DECL void journal_reader::advance(std::size_t length) {
    used_ += length;
    valid_ += length;
}

FEISHU_DECL bool journal_reader::read_magic() {
    auto const length = (std::min)(buffer_.size(), journal_magic.size());
    if (std::string_view(buffer_).substr(0, length) != journal_magic.substr(0, length)) {
        suspect("it is not a state file of this version", length);
        damaged_ = true;
        return false;
    }
    begun_ = length == journal_magic.size();
    if (begun_)
        advance(length);
    return begun_;
}

FEISHU_DECL bool journal_reader::read_frame() {
    auto const rest = std::string_view(buffer_).substr(used_);
    if (rest.size() < frame_header_size)
        return false;
    if (integer_at(rest, 4, 4) != check_of_length(rest.substr(0, 4))) {
        suspect("the check of a length fails",
                0); // where the frame ends is not known: only zeros are no damage
        return false;
    }
    auto const length = static_cast<std::size_t>(integer_at(rest, 0, 4));
    if (rest.size() - frame_header_size < length)
        return false;
    auto const content = rest.substr(frame_header_size, length);
    if (integer_at(rest, 8, 8) != feishu::detail::hash_of(content, {}).low) {
        suspect("the check of the content fails", frame_header_size + length);
        return false;
    }
    if (!read_changes(content, false)) {
        suspect("the content has another form", 0);
        damaged_ = true;
        return false;
    }
    read_changes(content, true);
    advance(frame_header_size + length);
    return true;
}

FEISHU_DECL bool journal_reader::read_changes(std::string_view content, bool apply) {
    for (std::size_t at = 0; at != content.size();) {
        if (content.size() - at < change_header_size)
            return false;
        auto const kind = integer_at(content, at, 1);
        auto const key = static_cast<std::size_t>(integer_at(content, at + 1, 4));
        auto const value = static_cast<std::size_t>(integer_at(content, at + 5, 4));
        at += change_header_size;
        if ((kind != 1 && kind != 2) || content.size() - at < key || content.size() - at - key < value ||
            (kind == 2 && value != 0))
            return false;
        if (apply)
            apply_({.erased = kind == 2,
                    .key = content.substr(at, key),
                    .value = content.substr(at + key, value),
                    .value_offset = valid_ + frame_header_size + at + key});
        at += key + value;
    }
    return true;
}

} // namespace feishu::emulator::detail
