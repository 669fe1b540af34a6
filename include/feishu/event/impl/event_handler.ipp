#pragma once

#include <feishu/event/impl/event_handler.hpp>

namespace feishu::detail {

FEISHU_DECL event_completion::event_completion(std::function<void(handled)> tell)
    : told_(std::make_shared<once>(std::move(tell))) {}

FEISHU_DECL void event_completion::failed(std::exception_ptr why) const {
    handled out{.what = handled::kind::failed};
    try {
        std::rethrow_exception(why);
    } catch (std::exception const& e) {
        out.reason = e.what();
    } catch (...) {
        out.reason = "something that is no std::exception was thrown";
    }
    (*this)(std::move(out));
}

FEISHU_DECL void event_completion::malformed(std::string reason) const {
    (*this)({.what = handled::kind::malformed, .reason = std::move(reason)});
}

FEISHU_DECL void event_completion::once::tell(handled what) {
    if (auto const listener = std::exchange(to, nullptr))
        listener(std::move(what));
}

FEISHU_DECL event_completion::once::~once() {
    if (to)
        tell({.what = handled::kind::failed, .reason = "the handler was abandoned"});
}

} // namespace feishu::detail
