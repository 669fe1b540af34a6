#pragma once
// The page, a part of <feishu/emulator/src.hpp> that may be compiled in a file of its own.

#include <feishu/emulator/page/impl/page.ipp>
