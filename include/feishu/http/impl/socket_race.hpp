#pragma once
// The race of a synchronous call for a connection to one of several addresses; see address_race.

#include <string>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/io_progress.hpp>
#include <feishu/http/impl/native_socket.hpp>

namespace feishu::http::detail {

struct race_outcome {
    native_socket socket{};  ///< connected, unless `failed`
    error_code failed{};     ///< deadline_passed(), or that of the last attempt
    std::string attempts{};  ///< see address_race::describe
};

/// Connects to the address that accepts first.
FEISHU_DECL race_outcome connect_to_any(std::vector<socket_address> const& found, steady_clock::time_point deadline);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/socket_race.ipp>
#endif
