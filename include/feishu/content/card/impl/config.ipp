#pragma once

#include <feishu/content/card/config.hpp>

namespace feishu::card {

FEISHU_DECL void rules(config const& value, violations& found) {
    if (value.update_multi && !*value.update_multi)
        found.add("update_multi", "must be true in a card of JSON 2.0");
}

} // namespace feishu::card
