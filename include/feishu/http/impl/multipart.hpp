#pragma once
// multipart/form-data as a body_source: fields from memory, files read while they are sent.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/core/upload.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http {

namespace detail {

/// A piece of the form: the bytes of a file, or text between files.
struct form_part {
    std::shared_ptr<upload_source const> source{}; ///< null: a file without content, which cannot be sent
    std::string file_name{};                       ///< empty for text
};

} // namespace detail

/// Collects the parts of a form; `finish` returns the body.
class multipart_builder {
public:
    /// `boundary` must not occur in the text of the parts; a random one does not.
    explicit multipart_builder(std::string boundary) : boundary_(std::move(boundary)) {}

    FEISHU_DECL void add_field(std::string_view name, std::string_view value);
    FEISHU_DECL void add_file(std::string_view name, field::upload const& file);

    std::string content_type() const { return "multipart/form-data; boundary=" + boundary_; }
    /// The body with everything added so far. A file that cannot be read, or whose size has changed when the
    /// body is sent, is reported by problem() of the body, never sent empty or truncated.
    FEISHU_DECL std::shared_ptr<body_source const> finish();

private:
    std::string boundary_;
    std::vector<detail::form_part> parts_;
};

/// A body that is a file as it is.
FEISHU_DECL std::shared_ptr<body_source const> whole_file(field::upload const& file);

} // namespace feishu::http

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/multipart.ipp>
#endif
