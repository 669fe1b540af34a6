#pragma once
// The files and images of the tenant. References stay valid while the store lives.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/emulator/resource.hpp>

namespace feishu::emulator::detail {

/// An uploaded file, or one that a user has sent.
struct stored_resource {
    emulator::resource file{};
    feishu::app_id app{}; ///< the app that uploaded it; empty if a user sent it
    bool is_image = false;
    bool is_avatar = false; ///< an image that only serves as an avatar
    open<im::v1::file_type> type{}; ///< that an uploaded file was declared to have
    std::optional<int> duration{};  ///< of audio or video, in ms
};

class resource_store {
public:
    void add(std::string const& key, stored_resource one) { by_key_.insert_or_assign(key, std::move(one)); }
    /// Null for an unknown key.
    stored_resource const* find(std::string const& key) const {
        auto const found = by_key_.find(key);
        return found != by_key_.end() ? &found->second : nullptr;
    }

private:
    std::unordered_map<std::string, stored_resource> by_key_;
};

} // namespace feishu::emulator::detail
