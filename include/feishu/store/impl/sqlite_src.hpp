#pragma once
// Separate compilation of stores: the one in an SQLite file, if there is SQLite.

#ifdef FEISHU_WITH_SQLITE
#include <feishu/store/impl/sqlite_database.ipp>
#include <feishu/store/impl/sqlite_log.ipp>
#include <feishu/store/impl/sqlite_store.ipp>
#endif
