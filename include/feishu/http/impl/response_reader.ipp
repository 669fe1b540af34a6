#pragma once

#include <algorithm>
#include <utility>

#include <boost/beast/http/error.hpp>

#include <feishu/http/impl/response_reader.hpp>

namespace feishu::http::detail {

// --- response_parser

FEISHU_DECL response_parser::response_parser(response_head& head, response_sink& sink, std::uint64_t max_body)
    : head_(head), sink_(sink) {
    head_.status = 0;
    head_.headers.clear();
    eager(true);
    header_limit(max_header_bytes);
    body_limit(max_body);
}

FEISHU_DECL void response_parser::on_request_impl(boost::beast::http::verb, text, text, int, error_code&) {}

FEISHU_DECL void response_parser::on_response_impl(int code, text, int, error_code& failed) {
    head_.status = code;
    // 101 would switch to another protocol, which was not requested.
    if (code < 100 || code == 101)
        failed = boost::beast::http::error::bad_status;
}

FEISHU_DECL void response_parser::on_field_impl(boost::beast::http::field, text name, text value,
                                                error_code& failed) {
    count_field(name, value, failed);
    if (!failed && !is_header_done()) // before Boost 1.90, trailer fields arrive here, too; they are dropped
        head_.headers.push_back({{name.data(), name.size()}, {value.data(), value.size()}});
}

#if BOOST_VERSION >= 109000
FEISHU_DECL void response_parser::on_trailer_field_impl(boost::beast::http::field, text name, text value,
                                                        error_code& failed) {
    count_field(name, value, failed);
}
#endif

// Beast limits each piece of a header that arrives in pieces, not their sum.
FEISHU_DECL void response_parser::count_field(text name, text value, error_code& failed) {
    header_bytes_ += name.size() + value.size() + 4;
    if (header_bytes_ > max_header_bytes)
        failed = boost::beast::http::error::header_limit;
}

FEISHU_DECL void response_parser::on_header_impl(error_code& failed) {
    if (!interim() && !sink_.on_head(head_))
        stop(failed);
}

FEISHU_DECL void response_parser::on_body_init_impl(boost::optional<std::uint64_t> const&, error_code&) {}

FEISHU_DECL std::size_t response_parser::on_body_impl(text chunk, error_code& failed) {
    body_bytes_ += chunk.size();
    if (!chunk.empty() && !sink_.on_body({chunk.data(), chunk.size()}))
        stop(failed);
    return chunk.size();
}

FEISHU_DECL void response_parser::on_chunk_header_impl(std::uint64_t, text, error_code&) {}

FEISHU_DECL std::size_t response_parser::on_chunk_body_impl(std::uint64_t, text chunk, error_code& failed) {
    return on_body_impl(chunk, failed);
}

FEISHU_DECL void response_parser::on_finish_impl(error_code&) {}

FEISHU_DECL void response_parser::stop(error_code& failed) {
    stopped_ = true;
    failed = boost::system::errc::make_error_code(boost::system::errc::operation_canceled);
}

// --- response_reader

FEISHU_DECL void response_reader::start(response_sink& sink, std::uint64_t max_body) {
    sink_ = &sink;
    max_body_ = max_body;
    buffer_.clear();
    restart();
}

FEISHU_DECL boost::asio::mutable_buffer response_reader::space() {
    return buffer_.prepare((std::min)(read_size, buffer_.max_size() - buffer_.size()));
}

FEISHU_DECL bool response_reader::feed(std::size_t bytes, boost::system::error_code& failed) {
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

FEISHU_DECL bool response_reader::finish() {
    if (!parser_->got_some() || !parser_->is_header_done() || !parser_->need_eof())
        return false;
    boost::system::error_code failed;
    parser_->put_eof(failed);
    return !failed;
}

} // namespace feishu::http::detail
