#pragma once
// What a dispatcher and its inbox know of each other. The dispatcher does not see the store.

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/core/clock.hpp>
#include <feishu/core/log.hpp>
#include <feishu/event/dedup_store.hpp>
#include <feishu/event/impl/event_handler.hpp>
#include <feishu/event/raw_event.hpp>

namespace feishu::detail {

class handler_slots;

/// The dispatcher, for its inbox. All functions may be called on any thread.
class inbox_host {
public:
    /// An event that waits to be appended.
    struct incoming {
        std::shared_ptr<raw_event const> event{};
        typed_event typed{};
        std::string key{};
    };

    /// Nothing if nobody waits for the response any longer.
    virtual std::optional<incoming> begin_append(std::uint64_t ticket) = 0;
    /// The event was appended, or is a duplicate, or could not be appended.
    virtual void end_append(std::uint64_t ticket, handled outcome) = 0;
    /// Calls the handler; then inbox_service::handled. In place if there is a slot. `local` is the event if this process
    /// has received it.
    virtual void run_entry(std::uint64_t entry, std::string json, incoming local, handler_slots* slots) = 0;
    virtual void dead_letter(std::string json, std::string_view reason) = 0;
    virtual void log_line(log_level level, std::string_view line) const = 0;

protected:
    ~inbox_host() = default;
};

/// What becomes of an entry whose handler has ended.
enum class entry_verdict { acknowledged, retried, dead, released };

/// An inbox that is open for one dispatcher. All functions may be called on any thread; none waits for the store unless
/// stated otherwise.
class inbox_service {
public:
    virtual ~inbox_service() = default;
    /// Begins to take entries. Further calls do nothing.
    virtual void start() = 0;
    /// Has an event appended: calls inbox_host::begin_append and end_append. With order, events of a chat in the order of
    /// these calls. May throw std::system_error.
    virtual void append(std::uint64_t ticket, std::string const& key, std::string const& json) = 0;
    virtual entry_verdict handled(std::uint64_t entry, detail::handled const& outcome) = 0;
    /// Does what is due.
    virtual void check_deadlines() = 0;
    /// Takes no more entries, and returns those whose handler was not called to the log.
    virtual void stop_taking() = 0;
    /// Waits until the store knows of everything that was handled. False if that takes longer.
    virtual bool flush(std::chrono::milliseconds at_most) = 0;
    /// Ends the threads, waiting for the operation under way.
    virtual void close() = 0;
};

} // namespace feishu::detail

namespace feishu {

class inbox {
public:
    virtual ~inbox() = default;
    virtual std::shared_ptr<detail::inbox_service> open(detail::inbox_host& host,
                                                        std::shared_ptr<feishu::clock> clock, bool has_timer,
                                                        unsigned handler_threads) const = 0;
    virtual std::shared_ptr<dedup_store> make_dedup() const = 0;
};

} // namespace feishu
