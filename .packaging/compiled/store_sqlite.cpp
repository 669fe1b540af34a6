#include <feishu/store/impl/sqlite_src.hpp>
