#pragma once
// send_all_plan: in which requests the receivers of a message are sent it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/client/impl/receiver_kind.hpp>
#include <feishu/client/receivers.hpp>
#include <feishu/client/send_all_options.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Receivers that are journaled together: those of one batch message, or some that are sent single messages.
struct send_all_part {
    std::uint32_t first = 0; ///< in send_all_plan::order
    std::uint32_t count = 0;
    receiver_kind kind = receiver_kind::open; ///< of all of them, if `batch`
    bool batch = false;
    bool reserve =
        false; ///< one user: a batch message if a later one is needed as proof, else a single message
};

/// Receivers without duplicates, in parts.
struct send_all_plan {
    std::vector<std::uint32_t> order{}; ///< positions in the list of receivers
    std::vector<send_all_part> parts{};
    std::size_t duplicates = 0;

    std::size_t total() const { return order.size(); }
    /// The position in the list of receivers.
    std::size_t position(std::size_t part, std::size_t at) const { return order[parts[part].first + at]; }
};

/// A batch message has at most 200 receivers of one kind; so many single messages are one part too.
inline constexpr std::size_t max_part_receivers = 200;
/// So many users are kept in reserve: whether a batch message was accepted is proved by a later one.
inline constexpr std::size_t max_reserve = 5;

/// Has no departments by name any more. `batch`: whether batch messages can have the content.
/// Errors: kind validation.
FEISHU_DECL result<send_all_plan> make_plan(receivers const& to, bool batch);

/// SHA-256 in lower-case hexadecimal digits, of texts of any length, NUL included.
class text_digest {
public:
    FEISHU_DECL text_digest();
    text_digest(text_digest const&) = delete;
    text_digest& operator=(text_digest const&) = delete;
    FEISHU_DECL ~text_digest();

    /// The boundaries between texts count.
    FEISHU_DECL text_digest& add(std::string_view text);
    FEISHU_DECL std::string finish();

private:
    void* context_;
};

/// What the content is recognized by.
FEISHU_DECL std::string content_digest(send_all_content const& content);
/// What a journal is recognized by: the same receivers in the same parts, and the same content.
FEISHU_DECL std::string journal_digest(receivers const& to, send_all_plan const& plan,
                                       std::string_view content);
/// The uuid of a single message: always the same for one `sequence` (the journal), receiver and content.
FEISHU_DECL std::string message_uuid(std::string_view sequence, receivers const& to, std::size_t position,
                                     std::string_view content);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/send_all_plan.ipp>
#endif
