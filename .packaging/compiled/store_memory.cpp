#include <feishu/store/impl/memory_src.hpp>
