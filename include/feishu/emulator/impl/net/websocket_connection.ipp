#pragma once

#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/emulator/impl/net/websocket_connection.hpp>

namespace feishu::emulator::detail {

inline push_outcome failed_push(std::string reason) {
    return {.channel = delivery_channel::long_connection, .response = std::move(reason)};
}

FEISHU_DECL websocket_connection::websocket_connection(http::detail::byte_stream& below,
                                                       long_connections& all,
                                                       long_connections::admission admission)
    : ws_(below), all_(all), admission_(std::move(admission)), machine_(admission_.service_id, all.options()),
      written_(ws_.get_executor(), (boost::asio::steady_timer::time_point::max)()) {}

FEISHU_DECL boost::asio::awaitable<void> websocket_connection::run(http::detail::served_request const& req) {
    ws_.set_option(boost::beast::websocket::stream_base::timeout::suggested(boost::beast::role_type::server));
    ws_.read_message_max(16u << 20);
    ws_.binary(true);
    // Registered before the client knows that it is connected: events that the client causes from then on are
    // pushed here. Pushes wait until the handshake is written.
    writing_ = true;
    all_.add(admission_.app, shared_from_this());
    auto const [refused] = co_await ws_.async_accept(req, http::detail::as_tuple);
    on_written(refused.failed());
    if (!refused) {
        all_.mark_ready(admission_.app, this);
        co_await read_frames();
    }
    ended_ = true;
    all_.remove(admission_.app, this);
    while (!pending_.empty())
        finish(pending_.begin()->first, failed_push("the connection ended"));
    if (!closing_)
        ws_.next_layer().close();
    while (writing_) // the stream below ends with the session
        co_await written_.async_wait(http::detail::as_tuple);
}

FEISHU_DECL void websocket_connection::push(std::string type, std::string message_id, std::string document,
                                            push_done done) {
    boost::asio::post(ws_.get_executor(),
                      [self = shared_from_this(), type = std::move(type), id = std::move(message_id),
                       document = std::move(document), done = std::move(done)]() mutable {
                          self->start_push(type, std::move(id), std::move(document), std::move(done));
                      });
}

FEISHU_DECL void websocket_connection::abort() {
    boost::asio::post(ws_.get_executor(), [self = shared_from_this()] {
        if (!self->ended_)
            self->ws_.next_layer().close();
    });
}

FEISHU_DECL void websocket_connection::close() {
    boost::asio::post(ws_.get_executor(), [self = shared_from_this()] {
        self->closing_ = true;
        self->write_next();
    });
}

FEISHU_DECL void websocket_connection::start_push(std::string const& type, std::string id,
                                                  std::string document, push_done done) {
    if (ended_)
        return done(failed_push("the connection ended"));
    auto& one =
        pending_.try_emplace(id, pending_push{std::move(done), boost::asio::steady_timer(ws_.get_executor())})
            .first->second;
    one.deadline.expires_after(feishu::detail::saturated(all_.options().ack_deadline));
    one.deadline.async_wait([self = shared_from_this(), id](boost::system::error_code canceled) {
        if (!canceled && self->machine_.give_up(id))
            self->finish(id, failed_push("no response in time"));
    });
    for (auto& bytes : machine_.push(type, id, std::move(document), all_.now()))
        out_.push_back(std::move(bytes));
    write_next();
}

// Until the connection ends.
FEISHU_DECL boost::asio::awaitable<void> websocket_connection::read_frames() {
    boost::beast::flat_buffer buffer;
    for (;;) {
        auto const [failed, n] = co_await ws_.async_read(buffer, http::detail::as_tuple);
        if (failed || !on_frame({static_cast<char const*>(buffer.data().data()), buffer.size()}))
            co_return;
        buffer.clear();
    }
}

// False for a message that is not a frame.
FEISHU_DECL bool websocket_connection::on_frame(std::string_view bytes) {
    auto received = machine_.on_frame(bytes);
    if (!received)
        return false;
    if (!received->reply.empty()) {
        out_.push_back(std::move(received->reply));
        write_next();
    }
    if (received->result)
        finish(received->result->message_id, std::move(received->result->outcome));
    return true;
}

FEISHU_DECL void websocket_connection::finish(std::string const& id, push_outcome outcome) {
    auto one = pending_.extract(id);
    if (!one.empty()) {
        one.mapped().deadline.cancel();
        one.mapped().done(std::move(outcome));
    }
}

FEISHU_DECL void websocket_connection::write_next() {
    if (writing_ || ended_ || (out_.empty() && !closing_))
        return;
    writing_ = true;
    if (out_.empty())
        return ws_.async_close(
            boost::beast::websocket::close_code::going_away,
            [self = shared_from_this()](boost::system::error_code) { self->on_written(true); });
    ws_.async_write(boost::asio::buffer(out_.front()),
                    [self = shared_from_this()](boost::system::error_code failed, std::size_t) {
                        self->out_.pop_front();
                        self->on_written(failed.failed());
                    });
}

FEISHU_DECL void websocket_connection::on_written(bool was_last) {
    writing_ = false;
    written_.cancel();
    ended_ = ended_ || was_last;
    write_next();
}

} // namespace feishu::emulator::detail
