#pragma once

#include <algorithm>
#include <utility>

#include <feishu/client/impl/download_machine.hpp>
#include <feishu/client/impl/upload_progress.hpp>
#include <feishu/http/impl/content_disposition.hpp>
#include <feishu/http/impl/response_decoder.hpp>

namespace feishu::detail {

/// How much of a body may turn out to be an error in JSON; those of the platform have less than 2 KiB.
inline constexpr std::size_t max_undecided = 64u << 10;

inline std::string bytes_text(std::uint64_t count) { return std::to_string(count) + " bytes"; }

// --- an attempt

FEISHU_DECL http::response_sink& download_machine::begin(http::header_list& headers,
                                                         http::response_decoder& errors) {
    errors_ = &errors;
    mode_ = mode::head;
    asked_ = ranges_ ? offset_ : 0;
    skip_ = 0;
    end_.reset();
    furthest_before_ = furthest_;
    error_bytes_ = 0;
    undecided_.clear();
    failure_.reset();
    headers.erase("Range");
    headers.erase("If-Range");
    if (asked_ != 0) {
        headers.push_back({"Range", "bytes=" + std::to_string(asked_) + "-"});
        if (file_.has_strong_etag())
            headers.push_back({"If-Range", file_.etag});
    }
    return *this;
}

FEISHU_DECL bool download_machine::on_head(http::response_head const& head) {
    errors_->on_head(head);
    auto plan = plan_download(head, asked_, file_);
    ranges_ = ranges_ && plan.ranges;
    switch (plan.use) {
    case response_use::error: mode_ = mode::error; return true;
    case response_use::unusable: return fail(plan.kind, std::move(plan.problem));
    case response_use::complete: mode_ = mode::file; return false;
    case response_use::whole:
    case response_use::undecided:
    case response_use::rest: break;
    }
    return start_file(head, std::move(plan));
}

FEISHU_DECL bool download_machine::start_file(http::response_head const& head, download_plan plan) {
    mode_ = plan.use == response_use::undecided ? mode::undecided : mode::file;
    auto const position = plan.use == response_use::rest ? asked_ : 0;
    if (offset_ != position && !start_over(plan.file))
        return false;
    if (position != 0 && !plan.file.size)
        plan.file.size = file_.size;
    file_ = std::move(plan.file);
    end_ = plan.end;
    if (auto const type = http::find_header(head.headers, "Content-Type"); !type.empty())
        content_type_ = type;
    if (auto name = http::detail::file_name_in(http::find_header(head.headers, "Content-Disposition"));
        !name.empty())
        file_name_ = std::move(name);
    return check_size(file_.size.value_or(0));
}

FEISHU_DECL bool download_machine::start_over(file_identity const& file) {
    if (output_.restart()) {
        offset_ = 0;
        return true;
    }
    skip_ = offset_;
    if (!file.may_be(file_) || file.size.value_or(offset_) < offset_)
        return fail(error_kind::decode, "the file has changed on the server after " + bytes_text(offset_) +
                                            " of it were received");
    return true;
}

FEISHU_DECL bool download_machine::on_body(std::string_view chunk) {
    switch (mode_) {
    case mode::error:
        error_bytes_ += chunk.size();
        return error_bytes_ <= limits_.error_bytes && errors_->on_body(chunk);
    case mode::undecided: return decide(chunk);
    case mode::head:
    case mode::file: break;
    }
    return take(chunk);
}

// Keeps the beginning of a body until it is certain that it is not an error.
FEISHU_DECL bool download_machine::decide(std::string_view chunk) {
    undecided_ += chunk;
    auto const json = begins_like_json(undecided_);
    if (json.value_or(true) && undecided_.size() <= max_undecided)
        return true;
    return take_undecided();
}

FEISHU_DECL bool download_machine::take_undecided() {
    mode_ = mode::file;
    return take(std::exchange(undecided_, {}));
}

FEISHU_DECL bool download_machine::take(std::string_view chunk) {
    auto const skipped = static_cast<std::size_t>((std::min<std::uint64_t>)(skip_, chunk.size()));
    skip_ -= skipped;
    chunk.remove_prefix(skipped);
    if (chunk.empty())
        return true;
    auto const after = offset_ + chunk.size();
    if (end_ && after > *end_)
        return fail(error_kind::decode,
                    "the file has more than the " + bytes_text(*end_) + " that were announced");
    if (!check_size(after))
        return false;
    if (auto written = output_.write(chunk); !written)
        return fail(std::move(written).error());
    offset_ = after;
    furthest_ = (std::max)(furthest_, after);
    if (auto stopped = report_progress(on_progress_, {.bytes = offset_, .total = file_.size.value_or(0)});
        !stopped.empty())
        return fail(canceled_by_callback(std::move(stopped)));
    return true;
}

// --- failures

FEISHU_DECL bool download_machine::check_size(std::uint64_t size) {
    if (size <= limits_.file_bytes)
        return true;
    return fail(error_kind::decode, "the file has " + bytes_text(size) + " or more, and max_bytes is " +
                                        std::to_string(limits_.file_bytes));
}

FEISHU_DECL bool download_machine::fail(error_kind kind, std::string message) {
    return fail(errors_->make_error(kind, std::move(message)));
}

FEISHU_DECL bool download_machine::fail(error why) {
    auto e = errors_->make_error(why.kind, std::move(why.message));
    e.field = std::move(why.field);
    failure_ = std::move(e);
    return false;
}

// --- its end

FEISHU_DECL result<void> download_machine::finish(result<void> exchanged) {
    if (failure_)
        return std::move(*failure_);
    if (mode_ == mode::error || !exchanged)
        return errors_->finish(std::move(exchanged));
    if (mode_ == mode::undecided)
        return finish_undecided();
    return complete();
}

FEISHU_DECL result<void> download_machine::finish_undecided() {
    errors_->on_body(undecided_);
    auto read = errors_->finish({});
    if (!read && (read.error().kind == error_kind::api || undecided_.empty()))
        return read;
    if (!take_undecided())
        return std::move(*failure_);
    return complete();
}

FEISHU_DECL result<void> download_machine::complete() {
    auto const expected = file_.size ? file_.size : end_;
    if (mode_ != mode::file || skip_ != 0 || offset_ != expected.value_or(offset_)) {
        fail(error_kind::transport, "the response ended after " + bytes_text(offset_) + " of " +
                                        bytes_text(expected.value_or(offset_ + skip_)) + " of the file");
        return std::move(*failure_);
    }
    if (auto committed = output_.commit(); !committed) {
        fail(std::move(committed).error());
        return std::move(*failure_);
    }
    return {};
}

} // namespace feishu::detail
