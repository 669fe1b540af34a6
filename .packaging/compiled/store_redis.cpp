#include <feishu/store/impl/redis_src.hpp>
