#include <feishu/content/impl/src.hpp>
