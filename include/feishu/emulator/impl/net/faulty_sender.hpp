#pragma once
// faulty_sender: sends a response as its fault wants it.

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/faults/faulty_response.hpp>
#include <feishu/http/impl/served_response.hpp>

namespace feishu::emulator::detail {

/// The response with the function that sends it.
FEISHU_DECL http::detail::served_response served_with_fault(faulty_response out);

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/net/faulty_sender.ipp>
#endif
