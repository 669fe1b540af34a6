#include <feishu/event/impl/src.hpp>
