#include <feishu/client/impl/src.hpp>
