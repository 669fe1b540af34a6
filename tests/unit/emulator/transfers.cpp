// Files up to the platform and down again, by the library's client.

#include <feishu/emulator/server.hpp>

#include <optional>
#include <string>
#include <variant>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/image.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/message_resource.hpp>
#include <feishu/async.hpp>
#include <feishu/client.hpp>
#include <feishu/client/download.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/content/media.hpp>

#include "../temporary_folder.hpp"

namespace transfers_tests {

namespace asio = boost::asio;
namespace im = feishu::im::v1;

std::string sample(std::size_t size) {
    std::string out(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        out[i] = static_cast<char>((i * 2654435761u) >> 11);
    return out;
}

BOOST_AUTO_TEST_SUITE(transfers)

BOOST_AUTO_TEST_CASE(a_file_comes_back_as_it_was_sent) {
    for (bool const https : {false, true}) {
        feishu::emulator::server platform({.https = https});
        feishu::client const client{platform.config()};
        test::temporary_folder const folder;
        auto const bytes = sample(3'000'000);
        auto const uploaded =
            client.call(im::file::create{.file_type = im::file_type::pdf,
                                         .file_name = "报告 1.pdf",
                                         .file = feishu::from_path(folder.write("report.pdf", bytes))});
        BOOST_TEST_REQUIRE(uploaded.has_value());
        auto const got = client.download(im::file::get{.file_key = uploaded->file_key},
                                         feishu::to_path(folder.path("got.pdf")));
        BOOST_TEST_REQUIRE(got.has_value());
        BOOST_TEST(got->file_name == "报告 1.pdf");
        BOOST_TEST(got->content_type == "application/pdf");
        BOOST_TEST((folder.read("got.pdf") == bytes));
    }
}

asio::awaitable<std::string> send_and_fetch(feishu::client const& client, feishu::chat_id chat,
                                            std::string bytes) {
    im::image::create const upload{.image_type = im::image_type::message,
                                   .image = feishu::from_bytes(bytes, "a.png")};
    auto const uploaded = (co_await client.async_call(upload)).value();
    auto const message = im::message::send(chat, feishu::image{.image_key = uploaded.image_key});
    auto const sent = (co_await client.async_call(message)).value();
    im::message_resource::get const request{.message_id = sent.message_id,
                                            .file_key = uploaded.image_key.str(),
                                            .type = im::resource_type::image};
    auto const target = feishu::to_memory();
    auto got = (co_await client.async_download(request, target)).value();
    co_return std::move(got.bytes);
}

BOOST_AUTO_TEST_CASE(an_image_is_sent_and_fetched_by_a_coroutine) {
    feishu::emulator::server platform;
    feishu::client const client{platform.config()};
    auto const png = "\x89PNG\r\n\x1A\n" + sample(100'000);
    asio::io_context context;
    std::optional<std::string> got;
    asio::co_spawn(context, send_and_fetch(client, platform.chat_id(), png),
                   [&](std::exception_ptr failed, std::string bytes) {
                       BOOST_TEST(!failed);
                       got = std::move(bytes);
                   });
    context.run();
    BOOST_TEST((got.value() == png));
}

BOOST_AUTO_TEST_CASE(what_a_user_sent_is_downloaded_by_the_bot) {
    feishu::emulator::server platform;
    feishu::client const client{platform.config()};
    auto const ann = platform.users().front().open_id;
    auto const sent =
        platform.state()
            ->send_file(ann, platform.chat_id(), feishu::emulator::make_resource("报告.pdf", "content"))
            .value();
    auto const message = client.call(im::message::get{.message_id = sent}).value().items.at(0);
    auto const content = feishu::content_of(message);
    auto const* file = std::get_if<feishu::file_content>(&content);
    BOOST_TEST_REQUIRE(file != nullptr);
    BOOST_TEST(file->file_name == "报告.pdf");
    auto const got = client.download(im::message_resource::get{.message_id = sent,
                                                               .file_key = file->file_key.str(),
                                                               .type = im::resource_type::file},
                                     feishu::to_memory());
    BOOST_TEST_REQUIRE(got.has_value());
    BOOST_TEST(got->bytes == "content");
    BOOST_TEST(got->file_name == "报告.pdf");
}

BOOST_AUTO_TEST_CASE(an_unknown_file_is_the_platforms_error) {
    feishu::emulator::server platform;
    feishu::client const client{platform.config()};
    auto const got = client.download(im::file::get{.file_key = "file_v3_unknown"}, feishu::to_memory());
    BOOST_TEST_REQUIRE(got.has_error());
    BOOST_TEST((got.error().symbol() == feishu::errc::file_invalid_parameter));
    BOOST_TEST(!got.error().log_id.empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace transfers_tests
