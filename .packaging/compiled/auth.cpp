#include <feishu/auth/impl/src.hpp>
