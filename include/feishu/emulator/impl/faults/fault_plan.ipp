#pragma once

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

#include <feishu/core/catalog.hpp>
#include <feishu/emulator/impl/faults/fault_plan.hpp>

namespace feishu::emulator::detail {

inline bool is_of_connection(fault kind) { return kind >= fault::certificate_expired; }

inline void check_rule(std::string_view path, std::vector<fault> const& one_of,
                       fault_options const& options) {
    auto const require = [](bool valid, char const* problem) {
        if (!valid)
            throw std::invalid_argument(problem);
    };
    require(!one_of.empty(), "a rule needs at least one fault");
    require(options.probability >= 0 && options.probability <= 1, "a probability must be from 0 to 1");
    require(path.empty() || path.starts_with('/'), "a path must begin with /");
    require(options.status == 0 || (options.status >= 200 && options.status <= 599),
            "a status must be from 200 to 599");
    auto const of_connections = std::ranges::count_if(one_of, is_of_connection);
    require(of_connections == 0 || std::cmp_equal(of_connections, one_of.size()),
            "faults of TLS connections and of requests must not be mixed");
    require(of_connections == 0 || path.empty(), "a fault of TLS connections has no endpoint");
}

// SplitMix64: a number for each position of each sequence, without state.
inline std::uint64_t random_at(std::uint64_t seed, std::uint64_t position) {
    auto z = seed + (position + 1) * 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

FEISHU_DECL void fault_plan::add(std::string_view method, std::string_view path, std::vector<fault> one_of,
                                 fault_options const& options) {
    check_rule(path, one_of, options);
    rules_.push_back({{.method = std::string(method),
                       .path = std::string(path),
                       .one_of = std::move(one_of),
                       .options = options},
                      added_++});
}

FEISHU_DECL void fault_plan::clear() { rules_.clear(); }

FEISHU_DECL std::optional<fault> fault_plan::draw(rule& from) {
    auto const n = from.seen++;
    if (n < from.options.skip || from.hits >= from.options.count)
        return std::nullopt;
    auto const sequence = random_at(seed_, from.number);
    auto const share = static_cast<double>(random_at(sequence, 2 * n) >> 11) * 0x1p-53; // from 0 to below 1
    if (share >= from.options.probability)
        return std::nullopt;
    ++from.hits;
    auto const kind = from.one_of[random_at(sequence, 2 * n + 1) % from.one_of.size()];
    ++injected_.at(static_cast<std::size_t>(kind));
    return kind;
}

FEISHU_DECL std::optional<injected_fault> fault_plan::next(std::string_view method, std::string_view path) {
    path = path.substr(0, path.find_first_of("?#"));
    route_match ignored;
    std::size_t literals = 0;
    for (auto& one : rules_) {
        if (is_of_connection(one.one_of.front()) || !(one.method.empty() || one.method == method) ||
            !(one.path.empty() || feishu::detail::match_path(one.path, path, ignored, literals)))
            continue;
        if (auto const kind = draw(one))
            return injected_fault{*kind, one.options};
    }
    return std::nullopt;
}

FEISHU_DECL std::optional<fault> fault_plan::next_connection() {
    for (auto& one : rules_)
        if (is_of_connection(one.one_of.front()))
            if (auto const kind = draw(one))
                return kind;
    return std::nullopt;
}

FEISHU_DECL std::size_t fault_plan::injected() const {
    return std::accumulate(injected_.begin(), injected_.end(), std::size_t{0});
}

} // namespace feishu::emulator::detail
