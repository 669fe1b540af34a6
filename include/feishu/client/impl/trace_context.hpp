#pragma once
// trace_context: the W3C Trace Context of a call, https://www.w3.org/TR/trace-context/.

#include <string_view>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/header_list.hpp>

namespace feishu::detail {

/// Adds the header fields that are not empty. Errors: kind validation, field traceparent or tracestate.
FEISHU_DECL result<void> add_trace_context(http::header_list& headers, endpoint_spec const& spec,
                                           std::string_view traceparent, std::string_view tracestate);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/trace_context.ipp>
#endif
