#include <feishu/emulator/impl/bot_test_src.hpp>
