#pragma once
// progress_callback: is called while a file is uploaded or downloaded.
//
//     client.call(im::file::create{…}, {.on_progress = [](feishu::transfer_progress p) {
//         std::cout << p.bytes << " of " << p.total << '\n'; }});

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>

#include <feishu/client/impl/stoppable_function.hpp>

namespace feishu {

/// How much of a transfer is done.
struct transfer_progress {
    std::uint64_t bytes = 0; ///< transferred; of an upload, of the whole body
    std::uint64_t total = 0; ///< 0 while it is not known
};

/// A function of transfer_progress that returns nothing, or false to cancel the call. It is called for every piece
/// of up to 64 KiB or so. `bytes` goes back to where a repeated attempt begins.
///
/// Thread safety: it is called on the threads that transfer, one at a time for each call.
/// Callbacks: an exception cancels the call; its text is in the error.
using progress_callback = detail::stoppable_function<transfer_progress const&>;

} // namespace feishu
