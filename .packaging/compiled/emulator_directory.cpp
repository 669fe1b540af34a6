#include <feishu/emulator/impl/directory_src.hpp>
