#include <feishu/bot/impl/src.hpp>
