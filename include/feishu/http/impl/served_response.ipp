#pragma once

#include <stdexcept>
#include <string_view>
#include <utility>

#include <boost/beast/http/status.hpp>

#include <feishu/http/impl/field_syntax.hpp>
#include <feishu/http/impl/served_response.hpp>

namespace feishu::http::detail {

FEISHU_DECL served_response make_response(int status, std::vector<header> headers, std::string body) {
    for (auto const& field : headers)
        if (!is_token(field.name) || !is_field_value(field.value))
            throw std::invalid_argument("a response header field has a malformed name or value");
    return {.status = status, .headers = std::move(headers), .body = std::move(body)};
}

inline void append_field(std::string& out, std::string_view name, std::string_view value) {
    ((out += name) += ": ") += value;
    out += "\r\n";
}

FEISHU_DECL void append_response(std::string& out, served_response const& response, unsigned version,
                                 bool keep_alive) {
    out += version == 10 ? "HTTP/1.0 " : "HTTP/1.1 ";
    (out += std::to_string(response.status)) += ' ';
    out += std::string_view(boost::beast::http::obsolete_reason(
        boost::beast::http::int_to_status(static_cast<unsigned>(response.status))));
    out += "\r\n";
    for (auto const& field : response.headers)
        if (!iequals(field.name, "Content-Length") && !iequals(field.name, "Connection"))
            append_field(out, field.name, field.value);
    append_field(out, "Content-Length", std::to_string(response.content_length.value_or(response.body.size())));
    if (keep_alive != (version != 10)) // otherwise it goes without saying
        append_field(out, "Connection", keep_alive ? "keep-alive" : "close");
    (out += "\r\n") += response.body;
}

} // namespace feishu::http::detail
