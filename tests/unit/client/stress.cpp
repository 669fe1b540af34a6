// Many threads on one client against the emulator; with sanitizers it shows what they share.

#include <feishu/async.hpp>
#include <feishu/client.hpp>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client/download.hpp>
#include <feishu/emulator/server.hpp>

#include "../http/open_files.hpp"

namespace {

namespace im = feishu::im::v1;
namespace asio = boost::asio;

constexpr int stress_callers = 16;
constexpr int stress_rounds = 6;

im::file::create small_file(std::string const& bytes) {
    return {.file_type = im::file_type::stream, .file_name = "a.bin", .file = feishu::from_bytes(bytes, "a.bin")};
}

/// The emulator, and what callers count.
struct stress_scene {
    feishu::emulator::server platform{};
    std::string const bytes = std::string(20'000, 'x');
    std::atomic<int> succeeded = 0;

    template <class Outcome>
    bool check(Outcome const& outcome) {
        succeeded += outcome.has_value();
        if (!outcome)
            BOOST_ERROR(outcome.error().to_string());
        return outcome.has_value();
    }
    im::message::create hello(int i) const {
        return im::message::send(platform.chat_id(), feishu::text{"hello " + std::to_string(i)});
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(client_stress)

BOOST_AUTO_TEST_CASE(sixteen_threads_send_read_upload_and_download_with_one_client) {
    stress_scene s;
    feishu::client const client{s.platform.config()};
    std::vector<std::thread> threads;
    for (int t = 0; t < stress_callers; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < stress_rounds; ++i) {
                auto const sent = client.call(s.hello(t));
                if (!s.check(sent) || !s.check(client.call(im::message::get{.message_id = sent->message_id})))
                    return;
                auto const file = client.call(small_file(s.bytes));
                if (!s.check(file))
                    return;
                auto const got = client.download(im::file::get{.file_key = file->file_key}, feishu::to_memory());
                if (!s.check(got) || got->bytes != s.bytes)
                    return;
            }
        });
    for (auto& one : threads)
        one.join();
    BOOST_TEST(s.succeeded == 4 * stress_callers * stress_rounds);
}

BOOST_AUTO_TEST_CASE(sixteen_coroutines_on_four_threads_send_read_upload_and_download_with_one_client) {
    stress_scene s;
    auto const before = test::open_files();
    {
        feishu::client const client{s.platform.config()};
        asio::thread_pool pool(4);
        for (int t = 0; t < stress_callers; ++t)
            asio::co_spawn(
                pool,
                [&s, &client, t]() -> asio::awaitable<void> {
                    for (int i = 0; i < stress_rounds; ++i) {
                        auto const message = s.hello(t);
                        auto const sent = co_await client.async_call(message);
                        if (!s.check(sent))
                            co_return;
                        im::message::get const read{.message_id = sent->message_id};
                        s.check(co_await client.async_call(read));
                        auto const upload = small_file(s.bytes);
                        auto const file = co_await client.async_call(upload);
                        if (!s.check(file))
                            co_return;
                        im::file::get const download{.file_key = file->file_key};
                        auto const got = co_await client.async_download(download, feishu::to_memory());
                        if (!s.check(got) || got->bytes != s.bytes)
                            co_return;
                    }
                },
                asio::detached);
        pool.join();
    }
    BOOST_TEST(s.succeeded == 4 * stress_callers * stress_rounds);
    BOOST_TEST(test::open_files() <= before + 1 + stress_callers); // what the emulator still holds, which closes them
}

BOOST_AUTO_TEST_SUITE_END()
