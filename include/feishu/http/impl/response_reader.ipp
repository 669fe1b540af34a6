#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <feishu/http/message.hpp>

namespace feishu::http::detail {

inline constexpr std::uint32_t max_header_bytes = 64u << 10;
inline constexpr std::size_t read_size = 64u << 10;

/// Beast's parser, with the sink where Beast has a message: nothing is stored on the way.
class response_parser : public boost::beast::http::basic_parser<false> {
public:
    using error_code = boost::system::error_code;
    using text = boost::beast::string_view;

    response_parser(response_sink& sink, std::uint64_t max_body) : sink_(sink) {
        eager(true);
        header_limit(max_header_bytes);
        body_limit(max_body);
    }

    /// 100 Continue, 103 Early Hints and the like: the answer itself follows.
    bool interim() const { return head_.status < 200; }
    int status() const { return is_header_done() ? head_.status : 0; }
    std::uint64_t body_bytes() const { return body_bytes_; }
    /// The sink has had enough.
    bool stopped() const { return stopped_; }

private:
    void on_request_impl(boost::beast::http::verb, text, text, int, error_code&) override {}

    void on_response_impl(int code, text, int, error_code& failed) override {
        head_.status = code;
        // 101 would be another protocol, which nobody asked for.
        if (code < 100 || code == 101)
            failed = boost::beast::http::error::bad_status;
    }

    void on_field_impl(boost::beast::http::field, text name, text value, error_code& failed) override {
        // Beast limits each piece of a header that arrives in pieces, not their sum.
        header_bytes_ += name.size() + value.size() + 4;
        if (header_bytes_ > max_header_bytes)
            failed = boost::beast::http::error::header_limit;
        else if (!is_header_done()) // the trailer of a chunked body is dropped
            head_.headers.push_back({std::string(name), std::string(value)});
    }

    void on_header_impl(error_code& failed) override {
        if (!interim() && !sink_.on_head(head_))
            stop(failed);
    }

    void on_body_init_impl(boost::optional<std::uint64_t> const&, error_code&) override {}

    std::size_t on_body_impl(text chunk, error_code& failed) override {
        body_bytes_ += chunk.size();
        if (!chunk.empty() && !sink_.on_body({chunk.data(), chunk.size()}))
            stop(failed);
        return chunk.size();
    }

    void on_chunk_header_impl(std::uint64_t, text, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, text chunk, error_code& failed) override {
        return on_body_impl(chunk, failed);
    }
    void on_finish_impl(error_code&) override {}

    void stop(error_code& failed) {
        stopped_ = true;
        failed = boost::system::errc::make_error_code(boost::system::errc::operation_canceled);
    }

    response_head head_;
    response_sink& sink_;
    std::size_t header_bytes_ = 0;
    std::uint64_t body_bytes_ = 0;
    bool stopped_ = false;
};

/// Bytes in, sink calls out; no I/O. Skips interim answers.
class response_reader {
public:
    response_reader(response_sink& sink, std::uint64_t max_body) : sink_(sink), max_body_(max_body) {
        restart();
    }

    /// Where the next bytes go; empty when a server fills the buffer without ever getting to the point.
    boost::asio::mutable_buffer space() {
        return buffer_.prepare(std::min(read_size, buffer_.max_size() - buffer_.size()));
    }

    /// `bytes` have arrived in `space()`. True when the answer is complete or the sink has had enough.
    bool feed(std::size_t bytes, boost::system::error_code& failed) {
        buffer_.commit(bytes);
        while (buffer_.size() >= least()) {
            auto const used = parser_->put(buffer_.data(), failed);
            buffer_.consume(used);
            if (parser_->stopped())
                failed = {};
            if (failed == boost::beast::http::error::need_more) {
                failed = {};
                return false;
            }
            if (failed || parser_->stopped())
                return parser_->stopped();
            if (!parser_->is_done())
                continue;
            if (!parser_->interim())
                return true;
            restart();
        }
        return false;
    }

    /// The server has closed the connection. True when that ends the answer as it should.
    bool finish() {
        if (!parser_->got_some() || !parser_->is_header_done() || !parser_->need_eof())
            return false;
        boost::system::error_code failed;
        parser_->put_eof(failed);
        return !failed;
    }

    bool head_done() const { return parser_->is_header_done(); }
    int status() const { return parser_->status(); }
    std::uint64_t body_bytes() const { return parser_->body_bytes(); }
    /// The connection can carry another request: complete, meant to stay, and nothing behind it.
    bool keep_alive() const { return parser_->is_done() && parser_->keep_alive() && buffer_.size() == 0; }

private:
    void restart() { parser_.emplace(sink_, max_body_); }

    /// Beast 1.81 asserts that it sees no part of the final "0\r\n\r\n" after having seen a shorter one. A
    /// chunked body has at least these five bytes to come until its end, so waiting for them costs nothing.
    std::size_t least() const { return parser_->is_header_done() && parser_->chunked() ? 5 : 1; }

    response_sink& sink_;
    std::uint64_t max_body_;
    std::optional<response_parser> parser_;
    boost::beast::flat_buffer buffer_{max_header_bytes + read_size};
};

} // namespace feishu::http::detail
