#include <feishu/emulator/impl/platform_src.hpp>
