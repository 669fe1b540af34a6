#include <feishu/emulator/impl/push_src.hpp>
