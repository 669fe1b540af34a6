#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/handlers/im/v1/message_reaction.hpp>
#include <feishu/emulator/handlers/im/v1/message_resource.hpp>
#include <feishu/emulator/handlers/im/v1/pin.hpp>
#include <feishu/emulator/handlers/im/v1/thread.hpp>

#include <set>

#include <feishu/json/read.hpp>

#include "../../../world.hpp"

using namespace test;
namespace message = im::message;
namespace reaction = im::message_reaction;
namespace pin = im::pin;

namespace {

/// A world that keeps its events, and has two groups and a one-to-one chat.
struct busy : world {
    std::vector<emulator::outbound_event> received;
    feishu::chat_id other = tenant.add_chat("other", {ann, eve});
    feishu::chat_id p2p = tenant.p2p_chat(as_bot(), ann).chat_id;

    busy() {
        tenant.on_event = recorded([this](emulator::outbound_event e) { received.push_back(std::move(e)); });
    }

    std::size_t count(std::string_view type) const {
        return static_cast<std::size_t>(
            std::ranges::count_if(received, [&](auto const& one) { return one.type == type; }));
    }
    template <class E>
    E last() {
        BOOST_TEST_REQUIRE(!received.empty());
        BOOST_TEST(received.back().type == E::spec.type);
        return feishu::json::read<E>(received.back().document("token")).value();
    }

    template <class E>
    int code_as(emulator::user const& user, E const& request) {
        auto const response = run_as(user, request);
        return response ? 0 : response.error().code;
    }

    reaction::create react(feishu::message_id id, im::emoji_type emoji = im::emoji_type::SMILE) const {
        return {.message_id = id, .reaction_type = im::model::reaction_emoji{.emoji_type = emoji}};
    }
    message::forward forward(feishu::message_id id) const {
        return {.message_id = id,
                .receive_id_type = im::forward_receive_id_type::chat_id,
                .receive_id = other.str()};
    }
    message::merge_forward merge(std::vector<feishu::message_id> ids) const {
        return {.receive_id_type = im::forward_receive_id_type::chat_id,
                .receive_id = other.str(),
                .message_id_list = std::move(ids)};
    }
    feishu::message_id to_ann(std::string_view text = "hi") {
        return run(to_user(ann, text)).value().message_id;
    }
    feishu::message_id merged_child() {
        auto const merged = run(merge({sent("inside")})).value().message.message_id;
        return run(message::get{.message_id = merged}).value().items.at(1).message_id;
    }
    std::string uploaded(im::file_type type) {
        return tenant.add_resource({.file = emulator::make_resource("f", "x"), .app = bot, .type = type});
    }
    int code_of(im::msg_type type, std::string content) { return code(to_chat(std::move(content), type)); }
    feishu::message_id divider() {
        auto request = to_user(ann, "");
        request.content = std::string(R"({"type":"divider"})");
        request.msg_type = im::msg_type::system;
        return run(request).value().message_id;
    }
};

std::string file_content(std::string_view key) { return R"({"file_key":")" + std::string(key) + "\"}"; }

im::model::follow_up bubble(std::string text) {
    return {.content = feishu::field::text<1, 200>(std::move(text))};
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_message_actions)

// Content

BOOST_AUTO_TEST_CASE(the_type_of_an_uploaded_file_must_fit_the_message) {
    busy w;
    auto const opus = file_content(w.uploaded(im::file_type::opus));
    auto const mp4 = file_content(w.uploaded(im::file_type::mp4));
    auto const pdf = file_content(w.uploaded(im::file_type::pdf));
    BOOST_TEST(w.code_of(im::msg_type::audio, opus) == 0);
    BOOST_TEST(w.code_of(im::msg_type::media, mp4) == 0);
    BOOST_TEST(w.code_of(im::msg_type::file, pdf) == 0);
    for (auto const& [type, content] : {std::pair(im::msg_type::audio, mp4),
                                        {im::msg_type::media, pdf},
                                        {im::msg_type::file, opus},
                                        {im::msg_type::file, mp4}})
        BOOST_TEST(w.code_of(type, content) == 230055);
    BOOST_TEST(w.code(message::reply{
                   .message_id = w.sent(), .content = mp4, .msg_type = im::msg_type::audio}) == 230055);
}

BOOST_AUTO_TEST_CASE(files_and_images_must_have_been_uploaded_by_the_app) {
    busy w;
    auto const foreign =
        w.tenant.add_resource({.file = emulator::make_resource("f", "x"), .app = "cli_other"});
    BOOST_TEST(w.code_of(im::msg_type::file, file_content(foreign)) == 230017);
    BOOST_TEST(w.code_of(im::msg_type::file, file_content("file_unknown")) == 230001);
    BOOST_TEST(w.code_of(im::msg_type::image, R"({"image_key":"img_unknown"})") == 230001);
    auto const media = w.uploaded(im::file_type::mp4);
    BOOST_TEST(w.code_of(im::msg_type::media, R"({"file_key":")" + media + R"(","image_key":"x"})") ==
               230001);
    BOOST_TEST(w.code(message::reply{.message_id = w.sent(),
                                     .content = file_content(foreign),
                                     .msg_type = im::msg_type::file}) == 230017);
}

BOOST_AUTO_TEST_CASE(a_bot_sends_stickers_that_it_has_received) {
    busy w;
    auto const id =
        w.tenant.send_file(w.ann, w.ops, emulator::make_resource("s.png", "x"), im::msg_type::sticker);
    auto const content = w.tenant.find_message(id.value())->content;
    BOOST_TEST(w.code_of(im::msg_type::sticker, content) == 0);
    BOOST_TEST(w.code_of(im::msg_type::sticker, file_content("unknown")) == 230001);
    auto const key = content.substr(13, content.find('"', 13) - 13);
    BOOST_TEST(w.code(im::message_resource::get{
                   .message_id = id.value(), .file_key = key, .type = im::resource_type::file}) == 234043);
}

