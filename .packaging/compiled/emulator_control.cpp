#include <feishu/emulator/impl/control_src.hpp>
