#pragma once
// The emulator's part of separate compilation: include this after <feishu/src.hpp>, in one file of the
// program that uses the emulator, usually a test.

#ifndef FEISHU_SEPARATE_COMPILATION
#error "define FEISHU_SEPARATE_COMPILATION for every file of the program"
#endif

#include <feishu/emulator/impl/platform_src.hpp>
#include <feishu/emulator/impl/push_src.hpp>
