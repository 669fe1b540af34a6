#include <feishu/core/impl/src.hpp>
