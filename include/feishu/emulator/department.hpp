#pragma once
// A department of the emulated tenant, as plain data.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include <feishu/core/ids.hpp>

namespace feishu::emulator {

/// A department. The root department has the id `0`, and every tenant has it.
struct department {
    feishu::department_id open_department_id{};
    std::string department_id{}; ///< custom id
    std::string name{};
    feishu::department_id parent{"0"}; ///< open id of the parent department
    feishu::open_id leader{};
    std::vector<feishu::open_id> deputies{};
    std::vector<feishu::open_id> hrbps{}; ///< HR business partners
    feishu::chat_id chat_id{};            ///< chat of the department
    int order = 0;                        ///< among sibling departments
    bool deleted = false;

    /// A department converts to its open id.
    operator feishu::department_id const&() const { return open_department_id; }

    friend bool operator==(department const&, department const&) = default;
};
BOOST_DESCRIBE_STRUCT(department, (),
                      (open_department_id, department_id, name, parent, leader, deputies, hrbps, chat_id,
                       order, deleted))

} // namespace feishu::emulator
