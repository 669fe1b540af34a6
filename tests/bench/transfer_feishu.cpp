// Transfers a file through the library: `download` or `upload`, which are synchronous.

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>

#include <feishu/client.hpp>
#include <feishu/client/download.hpp>

#include "transfer.hpp"

namespace bench {

/// The platform's own endpoints have limits, which the library checks.
struct get {
    static constexpr feishu::endpoint_spec spec{.id = "bench.v1.file.get",
                                                .path = "/open-apis/bench/v1/files",
                                                .query = {"bytes"},
                                                .tokens = feishu::token::tenant,
                                                .envelope = feishu::envelope::binary};
    std::int64_t bytes = 0;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(get, (), (bytes))
BOOST_DESCRIBE_STRUCT(get::response, (), ())

struct create {
    static constexpr feishu::endpoint_spec spec{.id = "bench.v1.file.create",
                                                .method = feishu::verb::post,
                                                .path = "/open-apis/bench/v1/files",
                                                .tokens = feishu::token::tenant};
    feishu::field::required<feishu::field::upload> file;
    struct response {
        std::string file_key;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (file))
BOOST_DESCRIBE_STRUCT(create::response, (), (file_key))

} // namespace bench

namespace {

void download(feishu::client const& client, std::size_t size) {
    std::size_t received = 0;
    auto const got =
        client.download(bench::get{.bytes = static_cast<std::int64_t>(size)},
                        feishu::to_callback([&](std::string_view piece) { received += piece.size(); }));
    if (!got || received != size)
        bench::fail(got ? "not all bytes were received" : got.error().message);
}

void upload(feishu::client const& client, std::size_t size) {
    auto const sent = client.call(bench::create{
        .file = feishu::from_callback(
            size, [](std::uint64_t, char* out, std::size_t n) { return bench::produce(out, n); }, "a.bin")});
    if (!sent || sent->file_key != "file_1")
        bench::fail(sent ? "another file_key" : sent.error().message);
}

} // namespace

int main(int count, char** values) {
    bench::arguments const args(count, values);
    feishu::client const client{{.app_id = "cli_1",
                                 .app_secret = "secret",
                                 .base_url = args.text("url"),
                                 .timeout = std::chrono::minutes(5)}};
    bench::print_transfer(args, [&](std::size_t size) {
        args.name() == "upload" ? upload(client, size) : download(client, size);
    });
}
