// With separate compilation, the one file that compiles the library.
#include <feishu/src.hpp>
