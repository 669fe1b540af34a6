#pragma once
// A tag as responses show it.

#include <string>

#include <feishu/api/im/v2/tag.hpp>
#include <feishu/emulator/impl/state/tag_store.hpp>

namespace feishu::emulator::detail {

inline im::v2::tag::tag_info shown_tag(stored_tag const& tag) {
    im::v2::tag::tag_info out;
    out.id = tag.id;
    out.tag_type = tag.type;
    out.name = tag.name;
    for (auto const& [locale, name] : tag.i18n_names)
        out.i18n_names.push_back({.locale = open<feishu::locale>::from_wire(locale), .name = name});
    out.create_time = std::to_string(tag.create_time.time_since_epoch().count());
    out.update_time = std::to_string(tag.update_time.time_since_epoch().count());
    return out;
}

} // namespace feishu::emulator::detail
