#pragma once

#include <feishu/emulator/impl/state/login_store.hpp>

namespace feishu::emulator::detail {

// Letters and digits in upper case.
inline std::string bare_user_code(std::string_view text) {
    std::string out;
    for (char const c : text)
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
            out += c;
        else if (c >= 'a' && c <= 'z')
            out += static_cast<char>(c - 'a' + 'A');
    return out;
}

FEISHU_DECL login_device* login_store::find_device(std::string_view user_code) {
    auto const wanted = bare_user_code(user_code);
    return devices.find_if([&](auto const& one) { return bare_user_code(one.user_code) == wanted; });
}

FEISHU_DECL std::size_t login_store::end_sessions(feishu::open_id const& user, std::string_view sid,
                                                  std::vector<passport::v1::terminal_type> const& terminals) {
    return std::erase_if(sessions_, [&](auto const& one) {
        bool const named = sid.empty() ? one.user == user : one.sid == sid;
        return named && (terminals.empty() || std::ranges::find(terminals, one.terminal) != terminals.end());
    });
}

} // namespace feishu::emulator::detail
