#pragma once
// address_race: which of a host's addresses to connect to, and when (RFC 8305, "Happy Eyeballs"). Without I/O: the
// blocking and the asynchronous connector perform its attempts, as does a test.
//
//     while (auto const which = race.next(now)) …     // begin to connect to address `which`
//     …                                               // wait until race.next_at() or until an attempt ends
//     race.on_failed(which, why);

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/io_progress.hpp>

namespace feishu::http::detail {

/// How long an attempt has no rival, unless it fails earlier.
inline constexpr std::chrono::milliseconds attempt_delay{250};

/// Addresses in the order of attempts: the families alternate, beginning with that of the first address; within a
/// family, the resolver's order remains.
template <class Address, class Predicate>
std::vector<Address> alternated(std::vector<Address> const& found, Predicate is_ipv6) {
    std::vector<Address> out;
    out.reserve(found.size());
    for (std::size_t of_first = 0, of_other = 0; out.size() < found.size();) {
        auto const take = [&](std::size_t& from, bool first_family) {
            while (from < found.size() && (is_ipv6(found[from]) == is_ipv6(found[0])) != first_family)
                ++from;
            if (from < found.size())
                out.push_back(found[from++]);
        };
        take(of_first, true);
        take(of_other, false);
    }
    return out;
}

/// The attempts to connect to one of several addresses. The first that succeeds wins; the caller closes the others.
/// Not thread-safe.
class address_race {
public:
    explicit address_race(std::size_t addresses) : attempts_(addresses) {}

    /// The address to try now, in addition to those being tried. Nothing: none at this time.
    FEISHU_DECL std::optional<std::size_t> next(steady_clock::time_point now);
    /// When there is an address to try even if no attempt fails earlier; the end of the clock if there is none.
    FEISHU_DECL steady_clock::time_point next_at() const;

    /// The attempt has failed: the next one begins at once.
    FEISHU_DECL void on_failed(std::size_t which, error_code why);

    /// Every attempt has failed, or there was no address.
    bool lost() const { return failed_ == attempts_.size(); }
    /// Why the last one failed.
    error_code last_failure() const { return last_failure_; }
    /// The outcome of each attempt, if there were several: "::1: Connection refused; 192.0.2.1: no response".
    /// `name_of(i)` is the text of address i.
    template <class Names>
    std::string describe(Names name_of) const {
        std::string out;
        for (std::size_t i = 0; attempts_.size() > 1 && i < started_; ++i)
            out += (i == 0 ? "" : "; ") + name_of(i) + ": " + (attempts_[i] ? attempts_[i].message() : "no response");
        return out;
    }

private:
    std::vector<error_code> attempts_; ///< how each has failed, if it has
    std::size_t started_ = 0;
    std::size_t failed_ = 0;
    steady_clock::time_point next_at_ = (steady_clock::time_point::min)();
    error_code last_failure_ = boost::asio::error::host_not_found;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/address_race.ipp>
#endif
