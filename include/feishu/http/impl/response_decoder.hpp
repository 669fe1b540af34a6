#pragma once
// answer: reads the platform's answer to one call while it arrives, and says what it means. The envelope, the
// answer's own fields and the meaning of failures are here; sockets are not.

#include <array>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/message.hpp>
#include <feishu/json/read.hpp>

namespace feishu::http {

/// Takes one answer; `finish` turns it into success or an error.
class response_decoder final : public response_sink {
public:
    /// The response's fields go into `target`, an object of the type that `type` describes.
    FEISHU_DECL response_decoder(endpoint_spec const& spec, void* target, json::binding const& type,
                                 json::read_options options = {});
    response_decoder(response_decoder const&) = delete;
    response_decoder& operator=(response_decoder const&) = delete;

    FEISHU_DECL bool on_head(response_head const& head) override;
    FEISHU_DECL bool on_body(std::string_view chunk) override;

    /// `exchanged` is what the transport said. Errors: its own; api with the platform's code; http for a status
    /// without the platform's JSON; decode.
    FEISHU_DECL result<void> finish(result<void> exchanged);

    /// An error with what is known about this response: status, log id, endpoint.
    FEISHU_DECL error make_error(error_kind kind, std::string message) const;

    int status() const { return status_; }
    int code() const { return code_; }

private:
    /// The target; null once the answer is known to be a failure, whose fields may have any shape.
    void* target() const { return code_ == 0 && succeeded() ? target_ : nullptr; }
    bool succeeded() const { return status_ >= 200 && status_ < 300; }
    FEISHU_DECL error api_error() const;

    endpoint_spec const& spec_;
    void* target_;
    std::array<json::member_binding, 5> members_;
    json::binding envelope_;
    json::reader reader_;

    int status_ = 0;
    std::string log_id_;
    std::string beginning_; // of a body that is perhaps not JSON, for the error message

    int code_ = 0;
    std::string msg_;
    boost::json::value error_;
    std::string error_description_;
};

} // namespace feishu::http

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/response_decoder.ipp>
#endif
