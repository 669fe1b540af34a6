#pragma once
// make_redis_store: a store on a Redis server, for any number of machines. Needs Redis 7.
//
//     auto const store =
//         feishu::make_redis_store({.url = "rediss://bot:password@cache.example.com:6380/2"}).value();

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#ifndef FEISHU_WITH_HIREDIS
#error "install hiredis (Debian: libhiredis-dev), define FEISHU_WITH_HIREDIS for every file and link hiredis"
#endif

#include <memory>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/store/redis_store_params.hpp>
#include <feishu/store/store.hpp>

namespace feishu {

/// Makes a store whose content is on the server; connects when it is used. Times are the server's. Atomic steps are
/// scripts, logs are streams with consumer groups. One server, or the primary of several; not a cluster.
///
/// Consistency: linearizable on one server. What survives a crash of the server is what it has written to disk, which
/// is its setting (`appendonly yes`, `appendfsync`); a replica that takes over may lack the last operations.
/// The entries that one `claim` or `read` returns have at most 512 MiB together.
///
/// Thread safety: as `store`; each concurrent operation has its connection.
/// Lifetimes: a store does not survive fork(). Its destructor waits for name lookups under way.
/// Errors: kind validation, also of settings (field url, ca_file or ca_pem); kind auth if the server rejects user or
/// password, or denies a command; kind store for its other errors; kinds transport and timeout. No error has the password,
/// a key or a value. After a connection has failed, operations fail without trying again until a pause is over, which
/// grows from 0.1 to 5 seconds: `error::retry_after` is the rest of it.
FEISHU_DECL result<std::shared_ptr<store>> make_redis_store(redis_store_params params);

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/store/impl/redis_store.ipp>
#endif