BOOST_AUTO_TEST_CASE(shared_chats_and_users_must_be_known_and_in_reach) {
    busy w;
    BOOST_TEST(w.code_of(im::msg_type::share_chat, R"({"chat_id":")" + w.other.str() + "\"}") == 0);
    BOOST_TEST(w.code_of(im::msg_type::share_chat, R"({"chat_id":"oc_unknown"})") == 230001);
    BOOST_TEST(w.code_of(im::msg_type::share_chat, R"({"chat_id":")" + w.p2p.str() + "\"}") == 230015);
    BOOST_TEST(w.code_of(im::msg_type::share_user, R"({"user_id":")" + w.eve.open_id.str() + "\"}") == 0);
    BOOST_TEST(w.code_of(im::msg_type::share_user, R"({"user_id":"ou_unknown"})") == 230001);
    BOOST_TEST(w.code(message::reply{.message_id = w.sent(),
                                     .content = R"({"chat_id":")" + w.p2p.str() + "\"}",
                                     .msg_type = im::msg_type::share_chat}) == 230015);
    auto system = w.to_user(w.ann, "");
    system.content = std::string(R"({"type":"banner"})");
    system.msg_type = im::msg_type::system;
    BOOST_TEST(w.code(system) == 230001);
}

BOOST_AUTO_TEST_CASE(content_that_is_too_long_is_refused) {
    busy w;
    auto const post =
        R"({"zh_cn":{"content":[[{"tag":"text","text":")" + std::string(31u << 10, 'a') + "\"}]]}}";
    BOOST_TEST(w.code_of(im::msg_type::text, text_of(std::string(100u << 10, 'a'))) == 0);
    BOOST_TEST(w.code_of(im::msg_type::text, text_of(std::string(151u << 10, 'a'))) == 230025);
    BOOST_TEST(w.code_of(im::msg_type::post, post) == 230025);
    auto const id = w.sent();
    BOOST_TEST(w.code(message::reply{.message_id = id, .content = post, .msg_type = im::msg_type::post}) ==
               230025);
    BOOST_TEST(w.code(message::update{.message_id = id, .content = post, .msg_type = im::msg_type::post}) ==
               230025);
    BOOST_TEST(w.tenant.say(w.ann, w.ops, std::string(151u << 10, 'a')).error().code == 230025);
}

BOOST_AUTO_TEST_CASE(with_documented_rates_a_chat_takes_five_messages_per_second) {
    busy w;
    w.tenant.settings.documented_rates = true;
    auto const source = w.sent();
    for (int i = 0; i < 4; ++i)
        w.sent();
    BOOST_TEST(w.code(w.to_chat(text_of("6"))) == 230020);
    BOOST_TEST(w.code(w.reply_to(source, "6")) == 230020);
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(w.code(w.forward(source)) == 0);
    BOOST_TEST(w.code(w.forward(source)) == 230020);
    BOOST_TEST(w.code(w.merge({source})) == 230020);
    BOOST_TEST(w.tenant.say(w.ann, w.ops, "people are not limited").has_value());
    w.tenant.advance(1s);
    BOOST_TEST(w.code(w.to_chat(text_of("7"))) == 0);
}

// Reading

BOOST_AUTO_TEST_CASE(messages_name_their_sender_if_asked_for_and_their_position) {
    busy w;
    auto const root = w.sent();
    auto const id = w.run(w.reply_to(root, "a", true)).value().message_id;
    auto const one = w.run(message::get{.message_id = id, .with_sender_name = true}).value().items.at(0);
    BOOST_TEST(*one.sender.sender_name == "alerts");
    BOOST_TEST(*one.sender.open_bot_id == w.bot.bot_open_id);
    BOOST_TEST(*one.message_position == "2");
    BOOST_TEST(*one.thread_message_position == "1");
    BOOST_TEST(one.message_app_link->find(w.ops.str()) != std::string::npos);
    BOOST_TEST(!w.run(message::get{.message_id = root}).value().items.at(0).sender.sender_name);
    w.tenant.say(w.ann, w.ops, "hi").value();
    auto request = w.history();
    request.with_sender_name = true;
    BOOST_TEST(*w.run(request).value().items.back().sender.sender_name == "Ann");
    request.only_thread_root_messages = true;
    auto const roots = w.run(request).value().items;
    BOOST_TEST_REQUIRE(roots.size() == 1u);
    BOOST_TEST(roots[0].message_id == root);
}

BOOST_AUTO_TEST_CASE(reading_groups_and_one_to_one_chats_needs_further_scopes) {
    busy w;
    auto const id = w.sent();
    auto const direct = w.to_ann();
    w.bot.scopes = {{"im:message"}};
    BOOST_TEST(w.code(message::get{.message_id = id}) == 230027);
    BOOST_TEST(w.code(w.history()) == 230027);
    BOOST_TEST(w.code(message::get{.message_id = direct}) == 0);
    auto const seen = w.run(message::mget{.message_ids = {id, direct, "om_unknown"}}).value().items;
    BOOST_TEST_REQUIRE(seen.size() == 1u);
    BOOST_TEST(seen[0].message_id == direct);
    w.bot.scopes = {{"im:message", "im:message.group_msg"}};
    BOOST_TEST(w.code(message::get{.message_id = id}) == 0);
    auto user = w.as_user(w.ann);
    user.app.scopes.reset();
    user.granted = {{"im:message.p2p_msg:get_as_user"}};
    BOOST_TEST(w.run_with(user, message::get{.message_id = id}).error().code == 230027);
    BOOST_TEST(w.run_with(user, message::get{.message_id = direct}).has_value());
}

