#include <feishu/json/impl/src.hpp>
