// A file bot: answers a CSV file with a report about it. The file is received with the message and uploaded again as
// another one; both go from and to the disk in constant memory, whatever their size.
//
// On the real platform: send the bot a CSV file in a one-to-one chat.
// Scopes: im:message, im:message.p2p_msg:readonly, im:resource. Event, over a long connection: im.message.receive_v1.

#include <filesystem>
#include <fstream>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/message_resource.hpp>
#include <feishu/client/download.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/content/media.hpp>

#include "stage.hpp"

namespace fs = std::filesystem;
namespace im = feishu::im::v1;

namespace {

// The names of the columns, and the number of rows.
void write_report(fs::path const& table, fs::path const& report) {
    std::ifstream in(table);
    std::string line;
    std::getline(in, line);
    std::ofstream out(report);
    out << "columns: " << line << '\n';
    int rows = 0;
    while (std::getline(in, line))
        ++rows;
    out << "rows: " << rows << '\n';
}

class file_bot {
public:
    file_bot(feishu::client const& client, fs::path folder) : client_(client), folder_(std::move(folder)) {}

    void on_message(im::message::receive_v1 const& e) {
        auto const content = feishu::content_of(e.event.message);
        auto const* const file = std::get_if<feishu::file_content>(&content);
        if (file == nullptr)
            return;
        auto const& message = e.event.message.message_id;
        // The name comes from a user: it is shown, and never used as a path.
        auto const table = folder_ / (message.str() + ".csv");
        auto const report = folder_ / (message.str() + ".txt");
        auto const got = client_.download(im::message_resource::get{.message_id = message,
                                                                    .file_key = file->file_key,
                                                                    .type = im::resource_type::file},
                                          feishu::to_path(table), {.max_bytes = 100u << 20});
        if (!got) { // too large, recalled meanwhile, …: the user should know
            client_
                .call(im::message::reply(message,
                                         feishu::text{"I cannot read this file: " + got.error().message}))
                .value();
            return;
        }
        write_report(table, report);
        auto const key = client_
                             .call(im::file::create{.file_type = im::file_type::stream,
                                                    .file_name = "report on " + file->file_name + ".txt",
                                                    .file = feishu::from_path(report)})
                             .value()
                             .file_key;
        client_.call(im::message::reply(message, feishu::file{key})).value();
    }

private:
    feishu::client const& client_;
    fs::path folder_;
};

// What Ann finds in the chat: the bot's last message, and the file in it.
void show_answer(feishu::emulator::server& platform, feishu::client const& client,
                 feishu::chat_id const& chat) {
    auto const answer = platform.state()->messages_of(chat).back()->message_id;
    auto const message = client.call(im::message::get{.message_id = answer}).value().items.at(0);
    auto const content = feishu::content_of(message);
    auto const& file = std::get<feishu::file_content>(content);
    auto const got = client
                         .download(im::message_resource::get{.message_id = answer,
                                                             .file_key = file.file_key,
                                                             .type = im::resource_type::file},
                                   feishu::to_memory())
                         .value();
    std::cout << "Ann receives \"" << file.file_name << "\":\n" << got.bytes;
}

} // namespace

int main() try {
    tutorial::stage stage;
    feishu::client const client{stage.config()};
    auto const folder = fs::temp_directory_path() / "feishu_file_report";
    fs::create_directories(folder);
    file_bot bot(client, folder);
    feishu::event_dispatcher on;
    on.handle<im::message::receive_v1>([&](auto const& e) { bot.on_message(e); });

    if (auto* const platform = stage.emulator()) {
        auto const ann = platform->users().front();
        auto const chat = platform->state()->enter(ann, platform->app().app_id);
        stage.script({[=](auto& everyone) {
                          auto table =
                              feishu::emulator::make_resource("Q3.csv", "region,sales\nnorth,12\nsouth,30\n");
                          everyone.state()->send_file(ann, chat, table).value();
                      },
                      [=, &client](auto& everyone) { show_answer(everyone, client, chat); }});
    }
    stage.run(client, on);
    fs::remove_all(folder);
} catch (feishu::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
