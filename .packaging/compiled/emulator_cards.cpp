#include <feishu/emulator/impl/cards_src.hpp>
