// The emulator as a program of its own: cli/emulate.hpp describes it. `feishu emulate` is the same.

#include "cli/emulate.hpp"

int main(int count, char** values) { return cli::emulate(count, values); }
