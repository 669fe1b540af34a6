#pragma once

#include <feishu/http/impl/socket_connection.hpp>

namespace feishu::http::detail {

FEISHU_DECL error_code socket_connection::handshake(tls_context const& context, std::string const& host,
                                                    steady_clock::time_point deadline) {
    if (!tls_.emplace(socket_).start(context, host))
        return boost::asio::error::no_memory;
    for (;;) {
        if (auto const failed = tls_->handshake(); !would_block(failed))
            return failed;
        if (auto const failed = socket_.wait(tls_->wanted(), deadline))
            return failed;
    }
}

FEISHU_DECL io_progress socket_connection::write_some(std::array<std::string_view, 2> const& pieces,
                                                      steady_clock::time_point deadline) {
    for (;;) {
        auto const progress =
            tls_ ? tls_->send(pieces[0].empty() ? pieces[1] : pieces[0]) : socket_.send(pieces);
        if (!would_block(progress.failed))
            return progress;
        if (auto const failed = socket_.wait(tls_ ? tls_->wanted() : readiness::writable, deadline))
            return {failed, 0};
    }
}

// Waits first, since a response takes its time: an early attempt would be a system call for nothing.
FEISHU_DECL io_progress socket_connection::read_some(boost::asio::mutable_buffer out,
                                                     steady_clock::time_point deadline) {
    bool pending = tls_ && tls_->has_pending();
    for (auto wanted = readiness::readable;;) {
        if (!pending)
            if (auto const failed = socket_.wait(wanted, deadline))
                return {failed, 0};
        auto const progress =
            tls_ ? tls_->receive(out.data(), out.size()) : socket_.receive(out.data(), out.size());
        if (!would_block(progress.failed))
            return progress;
        pending = false;
        wanted = tls_ ? tls_->wanted() : readiness::readable;
    }
}

} // namespace feishu::http::detail
