#pragma once
// Feishu search v1: shared types. Generated from codegen/specs/search/v1/models.json: edit that, then run codegen/run.

#include <string>
#include <vector>

#include <feishu/generated/common.hpp>

namespace feishu::search::v1 {

namespace model {

/// Avatar URLs by size.
struct avatar {
    /// Avatar URL, 72 x 72 pixels.
    std::string avatar_72;
    /// Avatar URL, 240 x 240 pixels.
    std::string avatar_240;
    /// Avatar URL, 640 x 640 pixels.
    std::string avatar_640;
    /// Avatar URL, original size.
    std::string avatar_origin;
};
BOOST_DESCRIBE_STRUCT(avatar, (), (avatar_72, avatar_240, avatar_640, avatar_origin))

/// A user that was found.
struct found_user {
    /// Avatar.
    model::avatar avatar;
    /// Open ids of the departments.
    std::vector<feishu::department_id> department_ids;
    /// Name.
    std::string name;
    /// Open id.
    feishu::open_id open_id;
    /// User id.
    feishu::user_id user_id;
};
BOOST_DESCRIBE_STRUCT(found_user, (), (avatar, department_ids, name, open_id, user_id))

} // namespace model

} // namespace feishu::search::v1
