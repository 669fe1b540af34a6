// Uploading and downloading files and images.

#include <feishu/emulator/handlers/im/v1/file.hpp>
#include <feishu/emulator/handlers/im/v1/image.hpp>
#include <feishu/emulator/handlers/im/v1/message_resource.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>

#include <string>
#include <string_view>

#include <feishu/client.hpp>
#include <feishu/content/media.hpp>
#include <feishu/http/impl/build.hpp>

#include "../../../world.hpp"

using namespace test;

namespace resources_tests {

std::string const png = "\x89PNG\r\n\x1A\n and pixels";

im::file::create file_of(std::string bytes, std::string name = "报告.pdf") {
    return {.file_type = im::file_type::pdf,
            .file_name = std::move(name),
            .file = feishu::from_bytes(std::move(bytes), "x")};
}
im::image::create image_of(std::string bytes, im::image_type type = im::image_type::message) {
    return {.image_type = type, .image = feishu::from_bytes(std::move(bytes), "x")};
}
im::message_resource::get resource_of(feishu::message_id message, std::string key, im::resource_type type) {
    return {.message_id = std::move(message), .file_key = std::move(key), .type = type};
}
std::string key_in(emulator::message const& one, std::string_view name) {
    auto const text = one.content;
    auto const at = text.find('"' + std::string(name) + "\":\"") + name.size() + 4;
    return text.substr(at, text.find('"', at) - at);
}

BOOST_AUTO_TEST_SUITE(resources)

BOOST_AUTO_TEST_CASE(a_file_is_downloaded_by_the_app_that_uploaded_it_only) {
    world w;
    auto const key = w.run(file_of("content")).value().file_key;
    BOOST_TEST(key.str().starts_with("file_v3_"));
    auto const got = w.run(im::file::get{.file_key = key}).value();
    BOOST_TEST(*got.bytes == "content");
    BOOST_TEST(got.file_name == "报告.pdf");
    BOOST_TEST(got.content_type == "application/pdf");
    auto const other = w.tenant.add_app("other");
    emulator::caller const stranger{.kind = feishu::token::tenant, .app = other, .user = {}};
    BOOST_TEST(handle(w.tenant, stranger, im::file::get{.file_key = key}).error().code == 234008);
    BOOST_TEST(w.code(im::file::get{.file_key = "file_v3_unknown"}) == 234001);
    BOOST_TEST(w.code(im::image::get{.image_key = feishu::image_key(key.str())}) == 234001);
}

BOOST_AUTO_TEST_CASE(receivers_of_a_file_get_its_name_and_duration) {
    world w;
    auto video = file_of("frames", "clip.mp4");
    video.file_type = im::file_type::mp4;
    video.duration = 2000;
    auto const clip = w.run(video).value().file_key;
    auto speech = file_of("speech", "speech.opus");
    speech.file_type = im::file_type::opus;
    speech.duration = 3000;
    auto const voice = w.run(speech).value().file_key;
    auto const cover = w.run(image_of(png)).value().image_key;
    auto const report = w.run(file_of("content")).value().file_key;
    auto const received = [&](feishu::field::content<feishu::content_usage::send> content) {
        auto const sent = w.run(feishu::completed(im::message::send(w.ops, std::move(content)))).value();
        return w.tenant.find_message(sent.message_id)->content;
    };
    BOOST_TEST(received(feishu::file{report}) == R"({"file_key":")" + report.str() + R"(","file_name":"报告.pdf"})");
    BOOST_TEST(received(feishu::audio{voice}) == R"({"file_key":")" + voice.str() + R"(","duration":3000})");
    auto const media = received(feishu::media{clip, cover});
    BOOST_TEST(media.find(R"("file_name":"clip.mp4","duration":2000)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_image_is_recognized_by_its_bytes) {
    world w;
    for (std::string const& bytes :
         {png, std::string("\xFF\xD8\xFF\xE0"), std::string("GIF89a"), std::string("RIFF1234WEBPVP8"),
          std::string("BM12"), std::string("II*\0.", 5), std::string("\0\0\1\0.", 5),
          std::string("1234ftypheic")}) {
        auto const key = w.run(image_of(bytes)).value().image_key;
        BOOST_TEST(key.str().starts_with("img_v3_"));
        auto const got = w.run(im::image::get{.image_key = key}).value();
        BOOST_TEST(*got.bytes == bytes);
    }
    for (std::string const& bytes :
         {std::string("plain text"), std::string("%PDF-1.7"), std::string("\x89PN"), std::string("x")})
        BOOST_TEST(w.code(image_of(bytes)) == 234011);
}

BOOST_AUTO_TEST_CASE(an_avatar_cannot_be_downloaded) {
    world w;
    auto const key = w.run(image_of(png, im::image_type::avatar)).value().image_key;
    BOOST_TEST(w.code(im::image::get{.image_key = key}) == 234001);
}

BOOST_AUTO_TEST_CASE(uploads_are_limited_by_settings) { // case 32
    world w;
    std::string const image = png + std::string((10u << 20) - png.size(), 'x');
    BOOST_TEST(w.code(image_of(image)) == 0);
    BOOST_TEST(w.code(image_of(image + 'x')) == 234006);
    BOOST_TEST(w.code(file_of(std::string((30u << 20) + 1, 'x'))) == 234006);
    BOOST_TEST(w.code(file_of("")) == 234010);
    w.tenant.settings.max_file_bytes = 1u << 30;
    auto const key = w.run(file_of(std::string((30u << 20) + 1, 'x'))).value().file_key;
    w.tenant.settings.max_resource_bytes = 30u << 20;
    BOOST_TEST(w.code(im::file::get{.file_key = key}) == 234037);
}

BOOST_AUTO_TEST_CASE(an_app_without_a_bot_uploads_nothing) {
    world w;
    auto app = w.bot;
    app.bot = false;
    emulator::caller const who{.kind = feishu::token::tenant, .app = app, .user = {}};
    BOOST_TEST(w.run_with(who, image_of(png)).error().code == 234007);
    BOOST_TEST(w.run_with(who, file_of("x")).error().code == 234007);
    BOOST_TEST(w.run_with(who, im::image::get{.image_key = "img_v3_1"}).error().code == 234007);
}

BOOST_AUTO_TEST_CASE(what_a_user_sends_is_downloaded_from_the_message) {
    world w;
    auto const file =
        w.tenant.send_file(w.ann.open_id, w.ops, emulator::make_resource("报告.pdf", "content")).value();
    auto const& sent = *w.tenant.find_message(file);
    BOOST_TEST((sent.msg_type == im::msg_type::file));
    BOOST_TEST(key_in(sent, "file_name") == "报告.pdf");
    auto const key = key_in(sent, "file_key");
    BOOST_TEST(*w.run(resource_of(file, key, im::resource_type::file)).value().bytes == "content");
    BOOST_TEST(w.code(resource_of(file, key, im::resource_type::image)) == 234001);
    BOOST_TEST(w.code(im::file::get{.file_key = feishu::file_key(key)}) == 234008);

    auto const image =
        w.tenant.send_file(w.ann.open_id, w.ops, emulator::make_resource("a.png", png)).value();
    auto const image_key = key_in(*w.tenant.find_message(image), "image_key");
    BOOST_TEST(*w.run(resource_of(image, image_key, im::resource_type::image)).value().bytes == png);
    BOOST_TEST(w.code(resource_of(image, key, im::resource_type::file)) == 234003); // of the other message
}

BOOST_AUTO_TEST_CASE(a_message_without_the_file_or_out_of_reach_is_refused) {
    world w;
    auto const key = w.run(image_of(png)).value().image_key.str();
    auto const text = w.sent("no file");
    BOOST_TEST(w.code(resource_of(text, key, im::resource_type::image)) == 234003);
    BOOST_TEST(w.code(resource_of("om_unknown", key, im::resource_type::image)) == 234001);
    auto const card =
        w.run(w.to_chat(R"({"elements":[{"img_key":")" + key + "\"}]}", im::msg_type::interactive))
            .value()
            .message_id;
    BOOST_TEST(w.code(resource_of(card, key, im::resource_type::image)) == 234043);
    auto const image =
        w.run(w.to_chat(R"({"image_key":")" + key + "\"}", im::msg_type::image)).value().message_id;
    BOOST_TEST(w.code(resource_of(image, key, im::resource_type::image)) == 0);
    BOOST_TEST(w.run_as(w.eve, resource_of(image, key, im::resource_type::image)).error().code == 234004);
    w.tenant.remove_message(image);
    BOOST_TEST(w.code(resource_of(image, key, im::resource_type::image)) == 230110);
}

// --- through the gateway

struct platform {
    world w{};
    emulator::shared_state tenant{std::move(w.tenant)};
    emulator::dispatcher dispatch{tenant};
    std::string token{};