BOOST_AUTO_TEST_CASE(a_bot_that_is_disabled_gets_no_messages_by_id) {
    busy w;
    auto const id = w.sent();
    w.bot.bot = false;
    BOOST_TEST(w.code(message::mget{.message_ids = {id}}) == 230006);
}

BOOST_AUTO_TEST_CASE(readers_of_a_message_are_listed_in_the_order_in_which_they_read_it) {
    busy w;
    auto const id = w.sent();
    w.tenant.read(w.ben, id);
    w.tenant.advance(1s);
    w.tenant.read(w.ann, id);
    message::read_users request{.message_id = id, .user_id_type = im::user_id_type::union_id, .page_size = 1};
    auto const first = w.run(request).value();
    BOOST_TEST_REQUIRE(first.items.size() == 1u);
    BOOST_TEST(first.items[0].user_id == w.ben.union_id.str());
    BOOST_TEST(first.items[0].timestamp.count() == 1'700'000'000'000);
    BOOST_TEST(first.has_more);
    request.page_token = first.page_token;
    auto const second = w.run(request).value();
    BOOST_TEST(second.items.at(0).user_id == w.ann.union_id.str());
    BOOST_TEST(!second.has_more);
    request.message_id = w.sent();
    BOOST_TEST(w.code(request) == 230001); // the token of another message
}

BOOST_AUTO_TEST_CASE(the_sender_gets_the_readers_for_seven_days) {
    busy w;
    auto const id = w.sent();
    auto const request = [](feishu::message_id of) { return message::read_users{.message_id = of}; };
    BOOST_TEST(w.code(request(w.tenant.say(w.ann, w.ops, "hers").value())) == 230012);
    BOOST_TEST(w.code_as(w.eve, request(id)) == 230002);
    BOOST_TEST(w.code(request("om_unknown")) == 230001);
    w.tenant.advance(7 * 24h);
    BOOST_TEST(w.code(request(id)) == 0);
    w.tenant.advance(1ms);
    BOOST_TEST(w.code(request(id)) == 230033);
    w.tenant.remove_message(id);
    BOOST_TEST(w.code(request(id)) == 230110);
    w.bot.bot = false;
    BOOST_TEST(w.code(request(id)) == 230006);
}

BOOST_AUTO_TEST_CASE(a_user_asks_which_messages_they_have_read) {
    using status = message::read_status;
    busy w;
    auto const read = w.sent();
    auto const unread = w.sent();
    auto const recalled = w.sent();
    w.tenant.read(w.ben, read);
    w.run(message::delete_{.message_id = recalled}).value();
    auto const hidden = w.to_ann();
    auto const items =
        w.run_as(w.ben, message::batch_query_read_status{.message_ids = {read, unread, recalled, hidden,
                                                                         "om_unknown"}})
            .value()
            .read_statuses;
    BOOST_TEST_REQUIRE(items.size() == 5u);
    BOOST_TEST((items[0].read_status == status::read));
    BOOST_TEST((items[1].read_status == status::unread));
    BOOST_TEST((items[2].unexpected_reason == message::unexpected_reason::not_support));
    BOOST_TEST((items[3].unexpected_reason == message::unexpected_reason::no_permission));
    BOOST_TEST((items[4].unexpected_reason == message::unexpected_reason::invalid));
}

// Search

BOOST_AUTO_TEST_CASE(a_search_finds_messages_of_the_users_chats_newest_first) {
    busy w;
    w.sent("the Deploy failed");
    w.tenant.say(w.ann, w.ops, "which deploy?").value();
    w.tenant.say(w.eve, w.other, "deploy of ours").value();
    w.sent("nothing");
    message::search request{.page_size = 1, .query = "deploy"};
    auto const first = w.run_as(w.ben, request).value();
    BOOST_TEST(first.total == 2);
    BOOST_TEST_REQUIRE(first.items.size() == 1u);
    BOOST_TEST(first.items[0].display_info == "which <h>deploy</h>?");
    BOOST_TEST(first.items[0].meta_data.from_id == w.ann.open_id.str());
    BOOST_TEST((first.items[0].meta_data.type == message::found_message_type::text));
    BOOST_TEST(first.has_more);
    request.page_token = first.page_token;
    auto const second = w.run_as(w.ben, request).value();
    BOOST_TEST(second.items.at(0).display_info == "the <h>Deploy</h> failed");
    BOOST_TEST(!second.has_more);
    request.query = "other";
    BOOST_TEST(w.code_as(w.ben, request) == 230001);
}

BOOST_AUTO_TEST_CASE(a_search_has_conditions) {
    busy w;
    w.sent("one");
    w.tenant.say(w.ann, w.ops, "two <at user_id='" + w.ben.open_id.str() + "'></at>").value();
    w.tenant.advance(1h);
    w.tenant.send_file(w.ann, w.ops, emulator::make_resource("three.txt", "x")).value();
    w.to_ann("four");
    auto const found = [&](message::message_filter filter) {
        return w.run_as(w.ann, message::search{.filter = std::move(filter)}).value().total;
    };
    BOOST_TEST(found({}) == 4);
    BOOST_TEST(found({.from_ids = {w.ann.open_id.str()}}) == 2);
    BOOST_TEST(found({.from_ids = {std::string("ou_unknown")}}) == 0);
    BOOST_TEST(found({.at_chatter_ids = {w.ben.open_id.str()}}) == 1);
    BOOST_TEST(found({.is_at_me = true}) == 0);
    BOOST_TEST(found({.chat_ids = {w.other}}) == 0);
    BOOST_TEST(found({.include_attachment_types = {message::attachment_type::file}}) == 1);
    BOOST_TEST(found({.from_types = {message::searched_sender_type::bot},
                      .chat_type = message::searched_chat_type::group}) == 1);
    BOOST_TEST(found({.exclude_from_types = {message::searched_sender_type::bot}}) == 2);
    BOOST_TEST(found({.time_range = message::time_range{.end_time = "2023-11-14T22:13:20Z"}}) == 2);
    BOOST_TEST(found({.time_range = message::time_range{.start_time = "2023-11-15T06:13:21+08:00"}}) >= 1);
    for (auto const* time :
         {"yesterday", "2023-13-01T00:00:00Z", "2023-11-14T22:13:20", "2023-11-14T22:13:20+8"})
        BOOST_TEST(
            w.code_as(w.ann,
                      message::search{.filter = message::message_filter{
                                          .time_range = message::time_range{.start_time = time}}}) == 230001);
}

