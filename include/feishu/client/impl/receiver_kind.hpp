#pragma once
// receiver_kind: the alternatives of `receiver`, by their position.

#include <cstdint>

namespace feishu::detail {

enum class receiver_kind : std::uint8_t { chat, open, user, union_, email, department, department_name };

} // namespace feishu::detail
