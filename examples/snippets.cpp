// The README's snippets, run against the emulator. Each function is one snippet; main() reports which of them
// work. The lines that must not compile are in tests/compile_fail.

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <feishu/api/authen/v1/user_info.hpp>
#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/async.hpp>
#include <feishu/client.hpp>
#include <feishu/client/call_report.hpp>
#include <feishu/client/download.hpp>
#include <feishu/client/oauth.hpp>
#include <feishu/content/card.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/content/post.hpp>
#include <feishu/core/scopes.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/awaitable.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/webhook_server.hpp>
#include <feishu/store/memory_store.hpp>

namespace im = feishu::im::v1;

namespace {

// 1 and 2: send a message; use an endpoint directly.
bool send_urgent(feishu::client const& client, feishu::chat_id const& chat, std::string const& member) {
    auto sent = client.call(im::message::send(chat, feishu::text{"hello"})).value();
    auto urged = client.call(im::message::urgent_app{
        .message_id = sent.message_id,
        .user_id_type = im::user_id_type::open_id,
        .user_id_list = {member, "ou_unknown"},
    });
    if (!urged)
        std::cerr << urged.error() << '\n';
    return urged && urged->invalid_user_id_list == std::vector<std::string>{"ou_unknown"};
}

// The same request sent twice results in one message.
bool sends_again(feishu::client const& client, feishu::chat_id const& chat) {
    auto const request = feishu::completed(im::message::send(chat, feishu::text{"paid"}));
    auto const first = client.call(request).value();
    return client.call(request).value().message_id == first.message_id;
}

// Reports of calls, counters, log lines with a level, and a trace context.
bool observed(feishu::client_config config, feishu::chat_id const& chat) {
    std::vector<std::string> reported;
    config.log = [](feishu::log_level level, std::string_view line) {
        std::cerr << feishu::to_string(level) << ' ' << line << '\n';
    };
    config.on_call = [&](feishu::call_report const& call) {
        reported.push_back(std::string(call.endpoint) + ": " + std::to_string(call.attempts) + " attempts, code " +
                           std::to_string(call.code));
    };
    feishu::client const client{config};
    client.call(im::message::send(chat, feishu::text{"hello"}),
                {.traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}).value();
    return reported == std::vector<std::string>{"im.v1.message.create: 1 attempts, code 0"} &&
           client.counters().succeeded == 1 && client.counters().retries == 0;
}

// A client that waits instead of running into rate limits, and the error of a call that would wait for too long.
bool paced(feishu::client_config config, feishu::chat_id const& chat) {
    config.retry = {.max_attempts = 6};
    config.pacing = feishu::pacing::custom({{"im.v1.message.create", {.per_minute = 1}}});
    feishu::client const client{config};
    client.call(im::message::send(chat, feishu::text{"first"})).value();
    auto const second = client.call(im::message::send(chat, feishu::text{"too soon"}));
    return second.error().kind == feishu::error_kind::timeout && second.error().retry_after > config.timeout;
}

// A file, up and down again.
bool file_up_and_down(feishu::client const& client) {
    auto const folder = std::filesystem::temp_directory_path();
    std::ofstream(folder / "报告.pdf") << "%PDF-1.7";
    std::uint64_t last = 0;
    auto const bar = [&last](feishu::transfer_progress p) { last = p.bytes; };
    auto sent = client.call(im::file::create{.file_type = im::file_type::pdf,
                                             .file_name = "报告.pdf",
                                             .file = feishu::from_path(folder / "报告.pdf")},
                            {.on_progress = bar});
    auto got = client.download(im::file::get{.file_key = sent->file_key}, feishu::to_path(folder / "out.pdf"),
                               {.on_progress = bar});
    return got && got->file_name == "报告.pdf" && got->content_type == "application/pdf" && got->size == 8 &&
           last == 8;
}

// A call with a user's tokens, and a login that is canceled because the example has no browser.
bool acts_as_a_user(feishu::emulator::server& platform, feishu::client const& client,
                    feishu::open_id const& ann) {
    auto const id =
        client.call(im::message::send(platform.chat_id(), feishu::text{"for Ann"})).value().message_id;
    auto const issued = platform.state()->user_token(platform.app(), ann);
    auto const save = [](feishu::oauth::user_tokens const&) {};
    feishu::oauth::user const user{
        {.access_token = issued.value,
         .access_expires = std::chrono::floor<std::chrono::seconds>(issued.expires)},
        {.on_tokens = save}};
    return client.as(user).call(im::message::get{.message_id = id}).has_value();
}

// A user of the emulator logs in, as in a web application.
bool logs_in(feishu::emulator::server& platform, feishu::client const& client, feishu::open_id const& ann) {
    auto const begun = feishu::oauth::authorize_url(client, {.redirect_uri = "https://example.com/callback"}).value();
    auto const redirected = platform.state()->log_in(ann, begun.url).value();
    auto const login = feishu::oauth::exchange_code(client, begun, redirected).value();
    return client.as(login.user()).call(feishu::authen::v1::user_info::get{}).value().open_id == ann;
}

bool login_is_canceled(feishu::client const& client) {
    feishu::oauth::canceler const canceler;
    canceler.cancel();
    auto const login = feishu::oauth::loopback_login(
        client, {.scopes = {"im:message"}, .on_url = [](std::string const&) {}, .canceler = canceler});
    return !login && login.error().kind == feishu::error_kind::canceled;
}

// Content: a text with a mention and a link, a post in two languages, and how they are read back.
bool text_with_a_mention(feishu::client const& client, feishu::chat_id const& chat,
                         feishu::open_id const& ann) {
    auto sent = client.call(
        im::message::send(chat, feishu::text{"Disk full on db-1, "}
                                    << feishu::mention(ann) << ": " << feishu::bold("now") << ", see "
                                    << feishu::link("the dashboard", "https://example.com/db-1")));
    auto const read = client.call(im::message::get{.message_id = sent.value().message_id}).value();
    auto const content = feishu::content_of(read.items.at(0));
    auto const* text = std::get_if<feishu::text_content>(&content);
    return text && text->mentions.at(0).open_id == ann &&
           text->plain() == "Disk full on db-1, @" + text->mentions[0].name +
                                ": <b>now</b>, see [the dashboard](https://example.com/db-1)";
}

bool post_in_two_languages(feishu::client const& client, feishu::chat_id const& chat,
                           feishu::open_id const& ann) {
    using feishu::post;
    post report{"en_us",
                "Disk full",
                {{post::text{"db-1, see "}, post::a{"the dashboard", "https://example.com/db-1"}},
                 {post::at{ann}, post::emotion{im::emoji_type::MUSCLE}},
                 {post::code_block{"df -h /var", "BASH"}}}};
    report.add("zh_cn", "磁盘已满", {{post::text{"db-1 "}, post::at{ann}}});
    return client.call(im::message::send(chat, report)).has_value();
}

// 3: checked at compile time; see <feishu/core/checked.hpp> for the standard libraries that support it.
#if !defined(__clang__) || defined(_LIBCPP_VERSION)
#define SNIPPET_CHECKED 1
bool checked_at_compile_time() {
    auto const request = feishu::checked<[] {
        return im::message::urgent_app{.message_id = "om_1", .user_id_list = {"ou_1", "ou_2"}};
    }>();
    return request.user_id_list->size() == 2;
}
#endif

// 4: pagination.
bool page_through(feishu::client const& client, feishu::chat_id const& chat) {
    for (int i = 0; i < 5; ++i)
        client.call(im::message::send(chat, feishu::text{"message " + std::to_string(i)})).value();
    std::vector<std::string> seen;
    for (auto const& m : client.pages(
             im::message::list{.container_id_type = "chat", .container_id = chat.str(), .page_size = 2}))
        seen.push_back(m.body.content.document());
    return seen.size() >= 5 && seen.back() == R"({"text":"message 4"})";
}

// 5: coroutines and other completion tokens.
boost::asio::awaitable<bool> read_back(feishu::client const& client, feishu::message_id id) {
#if defined(__clang__) || __GNUC__ > 12
    auto r = co_await client.async_call(im::message::get{.message_id = id});
#else // see <feishu/async.hpp>
    im::message::get const request{.message_id = id};
    auto r = co_await client.async_call(request);
#endif
    co_return r && r->items.size() == 1 && r->items[0].message_id == id;
}

bool coroutine(feishu::client const& client, feishu::chat_id const& chat) {
    auto const id = client.call(im::message::send(chat, feishu::text{"async"})).value().message_id;
    boost::asio::io_context io;
    auto done = boost::asio::co_spawn(io, read_back(client, id), boost::asio::use_future);
    io.run();
    return done.get();
}

namespace card = feishu::card;

// A webhook that the emulator pushes to. The dispatcher outlives it.
class pushed_to {
public:
    pushed_to(feishu::emulator::server& platform, feishu::event_dispatcher& on)
        : platform_(platform), server_({.address = "127.0.0.1"}, on) {
        server_.start();
        platform_
            .push_to({.app = platform_.app(),
                      .url = "http://127.0.0.1:" + std::to_string(server_.port()) + "/webhook/event",
                      .encrypt_key = "e-key",
                      .verification_token = "v-token"})
            .value();
    }
    ~pushed_to() { platform_.stop_pushing_to(platform_.app()); }
    pushed_to(pushed_to const&) = delete;
    pushed_to& operator=(pushed_to const&) = delete;

private:
    feishu::emulator::server& platform_;
    feishu::webhook_server server_;
};

// A card with a button, and the response to a user who clicks it.
bool card_with_a_button(feishu::emulator::server& platform, feishu::client const& client,
                        feishu::open_id const& ann) {
    feishu::event_dispatcher on{{.encrypt_key = "e-key", .verification_token = "v-token"}};
    auto const chat = platform.chat_id();
    std::string deployed;
    auto const deploy = [&](boost::json::value const& version, feishu::open_id const& who) {
        deployed = std::string(version.as_string()) + " by " + who.str();
    };

    auto sent = client.call(im::message::send(
        chat, card::card{
                  .header = card::header{.title = "Deploy 1.4?", .template_ = card::template_color::orange},
                  .body = {.elements = {card::markdown{"to **production**"},
                                        card::button{.text = "Go",
                                                     .behaviors = {card::callback({{"deploy", "1.4"}})}}}}}));
    on.handle<card::action_trigger>([&](auto const& e) {
        deploy(e.event.action.value.at("deploy"), e.event.operator_.open_id);
        return card::callback_response{.toast = card::toast{"deploying"},
                                       .card =
                                           card::card{.body = {.elements = {card::markdown{"on its way"}}}}};
    });

    pushed_to const webhook(platform, on);
    auto const seen = platform.click(ann, sent.value().message_id, "Go").value();
    auto const now = client.call(im::message::get{.message_id = sent->message_id}).value().items.at(0);
    return deployed == "1.4 by " + ann.str() && seen.toast->content == "deploying" &&
           now.body.content.document().find("on its way") != std::string::npos;
}

// 7: events, by a webhook.
bool replies(feishu::emulator::server& platform, feishu::event_dispatcher& on) {
    pushed_to const webhook(platform, on);
    auto const chat = platform.chat_id();
    platform.state()->say(platform.users().front().open_id, chat, "hello").value();
    platform.wait_idle();
    return platform.state()->contents_of(chat).back() == R"({"text":"got it"})";
}

bool events(feishu::emulator::server& platform, feishu::client const& client) {
    feishu::event_dispatcher on{{.encrypt_key = "e-key", .verification_token = "v-token"}};
    on.handle<im::message::receive_v1>([&](auto const& e) {
        client.call(im::message::reply(e.event.message.message_id, feishu::text{"got it"})).value();
    });
    on.handle<feishu::card::action_trigger>([](auto const&) { return feishu::card::toast{"saved"}; });
    return replies(platform, on);
}

bool events_in_coroutines(feishu::emulator::server& platform, feishu::client const& client) {
    feishu::event_dispatcher on{{.encrypt_key = "e-key", .verification_token = "v-token"}};
    on.handle<im::message::receive_v1>([&](auto const& e) -> boost::asio::awaitable<void> {
        auto const request = im::message::reply(e.event.message.message_id, feishu::text{"got it"});
        auto const sent = co_await client.async_call(request);
        sent.value();
    });
    return replies(platform, on);
}

// 8: actions of users in the emulator are pushed.
bool pushes(feishu::emulator::server& platform, feishu::open_id const& ann) {
    feishu::event_dispatcher on{{.encrypt_key = "e-key", .verification_token = "v-token"}};
    pushed_to const webhook(platform, on);
    auto const said = platform.state()->say(ann, platform.chat_id(), "hello").value();
    platform.state()->react(ann, said, "SMILE").value();
    platform.wait_idle();
    platform.advance(std::chrono::seconds(15));
    return platform.deliveries().back().type == "im.message.reaction.created_v1" && on.stats().unknown >= 2;
}

// Faults: a response is lost, and the message is sent once.
bool under_faults(feishu::emulator::server& platform, feishu::client_config config) {
    using feishu::emulator::fault;
    config.retry.base_delay = std::chrono::milliseconds(1);
    feishu::client const client{config};
    auto& faults = platform.faults();
    auto const before = platform.state()->contents_of(platform.chat_id()).size();
    faults.add<im::message::create>(fault::reset_after_processing, {.count = 1});
    faults.add("POST", "/open-apis/im/v1/files", {fault::slow_bytes},
               {.delay = std::chrono::milliseconds(5), .bytes = 1});
    client.call(im::message::send(platform.chat_id(), feishu::text{"once"})).value();
    bool const once = platform.state()->contents_of(platform.chat_id()).size() == before + 1;
    bool const hit = faults.injected(fault::reset_after_processing) == 1;
    faults.clear();
    return once && hit;
}

// 9: the scopes that an administrator must approve for this program.
bool scopes() {
    constexpr auto needed = feishu::required_scopes<im::message::create, im::message::urgent_app>();
    return feishu::console_import(needed) == R"({
  "scopes": {
    "tenant": [
      "im:message",
      "im:message.urgent"
    ],
    "user": []
  }
}
)";
}

