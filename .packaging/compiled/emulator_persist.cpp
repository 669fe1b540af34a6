#include <feishu/emulator/impl/persist_src.hpp>
