#pragma once
// How requests set the settings of a group: used by creation and update.

#include <optional>
#include <string_view>
#include <vector>

#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/utf8.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/emulator/chat.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

namespace feishu::emulator::detail {

inline bool is_avatar_image(state& tenant, feishu::image_key const& key) {
    auto const* image = tenant.find_resource(key.str());
    return image != nullptr && image->is_image;
}

inline bool is_short_name(std::string_view name) { return utf8::scan(name).characters < 2; }

// Sets what the request gives.
template <class E>
void set_if_given(E& value, open<E> const& given) {
    value = given.value_or(value);
}

template <class Value, class Given>
void set_if_given(Value& value, std::optional<Given> const& given) {
    if (given)
        value = *given;
}

template <class T>
void set_if_given(std::vector<T>& value, field::list<T> const& given) {
    if (given.has_value())
        value = given.values();
}

// The settings that creation and update have in common.
template <class Request>
void apply_settings(chat_settings& to, Request const& request) {
    set_if_given(to.avatar, request.avatar);
    set_if_given(to.description, request.description);
    set_if_given(to.i18n_names, request.i18n_names);
    set_if_given(to.group_message_type, request.group_message_type);
    set_if_given(to.chat_type, request.chat_type);
    set_if_given(to.join_message_visibility, request.join_message_visibility);
    set_if_given(to.leave_message_visibility, request.leave_message_visibility);
    set_if_given(to.membership_approval, request.membership_approval);
    set_if_given(to.restricted_mode, request.restricted_mode_setting);
    set_if_given(to.urgent_setting, request.urgent_setting);
    set_if_given(to.video_conference_setting, request.video_conference_setting);
    set_if_given(to.edit_permission, request.edit_permission);
    set_if_given(to.hide_member_count_setting, request.hide_member_count_setting);
    set_if_given(to.pin_manage_setting, request.pin_manage_setting);
    set_if_given(to.labels, request.labels);
    set_if_given(to.toolkit_ids, request.toolkit_ids);
}

} // namespace feishu::emulator::detail
