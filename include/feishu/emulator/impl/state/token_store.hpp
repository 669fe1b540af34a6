#pragma once
// The access tokens that are valid.

#include <string_view>
#include <vector>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>
#include <feishu/emulator/issued_token.hpp>

namespace feishu::emulator::detail {

class token_store {
public:
    /// Adds a token; those that expired are removed.
    FEISHU_DECL issued_token& add(issued_token one, clock::time_point now);
    /// Null if the token is unknown or expired.
    FEISHU_DECL issued_token const* find(std::string_view value, clock::time_point now) const;
    /// The most recent token of an app that expires no earlier than `expires`; null if there is none.
    FEISHU_DECL issued_token const* find_recent(token kind, feishu::app_id const& app,
                                                clock::time_point expires) const;
    /// Removes a token.
    FEISHU_DECL void remove(std::string_view value);
    /// The token expires now.
    FEISHU_DECL void expire(std::string_view value, clock::time_point now);
    /// Removes all tokens of an app.
    FEISHU_DECL void revoke(feishu::app_id const& app);

private:
    friend struct store_access;

    template <class Matches>
    void erase_if(Matches matches);

    touched_entries touched_;
    std::vector<issued_token> tokens_; // in the order of `number`
    std::uint64_t last_ = 0;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/token_store.ipp>
#endif
