#pragma once
// event_handler: type erasure of handlers. A callable for one type of event, such as
// `[](im::message::receive_v1 const& e) { … }`, becomes a function of any raw_event.

#include <atomic>
#include <concepts>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/impl/event_document.hpp>
#include <feishu/event/impl/read_event_body.hpp>
#include <feishu/event/raw_event.hpp>
#include <feishu/json/write.hpp>

namespace feishu::detail {

/// The outcome of an event's job.
struct handled {
    enum class kind {
        done,              ///< the handler returned
        duplicate,         ///< the event was handled before
        claimed_elsewhere, ///< another process is handling it
        failed,            ///< the handler threw
        not_started, ///< the handler was not called: the dedup store threw, or the executor dropped the job
        not_queued,  ///< the inbox could not append the event
        malformed    ///< the event cannot be read, so that redelivery would not help
    };
    handled::kind what = kind::done;
    std::string response = "{}"; ///< for done and duplicate
    std::string reason{};        ///< for failed, not_started, not_queued and malformed
};

/// Reports the outcome of an event's job to the dispatcher. Copies share the state: only the first report
/// counts, and if the last copy is destroyed without one, the handler was abandoned (its executor stopped)
/// and has failed.
class event_completion {
public:
    /// `owner` is kept as long as there are copies, for a `report` that refers to it.
    FEISHU_DECL event_completion(std::function<void(handled)> report, std::shared_ptr<void> owner);

    void operator()(handled what) const { once_->report(std::move(what)); }
    void done(std::string response = "{}") const { (*this)({.response = std::move(response)}); }
    /// Reports the exception that the handler threw.
    FEISHU_DECL void failed(std::exception_ptr why) const;
    FEISHU_DECL void malformed(std::string reason) const;

private:
    struct once {
        once(std::function<void(handled)> listener, std::shared_ptr<void> kept)
            : owner(std::move(kept)), to(std::move(listener)) {}
        once(once const&) = delete;
        FEISHU_DECL ~once();
        FEISHU_DECL void report(handled what);

        std::shared_ptr<void> owner;
        std::function<void(handled)> to;
    };
    std::shared_ptr<once> once_;
};

/// A type-erased handler. Its functions are called on several threads at a time.
struct event_handler {
    bool is_callback = false;
    /// Reads the value that `run` takes; null if it takes none.
    result<void> (*read)(std::string_view json, json::read_options options, typed_event& out) = nullptr;
    /// The same together with the envelope; null if that is not a part of the value.
    bool (*read_document)(std::string_view json, json::read_options options, push& out) = nullptr;
    std::function<void(raw_event const&, std::shared_ptr<void> value, event_completion)> run{};
    /// Whether the last run was short.
    std::shared_ptr<std::atomic<bool>> cheap = std::make_shared<std::atomic<bool>>(false);
};

/// Customization point: how the return value of a handler is used. <feishu/event/awaitable.hpp> adds
/// coroutines.
template <class Returned>
struct handler_result {
    using type = Returned;
    static constexpr bool is_async = false;
};

template <class E, class Value>
concept response_of = callback_event<E> && requires(Value&& value) {
    static_cast<typename E::response>(std::forward<Value>(value));
};
template <class E, class Value>
concept response_to_event = std::is_void_v<Value> || response_of<E, Value>;

/// Serializes the return value of a callback's handler.
template <class E, class Value>
std::string callback_response_json(Value&& value) {
    return json::to_string(static_cast<typename E::response>(std::forward<Value>(value)));
}

template <class E, class Handler>
void run_now(Handler const& handler, E const& event, event_completion const& completion) {
    std::string response = "{}";
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Handler const&, E const&>>)
            std::invoke(handler, event);
        else
            response = callback_response_json<E>(std::invoke(handler, event));
    } catch (...) {
        return completion.failed(std::current_exception());
    }
    completion.done(std::move(response));
}

template <class E, class Handler>
void run_handler(std::shared_ptr<Handler const> const& handler, std::shared_ptr<E const> event,
                 event_completion completion) {
    using result = handler_result<std::invoke_result_t<Handler const&, E const&>>;
    if constexpr (result::is_async)
        result::template start<E>(handler, std::move(event), std::move(completion));
    else
        run_now(*handler, *event, completion);
}

/// Erases the type of `handler`.
template <event E, class Handler>
event_handler make_event_handler(Handler handler) {
    static_assert(
        std::is_invocable_v<Handler const&, E const&>,
        "a handler takes its event by const reference; it is called as const, for threads share it");
    using returned = typename handler_result<std::invoke_result_t<Handler const&, E const&>>::type;
    static_assert(response_to_event<E, returned>,
                  "a handler returns void, or for a callback what converts to its response; "
                  "coroutines need <feishu/event/awaitable.hpp>");
    event_handler out{.is_callback = callback_event<E>, .read = &read_event_body<E>};
    if constexpr (whole_document<E>)
        out.read_document = &read_event_document<E>;
    out.run = [shared = std::make_shared<Handler const>(std::move(handler))](
                  raw_event const&, std::shared_ptr<void> value, event_completion completion) {
        run_handler<E>(shared, std::static_pointer_cast<E const>(std::move(value)), std::move(completion));
    };
    return out;
}

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/event_handler.ipp>
#endif
