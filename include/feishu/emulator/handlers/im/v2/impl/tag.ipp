#pragma once

#include <utility>

#include <feishu/emulator/handlers/im/v2/impl/shown_tag.hpp>
#include <feishu/emulator/handlers/im/v2/tag.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

template <class Names>
std::vector<std::pair<std::string, std::string>> stored_names(Names const& names) {
    std::vector<std::pair<std::string, std::string>> out;
    for (auto const& one : names)
        out.emplace_back(one.locale.str(), one.name.value_or(std::string()));
    return out;
}

} // namespace detail

FEISHU_DECL result<im::v2::tag::create::response> handle(state& tenant, caller const&,
                                                         im::v2::tag::create const& request) {
    auto const& wanted = *request.create_tag;
    if (*wanted.tag_type != "tenant")
        return refuse(230001, "invalid tag_type");
    if (wanted.name->empty())
        return refuse(230001, "name is required");
    im::v2::tag::create::response response;
    if (auto const* same = tenant.tags().find_by_name(*wanted.name)) {
        response.create_tag_fail_reason.emplace().duplicate_id = same->id;
        return response;
    }
    response.id = tenant.tags()
                      .add({.id = tenant.make_number(),
                            .type = *wanted.tag_type,
                            .name = *wanted.name,
                            .i18n_names = detail::stored_names(wanted.i18n_names),
                            .create_time = tenant.now(),
                            .update_time = tenant.now()})
                      .id;
    return response;
}

FEISHU_DECL result<im::v2::tag::patch::response> handle(state& tenant, caller const&,
                                                        im::v2::tag::patch const& request) {
    auto* tag = tenant.tags().find(*request.tag_id);
    if (tag == nullptr || !request.patch_tag)
        return refuse(230001, tag == nullptr ? "invalid tag_id" : "patch_tag is required");
    auto const& changes = *request.patch_tag;
    if (changes.id && !changes.id->empty() && *changes.id != tag->id)
        return refuse(230001, "patch_tag.id is the id of another tag");
    im::v2::tag::patch::response response;
    bool const renames = changes.name && !changes.name->empty() && *changes.name != tag->name;
    auto const* same = renames ? tenant.tags().find_by_name(*changes.name) : nullptr;
    if (same != nullptr) {
        response.patch_tag_fail_reason.emplace().duplicate_id = same->id;
    } else {
        if (renames)
            tenant.tags().rename(*tag, *changes.name);
        if (changes.i18n_names.has_value())
            tag->i18n_names = detail::stored_names(changes.i18n_names);
        tag->update_time = tenant.now();
    }
    response.tag_info = detail::shown_tag(*tag);
    return response;
}

FEISHU_DECL result<im::v2::tag::get::response> handle(state& tenant, caller const&,
                                                      im::v2::tag::get const& request) {
    if (request.ids->empty())
        return refuse(230001, "ids is required");
    im::v2::tag::get::response response;
    for (auto const& id : *request.ids)
        if (auto const* tag = tenant.tags().find(id))
            response.tag_infos.push_back(detail::shown_tag(*tag));
    return response;
}

} // namespace feishu::emulator
