#pragma once
// multipart_reader: reads multipart/form-data (RFC 7578) as it arrives. No I/O.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator::detail {

/// The head of a part.
struct part_head {
    std::string name{};
    std::string file_name{}; ///< as sent; empty for a field, and of some files
};

/// The boundary of a Content-Type of multipart/form-data; empty if it is another one, or malformed.
FEISHU_DECL std::string multipart_boundary(std::string_view content_type);

/// Not thread-safe. Callbacks: exceptions leave `feed`; the reader is then unusable.
class multipart_reader {
public:
    /// `on_part` is called at the beginning of each part, then `on_data` with its bytes, in pieces of any size.
    multipart_reader(std::string_view boundary, std::function<void(part_head const&)> on_part,
                     std::function<void(std::string_view)> on_data)
        : delimiter_("\r\n--" + std::string(boundary)), on_part_(std::move(on_part)),
          on_data_(std::move(on_data)) {}

    /// The next bytes. False if they are malformed, also for all that follow.
    FEISHU_DECL bool feed(std::string_view bytes);
    /// Whether the form is complete.
    bool complete() const { return state_ == state::epilogue; }

private:
    enum class state { preamble, delimiter, head, data, epilogue, malformed };
    static constexpr std::size_t max_padding = 64;
    static constexpr std::size_t max_head = 8u << 10;

    FEISHU_DECL bool advance();
    FEISHU_DECL bool find_delimiter();
    FEISHU_DECL bool end_delimiter();
    FEISHU_DECL bool read_head();
    FEISHU_DECL bool fail();
    void take(std::size_t count) { unread_.erase(0, count); }

    std::string const delimiter_;
    std::function<void(part_head const&)> on_part_;
    std::function<void(std::string_view)> on_data_;
    state state_ = state::preamble;
    std::string unread_ = "\r\n"; ///< so that the first delimiter is like the others
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/net/multipart_reader.ipp>
#endif
