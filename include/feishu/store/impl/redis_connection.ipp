#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <feishu/store/impl/redis_connection.hpp>

namespace feishu::detail {

FEISHU_DECL result<void> redis_connection::start(redis_url const& url, http::detail::time_limit limit) {
    std::vector<redis_command> commands;
    auto const database = std::to_string(url.database);
    if (!url.password.empty() && url.user.empty())
        commands.push_back({"AUTH", url.password});
    else if (!url.password.empty())
        commands.push_back({"AUTH", url.user, url.password});
    if (url.database != 0)
        commands.push_back({"SELECT", database});
    if (commands.empty())
        return {};
    auto const replies = run(commands, limit);
    if (!replies)
        return replies.error();
    for (auto const& reply : *replies)
        if (!reply.is(redis_type::status)) {
            auto e = redis_error(reply.text);
            // A server that is not the expected one could return the password in its text.
            e.message =
                "the server has rejected " + std::string(&reply == &replies->front() && !url.password.empty()
                                                             ? "the user name or the password"
                                                             : "the number of the database");
            e.kind = error_kind::auth;
            e.may_have_executed = false;
            return e;
        }
    return {};
}

FEISHU_DECL result<std::vector<redis_reply>> redis_connection::run(std::span<redis_command const> commands,
                                                                   http::detail::time_limit limit) {
    if (auto sent = send(commands, limit); !sent)
        return std::move(sent).error();
    std::vector<redis_reply> out;
    while (out.size() < commands.size()) {
        auto reply = receive(limit);
        if (!reply)
            return std::move(reply).error();
        out.push_back(std::move(*reply));
    }
    if (reader_.has_rest())
        return error{.kind = error_kind::decode, .message = "the server has sent more replies than commands"};
    return out;
}

FEISHU_DECL result<void> redis_connection::send(std::span<redis_command const> commands,
                                                http::detail::time_limit limit) {
    std::string request;
    for (auto const& command : commands)
        append_command(request, command);
    bool started = false;
    for (std::string_view unsent = request; !unsent.empty();) {
        auto const progress = socket_->write_some({unsent, {}}, limit.at);
        started = started || progress.bytes != 0;
        if (progress.failed)
            return failure(progress.failed, limit, started);
        unsent.remove_prefix(progress.bytes);
    }
    return {};
}

// Looks at the clock itself: a server that never stops sending keeps the socket readable.
FEISHU_DECL result<redis_reply> redis_connection::receive(http::detail::time_limit limit) {
    for (;;) {
        auto reply = reader_.next();
        if (!reply)
            return std::move(reply).error();
        if (*reply)
            return std::move(**reply);
        if (http::detail::steady_clock::now() >= limit.at)
            return failure(http::detail::deadline_passed(), limit, true);
        auto const progress = socket_->read_some(boost::asio::buffer(buffer_), limit.at);
        reader_.feed({buffer_.data(), progress.bytes});
        if (progress.failed)
            return failure(progress.failed, limit, true);
    }
}

FEISHU_DECL error redis_connection::failure(http::detail::error_code why, http::detail::time_limit limit,
                                            bool sent) const {
    error e;
    bool const expired = why == http::detail::deadline_passed();
    e.kind = expired ? error_kind::timeout : error_kind::transport;
    e.message = "Redis: " + (expired ? http::detail::describe_timeout(limit.shown)
                                     : http::detail::describe_error(why, socket_->certificate_problem()));
    e.may_have_executed = sent;
    return e;
}

} // namespace feishu::detail
