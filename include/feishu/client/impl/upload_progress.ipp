#pragma once

#include <utility>

#include <feishu/client/impl/upload_progress.hpp>
#include <feishu/core/impl/guard.hpp>

namespace feishu::detail {

FEISHU_DECL std::string report_progress(progress_callback const& callback,
                                        transfer_progress const& progress) {
    if (!callback)
        return {};
    bool goes_on = true;
    if (auto const thrown = guard([&] { goes_on = callback(progress); }))
        return "on_progress threw an exception: " + *thrown;
    return goes_on ? "" : "canceled by on_progress";
}

FEISHU_DECL error canceled_by_callback(std::string reason) {
    error e;
    e.kind = error_kind::canceled;
    e.message = std::move(reason);
    e.may_have_executed = false;
    return e;
}

FEISHU_DECL std::size_t upload_progress::read(std::uint64_t offset, char* out, std::size_t n) const {
    auto const got = stopped_.empty() ? body_->read(offset, out, n) : 0;
    if (got != 0)
        stopped_ = report_progress(callback_, {.bytes = offset + got, .total = size()});
    return stopped_.empty() ? got : 0;
}

} // namespace feishu::detail
