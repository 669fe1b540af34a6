#pragma once
// The less common properties of a user of the emulated tenant.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <string>

#include <boost/describe/class.hpp>

#include <feishu/core/ids.hpp>

namespace feishu::emulator {

/// What contact.v3.user shows of a user, apart from the ids, name, departments and ways to contact them.
struct user_profile {
    std::string en_name{};
    std::string nickname{};
    std::string employee_no{};
    std::string job_title{};
    std::string city{};
    std::string country{};
    std::string work_station{};
    std::string avatar_key{};
    feishu::email enterprise_email{};
    std::int64_t join_time = 0; ///< Unix timestamp in seconds
    int gender = 0;             ///< contact::v3::gender
    int employee_type = 1;      ///< contact::v3::employee_type, or one that the tenant defines
    bool mobile_visible = true; ///< to other users
    bool is_tenant_manager = false;
    bool exited = false;   ///< left the tenant on their own
    bool unjoined = false; ///< has not joined the tenant yet
    std::string geo{};     ///< data residency region
    std::string job_level_id{};
    std::string job_family_id{};

    friend bool operator==(user_profile const&, user_profile const&) = default;
};
BOOST_DESCRIBE_STRUCT(user_profile, (),
                      (en_name, nickname, employee_no, job_title, city, country, work_station, avatar_key,
                       enterprise_email, join_time, gender, employee_type, mobile_visible, is_tenant_manager,
                       exited, unjoined, geo, job_level_id, job_family_id))

} // namespace feishu::emulator
