// The one file of the tests that compiles the library.
#include <feishu/src.hpp>
