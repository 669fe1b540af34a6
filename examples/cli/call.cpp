#include "call.hpp"

#include <algorithm>
#include <iostream>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "invoke.hpp"
#include "problem.hpp"

namespace cli {
namespace {

namespace json = boost::json;

invocation invocation_of(session const& who, request_members const& members) {
    invocation out;
    out.client = &who.client;
    out.user = who.user;
    out.members = json::serialize(members.values);
    out.uploads = members.uploads;
    return out;
}

// The list among the members of a page.
json::array const* items_of(json::object const& page) {
    for (auto const& member : page)
        if (member.value().is_array())
            return &member.value().get_array();
    return nullptr;
}

bool is_paged(entry const& endpoint) {
    auto const described = endpoint.describe();
    return std::ranges::any_of(described.at("members").get_array(),
                               [](auto const& one) { return one.at("name") == "page_token"; });
}

feishu::result<void> call_pages(session const& who, entry const& endpoint, request_members members,
                                std::function<void(std::string_view)> const& print) {
    if (!is_paged(endpoint))
        throw usage_error(std::string(endpoint.spec->id) + " has no pages: call it without --page-all");
    for (;;) {
        auto const got = function_of(endpoint.index)(invocation_of(who, members));
        if (!got)
            return got.error();
        auto const page = json::parse(*got).get_object();
        if (auto const* items = items_of(page))
            for (auto const& item : *items)
                print(json::serialize(item));
        auto const* more = page.if_contains("has_more");
        auto const* next = page.if_contains("page_token");
        bool const last = next == nullptr || !next->is_string() || next->get_string().empty() ||
                          (more != nullptr && more->is_bool() && !more->get_bool());
        if (last || (members.values.contains("page_token") && members.values.at("page_token") == *next))
            return {};
        members.values["page_token"] = *next;
    }
}

} // namespace

std::string progress_bar(feishu::transfer_progress progress) {
    auto const tenths = progress.bytes / 100'000;
    auto const size = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
    if (progress.total == 0)
        return size;
    constexpr std::size_t cells = 30;
    auto const share = static_cast<double>(progress.bytes) / static_cast<double>(progress.total);
    auto const done = std::min(cells, static_cast<std::size_t>(share * cells));
    auto const percent = std::to_string(static_cast<int>(std::min(share, 1.0) * 100));
    return "[" + std::string(done, '#') + std::string(cells - done, ' ') + "] " +
           std::string(3 - std::min<std::size_t>(3, percent.size()), ' ') + percent + "% " + size;
}

feishu::result<std::string> call_once(session const& who, std::string_view id,
                                      request_members const& members) {
    return function_of(find_entry(id).index)(invocation_of(who, members));
}

feishu::result<void> call(session const& who, entry const& endpoint, request_members members,
                          call_settings const& settings, std::function<void(std::string_view)> const& print) {
    bool const is_file = endpoint.spec->envelope == feishu::envelope::binary;
    if (is_file != !settings.output.empty())
        throw usage_error(std::string(endpoint.spec->id) + (is_file
                                                                ? " responds with a file: --output PATH"
                                                                : " responds with JSON: it has no --output"));
    if (settings.all_pages)
        return call_pages(who, endpoint, std::move(members), print);
    auto in = invocation_of(who, members);
    in.output = settings.output;
    if (settings.show_progress && (is_file || !members.uploads.empty()))
        in.progress = [](feishu::transfer_progress const& p) {
            std::cerr << '\r' << progress_bar(p) << std::flush;
        };
    auto const got = function_of(endpoint.index)(in);
    if (in.progress)
        std::cerr << '\n';
    if (!got)
        return got.error();
    print(*got);
    return {};
}

} // namespace cli
