#pragma once

#include <algorithm>
#include <utility>

#include <feishu/http/impl/address_race.hpp>
#include <feishu/http/impl/socket_race.hpp>

namespace feishu::http::detail {

FEISHU_DECL race_outcome connect_to_any(std::vector<socket_address> const& found, steady_clock::time_point deadline) {
    auto const addresses = alternated(found, [](auto const& a) { return a.storage.ss_family == AF_INET6; });
    std::vector<native_socket> sockets(addresses.size());
    address_race race(addresses.size());
    auto const check = [&](std::size_t which, error_code failed) {
        if (failed) {
            sockets[which].close();
            race.on_failed(which, failed);
        }
        return !failed;
    };
    auto const failure = [&](error_code why) {
        return race_outcome{{}, why, race.describe([&](std::size_t i) { return address_text(addresses[i]); })};
    };
    for (;;) {
        auto const now = steady_clock::now();
        while (auto const which = race.next(now))
            check(*which, sockets[*which].start_connect(addresses[*which]));
        if (race.lost())
            return failure(race.last_failure());
        if (now >= deadline)
            return failure(deadline_passed());
        auto const waited = wait_for_any(sockets, (std::min)(deadline, race.next_at()));
        if (waited.failed && waited.failed != deadline_passed())
            return failure(waited.failed);
        if (!waited.failed && check(waited.which, sockets[waited.which].connect_result()))
            return {std::move(sockets[waited.which]), {}, {}};
    }
}

} // namespace feishu::http::detail
