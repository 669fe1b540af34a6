#pragma once
// The link previews that clients requested from apps, by their preview tokens.

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>

namespace feishu::emulator::detail {

struct link_preview {
    feishu::app_id app{};
    feishu::chat_id chat{};
    std::string url{};
    std::optional<clock::time_point> updated{}; ///< when the app last updated it
};

class preview_store {
public:
    void add(std::string token, link_preview one) {
        touched_.add(token);
        by_token_.insert_or_assign(std::move(token), std::move(one));
    }
    /// Null for an unknown token.
    link_preview* find(std::string const& token) {
        touched_.add(token);
        auto const found = by_token_.find(token);
        return found != by_token_.end() ? &found->second : nullptr;
    }

private:
    friend struct store_access;

    touched_entries touched_;
    std::unordered_map<std::string, link_preview> by_token_;
};

} // namespace feishu::emulator::detail
