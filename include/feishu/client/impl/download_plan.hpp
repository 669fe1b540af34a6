#pragma once
// download_plan: what the head of a response means for a download. A pure function.

#include <cstdint>
#include <optional>
#include <string>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/message.hpp>

namespace feishu::detail {

/// What the server states of a file.
struct file_identity {
    std::optional<std::uint64_t> size{};
    std::string etag{};
    std::string last_modified{};

    /// False if it certainly is another file, or another version of it.
    FEISHU_DECL bool may_be(file_identity const& other) const;
    /// An ETag that identifies the bytes, for If-Range.
    bool has_strong_etag() const { return etag.starts_with('"'); }
};

/// What a response is.
enum class response_use {
    whole,     ///< the file from its beginning
    undecided, ///< the same, or an error in JSON: the body tells
    rest,      ///< the file from the offset that was asked for
    complete,  ///< the file ends at that offset
    error,     ///< not a file
    unusable   ///< not what was asked for
};

struct download_plan {
    response_use use = response_use::error;
    file_identity file{};
    std::optional<std::uint64_t> end{};      ///< in the file, of the bytes of the body
    bool ranges = true;                      ///< a later request may ask for the rest
    std::string problem{};                   ///< why it is unusable
    error_kind kind = error_kind::transport; ///< of that problem: transport if another attempt may help
};

/// `offset` is that of the Range of the request, 0 without one; `known` is the file that it continues.
FEISHU_DECL download_plan plan_download(http::response_head const& head, std::uint64_t offset,
                                        file_identity const& known);

/// Whether a body that begins with `text` may be an error in JSON; nothing if that is not certain yet.
FEISHU_DECL std::optional<bool> begins_like_json(std::string_view text);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/download_plan.ipp>
#endif
