#pragma once
// download_machine: receives a file in as many attempts as it takes, without I/O. It makes all decisions: what each
// attempt asks for, what its response is, where the bytes go, and whether the file is complete.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/client/impl/download_output.hpp>
#include <feishu/client/impl/download_plan.hpp>
#include <feishu/client/impl/response_receiver.hpp>
#include <feishu/client/progress.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/message.hpp>

namespace feishu::detail {

struct download_limits {
    std::uint64_t file_bytes = 0;  ///< a larger file is an error of kind decode
    std::uint64_t error_bytes = 0; ///< of a body that is not a file
    bool ranges = true;            ///< a request may ask for the rest of the file
};

/// An output that cannot restart skips the bytes that it has when the server sends the file from its beginning.
///
/// Not thread-safe.
/// Callbacks: none of its functions throws.
class download_machine final : public response_receiver, private http::response_sink {
public:
    /// The output outlives the machine.
    download_machine(download_output& output, download_limits const& limits, progress_callback on_progress)
        : output_(output), limits_(limits), on_progress_(std::move(on_progress)), ranges_(limits.ranges) {}

    FEISHU_DECL http::response_sink& begin(http::header_list& headers,
                                           http::response_decoder& errors) override;
    FEISHU_DECL result<void> finish(result<void> exchanged) override;
    bool has_advanced() const override { return furthest_ > furthest_before_; }

    /// Of the complete file.
    std::string const& file_name() const { return file_name_; }
    std::string const& content_type() const { return content_type_; }
    std::uint64_t size() const { return offset_; }

private:
    enum class mode { head, error, undecided, file };

    FEISHU_DECL bool on_head(http::response_head const& head) override;
    FEISHU_DECL bool on_body(std::string_view chunk) override;

    FEISHU_DECL bool start_file(http::response_head const& head, download_plan plan);
    FEISHU_DECL bool start_over(file_identity const& file);
    FEISHU_DECL bool decide(std::string_view chunk);
    FEISHU_DECL bool take(std::string_view chunk);
    FEISHU_DECL bool take_undecided();
    FEISHU_DECL bool check_size(std::uint64_t size);
    FEISHU_DECL bool fail(error why);
    FEISHU_DECL bool fail(error_kind kind, std::string message);
    FEISHU_DECL result<void> finish_undecided();
    FEISHU_DECL result<void> complete();

    download_output& output_;
    download_limits const limits_;
    progress_callback const on_progress_;

    // The file
    file_identity file_{};
    std::string file_name_{};
    std::string content_type_{};
    std::uint64_t offset_ = 0;   ///< bytes that the output has
    std::uint64_t furthest_ = 0; ///< the most that it had
    bool ranges_;

    // The attempt
    http::response_decoder* errors_ = nullptr;
    mode mode_ = mode::head;
    std::uint64_t asked_ = 0; ///< the offset in its Range
    std::uint64_t skip_ = 0;  ///< bytes to come that the output has
    std::optional<std::uint64_t> end_{};
    std::uint64_t furthest_before_ = 0;
    std::uint64_t error_bytes_ = 0;
    std::string undecided_{};
    std::optional<error> failure_{}; ///< why the attempt was stopped
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/download_machine.ipp>
#endif
