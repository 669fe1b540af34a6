#pragma once
// The blocks of one revision of an announcement, for the handlers that read them.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/emulator/handlers/docx/v1/common.hpp>
#include <feishu/emulator/handlers/docx/v1/impl/block_checks.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator::detail {

struct block_view {
    stored_announcement const* stored = nullptr;
    std::int64_t revision = 0;
    std::map<std::string, announcement_block> earlier{}; ///< empty for the latest revision

    std::map<std::string, announcement_block> const& blocks() const {
        return revision == stored->shown.revision ? stored->shown.blocks : earlier;
    }
    announcement_block const* find(std::string const& id) const {
        auto const found = blocks().find(id);
        return found != blocks().end() ? &found->second : nullptr;
    }
};

inline result<block_view> view_blocks(state& tenant, caller const& who, endpoint_spec const& spec,
                                      feishu::chat_id const& chat, std::int64_t revision_id) {
    auto const found = find_group_announcement(tenant, who, chat, announcement_access::read);
    if (!found)
        return found.error();
    auto const revision = find_revision(**found, spec, revision_id);
    if (!revision)
        return revision.error();
    block_view out{.stored = *found, .revision = *revision};
    if (*revision != (*found)->shown.revision)
        out.earlier = blocks_at(**found, *revision);
    return out;
}

struct page_query {
    int page_size = 0;
    std::optional<std::string> page_token{};
    open<user_id_type> type{};
};

// A page of these blocks. Errors: 1770001.
template <class Response>
result<Response> show_page(state& tenant, block_view const& view, endpoint_spec const& spec,
                           std::vector<std::string> const& ids, page_query const& wanted) {
    if (wanted.page_size < 1)
        return refuse(1770001, "page_size");
    auto const query = std::string(spec.id) + '\n' + (ids.empty() ? std::string() : ids.front()) + '\n' +
                       std::to_string(view.revision);
    std::uint64_t first = 0;
    if (wanted.page_token && !wanted.page_token->empty()) {
        auto const position = read_page_token(query, *wanted.page_token);
        if (!position)
            return refuse(1770001, "page_token");
        first = *position;
    }
    Response out;
    auto const type = wanted.type.value_or(user_id_type::open_id);
    auto at = static_cast<std::size_t>(first);
    for (; at < ids.size() && out.items.size() < static_cast<std::size_t>(wanted.page_size); ++at)
        if (auto const* block = view.find(ids[at]))
            out.items.push_back(shown_block(tenant, ids[at], *block, type));
    if (at < ids.size()) {
        out.has_more = true;
        out.page_token = make_page_token(query, at);
    }
    return out;
}

} // namespace feishu::emulator::detail
