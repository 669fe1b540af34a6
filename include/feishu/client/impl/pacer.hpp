#pragma once
// pacer: when the requests of a client may be sent: pacing, and the pauses that the platform asks for. Only times:
// turn says when to ask again, and the caller waits.

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include <feishu/client/impl/rate_window.hpp>
#include <feishu/client/pacing.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// What the limits of a request depend on. Texts enter as hashes, so that a call needs no memory for them.
struct pacing_subject {
    endpoint_spec const* spec = nullptr;
    std::size_t tenant = 0;     ///< of its key; 0: the app's own
    std::uint64_t receiver = 0; ///< of the chat or user that a message is for; 0: none
};

/// A sequence of requests that share limits: those of one endpoint, or those to one receiver, with one tenant.
struct lane_key {
    void const* endpoint = nullptr; ///< null: of a receiver
    std::size_t tenant = 0;
    std::uint64_t receiver = 0;
    friend bool operator==(lane_key const&, lane_key const&) = default;
};

/// Thread-safe.
class pacer {
public:
    using time_point = clock::time_point;

    explicit pacer(pacing rates) : rates_(std::move(rates)) {}
    pacer(pacer const&) = delete;
    pacer& operator=(pacer const&) = delete;

    /// Takes the next turn in a lane if it is not after `latest`, and returns its time in any case.
    FEISHU_DECL time_point take_turn(lane_key const& in, endpoint_spec const& spec, time_point now,
                                     time_point latest);
    /// Gives back a turn whose request is not sent.
    FEISHU_DECL void give_back(lane_key const& in, time_point turn);
    /// No turns in this lane before `until`.
    FEISHU_DECL void pause(lane_key const& which, endpoint_spec const& spec, time_point until);
    /// The end of a lane's last pause; the clock's beginning if there was none.
    FEISHU_DECL time_point paused_until(lane_key const& which);

private:
    struct lane_state {
        std::vector<rate_window> windows{};
        time_point paused_until{};
    };
    struct key_hash {
        std::size_t operator()(lane_key const& k) const {
            return std::hash<void const*>()(k.endpoint) ^ (k.tenant * 31) ^
                   static_cast<std::size_t>(k.receiver * 17);
        }
    };

    // Without pacing, and with all pauses over, every turn is now.
    bool idle(time_point now) const {
        return !rates_.limits() &&
               now.time_since_epoch().count() >= last_pause_.load(std::memory_order_relaxed);
    }
    FEISHU_DECL lane_state& lane_of(lane_key const& which, endpoint_spec const& spec);
    FEISHU_DECL void forget_old(time_point now);

    pacing const rates_;
    std::atomic<time_point::rep> last_pause_ =
        (std::numeric_limits<time_point::rep>::min)(); ///< the latest end
    std::mutex mutex_{};
    std::unordered_map<lane_key, lane_state, key_hash> lanes_{};
    std::size_t sweep_at_ = 1024; ///< number of lanes at which forgotten ones are removed
};

/// The turn of one request: first among those to the same receiver, then among those of the same endpoint, so that
/// a busy chat holds up no other one. Not thread-safe.
class pacing_turn {
public:
    using time_point = clock::time_point;

    /// `rates` outlives the turn. `latest`: the deadline of the call.
    pacing_turn(pacer& rates, pacing_subject const& who, time_point latest)
        : rates_(rates), who_(who), latest_(latest) {}
    pacing_turn(pacing_turn const&) = delete;
    pacing_turn& operator=(pacing_turn const&) = delete;
    /// What was taken and not used is given back.
    FEISHU_DECL ~pacing_turn();

    /// When to ask again; `now` or earlier if the request may be sent, which uses the turn. A time after `latest`
    /// means that the request cannot be sent in time.
    FEISHU_DECL time_point next(time_point now);

    time_point latest() const { return latest_; }

    /// The end of the pauses of this process that concern a request; in the past if there are none.
    FEISHU_DECL static time_point paused_until(pacer& rates, pacing_subject const& who);

    /// The lane of a pause: for this receiver, or for all requests of the endpoint.
    FEISHU_DECL static lane_key lane_to_pause(pacing_subject const& who, bool receiver_only);

private:
    FEISHU_DECL lane_key lane(std::size_t stage) const;

    pacer& rates_;
    pacing_subject const who_;
    time_point const latest_;
    std::size_t stage_ = 0;             ///< 0: receiver, 1: endpoint, 2: used
    std::optional<time_point> taken_{}; ///< in the lane of this stage
    std::array<std::optional<time_point>, 2> passed_{};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/pacer.ipp>
#endif
