#pragma once
// feishu send: one message to a chat or a person.

#include <string>
#include <string_view>

#include "call.hpp"

namespace cli {

/// What to send: exactly one of the last four.
struct outgoing {
    std::string to{}; ///< oc_…, ou_…, on_…, an e-mail address, or a user_id
    std::string text{};
    std::string markdown{};
    std::string card{}; ///< a file with the card's JSON, or - for the standard input
    std::string file{}; ///< a path; an image is shown as one
};

/// The receive_id_type of an id, by its form.
std::string_view id_type_of(std::string_view to);

/// msg_type and content of a message without a file. Errors: usage_error.
request_members message_of(outgoing const& what);

/// Uploads what has to be, and sends; the response as JSON. Errors: usage_error.
feishu::result<std::string> send(session const& who, outgoing const& what);

} // namespace cli
