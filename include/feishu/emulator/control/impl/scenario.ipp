#pragma once

#include <feishu/emulator/control/impl/handlers.hpp>
#include <feishu/emulator/scenario.hpp>
#include <feishu/emulator/server.hpp>

namespace feishu::emulator::control {

FEISHU_DECL result<export_scenario::response> handle(server& platform, export_scenario const&) {
    return export_scenario::response{
        .document = platform.state().with([](state& tenant) { return scenario_of(tenant); })};
}

FEISHU_DECL result<import_scenario::response> handle(server& platform, import_scenario const& request) {
    auto const done = platform.state().with([&](state& tenant) { return load(tenant, *request.scenario); });
    if (!done)
        return done.error();
    return import_scenario::response{};
}

} // namespace feishu::emulator::control
