#pragma once
// response_receiver: receives the responses to a call whose response is a file.

#include <feishu/core/error.hpp>
#include <feishu/http/message.hpp>

namespace feishu::http {
class response_decoder;
}

namespace feishu::detail {

/// A call has one attempt after the other; each begins and, if it is not canceled, ends.
class response_receiver {
public:
    virtual ~response_receiver() = default;

    /// Sets the header fields of the attempt's request, and returns the sink of its response. `errors` outlives the
    /// attempt; it gets the head, and the body unless that is a file.
    virtual http::response_sink& begin(http::header_list& headers, http::response_decoder& errors) = 0;
    /// The attempt has ended. Returns its outcome.
    virtual result<void> finish(result<void> exchanged) = 0;
    /// The last attempt has brought more of the file than all attempts before it.
    virtual bool has_advanced() const = 0;
};

} // namespace feishu::detail
