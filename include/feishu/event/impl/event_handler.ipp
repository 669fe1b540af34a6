#pragma once

#include <feishu/core/impl/guard.hpp>
#include <feishu/event/impl/event_handler.hpp>

namespace feishu::detail {

FEISHU_DECL event_completion::event_completion(std::function<void(handled)> report,
                                               std::shared_ptr<void> owner)
    : once_(std::make_shared<once>(std::move(report), std::move(owner))) {}

FEISHU_DECL void event_completion::failed(std::exception_ptr why) const {
    (*this)({.what = handled::kind::failed, .reason = exception_text(why)});
}

FEISHU_DECL void event_completion::malformed(std::string reason) const {
    (*this)({.what = handled::kind::malformed, .reason = std::move(reason)});
}

FEISHU_DECL void event_completion::once::report(handled what) {
    if (auto const listener = std::exchange(to, nullptr))
        listener(std::move(what));
}

FEISHU_DECL event_completion::once::~once() {
    if (to) // user callbacks are guarded further down; only std::bad_alloc can arrive here
        guard([this] { report({.what = handled::kind::failed, .reason = "the handler was abandoned"}); });
}

} // namespace feishu::detail
