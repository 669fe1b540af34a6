#pragma once
// A part of <feishu/emulator/src.hpp>: tests of bots. The parts may be compiled in separate files.

#include <feishu/emulator/impl/bot_test.ipp>
