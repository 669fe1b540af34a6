#pragma once
// invoke: calls an endpoint whose members are JSON, by its position in the catalog.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/client.hpp>
#include <feishu/client/oauth.hpp>
#include <feishu/client/progress.hpp>

namespace cli {

/// One call: who calls, and with what.
struct invocation {
    feishu::client const* client = nullptr;
    std::optional<feishu::oauth::user> user{};                  ///< calls as this user if set
    std::string members = "{}";                                 ///< a JSON object
    std::vector<std::pair<std::string, std::string>> uploads{}; ///< member and path
    std::string output{};                                       ///< file of a download
    feishu::progress_callback progress{};
};

/// Calls one endpoint: its response as JSON. A download responds with facts about the file.
using invoke_function = feishu::result<std::string> (*)(invocation const&);

/// The number of files that share the catalog, each of which compiles the endpoints `part`, `part + parts`, ….
inline constexpr std::size_t parts = 8;

/// The functions of one part, in the order of the catalog.
template <std::size_t Part>
invoke_function const* functions_of_part();
template <>
invoke_function const* functions_of_part<0>();
template <>
invoke_function const* functions_of_part<1>();
template <>
invoke_function const* functions_of_part<2>();
template <>
invoke_function const* functions_of_part<3>();
template <>
invoke_function const* functions_of_part<4>();
template <>
invoke_function const* functions_of_part<5>();
template <>
invoke_function const* functions_of_part<6>();
template <>
invoke_function const* functions_of_part<7>();

/// The function of the endpoint at `index` of feishu::all.
invoke_function function_of(std::size_t index);

} // namespace cli
