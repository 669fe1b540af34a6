#pragma once
// What the requests of cardkit have in common.

#include <string>
#include <utility>

#include <feishu/emulator/impl/cards/card_operation.hpp>

namespace feishu::emulator::detail {

/// `what`: the parameters of the request.
template <class E>
card_operation operation_of(E const& request, std::string what) {
    return {.card_id = request.card_id.value(),
            .uuid = request.uuid ? request.uuid->str() : std::string(),
            .sequence = request.sequence.value(),
            .what = std::move(what)};
}

} // namespace feishu::emulator::detail
