#pragma once
// make_inbox: a queue of events in a store, so that an acknowledged event survives the process, and every process that
// shares the store takes part in handling.
//
//     std::shared_ptr<feishu::store> const shared = feishu::make_redis_store({.url = "redis://cache.example.com"}).value();
//     feishu::event_dispatcher on{{.encrypt_key = "…", .inbox = feishu::make_inbox({.store = shared})}};
//
// A delivery is acknowledged to the platform once the store has its event. Handlers take events from the store, in this
// process or another one with the same inbox.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <memory>

#include <feishu/core/impl/macros.hpp>
#include <feishu/event/inbox_params.hpp>

namespace feishu {

/// See make_inbox. What the dispatcher does with it is internal.
class inbox;

/// Makes an inbox for event_options::inbox. The store is not used yet.
///
/// - An event is appended to the log `name` of the store (to `name`/0, `name`/1 and so on if ordered), at most once per
///   event_options::identity. Then its delivery is acknowledged. If the store fails or takes longer than
///   event_options::ack_deadline, the delivery gets the outcome `busy`, a webhook responds with 503, and the platform
///   pushes again; that is logged.
/// - Handlers are called for the entries of the log, by event_options::threads; with the source event_source::inbox.
///   One that throws is called again after `retry_delay`. If its process crashes, another one calls it after
///   `visibility`. After max_deliveries, the event is appended to the log `name`/dead, whose entries are JSON as
///   pushed, and passed to event_options::dead_letter. An event without a handler is not queued.
/// - Exactly once: no acknowledged event is lost, as long as the store keeps what it has confirmed. A handler that has
///   returned is not called again unless its process crashes, or loses the store for longer than `visibility`, before
///   the store has recorded that. Its effects are therefore to be idempotent; messages are with reply_uuid.
/// - Callbacks (card actions, link previews) need a response in 3 s. They are handled by the process that receives them,
///   as without an inbox; their duplicates are recognized by event_options::dedup, by default make_store_dedup, or by each
///   process for itself while the store fails.
///
/// Thread safety: one inbox may be passed to several dispatchers, on any thread; each is a consumer of its own, so
/// `consumer` must be empty then.
/// Lifetimes: the store is kept.
/// Errors: throws std::invalid_argument if there is no store, or for settings beyond the limits of the store.
FEISHU_DECL std::shared_ptr<inbox const> make_inbox(inbox_params params);

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/inbox.ipp>
#endif
