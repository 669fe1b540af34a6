#pragma once
// How the emulator says no: the platform's code, its HTTP status and its words.
// `return refuse(230002);` in a rule.

#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

/// An error as the platform would answer it. `detail` is added as the platform does, `…, ext=detail`.
FEISHU_DECL error refuse(int code, std::string_view detail = {});

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/refusal.ipp>
#endif
