#include <feishu/store/impl/src.hpp>
