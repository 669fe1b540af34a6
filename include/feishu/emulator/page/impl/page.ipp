#pragma once

#include <string>
#include <utility>

#include <feishu/emulator/control.hpp>
#include <feishu/emulator/page.hpp>
#include <feishu/emulator/page/impl/page_html.hpp>
#include <feishu/emulator/server.hpp>

namespace feishu::emulator {

FEISHU_DECL void serve_page(server& platform) {
    serve_control(platform);
    platform.record_events(500);
    response page{.headers = {{"Content-Type", "text/html; charset=utf-8"},
                              {"Cache-Control", "no-cache"},
                              {"Content-Security-Policy", std::string(detail::page_policy)},
                              {"Cross-Origin-Opener-Policy", "same-origin"},
                              {"Referrer-Policy", "no-referrer"},
                              {"X-Content-Type-Options", "nosniff"}}};
    for (auto const part : detail::page_parts)
        page.body += part;
    platform.serve_page_at("/", std::move(page));
}

} // namespace feishu::emulator
