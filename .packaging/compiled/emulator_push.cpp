#include <feishu/emulator/impl/src_push.hpp>
