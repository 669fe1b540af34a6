#pragma once
// frame: the messages of the long connection and their protobuf encoding. One binary WebSocket message holds
// one frame. The implementation needs protozero (FEISHU_WITH_PROTOZERO).
//
//     auto in = frames::decode(bytes);
//     if (in && in->header("type") == "ping") …;

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::frames {

/// Maximum number of headers in a frame; the platform sends about ten.
inline constexpr std::size_t max_headers = 128;

/// Kinds of frames.
enum class method : std::int32_t { control = 0, data = 1 };

/// One frame.
struct frame {
    std::uint64_t seq_id = 0;
    std::uint64_t log_id = 0;
    std::int32_t service = 0; ///< `service_id` of the connection's URL
    std::int32_t method = 0;  ///< a frames::method, or an unknown value
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string payload_encoding{};
    std::string payload_type{};
    std::string payload{};
    std::string log_id_new{};

    bool is(frames::method wanted) const { return method == static_cast<std::int32_t>(wanted); }
    /// The first header with this key; empty without one.
    FEISHU_DECL std::string_view header(std::string_view key) const;
    /// The same as a number; empty if it is not one.
    FEISHU_DECL std::optional<std::size_t> number(std::string_view key) const;
    /// Adds a header or replaces its value.
    FEISHU_DECL void set_header(std::string_view key, std::string value);

    friend bool operator==(frame const&, frame const&) = default;
};

/// Encodes a frame. Empty optional fields are omitted.
FEISHU_DECL std::string encode(frame const& f);

/// Decodes one frame; unknown fields are skipped. Errors: kind decode.
FEISHU_DECL result<frame> decode(std::string_view bytes);

} // namespace feishu::frames

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/frame.ipp>
#endif
