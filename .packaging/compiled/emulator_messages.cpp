#include <feishu/emulator/impl/messages_src.hpp>
