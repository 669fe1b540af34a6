#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <feishu/core/errc.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

struct wire_message {
    int code;
    std::string_view text;
};

// The platform's own `msg`, where it is known, because some programs compare it. Other codes are sent with
// the library's description.
inline constexpr wire_message wire_messages[] = {
    {2200, "Internal Error"},
    {9499, "Bad Request"},
    {10003, "invalid param"},
    {10012, "app ticket invalid"},
    {10014, "app secret invalid"},
    {230001, "Your request contains an invalid request parameter"},
    {230002, "Bot/User can NOT be out of the chat."},
    {230006, "Bot ability is not activated."},
    {230009, "This message can only be recalled within a limited time."},
    {230011, "The message was recalled."},
    {230012, "Bot is NOT the sender of the message."},
    {230013, "Bot has NO availability to this user."},
    {230018, "These operations are NOT allowed at current group settings."},
    {230023, "The user has too many unread urgent messages."},
    {230024, "Reach the upper limit of urgent message."},
    {230025, "The length of the message content reaches its limit."},
    {230026, "No permission to recall this message."},
    {230029, "User has resigned."},
    {230050, "The message is invisible to the operator."},
    {230054, "This operation is not supported for this message type."},
    {230071, "The operator is not the sender of the message."},
    {230072, "The message has reached the number of times it can be edited."},
    {230073, "The thread is invisible to the operator."},
    {230075, "The message is out of the time range in which it can be edited."},
    {230099, "Failed to create card content"},
    {230110, "Action unavailable as the message has been deleted."},
    {232009, "Your request specifies a chat which has already been dissolved."},
    {99991661, "Missing access token for authorization. Please make a request with token attached."},
    {99991663, "Invalid access token for authorization. Please make a request with token attached."},
    {99991664, "Invalid app access token. Please make a request with token attached."},
    {99991668, "Invalid access token for authorization. Please make a request with token attached."},
    {99991671, "Invalid access token for authorization. This API does not take this kind of token."},
    {99991672, "Access denied."},
    {99991679,
     "Unauthorized. You do not have permission to perform the requested operation on the resource."},
    {99992402, "field validation failed"},
};

} // namespace detail

FEISHU_DECL error refuse(int code, std::string_view detail) {
    error e;
    e.kind = error_kind::api;
    e.code = code;
    e.http_status = 400;
    e.message = "Request refused";
    e.may_have_executed = false;
    if (auto const* listed = find_errc(code)) {
        e.http_status = listed->http;
        e.message = listed->text;
    }
    if (auto const* found = std::ranges::find(detail::wire_messages, code, &detail::wire_message::code);
        found != std::end(detail::wire_messages))
        e.message = found->text;
    if (!detail.empty()) {
        e.message += ", ext=";
        e.message += detail;
    }
    return e;
}

FEISHU_DECL error refuse_oauth(std::string_view word, std::string_view description) {
    error e;
    e.kind = error_kind::api;
    e.http_status = 400;
    e.message = std::string(word) + ": " + std::string(description);
    e.may_have_executed = false;
    return e;
}

} // namespace feishu::emulator
