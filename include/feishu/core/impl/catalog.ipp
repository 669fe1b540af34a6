#pragma once

#include <feishu/core/catalog.hpp>

namespace feishu::detail {

FEISHU_DECL route_match find_route(endpoint_spec const* const* specs, std::size_t count, verb method,
                                   std::string_view path, body_format body) {
    route_match best;
    bool other_method = false;
    std::size_t best_rank = 0;
    for (std::size_t i = 0; i < count; ++i) {
        route_match candidate;
        std::size_t literals = 0;
        if (!match_path(specs[i]->path, path, candidate, literals))
            continue;
        if (specs[i]->method != method) {
            other_method = true;
            continue;
        }
        auto const rank = 2 * literals + (specs[i]->body == body ? 1 : 0);
        if (best.found() && rank <= best_rank)
            continue;
        candidate.index = i;
        best = candidate;
        best_rank = rank;
    }
    best.other_method = other_method && !best.found();
    return best;
}

} // namespace feishu::detail
