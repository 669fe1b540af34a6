// Half of the emulator; emulator_push_src.cpp is the other. Programs compile <feishu/emulator/src.hpp> at once.
#include <feishu/emulator/impl/src_platform.ipp>