// Forwards

BOOST_AUTO_TEST_CASE(a_message_is_forwarded_to_chats_users_and_threads) {
    busy w;
    auto const source = w.tenant.say(w.ann, w.ops, "news").value();
    auto const copy = w.run(w.forward(source)).value();
    BOOST_TEST(copy.chat_id == w.other);
    BOOST_TEST(copy.body.content.document() == text_of("news"));
    BOOST_TEST(copy.sender.id == w.bot.app_id.str());
    auto request = w.forward(source);
    for (auto const& [type, id] : {std::pair(im::forward_receive_id_type::open_id, w.ann.open_id.str()),
                                   {im::forward_receive_id_type::union_id, w.ann.union_id.str()},
                                   {im::forward_receive_id_type::user_id, w.ann.user_id.str()},
                                   {im::forward_receive_id_type::email, w.ann.email.str()}}) {
        request.receive_id_type = type;
        request.receive_id = id;
        BOOST_TEST(w.run(request).value().chat_id == w.p2p);
    }
    auto const reply = w.run(w.reply_to(copy.message_id, "in thread", true)).value();
    request.receive_id_type = im::forward_receive_id_type::thread_id;
    request.receive_id = reply.thread_id.str();
    request.uuid = "once";
    auto const threaded = w.run(request).value();
    BOOST_TEST(threaded.thread_id == reply.thread_id);
    BOOST_TEST(threaded.root_id == copy.message_id);
    BOOST_TEST(w.run(request).value().message_id == threaded.message_id);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_forwarded_is_refused) {
    busy w;
    auto const id = w.sent();
    BOOST_TEST(w.code(w.forward("om_unknown")) == 230064);
    BOOST_TEST(w.code(w.forward(w.merged_child())) == 230064);
    BOOST_TEST(w.code(w.forward(w.divider())) == 230061);
    auto request = w.forward(id);
    request.receive_id = "oc_unknown";
    BOOST_TEST(w.code(request) == 230063);
    request.receive_id_type = im::forward_receive_id_type::thread_id;
    BOOST_TEST(w.code(request) == 230019);
    request.receive_id_type = im::forward_receive_id_type::open_id;
    BOOST_TEST(w.code(request) == 230034);
    request.receive_id = w.eve.open_id.str();
    w.bot.available_to = {{w.ann.open_id}};
    BOOST_TEST(w.code(request) == 230013);
    w.bot.available_to.reset();
    w.tenant.find_user(w.eve.open_id)->resigned = true;
    BOOST_TEST(w.code(request) == 230029);
    w.tenant.find_chat(w.other)->muted = true;
    BOOST_TEST(w.code(w.forward(id)) == 230018);
    w.tenant.find_chat(w.other)->dissolved = true;
    BOOST_TEST(w.code(w.forward(id)) == 232009);
    w.tenant.find_chat(w.other)->dissolved = false;
    w.tenant.find_chat(w.other)->bots.clear();
    BOOST_TEST(w.code(w.forward(id)) == 230002);
    w.run(message::delete_{.message_id = id}).value();
    BOOST_TEST(w.code(w.forward(id)) == 230065);
    w.tenant.remove_message(id);
    BOOST_TEST(w.code(w.forward(id)) == 230110);
    w.bot.bot = false;
    BOOST_TEST(w.code(w.forward(id)) == 230006);
}

BOOST_AUTO_TEST_CASE(a_thread_that_the_caller_cannot_see_is_no_receiver) {
    busy w;
    auto const hidden = w.tenant.add_chat("hidden", {w.eve}, std::vector<feishu::app_id>{});
    auto const root = w.tenant.say(w.eve, hidden, "root").value();
    auto const thread = w.run_as(w.eve, w.reply_to(root, "a", true)).value().thread_id;
    auto request = w.forward(w.sent());
    request.receive_id_type = im::forward_receive_id_type::thread_id;
    request.receive_id = thread.str();
    BOOST_TEST(w.code(request) == 230074);
    im::thread::forward const whole{.thread_id = thread,
                                    .receive_id_type = im::forward_receive_id_type::chat_id,
                                    .receive_id = w.other.str()};
    BOOST_TEST(w.code(whole) == 230073);
}

