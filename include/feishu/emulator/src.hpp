#pragma once
// Separate compilation of the emulator: include this in one file of the program that uses it, usually a test,
// after <feishu/src.hpp>.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#ifndef FEISHU_SEPARATE_COMPILATION
#error "define FEISHU_SEPARATE_COMPILATION for every file of the program"
#endif

#include <feishu/emulator/impl/bot_test_src.hpp>
#include <feishu/emulator/impl/cards_src.hpp>
#include <feishu/emulator/impl/chat_parts_src.hpp>
#include <feishu/emulator/impl/chats_src.hpp>
#include <feishu/emulator/impl/control_src.hpp>
#include <feishu/emulator/impl/directory_src.hpp>
#include <feishu/emulator/impl/messages_src.hpp>
#include <feishu/emulator/impl/page_src.hpp>
#include <feishu/emulator/impl/persist_src.hpp>
#include <feishu/emulator/impl/platform_src.hpp>
#include <feishu/emulator/impl/push_src.hpp>
