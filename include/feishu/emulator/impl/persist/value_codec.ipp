#pragma once

#include <feishu/emulator/impl/persist/value_codec.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL std::vector<boost::json::value> save_all(member_codec const* members, std::size_t count,
                                                     void const* object) {
    std::vector<boost::json::value> out;
    for (std::size_t i = 0; i != count; ++i)
        out.push_back(
            members[i].save(static_cast<char const*>(object) + reflect::offset_of(members[i].pointer)));
    return out;
}

FEISHU_DECL boost::json::object save_members(member_codec const* members,
                                             std::vector<boost::json::value> const& defaults,
                                             void const* object) {
    boost::json::object out;
    for (std::size_t i = 0; i != defaults.size(); ++i) {
        auto const* member = static_cast<char const*>(object) + reflect::offset_of(members[i].pointer);
        if (auto value = members[i].save(member); value != defaults[i])
            out.emplace(members[i].name, std::move(value));
    }
    return out;
}

FEISHU_DECL void restore_members(member_codec const* members, std::size_t count,
                                 boost::json::value const& from, void* object, std::string const& path) {
    auto const* values = from.if_object();
    if (values == nullptr)
        refuse_value(path, "expected an object");
    for (auto const& [key, value] : *values) {
        std::size_t i = 0;
        while (i != count && members[i].name != key)
            ++i;
        if (i == count)
            refuse_value(path, "unknown member " + std::string(utf8::prefix(key, 100)));
        members[i].restore(value, static_cast<char*>(object) + reflect::offset_of(members[i].pointer),
                           path + '.' + std::string(key));
    }
}

} // namespace feishu::emulator::detail
