#pragma once
// Separate compilation of stores: the bodies of this folder. <feishu/src.hpp> gathers all folders. The compiled library
// has an object of each, so that a program links what the stores that it uses need, and no more.

#include <feishu/store/impl/memory_src.hpp>
#include <feishu/store/impl/redis_src.hpp>
#include <feishu/store/impl/sqlite_src.hpp>
