#pragma once

#include <utility>

#include <feishu/bot/conversation.hpp>
#include <feishu/bot/impl/stream_core.hpp>
#include <feishu/bot/reply_stream.hpp>

namespace feishu {
namespace detail {

inline basic_task<result<void>> append_steps(std::shared_ptr<stream_core> core, std::string more) {
    core->append(more);
    auto steps = core->catch_up();
    co_return co_await steps;
}

inline basic_task<result<sent_message>> end_steps(std::shared_ptr<stream_core> core,
                                                  std::optional<std::string> reason) {
    core->end(std::move(reason));
    auto steps = core->catch_up();
    if (auto done = co_await steps; !done)
        co_return std::move(done).error();
    co_return core->outcome();
}

} // namespace detail

FEISHU_DECL reply_stream::reply_stream(std::shared_ptr<detail::stream_core> core) : core_(std::move(core)) {}
FEISHU_DECL reply_stream::reply_stream(reply_stream&& other) noexcept : core_(std::move(other.core_)) {}
FEISHU_DECL reply_stream& reply_stream::operator=(reply_stream&& other) noexcept {
    std::swap(core_, other.core_);
    return *this;
}
FEISHU_DECL reply_stream::~reply_stream() {
    if (core_ != nullptr)
        core_->abandon();
}

FEISHU_DECL reply_stream reply_stream::awaiter::await_resume() const {
    stream->core_->run_in_background();
    return std::move(*stream);
}

FEISHU_DECL operation<void> reply_stream::append(std::string more) {
    return {core_->runtime_of(), detail::append_steps(core_, std::move(more))};
}
FEISHU_DECL operation<sent_message> reply_stream::finish() {
    return {core_->runtime_of(), detail::end_steps(core_, std::nullopt)};
}
FEISHU_DECL operation<sent_message> reply_stream::abort(std::string reason) {
    return {core_->runtime_of(), detail::end_steps(core_, std::move(reason))};
}
FEISHU_DECL std::size_t reply_stream::size() const { return core_->size(); }
FEISHU_DECL bool reply_stream::verified() const { return core_->verified(); }

FEISHU_DECL reply_stream conversation::stream(incoming const& to, reply_stream_options const& options) const {
    detail::stream_target target{.reply_to = to.id, .in_thread = !to.thread_id.empty()};
    return reply_stream(std::make_shared<detail::stream_core>(state_, std::move(target), options));
}
FEISHU_DECL reply_stream conversation::stream(reply_stream_options const& options) const {
    detail::stream_target target{};
    if (state_->in_thread)
        target = {.reply_to = state_->anchor, .in_thread = true};
    return reply_stream(std::make_shared<detail::stream_core>(state_, std::move(target), options));
}
FEISHU_DECL reply_stream conversation::stream(incoming const& to) const {
    reply_stream_options const defaults;
    return stream(to, defaults);
}
FEISHU_DECL reply_stream conversation::stream() const {
    reply_stream_options const defaults;
    return stream(defaults);
}

} // namespace feishu
