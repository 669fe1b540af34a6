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

reflect::member_list<"avatar_72, avatar_240, avatar_640, avatar_origin", &avatar::avatar_72,
                     &avatar::avatar_240, &avatar::avatar_640, &avatar::avatar_origin>
feishu_members(avatar**);

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

reflect::member_list<"avatar, department_ids, name, open_id, user_id", &found_user::avatar,
                     &found_user::department_ids, &found_user::name, &found_user::open_id,
                     &found_user::user_id>
feishu_members(found_user**);

} // namespace model

} // namespace feishu::search::v1
