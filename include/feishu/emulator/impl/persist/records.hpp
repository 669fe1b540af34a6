#pragma once
// The tenant as records: a section, a key, a JSON value. A state file holds all of them; a scenario those of the sections
// that say what the tenant is.

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <boost/json/value.hpp>

#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

class state;

namespace detail {

/// How a record is restored.
struct restoring {
    state& tenant;
    /// Only checks the value.
    bool dry = false;
    /// Ids that other records define, which are restored later; null if there are none.
    std::unordered_set<std::string> const* defined = nullptr;
};

enum class section_form { single, list, map };

/// One kind of data. A list has the keys of touched_entries::key_of; a single value has an empty key.
struct section {
    std::string_view name;
    section_form form;
    bool in_scenario;
    /// The keys of what may have changed since the last call; may repeat.
    std::vector<std::string> (*touched)(state& tenant);
    std::vector<std::string> (*keys)(state& tenant);
    /// Null if there is no such entry.
    boost::json::value (*save)(state& tenant, std::string const& key);
    /// Keys of a list are restored in order. Throws decode_problem, which names `path`.
    void (*restore)(restoring const& how, std::string const& key, boost::json::value const& from,
                    std::string const& path);
};

/// In the order in which they are restored.
FEISHU_DECL std::vector<section> const& sections();
FEISHU_DECL section const* find_section(std::string_view name);
/// The last section: where ids and orders are. It is saved along with others.
inline constexpr std::string_view identity_section = "identity";

/// From now on, the stores note what is touched.
FEISHU_DECL void watch(state& tenant);
/// After all records of a state file.
FEISHU_DECL void finish_restoring(state& tenant);

/// Calls `use(record key, value)` for all records: `messages/0000000001`.
FEISHU_DECL void
for_each_record(state& tenant, std::function<void(std::string const&, boost::json::value const&)> const& use);

} // namespace detail
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/persist/records.ipp>
#endif
