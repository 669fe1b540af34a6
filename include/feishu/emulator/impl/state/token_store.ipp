#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/impl/state/token_store.hpp>

namespace feishu::emulator::detail {

template <class Matches>
void token_store::erase_if(Matches matches) {
    std::erase_if(tokens_, [&](auto const& token) {
        bool const erased = matches(token);
        if (erased)
            touched_.add(token.value);
        return erased;
    });
}

FEISHU_DECL issued_token& token_store::add(issued_token one, clock::time_point now) {
    erase_if([&](auto const& old) { return old.expires <= now; });
    one.number = ++last_;
    touched_.add(one.value);
    return tokens_.emplace_back(std::move(one));
}

FEISHU_DECL issued_token const* token_store::find(std::string_view value, clock::time_point now) const {
    auto const found = std::ranges::find(tokens_, value, &issued_token::value);
    return found != tokens_.end() && found->expires > now ? &*found : nullptr;
}

FEISHU_DECL issued_token const* token_store::find_recent(token kind, feishu::app_id const& app,
                                                         clock::time_point expires) const {
    // From the back: after a renewal two are valid, and only the newer one is handed out.
    for (auto at = tokens_.rbegin(); at != tokens_.rend(); ++at)
        if (at->kind == kind && at->app == app && at->expires >= expires)
            return &*at;
    return nullptr;
}

FEISHU_DECL void token_store::remove(std::string_view value) {
    erase_if([&](auto const& token) { return token.value == value; });
}

FEISHU_DECL void token_store::expire(std::string_view value, clock::time_point now) {
    touched_.add(value);
    for (auto& token : tokens_)
        if (token.value == value)
            token.expires = (std::min)(token.expires, now);
}

FEISHU_DECL void token_store::revoke(feishu::app_id const& app) {
    erase_if([&](auto const& token) { return token.app == app; });
}

} // namespace feishu::emulator::detail
