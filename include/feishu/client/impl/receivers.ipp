#pragma once

#include <feishu/client/impl/receiver_kind.hpp>
#include <feishu/client/receivers.hpp>

namespace feishu {

FEISHU_DECL void receivers::add(receiver const& one) {
    std::visit(
        [&](auto const& id) {
            if constexpr (std::is_same_v<decltype(id), department_named const&>)
                ids_ += id.name;
            else
                ids_ += id.str();
        },
        one);
    ends_.push_back(ids_.size());
    kinds_.push_back(static_cast<std::uint8_t>(one.index()));
}

FEISHU_DECL std::string_view receivers::id_at(std::size_t position) const {
    auto const begin = position == 0 ? 0 : ends_[position - 1];
    return std::string_view(ids_).substr(begin, ends_[position] - begin);
}

FEISHU_DECL receiver receivers::operator[](std::size_t position) const {
    using enum detail::receiver_kind;
    std::string id(id_at(position));
    switch (static_cast<detail::receiver_kind>(kinds_[position])) {
    case chat: return chat_id(std::move(id));
    case open: return open_id(std::move(id));
    case user: return user_id(std::move(id));
    case union_: return union_id(std::move(id));
    case email: return feishu::email(std::move(id));
    case department: return department_id(std::move(id));
    case department_name: break;
    }
    return department_named(std::move(id));
}

} // namespace feishu
