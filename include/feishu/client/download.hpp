#pragma once
// Downloads of files, images and other resources, in constant memory:
//
//     auto got = client.download(im::message_resource::get{…}, feishu::to_path("out.pdf"));
//     if (got) std::cout << got->file_name << ", " << got->size << " bytes\n";
//
// <feishu/async.hpp> has async_download.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/client.hpp>
#include <feishu/client/impl/stoppable_function.hpp>
#include <feishu/client/progress.hpp>
#include <feishu/client/retry.hpp>

namespace feishu {

/// The result of a download.
struct downloaded {
    /// The name of the file as the platform states it, in UTF-8; empty if it states none. It is never a path and safe
    /// to append to a folder: it has no separators, control characters or characters that systems reserve.
    std::string file_name{};
    std::string content_type{}; ///< as stated: "application/pdf"; may be empty
    std::uint64_t size = 0;     ///< bytes
    std::string bytes{};        ///< the file; only with to_memory
};

/// Settings of one download.
struct download_options {
    /// Of the whole download; by default it may take as long as it needs. It fails when no bytes arrive for
    /// client_config::timeout.
    std::optional<std::chrono::milliseconds> timeout{};
    /// Instead of client_config::retry. An attempt that brings a part of the file is not counted.
    std::optional<retry_policy> retry{};
    progress_callback on_progress{};
    /// A larger file is an error of kind decode. No limit by default; with to_memory,
    /// client_config::max_response_bytes.
    std::optional<std::uint64_t> max_bytes{};
    std::string traceparent{}; ///< as call_options::traceparent
    std::string tracestate{};  ///< as call_options::tracestate
};

namespace detail {

class download_output;

/// `bytes` is where to_memory stores them; it outlives the output.
using output_maker = std::function<std::unique_ptr<download_output>(std::string& bytes)>;

} // namespace detail

/// Where a download goes: the result of to_path, to_callback or to_memory. A value; it may serve several downloads.
class download_target {
public:
    /// For to_path, to_callback and to_memory.
    download_target(detail::output_maker make, bool in_memory)
        : make_(std::move(make)), in_memory_(in_memory) {}

    /// For the library.
    detail::output_maker const& maker() const { return make_; }
    /// Whether it is `to_memory`.
    bool in_memory() const { return in_memory_; }

private:
    detail::output_maker make_;
    bool in_memory_;
};

/// A file, whose path is UTF-8 on every system. It is written in the same folder, as `.feishu-9f86d081884c.part`,
/// and replaces what is there once it is complete. When the download fails, nothing is left and nothing has changed.
/// A folder is an error: the name of the file is the caller's choice.
FEISHU_DECL download_target to_path(std::string path);
/// The same for a std::filesystem::path.
template <class Path>
    requires requires(Path const& path) { path.u8string(); }
download_target to_path(Path const& path) {
    auto const utf8 = path.u8string();
    return to_path(std::string(utf8.begin(), utf8.end()));
}

/// The string `downloaded::bytes`.
FEISHU_DECL download_target to_memory();

namespace detail {
FEISHU_DECL download_target to_chunks(stoppable_function<std::string_view> callback);
} // namespace detail

/// A function of std::string_view, which is called with one piece of the file after the other; it returns nothing, or
/// false to cancel the download. The next piece is received after it has returned. A piece is valid during the call.
/// Without an error from the download, the pieces are the whole file; whether the file is complete is not known before.
/// Callbacks: an exception cancels the download; its text is in the error.
template <class F>
    requires std::is_invocable_v<F&, std::string_view> download_target to_callback(F callback) {
        return detail::to_chunks(std::move(callback));
    }

namespace detail {

/// One download: its call, and what that needs.
class download_call;

/// Opens the output. Errors: kind file.
FEISHU_DECL result<std::shared_ptr<download_call>>
make_download(client_core& core, endpoint_spec const& spec, http::request request, credentials const& caller,
              download_target const& to, download_options const& options);
FEISHU_DECL result<downloaded> run_download(client_core& core, download_call& download);
FEISHU_DECL std::shared_ptr<prepared_call> call_of(std::shared_ptr<download_call> const& download);
/// The result of the call, once.
FEISHU_DECL result<downloaded> finish_download(download_call& download, result<void> outcome);

/// Completes, validates and opens. Errors: kinds validation and file.
template <endpoint E>
result<std::shared_ptr<download_call>> prepare_download(client_core& core, E request,
                                                        credentials const& caller, download_target const& to,
                                                        download_options const& options) {
    complete_request(request);
    if (auto valid = validate(request); !valid)
        return std::move(valid).error();
    auto who = caller;
    if constexpr (E::spec.tokens == token::none)
        who.kind = token::none;
    return make_download(core, E::spec, http::build(request), who, to, options);
}

} // namespace detail

template <token Kind>
template <endpoint E>
result<downloaded> caller<Kind>::download(E request, download_target const& to,
                                          download_options const& options) const {
    check_download<E>();
    auto started = detail::prepare_download(*core_, std::move(request), credentials_, to, options);
    if (!started)
        return detail::unsent(*core_, E::spec, options.traceparent, std::move(started).error());
    return detail::run_download(*core_, **started);
}

template <token Kind>
template <endpoint E>
result<downloaded> caller<Kind>::download(E request, download_target const& to) const {
    return download(std::move(request), to, download_options{});
}

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/download.ipp>
#endif
