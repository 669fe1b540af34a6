#pragma once

#include <string>

#include <feishu/emulator/handlers/im/v2/biz_entity_tag_relation.hpp>
#include <feishu/emulator/handlers/im/v2/impl/shown_tag.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline result<chat*> find_tagged_chat(state& tenant, std::string const& type, std::string const& id) {
    if (type != "chat")
        return refuse(230001, "invalid tag_biz_type");
    auto* where = tenant.find_chat(feishu::chat_id(id));
    if (where == nullptr || where->dissolved)
        return refuse(230001, "invalid biz_entity_id");
    return where;
}

inline result<void> require_tags(state& tenant, std::vector<std::string> const& ids) {
    for (auto const& id : ids)
        if (tenant.tags().find(id) == nullptr)
            return refuse(230001, "invalid tag_ids");
    return {};
}

} // namespace detail

FEISHU_DECL result<im::v2::biz_entity_tag_relation::create::response>
handle(state& tenant, caller const&, im::v2::biz_entity_tag_relation::create const& request) {
    auto const where = detail::find_tagged_chat(tenant, *request.tag_biz_type, *request.biz_entity_id);
    if (!where)
        return where.error();
    if (auto ok = detail::require_tags(tenant, request.tag_ids.values()); !ok)
        return ok.error();
    for (auto const& id : request.tag_ids)
        tenant.tags().bind((*where)->chat_id, id, tenant.now());
    return im::v2::biz_entity_tag_relation::create::response{};
}

FEISHU_DECL result<im::v2::biz_entity_tag_relation::update::response>
handle(state& tenant, caller const&, im::v2::biz_entity_tag_relation::update const& request) {
    auto const where = detail::find_tagged_chat(tenant, *request.tag_biz_type, *request.biz_entity_id);
    if (!where)
        return where.error();
    if (auto ok = detail::require_tags(tenant, request.tag_ids.values()); !ok)
        return ok.error();
    for (auto const& id : request.tag_ids)
        tenant.tags().unbind((*where)->chat_id, id);
    return im::v2::biz_entity_tag_relation::update::response{};
}

FEISHU_DECL result<im::v2::biz_entity_tag_relation::get::response>
handle(state& tenant, caller const&, im::v2::biz_entity_tag_relation::get const& request) {
    auto const where = detail::find_tagged_chat(tenant, *request.tag_biz_type, *request.biz_entity_id);
    if (!where)
        return where.error();
    im::v2::biz_entity_tag_relation::get::response response;
    for (auto const& binding : tenant.tags().of((*where)->chat_id))
        if (auto const* tag = tenant.tags().find(binding.tag_id))
            response.tag_info_with_bind_versions.push_back(
                {.tag_info = detail::shown_tag(*tag),
                 .bind_version = std::to_string(binding.time.time_since_epoch().count())});
    return response;
}

} // namespace feishu::emulator
