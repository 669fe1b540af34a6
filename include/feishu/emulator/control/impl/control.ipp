#pragma once

#include <feishu/emulator/control.hpp>
#include <feishu/emulator/control/impl/handlers.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/openapi/document.hpp>

namespace feishu::emulator {

FEISHU_DECL result<control::describe::response> control::handle(server&, describe const&) {
    return describe::response{.document =
                                  openapi::document_of<all>({"The emulator's control interface", "1.0.0"})};
}

FEISHU_DECL void serve_control(server& platform) {
    control::all::for_each([&]<class E>() {
        platform.serve<E>(
            [&platform](caller const&, E const& request) { return control::handle(platform, request); });
    });
}

} // namespace feishu::emulator
