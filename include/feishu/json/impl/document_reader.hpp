#pragma once
// document_reader: what json::reader consists of, for code that has a place for it.

#include <cstddef>
#include <optional>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/json/impl/parser.hpp>
#include <feishu/json/impl/target_handler.hpp>
#include <feishu/json/read_options.hpp>

namespace feishu::json::detail {

/// See json::reader. The usual document needs no memory beside this object and the target.
class document_reader {
public:
    document_reader(void* target, binding const& type, read_options const& options)
        : max_bytes_(options.max_bytes), handler_(target, &type, options.notes, options.strict),
          parser_(handler_, options.max_depth) {}
    document_reader(document_reader const&) = delete;
    document_reader& operator=(document_reader const&) = delete;

    FEISHU_DECL bool feed(std::string_view part);
    FEISHU_DECL result<void> finish();

private:
    FEISHU_DECL void fail();
    FEISHU_DECL void fail_at(std::size_t offset, std::string_view reason);

    std::size_t max_bytes_;
    target_handler handler_;
    parser<target_handler> parser_;
    std::size_t consumed_ = 0;
    std::optional<error> failure_{};
};

} // namespace feishu::json::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/json/impl/document_reader.ipp>
#endif