BOOST_AUTO_TEST_CASE(a_merged_forward_contains_its_messages_in_order) {
    busy w;
    auto const first = w.tenant.say(w.ann, w.ops, "1").value();
    auto const second = w.sent("2");
    auto const recalled = w.sent("3");
    w.run(message::delete_{.message_id = recalled}).value();
    auto const response = w.run(w.merge({second, first, second, recalled, "om_unknown"})).value();
    BOOST_TEST(response.invalid_message_id_list.size() == 2u);
    BOOST_TEST((response.message.msg_type == im::msg_type::merge_forward));
    BOOST_TEST(response.message.body.content.document() == "Merged and Forwarded Message");
    auto const items = w.run(message::get{.message_id = response.message.message_id}).value().items;
    BOOST_TEST_REQUIRE(items.size() == 3u);
    BOOST_TEST(items[1].body.content.document() == text_of("1"));
    BOOST_TEST(items[1].sender.id == w.ann.open_id.str());
    BOOST_TEST(items[2].body.content.document() == text_of("2"));
    BOOST_TEST(items[2].upper_message_id == response.message.message_id);
    BOOST_TEST(w.tenant.contents_of(w.other).size() == 1u); // the children are no messages of the chat
    auto const again = w.run(w.forward(response.message.message_id)).value().message_id;
    BOOST_TEST(w.run(message::get{.message_id = again}).value().items.size() == 3u);
}

BOOST_AUTO_TEST_CASE(only_messages_of_one_chat_and_thread_are_merged) {
    busy w;
    auto const plain = w.sent();
    auto const elsewhere = w.tenant.say(w.eve, w.other, "x").value();
    auto const thread = w.run(w.reply_to(w.sent(), "a", true)).value().message_id;
    BOOST_TEST(w.code(w.merge({plain, elsewhere})) == 230069);
    BOOST_TEST(w.code(w.merge({plain, thread})) == 230067);
    BOOST_TEST(w.code(w.merge({w.divider()})) == 230067);
    BOOST_TEST(w.code(w.merge({"om_unknown"})) == 230064);
    BOOST_TEST(w.code(w.merge({w.merged_child()})) == 230064);
    w.run(message::delete_{.message_id = plain}).value();
    BOOST_TEST(w.code(w.merge({plain})) == 230065);
    auto request = w.merge({thread});
    request.receive_id = "oc_unknown";
    BOOST_TEST(w.code(request) == 230063);
    request.receive_id_type = im::forward_receive_id_type::thread_id;
    BOOST_TEST(w.code(request) == 230019);
    request.receive_id_type = im::forward_receive_id_type::email;
    BOOST_TEST(w.code(request) == 230034);
    request = w.merge({thread});
    request.uuid = "once";
    auto const first = w.run(request).value().message.message_id;
    BOOST_TEST(w.run(request).value().message.message_id == first);
    w.tenant.find_chat(w.other)->muted = true;
    BOOST_TEST(w.code(request) == 230018);
    w.bot.bot = false;
    BOOST_TEST(w.code(request) == 230006);
}

BOOST_AUTO_TEST_CASE(a_thread_is_forwarded_as_a_merged_forward) {
    busy w;
    auto const root = w.sent("root");
    auto const thread = w.run(w.reply_to(root, "a", true)).value().thread_id;
    im::thread::forward request{.thread_id = thread,
                                .receive_id_type = im::forward_receive_id_type::chat_id,
                                .uuid = "once",
                                .receive_id = w.other.str()};
    auto const id = w.run(request).value().message_id;
    BOOST_TEST(w.run(message::get{.message_id = id}).value().items.size() == 3u);
    BOOST_TEST(w.run(request).value().message_id == id);
    request.thread_id = "omt_unknown";
    BOOST_TEST(w.code(request) == 230019);
    request.thread_id = thread;
    request.receive_id = "oc_unknown";
    BOOST_TEST(w.code(request) == 230063);
    request.receive_id = w.other.str();
    w.tenant.find_chat(w.other)->muted = true;
    BOOST_TEST(w.code(request) == 230035);
    for (auto const& one : w.tenant.messages_of(w.ops))
        w.tenant.remove_message(one->message_id);
    BOOST_TEST(w.code(request) == 230064);
    w.group().dissolved = true;
    BOOST_TEST(w.code(request) == 232009);
    w.bot.bot = false;
    BOOST_TEST(w.code(request) == 230006);
}

BOOST_AUTO_TEST_CASE(a_child_of_a_merged_forward_can_only_be_read) {
    busy w;
    auto const child = w.merged_child();
    BOOST_TEST(w.code(message::get{.message_id = child}) == 0);
    BOOST_TEST(w.code(w.reply_to(child, "a")) == 230050);
    BOOST_TEST(w.code(w.edit(child, "a")) == 230050);
    BOOST_TEST(w.code(message::delete_{.message_id = child}) == 230050);
    BOOST_TEST(w.code(w.react(child)) == 231018);
    BOOST_TEST(w.code(pin::create{.message_id = child}) == 230050);
    BOOST_TEST(w.code(message::read_users{.message_id = child}) == 230012);
    BOOST_TEST(w.code(message::urgent_app{.message_id = child, .user_id_list = {w.ann.open_id.str()}}) ==
               230001);
    BOOST_TEST(w.code(im::message_resource::get{
                   .message_id = child, .file_key = "k", .type = im::resource_type::file}) == 234043);
    auto const merged = w.tenant.find_message(child)->links->upper_message_id;
    BOOST_TEST(w.code(w.reply_to(merged, "a", true)) == 230072);
}

// Follow-up bubbles

BOOST_AUTO_TEST_CASE(a_tap_on_a_bubble_sends_its_text) {
    busy w;
    auto const id = w.to_ann();
    BOOST_TEST(
        w.code(message::push_follow_up{.message_id = id, .follow_ups = {bubble("yes"), bubble("no")}}) == 0);
    w.tenant.tap_follow_up(w.ann, id, 1).value();
    BOOST_TEST(w.last<message::receive_v1>().event.message.content.document() == text_of("no"));
    BOOST_TEST(w.tenant.tap_follow_up(w.ann, id, 2).error().code == 230001);
    BOOST_TEST(w.tenant.tap_follow_up(w.ben, id, 0).error().code == 230002);
}