    platform() {
        emulator::serve_platform(dispatch);
        token = tenant->tenant_token(w.bot.app_id).value;
    }
    template <class E>
    emulator::response send(E const& e, std::vector<feishu::http::header> more = {}) {
        auto const built = feishu::http::build(e);
        emulator::request req{.method = std::string(to_string(built.method)),
                              .target = built.target,
                              .headers = std::move(more)};
        req.headers.push_back({"Authorization", "Bearer " + token});
        for (auto const field : built.headers)
            req.headers.push_back({std::string(field.name), std::string(field.value)});
        if (built.source) {
            req.body.resize(built.source->size());
            for (std::size_t got = 0; got < req.body.size();)
                got += built.source->read(got, req.body.data() + got, req.body.size() - got);
        }
        return dispatch.handle_request(req);
    }
    int code(emulator::response const& out) const {
        auto const at = out.body.find("\"code\":");
        return at == out.body.npos ? -1 : std::stoi(out.body.substr(at + 7));
    }
};

BOOST_AUTO_TEST_CASE(a_form_becomes_the_request_and_a_file_the_response) {
    platform p;
    auto const sent = p.send(file_of("0123456789"));
    BOOST_TEST(p.code(sent) == 0);
    auto const at = sent.body.find("file_v3_");
    auto const key = sent.body.substr(at, sent.body.find('"', at) - at);
    auto const got = p.send(im::file::get{.file_key = feishu::file_key(key)});
    BOOST_TEST(got.status == 200);
    BOOST_TEST(got.body == "0123456789");
    BOOST_TEST(feishu::http::find_header(got.headers, "Content-Type") == "application/pdf");
    auto const rest = p.send(im::file::get{.file_key = feishu::file_key(key)}, {{"Range", "bytes=4-"}});
    BOOST_TEST(rest.status == 206);
    BOOST_TEST(rest.body == "456789");
    BOOST_TEST(p.dispatch.requests()[0].endpoint == "im.v1.file.create");
    BOOST_TEST(p.dispatch.requests()[0].body == ""); // uploads may be large
}

BOOST_AUTO_TEST_CASE(forms_that_the_service_rejects_have_its_codes) {
    platform p;
    BOOST_TEST(p.code(p.send(file_of(std::string((30u << 20) + 1, 'x')))) == 234006);
    BOOST_TEST(p.code(p.send(file_of(""))) == 234010);
    BOOST_TEST(p.code(p.send(im::file::create{.file_type = feishu::open<im::file_type>{},
                                              .file_name = "a",
                                              .file = feishu::from_bytes("x", "a")})) == 234001);
    auto const missing = p.send(
        im::file::create{.file_type = im::file_type::pdf, .file_name = "a", .file = feishu::field::upload{}});
    BOOST_TEST(p.code(missing) == 234001);
    BOOST_TEST(missing.status == 400);
    emulator::request req{.method = "POST",
                          .target = "/open-apis/im/v1/files",
                          .headers = {{"Authorization", "Bearer " + p.token},
                                      {"Content-Type", "multipart/form-data; boundary=B"}},
                          .body = "--B\r\n\r\nx"};
    BOOST_TEST(p.code(p.dispatch.handle_request(req)) == 234001);
    req.body = "--B\r\nContent-Disposition: form-data; name=file\r\n\r\nx\r\n" // a file without a file name
               "--B\r\nContent-Disposition: form-data; name=file_type\r\n\r\npdf\r\n"
               "--B\r\nContent-Disposition: form-data; name=file_name\r\n\r\na.pdf\r\n--B--";
    BOOST_TEST(p.code(p.dispatch.handle_request(req)) == 0);
    req.headers[1].value = "application/json";
    BOOST_TEST(p.code(p.dispatch.handle_request(req)) == 234001);
}

BOOST_AUTO_TEST_CASE(custom_handlers_serve_uploads_and_files) {
    platform p;
    p.dispatch.serve<im::image::create>(
        [](emulator::caller const&,
           im::image::create const& request) -> feishu::result<im::image::create::response> {
            return im::image::create::response{.image_key = feishu::image_key(request.image->file_name())};
        });
    p.dispatch.serve<im::image::get>(
        [](emulator::caller const&, im::image::get const&) -> feishu::result<emulator::resource> {
            return emulator::make_resource("a.gif", "GIF89a");
        });
    BOOST_TEST(p.send(image_of("not an image")).body.find(R"("image_key":"x")") != std::string::npos);
    BOOST_TEST(p.send(im::image::get{.image_key = "img_1"}).body == "GIF89a");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace resources_tests
