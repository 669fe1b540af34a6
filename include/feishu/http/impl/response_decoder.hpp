#pragma once
// response_decoder: parses the platform's response to one call while it arrives: envelope, fields, errors. No
// I/O.

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/body_excerpt.hpp>
#include <feishu/http/impl/bounded_text.hpp>
#include <feishu/http/message.hpp>
#include <feishu/json/impl/document_reader.hpp>

namespace feishu::http {

/// Receives one response; `finish` returns success or an error. A non-zero code of the platform takes
/// precedence over everything else in the response, whatever the order of members.
class response_decoder final : public response_sink {
public:
    /// The fields of the response are stored in `target`, an object of the type that `type` describes.
    FEISHU_DECL response_decoder(endpoint_spec const& spec, void* target, json::binding const& type);
    response_decoder(response_decoder const&) = delete;
    response_decoder& operator=(response_decoder const&) = delete;

    FEISHU_DECL bool on_head(response_head const& head) override;
    FEISHU_DECL bool on_body(std::string_view chunk) override;

    /// `exchanged` is the outcome of the transport. Errors: that; api with the platform's code; http for a status
    /// without the platform's JSON; decode, also for a success without a numeric code. The latter two show the
    /// beginning of the body. A redirect is an http error that names where it points; a Content-Encoding, which no
    /// request asks for, is named too, and its body is not read. `retry_after` is set when the response has x-ogw-ratelimit-reset or Retry-After.
    FEISHU_DECL result<void> finish(result<void> exchanged);

    /// An error with the status, the log id and the endpoint of this response.
    FEISHU_DECL error make_error(error_kind kind, std::string message) const;

    int status() const { return status_; }
    std::string_view log_id() const { return log_id_.view(); }
    /// 0 as long as no code has been read.
    int code() const { return code_.value_or(0); }
    /// What was skipped, of a successful response: members of another kind than described.
    json::notes const& notes() const { return notes_; }

private:
    static constexpr std::size_t max_log_id = 256; ///< far more than the platform's

    /// The target; null once the response is known to be a failure, whose fields may have any shape.
    void* target() const { return code() == 0 && succeeded() ? target_ : nullptr; }
    bool succeeded() const { return status_ >= 200 && status_ < 300; }
    FEISHU_DECL void take_log_id(std::string_view text);
    FEISHU_DECL bool read(std::string_view chunk);
    FEISHU_DECL bool may_be_empty() const;
    FEISHU_DECL error api_error() const;
    FEISHU_DECL void merge_status_code();
    FEISHU_DECL error http_error() const;
    FEISHU_DECL error unreadable(error const& why) const;
    FEISHU_DECL error decode_error(std::string_view field, std::string const& why) const;

    endpoint_spec const& spec_;
    void* target_;
    std::array<json::member_binding, 5> members_;
    json::binding envelope_;
    json::notes notes_;
    json::detail::document_reader reader_;

    int status_ = 0;
    detail::bounded_text<max_log_id> log_id_;
    detail::bounded_text<detail::excerpt_bytes> content_type_;
    std::string location_{}; ///< of a redirect
    std::string coding_{};   ///< of the body
    std::chrono::milliseconds retry_after_{};
    detail::bounded_text<detail::excerpt_bytes> beginning_; ///< of the body, for the error message if it is not JSON
    std::size_t mark_ = 0;  ///< bytes of a byte order mark that have been received
    bool readable_ = true;  ///< so far

    bool bare_; ///< the body is the response itself, without an envelope
    bool code_required_;
    bool code_seen_ = false;
    std::optional<int> code_;
    std::optional<int> status_code_; ///< of custom bots
    std::string msg_;
    boost::json::value error_;
    std::string error_description_;
};

} // namespace feishu::http

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/response_decoder.ipp>
#endif
