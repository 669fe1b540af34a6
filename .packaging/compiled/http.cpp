#include <feishu/http/impl/src.hpp>
