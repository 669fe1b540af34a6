#pragma once
// send_all: sends one message to many receivers: users, departments and chats.
//
//     feishu::client client{{.app_id = "cli_…", .app_secret = "…", .pacing = feishu::pacing::documented,
//                            .store = feishu::make_redis_store({.url = "redis://cache.example.com"}).value()}};
//     std::vector<feishu::open_id> const users = …;
//     auto const report = client.send_all(users, feishu::text{"maintenance at 22:00"}, {.journal = "maintenance-42"}).value();
//     for (auto const& [to, why] : report.failed) std::cerr << why << '\n';
//
// After a crash, the same call continues where the journal ends, on this machine or another one.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/client.hpp>
#include <feishu/client/receivers.hpp>
#include <feishu/client/send_all_options.hpp>

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/send_all.ipp>
#endif
