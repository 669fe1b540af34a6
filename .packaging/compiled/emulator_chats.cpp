#include <feishu/emulator/impl/chats_src.hpp>
