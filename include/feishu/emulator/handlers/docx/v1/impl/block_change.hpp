#pragma once
// How the handlers that change blocks begin and end: access, client_token, revision; the new revision.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/emulator/handlers/docx/v1/common.hpp>
#include <feishu/emulator/handlers/docx/v1/impl/block_checks.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator::detail {

struct block_change {
    stored_announcement* stored = nullptr;
    std::string client_token{};              ///< drawn if the request has none
    applied_change const* applied = nullptr; ///< the result of an earlier request with this client_token
};

inline result<block_change> begin_change(state& tenant, caller const& who, endpoint_spec const& spec,
                                         feishu::chat_id const& chat, std::int64_t revision_id,
                                         std::optional<std::string> const& client_token) {
    auto const found = find_group_announcement(tenant, who, chat, announcement_access::write);
    if (!found)
        return found.error();
    block_change out{.stored = *found, .client_token = client_token.value_or(std::string())};
    if (out.client_token.empty()) {
        out.client_token = tenant.make_id("");
    } else {
        auto const earlier = (*found)->by_client_token.find(out.client_token);
        out.applied = earlier != (*found)->by_client_token.end() ? &earlier->second : nullptr;
    }
    // A change of an earlier revision is applied to the latest one.
    if (auto const revision = find_revision(**found, spec, revision_id); out.applied == nullptr && !revision)
        return revision.error();
    return out;
}

inline applied_change const& finish_change(state& tenant, caller const& who, block_change const& change,
                                           announcement_edit& edit, std::vector<std::string> blocks) {
    edit.commit(who, tenant.now());
    return change.stored->record(change.client_token,
                                 {.revision = change.stored->shown.revision, .blocks = std::move(blocks)});
}

inline std::vector<docx::v1::model::block> show_changed(state& tenant, block_change const& change,
                                                        applied_change const& applied, user_id_type type) {
    std::vector<docx::v1::model::block> out;
    for (auto const& id : applied.blocks)
        if (auto const found = change.stored->shown.blocks.find(id);
            found != change.stored->shown.blocks.end())
            out.push_back(shown_block(tenant, id, found->second, type));
    return out;
}

} // namespace feishu::emulator::detail
