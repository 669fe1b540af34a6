#pragma once

#include <utility>

#include <feishu/emulator/impl/pages/html.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL std::string escape_html(std::string_view text) {
    std::string out;
    for (char const c : text)
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
                out += c;
        }
    return out;
}

FEISHU_DECL response html_page(int status, std::string_view title, std::string_view body) {
    response out{.status = status,
                 .headers = {{"Content-Type", "text/html; charset=utf-8"},
                             {"Cache-Control", "no-store"},
                             {"Referrer-Policy", "same-origin"}, // without any, the form would have no Origin
                             {"X-Content-Type-Options", "nosniff"},
                             {"Content-Security-Policy",
                              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"}}};
    auto const heading = escape_html(title);
    out.body = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + heading +
               "</title><style>body{font:16px sans-serif;max-width:32em;margin:4em auto;padding:0 1em}"
               "button,input,select{font:inherit;padding:.3em .6em}</style></head><body><h1>" +
               heading + "</h1>";
    out.body += body;
    out.body += "</body></html>\n";
    return out;
}

FEISHU_DECL response error_page(error const& why) {
    auto text = "<p>" + escape_html(why.message) + "</p>";
    if (!why.field.empty())
        text += "<p>Parameter: " + escape_html(why.field) + "</p>";
    if (why.code != 0)
        text += "<p>Code: " + std::to_string(why.code) + "</p>";
    return html_page(why.http_status, "The request was refused", text);
}

FEISHU_DECL response redirect_to(std::string url) {
    return {
        .status = 303, .headers = {{"Location", std::move(url)}, {"Cache-Control", "no-store"}}, .body = {}};
}

} // namespace feishu::emulator::detail
