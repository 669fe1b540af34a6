#pragma once
// pacing: how fast a client sends, so that it stays within rate limits instead of running into them.
//
//     feishu::client client{{.app_id = "cli_…", .app_secret = "…", .pacing = feishu::pacing::documented}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string>
#include <utility>
#include <vector>

#include <feishu/core/endpoint_spec.hpp>

namespace feishu {

/// The rates at which a client sends: per endpoint and tenant, and per receiver of messages.
///
/// A call above the rate waits for its turn, in the order of arrival, whatever thread or coroutine makes it. If its
/// turn comes after its deadline, it fails at once with error_kind::timeout and a `retry_after`.
///
/// With client_config::store, the clients of all processes with the same app stay within the rates together, and a pause
/// that the platform asks one of them for (429, Retry-After) holds for all. Rates are up to 5 % lower then. A call costs one
/// operation of the store, or two if it has to wait for its receiver; a turn that is not used is not given to another call.
/// If the store fails or takes longer than half a second, the client paces by what it knows itself for 5 seconds, logs that
/// (warning), and then tries the store again. Its buckets are "pace/APP/TENANT/ENDPOINT", for example
/// "pace/cli_9f427eec54ae901b//im.v1.message.create", and "pace/APP/TENANT/to/HASH" for a receiver, whose hash is the
/// FNV-1a of its id in decimal; TENANT is empty except for store apps.
class pacing {
public:
    /// No limits.
    pacing() = default;

    /// Rates by endpoint id; 0 is unlimited.
    using rates = std::vector<std::pair<std::string, rate_limit>>;

    /// No limits: the default.
    static pacing const none;
    /// The rates of the endpoints' documentation, and 5 messages a second to one chat or user.
    static pacing const documented;
    /// The documented rates, except for these endpoints. `per_receiver` is in messages a second, 0 unlimited.
    static pacing custom(rates limits, int per_receiver = documented_per_receiver) {
        pacing made{true, per_receiver};
        made.rates_ = std::move(limits);
        return made;
    }

    /// False if nothing is limited.
    bool limits() const { return limits_; }
    /// The limit of an endpoint.
    rate_limit of(endpoint_spec const& spec) const {
        if (!limits_)
            return {};
        for (auto const& [id, limit] : rates_)
            if (id == spec.id)
                return limit;
        return spec.rate;
    }
    /// Messages a second to one chat or user; 0 is unlimited.
    int per_receiver() const { return per_receiver_; }

private:
    static constexpr int documented_per_receiver = 5;

    pacing(bool limits, int per_receiver) : limits_(limits), per_receiver_(per_receiver) {}

    bool limits_ = false;
    int per_receiver_ = 0;
    rates rates_{};
};

inline pacing const pacing::none{};
inline pacing const pacing::documented{true, documented_per_receiver};

} // namespace feishu
