#include <feishu/emulator/impl/src_platform.hpp>