BOOST_AUTO_TEST_CASE(bubbles_need_the_newest_message_of_the_bot_in_a_one_to_one_chat) {
    busy w;
    auto const request = [](feishu::message_id id) {
        return message::push_follow_up{.message_id = id, .follow_ups = {bubble("yes")}};
    };
    auto const old = w.to_ann();
    auto const id = w.to_ann();
    BOOST_TEST(w.code(request(w.sent())) == 230003);
    BOOST_TEST(w.code(request(old)) == 230001);
    BOOST_TEST(w.code(request("om_unknown")) == 230001);
    BOOST_TEST(w.code(message::push_follow_up{.message_id = id, .follow_ups = {bubble("  ")}}) == 230007);
    w.bot.available_to = {{w.ben.open_id}};
    BOOST_TEST(w.code(request(id)) == 230005);
    w.bot.available_to.reset();
    w.tenant.advance(600s);
    BOOST_TEST(w.code(request(id)) == 0);
    BOOST_TEST(w.code(request(id)) == 230008);
    w.tenant.advance(1ms);
    BOOST_TEST(w.code(request(id)) == 230001);
    w.run(message::delete_{.message_id = id}).value();
    BOOST_TEST(w.code(request(id)) == 230004);
    BOOST_TEST(w.code(request(w.tenant.say(w.ann, w.p2p, "hers").value())) == 230001);
    w.bot.bot = false;
    BOOST_TEST(w.code(request(id)) == 230006);
}

// Reactions

BOOST_AUTO_TEST_CASE(a_reaction_of_a_bot_is_added_once_and_removed) {
    busy w;
    auto const id = w.sent();
    auto const added = w.run(w.react(id)).value();
    BOOST_TEST((added.operator_.operator_type == im::operator_type::app));
    BOOST_TEST(added.operator_.operator_id == w.bot.app_id.str());
    BOOST_TEST(w.last<reaction::created_v1>().event.app_id == w.bot.app_id);
    BOOST_TEST(w.run(w.react(id)).value().reaction_id == added.reaction_id);
    BOOST_TEST(w.count("im.message.reaction.created_v1") == 1u);
    auto const removed = w.run(reaction::delete_{.message_id = id, .reaction_id = added.reaction_id}).value();
    BOOST_TEST((removed.reaction_type.emoji_type == im::emoji_type::SMILE));
    BOOST_TEST(w.last<reaction::deleted_v1>().event.message_id == id);
    BOOST_TEST(w.code(reaction::delete_{.message_id = id, .reaction_id = added.reaction_id}) == 231011);
}

BOOST_AUTO_TEST_CASE(only_own_reactions_of_the_message_can_be_removed) {
    busy w;
    auto const id = w.sent();
    auto const reacted = w.run_as(w.ann, w.react(id)).value();
    BOOST_TEST(reacted.operator_.operator_id == w.ann.open_id.str());
    BOOST_TEST(w.code(reaction::delete_{.message_id = id, .reaction_id = reacted.reaction_id}) == 231007);
    BOOST_TEST(w.code_as(w.ann, reaction::delete_{.message_id = w.sent(),
                                                  .reaction_id = reacted.reaction_id}) == 231010);
    BOOST_TEST(w.code_as(w.ann, reaction::delete_{.message_id = id, .reaction_id = reacted.reaction_id}) ==
               0);
}

BOOST_AUTO_TEST_CASE(a_reaction_needs_a_known_emoji_and_a_message_in_reach) {
    busy w;
    auto const id = w.sent();
    auto unknown = w.react(id);
    unknown.reaction_type =
        im::model::reaction_emoji{.emoji_type = feishu::open<im::emoji_type>::from_wire("BLINK")};
    BOOST_TEST(w.code(unknown) == 231001);
    auto const codes = [&](feishu::message_id of) {
        return std::tuple(w.code(w.react(of)),
                          w.code(reaction::delete_{.message_id = of, .reaction_id = "x"}),
                          w.code(reaction::list{.message_id = of}));
    };
    BOOST_TEST((codes("om_unknown") == std::tuple(231003, 231003, 231003)));
    auto const direct = w.to_ann();
    auto const divider = w.divider();
    w.bot.available_to = {{w.ben.open_id}};
    BOOST_TEST((codes(direct) == std::tuple(231022, 231022, 0)));
    w.bot.available_to.reset();
    BOOST_TEST(w.code(w.react(divider)) == 231017);
    BOOST_TEST(w.code_as(w.eve, w.react(id)) == 231002);
    BOOST_TEST(w.code_as(w.eve, reaction::delete_{.message_id = id, .reaction_id = "x"}) == 231002);
    BOOST_TEST(w.code_as(w.eve, reaction::list{.message_id = id}) == 231008);
    w.run(message::delete_{.message_id = id}).value();
    BOOST_TEST((codes(id) == std::tuple(230110, 230110, 230110)));
    w.group().dissolved = true;
    BOOST_TEST((codes(id) == std::tuple(232009, 232009, 231004)));
    auto const lost = w.tenant.add_message({.chat_id = "oc_lost"}).message_id;
    BOOST_TEST((codes(lost) == std::tuple(231004, 231004, 231004)));
}

BOOST_AUTO_TEST_CASE(reactions_are_listed_page_by_page_and_by_emoji) {
    busy w;
    auto const id = w.sent();
    w.tenant.react(w.ann, id, "SMILE").value();
    w.tenant.react(w.ben, id, "OK").value();
    w.run(w.react(id)).value();
    reaction::list request{.message_id = id, .page_size = 1, .user_id_type = im::user_id_type::union_id};
    request.reaction_type = im::emoji_type::SMILE;
    auto const first = w.run(request).value();
    BOOST_TEST(first.items.at(0).operator_.operator_id == w.ann.union_id.str());
    BOOST_TEST(first.has_more);
    request.page_token = first.page_token;
    auto const second = w.run(request).value();
    BOOST_TEST(second.items.at(0).operator_.operator_id == w.bot.app_id.str());
    BOOST_TEST(!second.has_more);
    request.reaction_type = {};
    BOOST_TEST(w.code(request) == 231012);
    request.reaction_type = feishu::open<im::emoji_type>::from_wire("BLINK");
    BOOST_TEST(w.code(request) == 231001);
}

