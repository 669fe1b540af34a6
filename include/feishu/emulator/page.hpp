#pragma once
// The page of the emulator, for people: chats, cards, calls and events as they happen, in a browser.
//
//     feishu::emulator::server platform{{.port = 9000}};
//     feishu::emulator::serve_page(platform);
//     // open http://127.0.0.1:9000/

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

class server;

/// Serves the page at `/`, and the control interface (see serve_control), which it uses. The page is one file, which
/// loads nothing from elsewhere. Requests with the Host or Origin of another site are refused with 403. On an address
/// that is not a loopback address the page asks for `server::control_token()`; a link may have it: `/#token=…`.
/// From now on the last 500 events are recorded: `server::events_after`.
/// Lifetimes: until the end of the server.
FEISHU_DECL void serve_page(server& platform);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/page/impl/page.ipp>
#endif
