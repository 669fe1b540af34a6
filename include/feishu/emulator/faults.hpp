#pragma once
// Fault injection: the emulator as an unreliable platform behind an unreliable network. Which requests are hit is drawn
// from the seed of the emulator: the same seed and the same requests give the same faults.
//
//     using feishu::emulator::fault;
//     platform.faults().add<im::message::create>(fault::reset_after_processing, {.probability = 0.2});
//     platform.faults().add(fault::rate_limit, {.count = 3});                  // the next three requests, whatever they are
//     …
//     assert(platform.faults().injected(fault::rate_limit) == 3);

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/endpoint.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/fault.hpp>
#include <feishu/emulator/impl/faults/fault_plan.hpp>

namespace feishu::emulator {

/// The faults of an emulator; there are none at first. For each request, rules are tried in the order in which they were
/// added; the first one that hits decides.
///
/// Thread safety: safe. Each rule has a random sequence of its own: how many of the first n matching requests are hit
/// does not depend on threads.
/// Errors: std::invalid_argument for a probability outside 0 to 1, a path that does not begin with /, a status that is not
/// one of a response, no fault at all, and a TLS fault for one endpoint.
class fault_injector {
public:
    explicit fault_injector(std::uint64_t seed) : plan_(seed) {}
    fault_injector(fault_injector const&) = delete;
    fault_injector& operator=(fault_injector const&) = delete;

    /// Adds a fault of one endpoint.
    template <endpoint E>
    void add(fault kind, fault_options const& options = {}) {
        add(to_string(E::spec.method), E::spec.path, {kind}, options);
    }
    /// One of several faults, drawn each time.
    template <endpoint E>
    void add(std::vector<fault> one_of, fault_options const& options = {}) {
        add(to_string(E::spec.method), E::spec.path, std::move(one_of), options);
    }
    /// Adds a fault of all requests, those for tokens included, or of TLS connections.
    void add(fault kind, fault_options const& options = {}) { add({}, {}, {kind}, options); }
    /// The same for one of several, drawn for each request.
    void add(std::vector<fault> one_of, fault_options const& options = {}) {
        add({}, {}, std::move(one_of), options);
    }
    /// Adds a fault of requests with a method and a path, "/open-apis/im/v1/messages/:message_id"; empty ones match all.
    FEISHU_DECL void add(std::string_view method, std::string_view path, std::vector<fault> one_of,
                         fault_options const& options = {});

    /// Removes all faults; what was counted remains.
    FEISHU_DECL void clear();

    /// The faults that were added, in the order in which they are tried.
    FEISHU_DECL std::vector<fault_rule> rules() const;

    /// How many faults have occurred so far.
    FEISHU_DECL std::size_t injected() const;
    /// Of one kind.
    FEISHU_DECL std::size_t injected(fault kind) const;

    /// The fault of a request, for the emulator: counts as having occurred.
    FEISHU_DECL std::optional<detail::injected_fault> next(std::string_view method, std::string_view path);
    /// The fault of a new TLS connection.
    FEISHU_DECL std::optional<fault> next_connection();

private:
    mutable std::mutex mutex_;
    std::atomic<bool> active_ = false; ///< without faults, a request takes no lock
    detail::fault_plan plan_;
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/faults.ipp>
#endif