BOOST_AUTO_TEST_CASE(reactions_to_several_messages_are_queried_at_once) {
    using reason = im::reaction_fail_reason;
    busy w;
    auto const id = w.sent();
    w.tenant.react(w.ann, id, "SMILE").value();
    w.tenant.react(w.ben, id, "SMILE").value();
    auto const hidden = w.tenant.add_chat("hidden", {w.eve}, std::vector<feishu::app_id>{});
    auto const theirs = w.tenant.say(w.eve, hidden, "x").value();
    auto const query = [](feishu::message_id of, std::string token = {}) {
        return im::model::reaction_query{.message_id = std::move(of), .page_token = std::move(token)};
    };
    reaction::batch_query request{
        .queries = {query(id), query("om_unknown"), query(theirs), query(id, "bad")},
        .page_size_per_message = 1};
    auto const response = w.run(request).value();
    BOOST_TEST_REQUIRE(response.success_msg_reaction_details.size() == 1u);
    BOOST_TEST(response.success_msg_reaction_details[0].message_reaction_items.size() == 1u);
    BOOST_TEST(response.success_msg_reaction_details[0].has_more);
    BOOST_TEST(response.success_msg_reaction_counts.at(0).reaction_count.at(0).count == "2");
    BOOST_TEST_REQUIRE(response.fail_msg_reaction_details.size() == 3u);
    BOOST_TEST((response.fail_msg_reaction_details[0].fail_reason == reason::invalid));
    BOOST_TEST((response.fail_msg_reaction_details[1].fail_reason == reason::no_permission));
    BOOST_TEST((response.fail_msg_reaction_details[2].fail_reason == reason::invalid_page_token));
    BOOST_TEST(w.code(reaction::batch_query{.queries = {im::model::reaction_query{}}}) == 230001);
    w.bot.bot = false;
    BOOST_TEST(w.code(request) == 230006);
}

// Pins

BOOST_AUTO_TEST_CASE(pinned_messages_are_listed_newest_first) {
    busy w;
    auto const first = w.sent("1");
    auto const second = w.sent("2");
    auto const pinned = w.run(pin::create{.message_id = first}).value().pin;
    BOOST_TEST(pinned.operator_id == w.bot.app_id.str());
    w.tenant.advance(1s);
    w.tenant.pin_message(w.ann, second).value();
    BOOST_TEST(w.run(pin::create{.message_id = first}).value().pin.create_time.count() ==
               pinned.create_time.count());
    pin::list request{.chat_id = w.ops, .page_size = 1};
    auto const page = w.run(request).value();
    BOOST_TEST(page.items.at(0).message_id == second);
    BOOST_TEST(page.items[0].operator_id == w.ann.open_id.str());
    BOOST_TEST(page.has_more);
    request.page_token = page.page_token;
    BOOST_TEST(w.run(request).value().items.at(0).message_id == first);
    request.end_time = pinned.create_time;
    BOOST_TEST(w.code(request) == 230001);
    request.page_token.reset();
    BOOST_TEST(w.run(request).value().items.at(0).message_id == first);
    w.tenant.unpin_message(w.ann, first).value();
    BOOST_TEST(w.code(pin::delete_{.message_id = first}) == 0);
    w.run(message::delete_{.message_id = second}).value();
    BOOST_TEST(w.run(pin::list{.chat_id = w.ops}).value().items.empty());
}

BOOST_AUTO_TEST_CASE(pins_need_membership_and_a_message_that_is_there) {
    busy w;
    auto const id = w.sent();
    BOOST_TEST(w.code(pin::create{.message_id = "om_unknown"}) == 230001);
    BOOST_TEST(w.code(pin::delete_{.message_id = "om_unknown"}) == 230001);
    BOOST_TEST(w.code(pin::list{.chat_id = "oc_unknown"}) == 230001);
    BOOST_TEST(w.code_as(w.eve, pin::create{.message_id = id}) == 230002);
    BOOST_TEST(w.code_as(w.eve, pin::delete_{.message_id = id}) == 230002);
    BOOST_TEST(w.code_as(w.eve, pin::list{.chat_id = w.ops}) == 230002);
    BOOST_TEST(w.code(pin::create{.message_id = w.divider()}) == 230054);
    w.run(message::delete_{.message_id = id}).value();
    BOOST_TEST(w.code(pin::create{.message_id = id}) == 230011);
    w.group().dissolved = true;
    BOOST_TEST(w.code(pin::create{.message_id = id}) == 232009);
    BOOST_TEST(w.code(pin::delete_{.message_id = id}) == 232009);
    BOOST_TEST(w.code(pin::list{.chat_id = w.ops}) == 230002);
    auto const lost = w.tenant.add_message({.chat_id = "oc_lost"}).message_id;
    BOOST_TEST(w.code(pin::create{.message_id = lost}) == 230045);
    BOOST_TEST(w.code(pin::delete_{.message_id = lost}) == 230045);
    w.bot.bot = false;
    BOOST_TEST(w.code(pin::create{.message_id = id}) == 230006);
    BOOST_TEST(w.code(pin::delete_{.message_id = id}) == 230006);
    BOOST_TEST(w.code(pin::list{.chat_id = w.ops}) == 230006);
}

// Urgent

