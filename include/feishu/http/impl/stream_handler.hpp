#pragma once
// Handlers and buffers of streams, each in one type: operations of sockets and TLS are compiled once for them. A
// handler of this type takes an allocation.

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

#include <feishu/http/impl/asio.hpp>

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

    void operator()(error_code failed, std::size_t bytes = 0) {
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

} // namespace feishu::http::detail
