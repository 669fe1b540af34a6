// An endpoint that the library does not ship: described here, then called, validated and emulated like any
// other. Prints the response of a custom handler in the emulator, and a validation error.

#include <iostream>
#include <string>
#include <vector>

#include <feishu/api/common.hpp>
#include <feishu/client.hpp>
#include <feishu/emulator/server.hpp>

namespace my {
using namespace feishu;

struct calendar_search {
    static constexpr endpoint_spec spec{
        .id = "calendar.v4.calendar.search",
        .method = verb::post,
        .path = "/open-apis/calendar/v4/calendars/search",
        .query = {"page_size"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("calendar:calendar", "calendar:calendar:readonly")},
    };
    field::number<int, 1, 50> page_size = 20;
    field::required<field::text<1, 200>> query;
    struct response {
        std::vector<std::string> items;
    };
};
BOOST_DESCRIBE_STRUCT(calendar_search, (), (page_size, query))
BOOST_DESCRIBE_STRUCT(calendar_search::response, (), (items))
} // namespace my

int main() {
    feishu::emulator::server platform;
    platform.serve<my::calendar_search>(
        [](feishu::emulator::caller const&, my::calendar_search const& request)
            -> feishu::result<my::calendar_search::response> {
            return my::calendar_search::response{.items = {"a calendar called " + request.query->str()}};
        });

    feishu::client const client{platform.config()};
    for (auto const& item : client.call(my::calendar_search{.query = "on-call"}).value().items)
        std::cout << item << '\n';
    std::cout << client.call(my::calendar_search{.page_size = 51, .query = "on-call"}).error() << '\n';
}
