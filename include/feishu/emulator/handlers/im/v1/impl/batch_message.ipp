#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include <feishu/emulator/handlers/im/v1/batch_message.hpp>
#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline constexpr std::chrono::hours batch_query_window{30 * 24};

// A batch message of the app, as far as it is sent by now.
inline result<batch_message*> find_batch(state& tenant, caller const& who, feishu::batch_message_id const& id,
                                         int foreign) {
    tenant.deliver_batches();
    auto* found = tenant.batches().find(id.str());
    if (found == nullptr)
        return refuse(230030);
    if (found->app != who.app.app_id)
        return refuse(foreign);
    return found;
}

inline result<batch_message*> find_recent_batch(state& tenant, caller const& who,
                                                feishu::batch_message_id const& id) {
    auto const found = find_batch(tenant, who, id, 230012);
    if (found && tenant.now() - (*found)->sent > batch_query_window)
        return refuse(230030);
    return found;
}

inline std::size_t read_count(state& tenant, batch_message const& batch) {
    std::size_t count = 0;
    for (auto const& id : batch.copies)
        if (auto const* copy = tenant.find_message(id); copy != nullptr && !copy->readers->empty())
            ++count;
    return count;
}

} // namespace detail

FEISHU_DECL result<im::v1::batch_message::delete_::response>
handle(state& tenant, caller const& who, im::v1::batch_message::delete_ const& request) {
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    auto const found = detail::find_batch(tenant, who, request.batch_message_id, 230026);
    if (!found)
        return found.error();
    if (tenant.now() - (*found)->sent > clock::limited(tenant.settings.recall_window))
        return refuse(230009);
    if (!(*found)->recall) {
        (*found)->recall = true;
        (*found)->recall_requested = tenant.now();
        tenant.deliver_batches();
    }
    return im::v1::batch_message::delete_::response{};
}

FEISHU_DECL result<im::v1::batch_message::get_progress::response>
handle(state& tenant, caller const& who, im::v1::batch_message::get_progress const& request) {
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    auto const found = detail::find_recent_batch(tenant, who, request.batch_message_id);
    if (!found)
        return found.error();
    auto const& batch = **found;
    im::v1::batch_message::get_progress::response response;
    response.batch_message_send_progress = {.valid_user_ids_count = static_cast<int>(batch.receivers.size()),
                                            .success_user_ids_count = static_cast<int>(batch.copies.size()),
                                            .read_user_ids_count =
                                                static_cast<int>(detail::read_count(tenant, batch))};
    response.batch_message_recall_progress = {.recall = batch.recall,
                                              .recall_count = static_cast<int>(batch.recalled)};
    return response;
}

FEISHU_DECL result<im::v1::batch_message::read_user::response>
handle(state& tenant, caller const& who, im::v1::batch_message::read_user const& request) {
    auto const found = detail::find_recent_batch(tenant, who, request.batch_message_id);
    if (!found)
        return found.error();
    im::v1::batch_message::read_user::response response;
    response.read_user = {.read_count = std::to_string(detail::read_count(tenant, **found)),
                          .total_count = std::to_string((*found)->copies.size())};
    return response;
}

} // namespace feishu::emulator
