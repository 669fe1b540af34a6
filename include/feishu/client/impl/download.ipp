#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <utility>

#include <boost/describe/class.hpp>

#include <feishu/client/download.hpp>
#include <feishu/client/impl/client_core.hpp>
#include <feishu/client/impl/download_call.hpp>
#include <feishu/client/impl/trace_context.hpp>

namespace feishu {
namespace detail {

/// What is read of the JSON of an error beside the envelope.
struct no_fields {};
BOOST_DESCRIBE_STRUCT(no_fields, (), ())

inline download_limits limits_of(client_config const& config, endpoint_spec const& spec,
                                 download_target const& to, download_options const& options) {
    auto const none = (std::numeric_limits<std::uint64_t>::max)();
    return {.file_bytes = options.max_bytes.value_or(to.in_memory() ? config.max_response_bytes : none),
            .error_bytes = config.max_response_bytes,
            .ranges = spec.method == verb::get};
}

inline prepared_call call_for(endpoint_spec const& spec, http::request request, credentials const& caller,
                              download_options const& options) {
    static no_fields nothing;
    prepared_call call{.spec = &spec,
                       .request = std::move(request),
                       .target = &nothing,
                       .type = &json::binding_of<no_fields>,
                       .credentials = caller,
                       .options = {.timeout = options.timeout.value_or((std::chrono::milliseconds::max)()),
                                   .retry = options.retry,
                                   .traceparent = options.traceparent},
                       .reset = [](void*) {}};
    call.idempotent = call.safe_to_retry = is_idempotent(spec.method);
    return call;
}

FEISHU_DECL result<std::shared_ptr<download_call>>
make_download(client_core& core, endpoint_spec const& spec, http::request request, credentials const& caller,
              download_target const& to, download_options const& options) {
    auto out = std::make_shared<download_call>(to.maker(), limits_of(core.config(), spec, to, options),
                                               options.on_progress);
    if (auto opened = out->output->open(); !opened) {
        auto e = std::move(opened).error();
        e.endpoint = spec.id;
        return e;
    }
    if (auto traced = add_trace_context(request.headers, spec, options.traceparent, options.tracestate); !traced)
        return std::move(traced).error();
    out->call = call_for(spec, std::move(request), caller, options);
    out->call.download = &out->machine;
    return out;
}

FEISHU_DECL result<downloaded> run_download(client_core& core, download_call& download) {
    return finish_download(download, run(core, std::move(download.call)));
}

FEISHU_DECL std::shared_ptr<prepared_call> call_of(std::shared_ptr<download_call> const& download) {
    return {download, &download->call};
}

FEISHU_DECL result<downloaded> finish_download(download_call& download, result<void> outcome) {
    if (!outcome) {
        download.output->discard();
        return std::move(outcome).error();
    }
    return downloaded{.file_name = download.machine.file_name(),
                      .content_type = download.machine.content_type(),
                      .size = download.machine.size(),
                      .bytes = std::move(download.bytes)};
}

FEISHU_DECL download_target to_chunks(stoppable_function<std::string_view> callback) {
    return {[callback = std::move(callback)](std::string&) -> std::unique_ptr<download_output> {
                return std::make_unique<callback_output>(callback);
            },
            false};
}

} // namespace detail

FEISHU_DECL download_target to_path(std::string path) {
    return {[path = std::move(path)](std::string&) -> std::unique_ptr<detail::download_output> {
                return std::make_unique<detail::file_output>(path);
            },
            false};
}

FEISHU_DECL download_target to_memory() {
    return {[](std::string& bytes) -> std::unique_ptr<detail::download_output> {
                return std::make_unique<detail::memory_output>(bytes);
            },
            true};
}

} // namespace feishu
