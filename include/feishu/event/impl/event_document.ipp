#pragma once

#include <feishu/event/impl/event_document.hpp>

namespace feishu::detail {

FEISHU_DECL std::string_view event_type_hint(std::string_view json) {
    constexpr std::string_view name = R"("event_type")", space = " \t\r\n";
    auto const at = json.find(name);
    if (at == json.npos)
        return {};
    json.remove_prefix(at + name.size());
    for (char const token : {':', '"'}) {
        auto const found = json.find_first_not_of(space);
        if (found == json.npos || json[found] != token)
            return {};
        json.remove_prefix(found + 1);
    }
    return json.substr(0, json.find('"'));
}

} // namespace feishu::detail
