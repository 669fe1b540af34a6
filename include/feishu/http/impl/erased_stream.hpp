#pragma once
// erased_stream: a byte_stream for code that has many kinds of handlers and buffers, as that of WebSockets: the
// operations of sockets and TLS are compiled for one of each.

#include <array>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/role.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/byte_stream.hpp>

namespace feishu::http::detail {

/// The handler of an operation on a stream, with its executor and cancellation slot.
class stream_handler {
public:
    using executor_type = asio::any_io_executor;
    using cancellation_slot_type = asio::cancellation_slot;

    template <class Handler>
        requires(!std::is_same_v<std::remove_cvref_t<Handler>, stream_handler>)
    stream_handler(Handler&& handler, executor_type const& otherwise)
        : executor_(asio::get_associated_executor(handler, otherwise)),
          slot_(asio::get_associated_cancellation_slot(handler)),
          held_(std::make_unique<holder<std::decay_t<Handler>>>(std::forward<Handler>(handler))) {}

    executor_type get_executor() const noexcept { return executor_; }
    cancellation_slot_type get_cancellation_slot() const noexcept { return slot_; }

    void operator()(error_code failed, std::size_t bytes) {
        auto const held = std::move(held_);
        held->complete(failed, bytes);
    }

private:
    struct base {
        virtual ~base() = default;
        virtual void complete(error_code failed, std::size_t bytes) = 0;
    };
    template <class Handler>
    struct holder final : base {
        explicit holder(Handler&& of) : handler(std::move(of)) {}
        void complete(error_code failed, std::size_t bytes) override { std::move(handler)(failed, bytes); }
        Handler handler;
    };

    executor_type executor_;
    asio::cancellation_slot slot_;
    std::unique_ptr<base> held_;
};

/// As many buffers as are written at once.
class written_buffers {
public:
    using value_type = asio::const_buffer;

    template <class Buffers>
    explicit written_buffers(Buffers const& from) {
        for (auto one = asio::buffer_sequence_begin(from);
             one != asio::buffer_sequence_end(from) && count_ != buffers_.size(); ++one)
            if (asio::const_buffer const buffer = *one; buffer.size() != 0)
                buffers_[count_++] = buffer;
    }

    value_type const* begin() const { return buffers_.data(); }
    value_type const* end() const { return buffers_.data() + count_; }

private:
    std::array<value_type, 4> buffers_{};
    std::size_t count_ = 0;
};

/// Meets the stream requirements of Beast for completion handlers. Not thread-safe; the byte_stream outlives it.
class erased_stream {
public:
    using executor_type = asio::any_io_executor;

    explicit erased_stream(byte_stream& below) : below_(below) {}

    executor_type get_executor() { return below_.get_executor(); }

    template <class Buffers, class Handler>
    void async_read_some(Buffers const& out, Handler&& handler) {
        asio::mutable_buffer to;
        for (auto one = asio::buffer_sequence_begin(out); one != asio::buffer_sequence_end(out) && to.size() == 0; ++one)
            to = *one;
        read_some(to, stream_handler(std::forward<Handler>(handler), get_executor()));
    }

    template <class Buffers, class Handler>
    void async_write_some(Buffers const& data, Handler&& handler) {
        write_some(written_buffers(data), stream_handler(std::forward<Handler>(handler), get_executor()));
    }

    void close() noexcept { below_.close(); }

private:
    FEISHU_DECL void read_some(asio::mutable_buffer out, stream_handler handler);
    FEISHU_DECL void write_some(written_buffers const& data, stream_handler handler);

    byte_stream& below_;
};

// Beast's customization points for other streams than Asio's.

/// The end of a WebSocket: close frames have been exchanged, so TCP may be closed.
template <class Handler>
void async_teardown(boost::beast::role_type, erased_stream& stream, Handler&& done) {
    stream.close();
    asio::post(stream.get_executor(), [done = std::forward<Handler>(done)]() mutable { done(error_code()); });
}

inline void beast_close_socket(erased_stream& stream) { stream.close(); }

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/erased_stream.ipp>
#endif
