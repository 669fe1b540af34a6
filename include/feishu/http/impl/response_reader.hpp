#pragma once
// response_reader: parses the bytes of a connection and calls a response_sink. No I/O.

#include <cstddef>
#include <cstdint>
#include <optional>

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/version.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http::detail {

inline constexpr std::uint32_t max_header_bytes = 64u << 10;
inline constexpr std::size_t read_size = 64u << 10;

/// Beast's parser, with the sink in place of Beast's message: the body is not stored.
class response_parser : public boost::beast::http::basic_parser<false> {
public:
    using error_code = boost::system::error_code;
    using text = boost::beast::string_view;

    /// Clears `head`, into which it parses; the memory of its fields is used again.
    FEISHU_DECL response_parser(response_head& head, response_sink& sink, std::uint64_t max_body);

    /// 100 Continue, 103 Early Hints and the like: the response itself follows.
    bool interim() const { return head_.status < 200; }
    int status() const { return is_header_done() ? head_.status : 0; }
    std::uint64_t body_bytes() const { return body_bytes_; }
    /// The sink has stopped the exchange.
    bool stopped() const { return stopped_; }

private:
    FEISHU_DECL void on_request_impl(boost::beast::http::verb, text, text, int, error_code&) override;
    FEISHU_DECL void on_response_impl(int code, text, int, error_code& failed) override;
    FEISHU_DECL void on_field_impl(boost::beast::http::field, text name, text value,
                                   error_code& failed) override;
#if BOOST_VERSION >= 109000 // where Beast began to report trailer fields apart from header fields
    FEISHU_DECL void on_trailer_field_impl(boost::beast::http::field, text name, text value,
                                           error_code& failed) override;
#endif
    FEISHU_DECL void on_header_impl(error_code& failed) override;
    FEISHU_DECL void on_body_init_impl(boost::optional<std::uint64_t> const&, error_code&) override;
    FEISHU_DECL std::size_t on_body_impl(text chunk, error_code& failed) override;
    FEISHU_DECL void on_chunk_header_impl(std::uint64_t, text, error_code&) override;
    FEISHU_DECL std::size_t on_chunk_body_impl(std::uint64_t, text chunk, error_code& failed) override;
    FEISHU_DECL void on_finish_impl(error_code&) override;

    FEISHU_DECL void count_field(text name, text value, error_code& failed);
    FEISHU_DECL void stop(error_code& failed);

    response_head& head_;
    response_sink& sink_;
    std::size_t header_bytes_ = 0;
    std::uint64_t body_bytes_ = 0;
    bool stopped_ = false;
};

/// Reads one response after the other from a connection. Skips interim responses.
class response_reader {
public:
    response_reader() = default;
    response_reader(response_reader const&) = delete;
    response_reader& operator=(response_reader const&) = delete;

    /// Begins a response; precedes all other functions. `sink` is valid until its end.
    FEISHU_DECL void start(response_sink& sink, std::uint64_t max_body);

    /// Buffer for the next bytes; empty if the server has filled it without completing the header.
    FEISHU_DECL boost::asio::mutable_buffer space();

    /// `bytes` were received into `space()`. True if the response is complete or the sink has stopped the
    /// exchange.
    FEISHU_DECL bool feed(std::size_t bytes, boost::system::error_code& failed);

    /// The server has closed the connection. True if that is the regular end of the response.
    FEISHU_DECL bool finish();

    bool head_done() const { return parser_->is_header_done(); }
    int status() const { return parser_->status(); }
    std::uint64_t body_bytes() const { return parser_->body_bytes(); }
    /// More than the complete response has been received.
    bool has_excess() const { return parser_->is_done() && buffer_.size() != 0; }
    /// The connection can be reused: the response is complete, keep-alive, and nothing follows it.
    bool keep_alive() const { return parser_->is_done() && parser_->keep_alive() && buffer_.size() == 0; }

private:
    void restart() { parser_.emplace(head_, *sink_, max_body_); }

    /// Beast 1.81 asserts that it sees no part of the final "0\r\n\r\n" after having seen a shorter one. At
    /// least these five bytes are missing until the end of a chunked body, so waiting for them costs nothing.
    std::size_t least() const { return parser_->is_header_done() && parser_->chunked() ? 5 : 1; }

    response_sink* sink_ = nullptr;
    std::uint64_t max_body_ = 0;
    response_head head_{};
    std::optional<response_parser> parser_{};
    boost::beast::flat_buffer buffer_{max_header_bytes + read_size};
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/response_reader.ipp>
#endif
