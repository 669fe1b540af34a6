#pragma once
// upload_progress: reports how much of a body has been read to be sent.

#include <cstdint>
#include <memory>
#include <string>

#include <feishu/client/progress.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/message.hpp>

namespace feishu::detail {

/// Calls a progress_callback. Returns why the operation must end; nothing if it continues.
FEISHU_DECL std::string report_progress(progress_callback const& callback, transfer_progress const& progress);

/// The error of a call that a callback has canceled.
FEISHU_DECL error canceled_by_callback(std::string reason);

/// A body that reports what is read of it.
class upload_progress final : public http::body_source {
public:
    upload_progress(std::shared_ptr<http::body_source const> body, progress_callback callback)
        : body_(std::move(body)), callback_(std::move(callback)) {}

    std::uint64_t size() const override { return body_->size(); }
    FEISHU_DECL std::size_t read(std::uint64_t offset, char* out, std::size_t n) const override;
    std::string problem() const override { return stopped_.empty() ? body_->problem() : stopped_; }

    /// Why the callback has canceled the call; empty if it has not.
    std::string const& stopped() const { return stopped_; }

private:
    std::shared_ptr<http::body_source const> body_;
    progress_callback callback_;
    mutable std::string stopped_{}; ///< one exchange at a time reads it
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/upload_progress.ipp>
#endif
