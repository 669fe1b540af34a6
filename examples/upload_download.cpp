// A file to a group and back, each with a progress bar: uploads it, sends it, and downloads it from the message.
//
//     upload_download [FILE [TARGET]]
//
// By default it makes a file, and runs against the emulator inside this program. With FEISHU_APP_ID, FEISHU_APP_SECRET and
// FEISHU_CHAT_ID in the environment it runs against the real platform; the bot must be a member of the group.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/message_resource.hpp>
#include <feishu/client.hpp>
#include <feishu/client/download.hpp>
#include <feishu/content/media.hpp>
#include <feishu/emulator/server.hpp>

namespace im = feishu::im::v1;
namespace fs = std::filesystem;

namespace {

// Draws a bar whenever another percent is done.
class progress_bar {
public:
    explicit progress_bar(std::string label) : label_(std::move(label)) {}

    void operator()(feishu::transfer_progress const& p) {
        constexpr std::uint64_t width = 40;
        auto const percent = p.total != 0 ? p.bytes * 100 / p.total : 0;
        if (std::exchange(drawn_, percent) == percent)
            return;
        auto const filled = static_cast<std::size_t>(percent * width / 100);
        std::cout << '\r' << label_ << " [" << std::string(filled, '#') << std::string(width - filled, ' ')
                  << "] " << percent << " % of " << p.total / 1024 << " KiB" << (percent == 100 ? "\n" : "")
                  << std::flush;
    }

private:
    std::string label_;
    std::uint64_t drawn_ = ~std::uint64_t{0};
};

std::string environment(char const* name) {
    auto const* value = std::getenv(name);
    return value != nullptr ? value : "";
}

fs::path make_file() {
    auto path = fs::temp_directory_path() / "feishu-example.bin";
    std::ofstream out(path, std::ios::binary);
    for (int line = 0; line < 200'000; ++line)
        out << "line " << line << " of a report\n";
    return path;
}

void send_and_fetch(feishu::client const& client, feishu::chat_id const& chat, fs::path const& file,
                    fs::path const& target) {
    auto const uploaded = client
                              .call(im::file::create{.file_type = im::file_type::stream,
                                                     .file_name = file.filename().string(),
                                                     .file = feishu::from_path(file)},
                                    {.on_progress = progress_bar("upload  ")})
                              .value();
    auto const sent =
        client.call(im::message::send(chat, feishu::file{.file_key = uploaded.file_key})).value();
    auto const got = client
                         .download(im::message_resource::get{.message_id = sent.message_id,
                                                             .file_key = uploaded.file_key.str(),
                                                             .type = im::resource_type::file},
                                   feishu::to_path(target), {.on_progress = progress_bar("download")})
                         .value();
    std::cout << got.file_name << ", " << got.content_type << ", " << got.size << " bytes, is now "
              << target.string() << '\n';
}

} // namespace

int main(int count, char** values) try {
    auto const file = count > 1 ? fs::path(values[1]) : make_file();
    auto const target =
        count > 2 ? fs::path(values[2]) : fs::temp_directory_path() / "feishu-example-downloaded.bin";
    feishu::client_config config{.app_id = environment("FEISHU_APP_ID"),
                                 .app_secret = environment("FEISHU_APP_SECRET")};
    feishu::chat_id chat{environment("FEISHU_CHAT_ID")};
    std::unique_ptr<feishu::emulator::server> platform;
    if (config.app_id.empty() || config.app_secret.empty() || chat.empty()) {
        platform = std::make_unique<feishu::emulator::server>();
        config = platform->config();
        chat = platform->chat_id();
        std::cout << "platform: emulator at " << platform->base_url() << '\n';
    }
    send_and_fetch(feishu::client{config}, chat, file, target);
    return 0;
} catch (feishu::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
