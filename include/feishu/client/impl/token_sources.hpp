#pragma once
// token_sources: all tokens of a client. A store app has one in each tenant; the number of kept ones is
// bounded.

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include <feishu/client/client_config.hpp>
#include <feishu/client/impl/token_source.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Thread-safe. A source in use outlives its removal.
class token_sources {
public:
    /// Beyond this, the least recently used tenants are removed. The maximum takes a few megabytes.
    static constexpr std::size_t max_tenants = 10'000;

    explicit token_sources(app_type type, std::size_t most_tenants = max_tenants)
        : own_(std::make_shared<token_source>(type == app_type::store ? token_kind::store_app
                                                                      : token_kind::custom)),
          most_tenants_(most_tenants) {}

    /// The source of a call's tenant token. Errors: kind validation if a store app's call has no tenant_key.
    FEISHU_DECL result<std::shared_ptr<token_source>> source_for(std::string_view endpoint,
                                                                 tenant_key const& tenant);

private:
    struct entry {
        std::shared_ptr<token_source> source;
        std::list<std::string>::iterator position; ///< in `by_use_`
    };

    std::shared_ptr<token_source> const own_; ///< the app's own token
    std::size_t const most_tenants_;
    std::mutex mutex_; ///< of all below
    std::map<std::string, entry> by_tenant_{};
    std::list<std::string> by_use_{}; ///< the most recently used tenant first
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/token_sources.ipp>
#endif