bool handle(std::string_view event) { return event == "event 1"; }

// A store; the others differ only in how they are made.
bool stores() {
    auto const store = feishu::make_memory_store();
    bool const mine = store->put_if_absent("daily report", "host 1", std::chrono::hours(24)).value().stored;
    auto const turn = store->take("reports", {.tokens = 5, .period = std::chrono::seconds(1)}).value();
    store->append("inbox", "event 1").value();
    for (auto const& entry : store->claim("inbox", "workers", "host 1").value())
        if (handle(entry.value))
            store->acknowledge("inbox", "workers", entry.id).value();
    return mine && turn.taken && store->read("inbox").value().empty();
}

} // namespace

int main() {
    // 8: the emulator in the same process: no tenant, no network.
    feishu::emulator::server platform;
    feishu::client const client{platform.config()};
    auto const chat = platform.chat_id();
    auto const member = platform.users().front().open_id.str();

    int failed = 0;
    int number = 0;
    auto const report = [&](char const* what, bool ok) {
        std::cout << (ok ? "ok " : "not ok ") << ++number << " - " << what << '\n';
        failed += ok ? 0 : 1;
    };
    report("send, then notify a member and an unknown user", send_urgent(client, chat, member));
    report("send a completed request again", sends_again(client, chat));
    report("observe calls", observed(platform.config(), chat));
    report("send at a limited rate", paced(platform.config(), chat));
    report("upload a file and download it", file_up_and_down(client));
    feishu::open_id const ann = member;
    report("act as a user", acts_as_a_user(platform, client, ann));
    report("log in", logs_in(platform, client, ann));
    report("cancel a login", login_is_canceled(client));
    report("a text with a mention, read back", text_with_a_mention(client, chat, ann));
    report("a post in two languages", post_in_two_languages(client, chat, ann));
#ifdef SNIPPET_CHECKED
    report("a request checked at compile time", checked_at_compile_time());
#endif
    report("page through a chat's history", page_through(client, chat));
    report("send a card and handle its button", card_with_a_button(platform, client, ann));
    report("read a message back in a coroutine", coroutine(client, chat));
    report("reply to a message received by a webhook", events(platform, client));
    report("the same in a coroutine", events_in_coroutines(platform, client));
    report("actions of users are pushed", pushes(platform, ann));
    report("a message is sent once under faults", under_faults(platform, platform.config()));
    report("the scopes of a program", scopes());
    report("share a store", stores());
    std::cout << "1.." << number << '\n';
    return failed == 0 ? 0 : 1;
}
