#pragma once
// The store that processes share: a redis-server by its URL, or a file by its path.

#include <chrono>
#include <memory>
#include <string>

#include <feishu/store/redis_store.hpp>
#include <feishu/store/sqlite_store.hpp>

namespace processes {

inline std::shared_ptr<feishu::store> open_store(std::string const& location) {
    constexpr std::chrono::seconds patience{30};
    if (location.starts_with("redis"))
        return feishu::make_redis_store({.url = location, .timeout = patience}).value();
    return feishu::make_sqlite_store({.path = location,
                                      .durability = feishu::sqlite_durability::process_crash,
                                      .busy_timeout = patience})
        .value();
}

} // namespace processes
