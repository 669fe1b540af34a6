#pragma once
// The protocol of Redis (RESP2): requests as bytes, and replies from bytes, by hiredis. No I/O.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

struct redisReader; // hiredis

namespace feishu::detail {

/// A command with its arguments. The bytes stay valid until it is sent.
using redis_command = std::vector<std::string_view>;

/// Appends the command as it is sent.
FEISHU_DECL void append_command(std::string& out, redis_command const& command);

enum class redis_type { nil, number, status, error, bytes, array };

struct redis_reply {
    redis_type type = redis_type::nil;
    std::int64_t number = 0;
    std::string text{}; ///< of status, error and bytes
    std::vector<redis_reply> elements{};

    bool is(redis_type other) const { return type == other; }
};

/// Decodes replies as their bytes arrive. A server may send anything: memory is limited to a small multiple of what
/// has arrived, and that to `max_reply_bytes`. Not thread-safe.
class redis_reply_reader {
public:
    static constexpr std::size_t max_reply_bytes = 512u << 20;
    static constexpr std::size_t max_elements = 100'000; ///< of one reply, of all depths

    FEISHU_DECL redis_reply_reader();

    FEISHU_DECL void feed(std::string_view bytes);
    /// The next reply, if it is complete. Errors: kind decode; the reader is of no use any longer.
    FEISHU_DECL result<std::optional<redis_reply>> next();
    /// True if bytes have arrived that no reply has consumed.
    FEISHU_DECL bool has_rest() const;

private:
    struct deleter {
        FEISHU_DECL void operator()(redisReader* reader) const noexcept;
    };

    std::unique_ptr<std::size_t>
        elements_; ///< created for the current reply; at an address that hiredis knows
    std::unique_ptr<redisReader, deleter> reader_;
    std::size_t bytes_ = 0; ///< fed for the current reply
    bool failed_ = false;
};

/// The error for an error reply of the server. Its text is not trusted to be printable or short.
FEISHU_DECL error redis_error(std::string_view text);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/store/impl/redis_protocol.ipp>
#endif
