#pragma once

#include <boost/asio/ssl/error.hpp>

#include <feishu/http/impl/io_progress.hpp>

namespace feishu::http::detail {

FEISHU_DECL std::string describe_error(error_code why, std::string const& certificate_problem) {
    auto text = why.message();
    if (why == boost::asio::error::eof || why == boost::asio::ssl::error::stream_truncated)
        text = "connection closed by the server";
    if (!certificate_problem.empty())
        text += " (" + certificate_problem + ")";
    return text;
}

FEISHU_DECL std::string describe_timeout(std::chrono::milliseconds limit) {
    return "timeout (" + std::to_string(limit.count()) + " ms)";
}

} // namespace feishu::http::detail
