#pragma once
// receivers: the users, departments and chats that client::send_all sends a message to.
//
//     std::vector<feishu::open_id> const users = …;
//     client.send_all(users, feishu::text{"maintenance at 22:00"}).value();

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu {

/// A department by its name, which must be that of exactly one department.
struct department_named {
    explicit department_named(std::string with_name) : name(std::move(with_name)) {}
    std::string name;
};

/// Who receives a message: a user, a chat with the bot, or the members of a department and of those below it.
using receiver = std::variant<chat_id, open_id, user_id, union_id, email, department_id, department_named>;

/// A list of receivers, of one kind or several.
///
///     feishu::receivers everybody{feishu::department_named{"Sales"}, feishu::chat_id{"oc_…"}};
///     everybody.add(feishu::open_id{"ou_…"});
///
/// 100,000 users are about 5 MB. Thread safety: that of a plain value.
class receivers {
public:
    receivers() = default;
    receivers(std::initializer_list<receiver> list) {
        for (auto const& one : list)
            add(one);
    }
    /// A list of ids of one type, or of `receiver`.
    template <class Id>
        requires std::is_constructible_v<receiver, Id const&> receivers(std::vector<Id> const& list) {
            for (auto const& one : list)
                add(one);
        }

    FEISHU_DECL void add(receiver const& one);
    std::size_t size() const { return kinds_.size(); }
    bool empty() const { return kinds_.empty(); }
    FEISHU_DECL receiver operator[](std::size_t position) const;

    /// For the library: the position of the type in `receiver`, and the id or name.
    std::uint8_t kind_at(std::size_t position) const { return kinds_[position]; }
    FEISHU_DECL std::string_view id_at(std::size_t position) const;

private:
    std::string ids_;
    std::vector<std::size_t> ends_;
    std::vector<std::uint8_t> kinds_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/receivers.ipp>
#endif