BOOST_AUTO_TEST_CASE(urgent_sms_and_calls_are_recorded_apart) {
    busy w;
    auto const id = w.sent();
    auto const users = std::vector{w.ann.open_id.str(), w.eve.open_id.str()};
    auto const sms = w.run(message::urgent_sms{.message_id = id, .user_id_list = users}).value();
    BOOST_TEST(sms.invalid_user_id_list.size() == 1u);
    BOOST_TEST(w.code(message::urgent_phone{.message_id = id, .user_id_list = {w.ben.open_id.str()}}) == 0);
    auto const& extras = *w.tenant.find_message(id)->extras;
    BOOST_TEST(extras.notified_by_sms.contains(w.ann.open_id));
    BOOST_TEST(extras.notified_by_phone.contains(w.ben.open_id));
    BOOST_TEST(!extras.notified_by_phone.contains(w.ann.open_id));
    BOOST_TEST(w.tenant.find_message(id)->urgent_receivers->size() == 2u);
}

BOOST_AUTO_TEST_CASE(urgent_sms_and_calls_have_the_rules_of_urgent_notifications) {
    busy w;
    auto const users = std::vector{w.ben.open_id.str()};
    auto const codes = [&](feishu::message_id id) {
        return std::pair(w.code(message::urgent_sms{.message_id = id, .user_id_list = users}),
                         w.code(message::urgent_phone{.message_id = id, .user_id_list = users}));
    };
    auto const id = w.sent();
    BOOST_TEST((codes("om_unknown") == std::pair(230001, 230001)));
    BOOST_TEST((codes(w.tenant.say(w.ann, w.ops, "hers").value()) == std::pair(230012, 230012)));
    w.tenant.find_user(w.ben.open_id)->unread_urgent = 201;
    BOOST_TEST((codes(id) == std::pair(230023, 230023)));
    w.tenant.read_all(w.ben);
    w.tenant.settings.urgent_quota = 0;
    BOOST_TEST((codes(id) == std::pair(230024, 230024)));
    w.run(message::delete_{.message_id = id}).value();
    BOOST_TEST((codes(id) == std::pair(230110, 230110)));
    w.group().bots.clear();
    BOOST_TEST((codes(id) == std::pair(230002, 230002)));
    w.bot.bot = false;
    BOOST_TEST((codes(id) == std::pair(230006, 230006)));
}

// People

BOOST_AUTO_TEST_CASE(people_send_every_kind_of_message) {
    busy w;
    struct row {
        im::msg_type type;
        std::string content;
    };
    row const table[] = {{im::msg_type::post, R"({"zh_cn":{"content":[[{"tag":"text","text":"a"}]]}})"},
                         {im::msg_type::share_chat, R"({"chat_id":")" + w.ops.str() + "\"}"},
                         {im::msg_type::share_user, R"({"user_id":")" + w.ben.open_id.str() + "\"}"},
                         {im::msg_type::interactive, R"({"elements":[]})"}};
    for (auto const& [type, content] : table) {
        w.tenant.send(w.ann, w.ops, type, content).value();
        BOOST_TEST((w.last<message::receive_v1>().event.message.message_type == type));
    }
    for (auto const type :
         {im::msg_type::audio, im::msg_type::media, im::msg_type::sticker, im::msg_type::image}) {
        w.tenant.send_file(w.ann, w.ops, emulator::make_resource("f", "x"), type).value();
        BOOST_TEST((w.last<message::receive_v1>().event.message.message_type == type));
    }
    BOOST_TEST(w.tenant.send(w.eve, w.ops, im::msg_type::text, text_of("hi")).error().code == 230002);
    BOOST_TEST(w.tenant.send("ou_unknown", w.ops, im::msg_type::text, text_of("hi")).error().code == 230001);
}

BOOST_AUTO_TEST_CASE(people_forward_edit_and_pin) {
    busy w;
    auto const id = w.tenant.say(w.ann, w.ops, "old").value();
    w.tenant.forward(w.ann, id, w.other).value();
    BOOST_TEST(w.last<message::receive_v1>().event.message.chat_id == w.other);
    w.tenant.merge_forward(w.ann, {id}, w.other).value();
    BOOST_TEST((w.last<message::receive_v1>().event.message.message_type == im::msg_type::merge_forward));
    w.tenant.edit(w.ann, id, "new \"text\"").value();
    BOOST_TEST(w.tenant.find_message(id)->content == R"({"text":"new \"text\""})");
    BOOST_TEST(w.tenant.edit(w.ben, id, "his").error().code == 230071);
    BOOST_TEST(w.tenant.edit("ou_unknown", id, "x").error().code == 230001);
    BOOST_TEST(w.tenant.forward(w.ben, id, w.other).error().code == 230002);
    BOOST_TEST(w.tenant.merge_forward(w.ben, {id}, w.other).error().code == 230002);
    BOOST_TEST(w.tenant.pin_message(w.eve, id).error().code == 230002);
}

BOOST_AUTO_TEST_CASE(a_bot_receives_messages_of_another_bot_that_mention_it) {
    busy w;
    auto const other = w.tenant.add_app("other");
    w.group().bots.push_back(other.app_id);
    w.sent("hello");
    BOOST_TEST(w.received.empty());
    w.run(w.to_chat(text_of("<at user_id='" + other.app_id.str() + "'></at> look"))).value();
    BOOST_TEST_REQUIRE(w.received.size() == 1u);
    BOOST_TEST(w.received[0].app == other.app_id);
    auto const e = w.last<message::receive_v1>();
    BOOST_TEST((e.event.sender.sender_type == im::event_sender_type::bot));
    BOOST_TEST(e.event.sender.sender_id.open_id == w.bot.bot_open_id);
}

BOOST_AUTO_TEST_SUITE_END()
