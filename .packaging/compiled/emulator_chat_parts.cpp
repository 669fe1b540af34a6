#include <feishu/emulator/impl/chat_parts_src.hpp>
