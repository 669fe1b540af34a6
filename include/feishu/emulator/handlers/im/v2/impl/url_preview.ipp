#pragma once

#include <chrono>
#include <vector>

#include <feishu/emulator/handlers/im/v2/url_preview.hpp>
#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// The clients of these users request the preview again; of all members if there are none.
inline void request_preview(state& tenant, caller const& who, link_preview const& preview,
                            std::string const& token, std::vector<feishu::open_id> const& users) {
    auto const* where = tenant.find_chat(preview.chat);
    if (where == nullptr || where->dissolved || !tenant.on_event)
        return;
    for (auto const& id : users.empty() ? where->members : users)
        if (auto const* viewer = tenant.find_user(id); viewer != nullptr && (users.empty() || where->has(id)))
            tenant.on_event(events::link_preview(tenant, who.app, *where, *viewer, preview.url, token));
}

} // namespace detail

FEISHU_DECL result<im::v2::url_preview::batch_update::response>
handle(state& tenant, caller const& who, im::v2::url_preview::batch_update const& request) {
    std::vector<detail::link_preview*> previews;
    for (auto const& token : *request.preview_tokens) {
        auto* preview = tenant.previews().find(token);
        if (preview == nullptr || preview->app != who.app.app_id)
            return refuse(230001, "invalid preview_token");
        if (preview->updated && tenant.now() - *preview->updated < std::chrono::seconds(5))
            return refuse(230001, "a preview_token can be updated once in 5 seconds");
        previews.push_back(preview);
    }
    for (std::size_t i = 0; i < previews.size(); ++i) {
        if (previews[i]->updated == tenant.now())
            continue; // listed twice
        previews[i]->updated = tenant.now();
        detail::request_preview(tenant, who, *previews[i], (*request.preview_tokens)[i],
                                request.open_ids.values());
    }
    return im::v2::url_preview::batch_update::response{};
}

} // namespace feishu::emulator
