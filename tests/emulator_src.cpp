// The one file of the tests that compiles the emulator.
#include <feishu/emulator/src.hpp>
