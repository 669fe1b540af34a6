#pragma once

#include <string>

#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

struct known_refusal {
    int code;
    int http_status;
    std::string_view text;
};

// The platform's words, so that a program that looks at them (many do) meets the same ones here.
inline constexpr known_refusal known_refusals[] = {
    {2200, 500, "Internal Error"},
    {9499, 400, "Bad Request"},
    {10003, 200, "invalid param"},
    {10012, 200, "app ticket invalid"},
    {10014, 200, "app secret invalid"},
    {200340, 200, "The app has nowhere to push its callbacks to."},
    {200341, 200, "The app did not answer the callback in time."},
    {200671, 200, "The app answered the callback with a status other than 200."},
    {200672, 200, "The app's answer to the callback has another shape."},
    {200673, 200, "The app answered the callback with a card that is none."},
    {230001, 400, "Your request contains an invalid request parameter"},
    {230002, 400, "Bot/User can NOT be out of the chat."},
    {230006, 400, "Bot ability is not activated."},
    {230009, 400, "This message can only be recalled within a limited time."},
    {230011, 400, "The message was recalled."},
    {230012, 400, "Bot is NOT the sender of the message."},
    {230013, 400, "Bot has NO availability to this user."},
    {230018, 400, "These operations are NOT allowed at current group settings."},
    {230023, 400, "The user has too many unread urgent messages."},
    {230024, 400, "Reach the upper limit of urgent message."},
    {230025, 400, "The length of the message content reaches its limit."},
    {230026, 400, "No permission to recall this message."},
    {230029, 400, "User has resigned."},
    {230050, 400, "The message is invisible to the operator."},
    {230054, 400, "This operation is not supported for this message type."},
    {230071, 400, "The operator is not the sender of the message."},
    {230072, 400, "The message has reached the number of times it can be edited."},
    {230073, 400, "The thread is invisible to the operator."},
    {230075, 400, "The message is out of the time range in which it can be edited."},
    {230099, 400, "Failed to create card content"},
    {230110, 400, "Action unavailable as the message has been deleted."},
    {232009, 400, "Your request specifies a chat which has already been dissolved."},
    {99991661, 400, "Missing access token for authorization. Please make a request with token attached."},
    {99991663, 400, "Invalid access token for authorization. Please make a request with token attached."},
    {99991664, 400, "Invalid app access token. Please make a request with token attached."},
    {99991668, 400, "Invalid access token for authorization. Please make a request with token attached."},
    {99991671, 400, "Invalid access token for authorization. This API does not take this kind of token."},
    {99991672, 400, "Access denied."},
    {99991679, 400,
     "Unauthorized. You do not have permission to perform the requested operation on the resource."},
    {99992402, 400, "field validation failed"},
};

} // namespace detail

FEISHU_DECL error refuse(int code, std::string_view detail) {
    error e;
    e.kind = error_kind::api;
    e.code = code;
    e.http_status = 400;
    e.message = "Request refused";
    e.may_have_executed = false;
    for (auto const& known : detail::known_refusals) {
        if (known.code != code)
            continue;
        e.http_status = known.http_status;
        e.message = known.text;
    }
    if (!detail.empty()) {
        e.message += ", ext=";
        e.message += detail;
    }
    return e;
}

} // namespace feishu::emulator
