#include "invoke.hpp"

#include <array>
#include <utility>

namespace cli {
namespace {

template <std::size_t... Part>
invoke_function find(std::size_t index, std::index_sequence<Part...>) {
    using functions = invoke_function const* (*)();
    static constexpr functions all[] = {&functions_of_part<Part>...};
    return all[index % parts]()[index / parts];
}

} // namespace

invoke_function function_of(std::size_t index) { return find(index, std::make_index_sequence<parts>()); }

} // namespace cli
