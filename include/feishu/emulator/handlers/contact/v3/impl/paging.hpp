#pragma once
// Pages of contact.v3.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include <feishu/core/error.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator::detail {

/// The positions of a page, and the token of the next one.
struct contact_page {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string next{};
};

inline result<contact_page> page_of(std::string const& query, int page_size,
                                    std::optional<std::string> const& token, std::size_t count) {
    if (page_size < 1)
        return refuse(40011);
    contact_page out;
    if (token && !token->empty()) {
        auto const position = read_page_token(query, *token);
        if (!position)
            return refuse(40012);
        out.first = (std::min)(static_cast<std::size_t>(*position), count);
    }
    out.last = (std::min)(count, out.first + static_cast<std::size_t>(page_size));
    if (out.last < count)
        out.next = make_page_token(query, out.last);
    return out;
}

template <class Request>
result<contact_page> page_of(std::string const& query, Request const& request, std::size_t count) {
    return page_of(query, static_cast<int>(request.page_size), request.page_token, count);
}

template <class Response>
void show_page(Response& out, contact_page const& page) {
    out.page_token = page.next;
    out.has_more = !page.next.empty();
}

} // namespace feishu::emulator::detail
