#pragma once
// The file name that a response states in Content-Disposition. No I/O.

#include <optional>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

/// One parameter of the field, also in the body of a form.
struct disposition_parameter {
    std::string_view name{};
    std::string value{}; ///< without quotes and escapes
};

/// Takes the next parameter from the front; the disposition type is one without a value. Nothing at the end.
FEISHU_DECL std::optional<disposition_parameter> take_parameter(std::string_view& rest);

/// The file name in a Content-Disposition field, in UTF-8, as `safe_file_name` returns it; empty if there is none.
/// `filename*` (RFC 5987, in UTF-8 or ISO-8859-1) takes precedence. `filename` is a quoted string or not, and
/// holds raw UTF-8, percent-encoded UTF-8, or ISO-8859-1.
FEISHU_DECL std::string file_name_in(std::string_view content_disposition);

/// A name that is safe to append to a folder on every system: the last component of a path, without control
/// and bidirectional formatting characters, with `_` for characters that systems reserve, at most 255 bytes.
/// Empty for "." and "..". `name` is UTF-8.
FEISHU_DECL std::string safe_file_name(std::string_view name);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/content_disposition.ipp>
#endif
