#pragma once
// A long connection on its socket: reads and writes frames, keeps the time that an answer has. Needs protozero.

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <feishu/emulator/impl/net/byte_stream.ipp>
#include <feishu/emulator/impl/push/long_connections.hpp>
#include <feishu/emulator/impl/push/push_connection.hpp>

namespace feishu::emulator::detail {

namespace websocket = boost::beast::websocket;
inline constexpr auto ws_result = asio::as_tuple(asio::use_awaitable);

// Everything runs on the stream's executor, a strand.
class websocket_connection final : public open_connection,
                                   public std::enable_shared_from_this<websocket_connection> {
public:
    websocket_connection(byte_stream below, long_connections& all, long_connections::admission who)
        : ws_(std::move(below)), all_(all), who_(std::move(who)), machine_(who_.service_id, all.options()),
          written_(ws_.get_executor(), asio::steady_timer::time_point::max()) {}

    asio::awaitable<void> run(upgrade_request const& req) {
        ws_.set_option(websocket::stream_base::timeout::suggested(beast::role_type::server));
        ws_.read_message_max(16u << 20);
        ws_.binary(true);
        // Before the client knows that it is connected: what it causes from then on is pushed here. Until it has been
        // let in, pushes wait.
        writing_ = true;
        all_.add(who_.app, shared_from_this());
        auto const [refused] = co_await ws_.async_accept(req, ws_result);
        wrote(refused.failed());
        if (!refused) {
            all_.let_in(who_.app, this);
            co_await listen();
        }
        ended_ = true;
        all_.remove(who_.app, this);
        while (!pending_.empty())
            finish(pending_.begin()->first, lost("the connection ended"));
        if (!closing_)
            ws_.next_layer().close();
        while (writing_) // the stream below goes with the session
            co_await written_.async_wait(ws_result);
    }

    void push(std::string type, std::string message_id, std::string document, push_done done) override {
        asio::post(ws_.get_executor(),
                   [self = shared_from_this(), type = std::move(type), id = std::move(message_id),
                    document = std::move(document), done = std::move(done)]() mutable {
                       self->start(type, std::move(id), std::move(document), std::move(done));
                   });
    }

    void drop() override {
        asio::post(ws_.get_executor(), [self = shared_from_this()] {
            if (!self->ended_)
                self->ws_.next_layer().close();
        });
    }

    void close() override {
        asio::post(ws_.get_executor(), [self = shared_from_this()] {
            self->closing_ = true;
            self->write_next();
        });
    }

private:
    struct waiting {
        push_done done{};
        asio::steady_timer deadline;
    };

    static push_outcome lost(std::string why) {
        return {.via = delivery::route::long_connection, .answer = std::move(why)};
    }

    void start(std::string const& type, std::string id, std::string document, push_done done) {
        if (ended_)
            return done(lost("the connection ended"));
        auto& one = pending_.try_emplace(id, waiting{std::move(done), asio::steady_timer(ws_.get_executor())})
                        .first->second;
        one.deadline.expires_after(all_.options().ack_deadline);
        one.deadline.async_wait([self = shared_from_this(), id](error_code canceled) {
            if (!canceled && self->machine_.give_up(id))
                self->finish(id, lost("no answer in time"));
        });
        for (auto& bytes : machine_.push(type, id, std::move(document), all_.now()))
            out_.push_back(std::move(bytes));
        write_next();
    }

    // Until the connection is over.
    asio::awaitable<void> listen() {
        beast::flat_buffer buffer;
        for (;;) {
            auto const [failed, n] = co_await ws_.async_read(buffer, ws_result);
            if (failed || !hear({static_cast<char const*>(buffer.data().data()), buffer.size()}))
                co_return;
            buffer.clear();
        }
    }

    // False when the client talks nonsense.
    bool hear(std::string_view bytes) {
        auto heard = machine_.hear(bytes);
        if (!heard)
            return false;
        if (!heard->reply.empty()) {
            out_.push_back(std::move(heard->reply));
            write_next();
        }
        if (heard->answer)
            finish(heard->answer->message_id, std::move(heard->answer->how));
        return true;
    }

    void finish(std::string const& id, push_outcome how) {
        auto one = pending_.extract(id);
        if (!one.empty()) {
            one.mapped().deadline.cancel();
            one.mapped().done(std::move(how));
        }
    }

    void write_next() {
        if (writing_ || ended_ || (out_.empty() && !closing_))
            return;
        writing_ = true;
        if (out_.empty())
            return ws_.async_close(websocket::close_code::going_away,
                                   [self = shared_from_this()](error_code) { self->wrote(true); });
        ws_.async_write(asio::buffer(out_.front()),
                        [self = shared_from_this()](error_code failed, std::size_t) {
                            self->out_.pop_front();
                            self->wrote(failed.failed());
                        });
    }

    void wrote(bool was_last) {
        writing_ = false;
        written_.cancel();
        ended_ = ended_ || was_last;
        write_next();
    }

    websocket::stream<byte_stream, false> ws_; // nobody asks for compression
    long_connections& all_;
    long_connections::admission who_;
    push_connection machine_;
    std::map<std::string, waiting> pending_; // by message_id
    std::deque<std::string> out_;
    asio::steady_timer written_; // canceled after each write
    bool writing_ = false;
    bool closing_ = false;
    bool ended_ = false;
};

} // namespace feishu::emulator::detail
