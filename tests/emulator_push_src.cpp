// The half of the emulator that pushes events; see emulator_src.cpp.
#include <feishu/emulator/impl/src_push.ipp>
