#include <feishu/emulator/impl/page_src.hpp>
