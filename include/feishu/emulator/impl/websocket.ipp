#pragma once
// A long connection on its socket: reads and writes frames, keeps the time that an answer has.

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <feishu/emulator/push_connection.hpp>
#include <feishu/emulator/websocket.hpp>

namespace feishu::emulator::detail {

namespace websocket = boost::beast::websocket;
inline constexpr auto ws_result = asio::as_tuple(asio::use_awaitable);

// The connection below a WebSocket, plain or TLS: one type for both, so that Beast's templates are compiled once.
class byte_stream {
public:
    using executor_type = asio::any_io_executor;

    byte_stream(beast::tcp_stream& plain, asio::ssl::stream<beast::tcp_stream&>* tls)
        : plain_(plain), tls_(tls) {}

    executor_type get_executor() { return plain_.get_executor(); }
    void close() { plain_.close(); }

    template <class Buffers, class Token>
    auto async_read_some(Buffers const& buffers, Token&& token) {
        return asio::async_initiate<Token, void(error_code, std::size_t)>(
            [this](auto handler, asio::mutable_buffer into) { read(into, std::move(handler)); }, token,
            first<asio::mutable_buffer>(buffers));
    }
    template <class Buffers, class Token>
    auto async_write_some(Buffers const& buffers, Token&& token) {
        return asio::async_initiate<Token, void(error_code, std::size_t)>(
            [this](auto handler, asio::const_buffer from) { write(from, std::move(handler)); }, token,
            first<asio::const_buffer>(buffers));
    }

private:
    using handler = asio::any_completion_handler<void(error_code, std::size_t)>;

    // Reading or writing some bytes may stop at the end of any buffer.
    template <class Buffer, class Buffers>
    static Buffer first(Buffers const& buffers) {
        auto const end = asio::buffer_sequence_end(buffers);
        for (auto at = asio::buffer_sequence_begin(buffers); at != end; ++at)
            if (Buffer const one(*at); one.size() > 0)
                return one;
        return {};
    }
    void read(asio::mutable_buffer into, handler done) {
        auto here = asio::bind_executor(get_executor(), std::move(done));
        if (tls_ != nullptr)
            tls_->async_read_some(into, std::move(here));
        else
            plain_.async_read_some(into, std::move(here));
    }
    void write(asio::const_buffer from, handler done) {
        auto here = asio::bind_executor(get_executor(), std::move(done));
        if (tls_ != nullptr)
            tls_->async_write_some(from, std::move(here));
        else
            plain_.async_write_some(from, std::move(here));
    }

    beast::tcp_stream& plain_;
    asio::ssl::stream<beast::tcp_stream&>* tls_;
};

// What Beast wants to know of a stream that is none of Asio's own. After the goodbyes the session ends the connection.
template <class Handler>
void async_teardown(beast::role_type, byte_stream& stream, Handler&& done) {
    asio::post(stream.get_executor(), [done = std::forward<Handler>(done)]() mutable { done(error_code()); });
}
inline void beast_close_socket(byte_stream& stream) { stream.close(); }

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
        auto const [refused] = co_await ws_.async_accept(req, ws_result);
        if (refused)
            co_return;
        ws_.binary(true);
        all_.add(who_.app, shared_from_this());
        beast::flat_buffer buffer;
        for (;;) {
            auto const [failed, n] = co_await ws_.async_read(buffer, ws_result);
            if (failed || !hear({static_cast<char const*>(buffer.data().data()), buffer.size()}))
                break;
            buffer.clear();
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
        one.deadline.expires_after(all_.options().answer_within);
        one.deadline.async_wait([self = shared_from_this(), id](error_code canceled) {
            if (!canceled && self->machine_.give_up(id))
                self->finish(id, lost("no answer in time"));
        });
        for (auto& bytes : machine_.push(type, id, std::move(document), all_.now()))
            out_.push_back(std::move(bytes));
        write_next();
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

// An upgrade that is not let in.
template <class Stream>
asio::awaitable<void> refuse_upgrade(Stream& below, upgrade_request const& req,
                                     std::vector<http::header> const& why) {
    beast::http::response<beast::http::string_body> out(beast::http::status::forbidden, req.version());
    for (auto const& header : why)
        out.set(header.name, header.value);
    out.prepare_payload();
    out.keep_alive(false);
    co_await beast::http::async_write(below, out, ws_result);
}

template <class Stream>
asio::awaitable<void> serve_upgrade(Stream& stream, byte_stream below, upgrade_request const& req,
                                    long_connections& all) {
    auto who = all.admit({req.target().data(), req.target().size()});
    if (!who.refusal.empty()) {
        co_await refuse_upgrade(stream, req, who.refusal);
        co_return;
    }
    beast::get_lowest_layer(stream).expires_never(); // the WebSocket has timeouts of its own
    auto const connection = std::make_shared<websocket_connection>(below, all, std::move(who));
    co_await connection->run(req);
}

FEISHU_DECL asio::awaitable<void> serve_websocket(beast::tcp_stream& below, upgrade_request const& req,
                                                  long_connections& all) {
    return serve_upgrade(below, byte_stream(below, nullptr), req, all);
}

FEISHU_DECL asio::awaitable<void> serve_websocket(asio::ssl::stream<beast::tcp_stream&>& below,
                                                  upgrade_request const& req, long_connections& all) {
    return serve_upgrade(below, byte_stream(below.next_layer(), &below), req, all);
}

} // namespace feishu::emulator::detail
