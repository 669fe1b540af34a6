#pragma once
// download_call: one download, from the target to the machine that fills it.

#include <memory>
#include <string>

#include <feishu/client/impl/download_machine.hpp>
#include <feishu/client/impl/download_output.hpp>
#include <feishu/client/impl/prepared_call.hpp>

namespace feishu::detail {

/// See make_download.
class download_call {
public:
    /// `make(bytes)` makes the output.
    template <class Make>
    download_call(Make const& make, download_limits const& limits, progress_callback const& on_progress)
        : output(make(bytes)), machine(*output, limits, on_progress) {}
    download_call(download_call const&) = delete;
    download_call& operator=(download_call const&) = delete;

    std::string bytes{};
    std::unique_ptr<download_output> output;
    download_machine machine;
    prepared_call call{};
};

} // namespace feishu::detail
