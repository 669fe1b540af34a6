#include "listen.hpp"

#include <iostream>

#ifdef FEISHU_WITH_PROTOZERO
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/long_connection.hpp>
#endif

#include "problem.hpp"

namespace cli {

std::string one_line(std::string_view json) {
    std::string out;
    for (char const c : json)
        if (c != '\n' && c != '\r')
            out += c;
    return out;
}

#ifdef FEISHU_WITH_PROTOZERO

feishu::result<void> listen(feishu::client const& client, listen_settings const& settings) {
    std::uint64_t printed = 0;
    feishu::long_connection* running = nullptr;
    feishu::event_dispatcher on{{.threads = 1}}; // one after the other, in the order of arrival
    on.handle_any([&](feishu::raw_event const& event) {
        if (event.type.find(settings.type) == event.type.npos)
            return;
        if (settings.count != 0 && printed >= settings.count)
            return;
        std::cout << one_line(event.json) << std::endl;
        if (++printed == settings.count)
            running->stop();
    });
    feishu::long_connection connection{
        client, on, {.stop_on_signals = true, .on_status = [](feishu::long_connection_state const& now) {
                         if (now.status == feishu::long_connection_status::connected)
                             std::cerr << "connected; events are printed as they arrive, Ctrl-C ends\n";
                     }}};
    running = &connection;
    return connection.run();
}

#else

feishu::result<void> listen(feishu::client const&, listen_settings const&) {
    throw usage_error(
        "this program was built without protozero (Debian: libprotozero-dev), which long connections need");
}

#endif

} // namespace cli
