#pragma once
// fault_plan: decides which request gets which fault. No I/O: the same seed, rules and requests give the same faults.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/fault.hpp>

namespace feishu::emulator::detail {

/// A fault that occurs.
struct injected_fault {
    fault kind{};
    fault_options options{};
};

/// Thread safety: none.
class fault_plan {
public:
    explicit fault_plan(std::uint64_t seed) : seed_(seed) {}

    /// Errors: see fault_injector.
    FEISHU_DECL void add(std::string_view method, std::string_view path, std::vector<fault> one_of,
                         fault_options const& options);
    FEISHU_DECL void clear();
    bool empty() const { return rules_.empty(); }

    /// The fault of a request, and of a new TLS connection.
    FEISHU_DECL std::optional<injected_fault> next(std::string_view method, std::string_view path);
    FEISHU_DECL std::optional<fault> next_connection();

    std::size_t injected(fault kind) const { return injected_.at(static_cast<std::size_t>(kind)); }
    FEISHU_DECL std::size_t injected() const;
    /// In the order in which they are tried.
    std::vector<fault_rule> rules() const { return {rules_.begin(), rules_.end()}; }

private:
    struct rule : fault_rule {
        std::uint64_t number = 0; ///< selects its random sequence
    };
    static constexpr std::size_t kinds =
        boost::mp11::mp_size<boost::describe::describe_enumerators<fault>>::value;

    FEISHU_DECL std::optional<fault> draw(rule& from);

    std::uint64_t const seed_;
    std::uint64_t added_ = 0;
    std::vector<rule> rules_{};
    std::array<std::size_t, kinds> injected_{};
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/faults/fault_plan.ipp>
#endif
