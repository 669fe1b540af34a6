#include <feishu/emulator/state_file.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <unistd.h>

#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/content/text.hpp>
#include <feishu/emulator/card_template.hpp>
#include <feishu/emulator/control.hpp>
#include <feishu/emulator/impl/persist/journal.hpp>
#include <feishu/emulator/impl/persist/records.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/scenario.hpp>
#include <feishu/emulator/server.hpp>

#include "world.hpp"

using namespace test;

namespace {

using records = std::map<std::string, std::string>;

records records_of(emulator::state& tenant) {
    records out;
    emulator::detail::for_each_record(tenant, [&](std::string const& key, boost::json::value const& value) {
        out.emplace(key, boost::json::serialize(value));
    });
    return out;
}

// The changes of a journal, as text, and what is wrong with it.
struct read_journal {
    records content{};
    std::string problem{};
    std::uint64_t valid = 0;

    explicit read_journal(std::string_view text, std::size_t piece = 1) {
        emulator::detail::journal_reader reader([&](emulator::detail::journal_change const& change) {
            if (change.erased)
                content.erase(std::string(change.key));
            else
                content.insert_or_assign(std::string(change.key), std::string(change.value));
        });
        for (std::size_t at = 0; at < text.size(); at += piece)
            reader.feed(text.substr(at, piece));
        problem = reader.problem();
        valid = reader.valid();
    }
};

std::string frame_of(std::vector<std::pair<std::string, std::string>> const& puts,
                     std::string const& erased = {}) {
    std::string content;
    for (auto const& [key, value] : puts)
        emulator::detail::append_put(content, key, value);
    if (!erased.empty())
        emulator::detail::append_erase(content, erased);
    return emulator::detail::frame_header(content) + content;
}

// A name that is removed with its files.
struct temporary_file {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("feishu-state-" + std::to_string(::getpid()));
    std::string path = (folder / "state").string();

    temporary_file() { std::filesystem::create_directories(folder); }
    ~temporary_file() { std::filesystem::remove_all(folder); }

    std::string read() const {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    void write(std::string_view text) const { std::ofstream(path, std::ios::binary) << text; }
};

// A tenant in a file, as a server has one.
struct kept_tenant {
    emulator::shared_state tenant;
    emulator::detail::opened_state_file file;

    explicit kept_tenant(std::string const& path)
        : tenant(emulator::state{7, emulator::clock{emulator::clock::time_point{1'700'000'000'000ms}}}),
          file(tenant.with([&](auto& t) { return emulator::detail::open_state_file(path, t); }).value()) {
        tenant.keep_with(*file.keeper);
    }
    records content() {
        return tenant.with([](auto& t) { return records_of(t); });
    }
};

// People and a bot in a tenant: messages in threads, merged forwards, reactions, pins, announcements, departments, feeds.
void live(emulator::shared_state& shared) {
    auto const bot = shared->add_app("alerts");
    auto const ann = shared->add_user("Ann");
    auto const ben = shared->add_user("Ben");
    auto const ops = shared->add_chat("ops", {ann, ben});
    auto const first = shared->say(ann, ops, "hello <at user_id=\"" + ben.open_id.str() + "\"></at>").value();
    auto const reply = shared->reply(ben, first, "hi").value();
    shared->react(ben, first, "SMILE").value();
    auto const gone = shared->say(ann, ops, "oops").value();
    shared->recall(ann, gone).value();
    shared->edit(ann, first, "hello all").value();
    shared->merge_forward(ann, {first, reply}, ops).value();
    shared->pin_message(ann, first).value();
    shared->unpin_message(ann, first).value();
    shared->pin_message(ann, reply).value();
    shared->write_announcement(ann, ops, "one\ntwo").value();
    shared->rename(ops, "operations");
    shared->read_all(ben);
    auto const engineering = shared->add_department("Engineering");
    auto const platform = shared->add_department("Platform");
    auto moved = engineering;
    moved.parent = platform.open_department_id;
    BOOST_TEST(shared->change_department(moved));
    BOOST_TEST(shared->move_user(ben, {engineering.open_department_id, platform.open_department_id}));
    BOOST_TEST(shared->move_user(ann, {platform.open_department_id}));
    shared->hire({.name = "Zoë", .departments = {platform.open_department_id}});
    shared->advance(std::chrono::hours(1));
    shared->settings.max_edits = 3;
    shared->tenant_info.name = "Example Ltd";
    shared->send_file(ann, ops, emulator::make_resource("报告.pdf", std::string("%PDF\0\xff", 6))).value();
    shared->add_user("no UTF-8: \xff");
    auto const direct = shared->enter(ann, bot);
    shared.with([&](auto& t) {
        auto const sent = handle(t, {.kind = feishu::token::tenant, .app = bot, .user = {}},
                                 im::message::reply{.message_id = first,
                                                    .content = text_of("in a thread"),
                                                    .msg_type = im::msg_type::text,
                                                    .reply_in_thread = true,
                                                    .uuid = "once"});
        BOOST_TEST(sent.has_value());
        t.tenant_token(bot);
        t.user_token(bot, ann);
        t.add_custom_bot(ops, {.name = "hook", .keywords = {"x"}});
        t.add_card_template({.template_id = "AAq", .version = "1.0.0", .document = "{}"});
    });
    shared->say(ann, direct, "to the bot").value();
    shared->set_contact_scope(bot, emulator::contact_scope{.users = {ann.open_id}});
    shared->moderate(ops, im::moderation_permission::moderator_list, {ben});
    shared->find_user(ann)->profile.edit().job_title = "Engineer"; // in place
}

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_state_file)

BOOST_AUTO_TEST_CASE(a_journal_that_is_cut_anywhere_has_the_changes_of_its_whole_frames) {
    std::vector<std::string> const frames{frame_of({{"a", "1"}, {"b", "2"}}), frame_of({{"a", "3"}}, "b"),
                                          frame_of({{"c", std::string(300, 'x')}})};
    std::vector<records> const expected{
        {}, {{"a", "1"}, {"b", "2"}}, {{"a", "3"}}, {{"a", "3"}, {"c", std::string(300, 'x')}}};
    std::string text(emulator::detail::journal_magic);
    std::vector<std::size_t> ends{text.size()};
    for (auto const& frame : frames)
        ends.push_back((text += frame).size());
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        std::size_t whole = 0;
        while (whole + 1 < ends.size() && ends[whole + 1] <= cut)
            ++whole;
        for (std::size_t const piece : {std::size_t(1), std::size_t(7), text.size()}) {
            read_journal const read(std::string_view(text).substr(0, cut), piece);
            BOOST_TEST(read.problem == "");
            BOOST_TEST((read.content == expected[whole]));
            BOOST_TEST(read.valid == (cut < ends[0] ? 0 : ends[whole]));
        }
        // A file whose length was stored before its content.
        read_journal const zeros(text.substr(0, ends[whole]) + std::string(text.size() - ends[whole], '\0'),
                                 16);
        BOOST_TEST(zeros.problem == "");
        BOOST_TEST((zeros.content == expected[whole]));
    }
}

BOOST_AUTO_TEST_CASE(
    a_byte_that_changed_in_a_journal_is_damage_with_its_offset_or_the_last_frame_is_left_out) {
    std::string const begin(emulator::detail::journal_magic);
    auto const first = frame_of({{"a", "1"}});
    auto const last = frame_of({{"a", "2"}});
    auto const text = begin + first + last;
    for (std::size_t at = 0; at != text.size(); ++at) {
        auto changed = text;
        changed[at] = static_cast<char>(changed[at] ^ 0x40);
        read_journal const read(changed, 5);
        if (at < begin.size()) {
            BOOST_TEST(read.problem.starts_with("damaged at byte 0"));
        } else if (at < begin.size() + first.size()) {
            BOOST_TEST(read.problem.starts_with("damaged at byte " + std::to_string(begin.size())));
        } else {
            auto const in_length = at - begin.size() - first.size() < 8;
            BOOST_TEST(read.problem.empty() != in_length);
            BOOST_TEST((read.content == records{{"a", "1"}}));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_tenant_is_the_same_after_a_restart) {
    temporary_file file;
    records before;
    std::string next_id;
    {
        kept_tenant kept(file.path);
        BOOST_TEST(!kept.file.restored);
        live(kept.tenant);
        before = kept.content();
        next_id = kept.tenant->make_id("om_");
    }
    kept_tenant again(file.path);
    BOOST_TEST(again.file.restored);
    auto const after = again.content();
    for (auto const& [key, value] : before)
        if (!key.starts_with("message_uuids/"))
            BOOST_TEST((after.contains(key) ? after.at(key) : "nothing") == value, key);
    BOOST_TEST(after.size() == before.size());
    BOOST_TEST(again.tenant->make_id("om_") == next_id);
    // Indexes, too.
    again.tenant.with([](auto& t) {
        auto const& ann = t.users().front();
        auto const& ops = t.chats().front();
        BOOST_TEST(t.find_user(ann.email) == &ann);
        BOOST_TEST(t.positions_of(ops.chat_id).size() == 6u);
        BOOST_TEST(t.history_of(ops.chat_id).size() == 5u);
        auto const& platform = t.departments().all()[2];
        BOOST_TEST(t.departments().member_count(platform.open_department_id) == 3u);
        BOOST_TEST(t.departments().members_of(platform.open_department_id).size() == 3u);
        auto const merged =
            std::ranges::find(t.messages(), im::msg_type::merge_forward, &emulator::message::msg_type);
        BOOST_TEST_REQUIRE((merged != t.messages().end()));
        BOOST_TEST(t.children_of(merged->message_id).size() == 2u);
        emulator::caller const bot{.kind = feishu::token::tenant, .app = t.apps().front(), .user = {}};
        BOOST_TEST(t.find_by_uuid(bot, "once") == &t.messages()[t.messages().size() - 2]);
    });
}

BOOST_AUTO_TEST_CASE(every_cut_of_the_file_is_a_state_that_the_tenant_had) {
    temporary_file file;
    std::vector<std::pair<std::size_t, records>> states; // length of the file, content
    {
        kept_tenant kept(file.path);
        auto const note = [&] { states.emplace_back(std::filesystem::file_size(file.path), kept.content()); };
        kept.tenant->add_app("alerts");
        note();
        auto const ann = kept.tenant->add_user("Ann");
        note();
        auto const ops = kept.tenant->add_chat("ops", {ann});
        note();
        for (auto const* text : {"one", "two"}) {
            kept.tenant->say(ann, ops, text).value();
            note();
        }
    }
    auto const whole = file.read();
    BOOST_TEST(whole.size() == states.back().first);
    for (auto cut = states.front().first; cut <= whole.size(); ++cut) {
        file.write(std::string_view(whole).substr(0, cut));
        kept_tenant kept(file.path);
        auto last = states.begin();
        while (std::next(last) != states.end() && std::next(last)->first <= cut)
            ++last;
        BOOST_TEST((kept.content() == last->second));
        BOOST_TEST(std::filesystem::file_size(file.path) == last->first); // the rest is removed
    }
}

BOOST_AUTO_TEST_CASE(a_state_file_with_a_problem_is_named_with_the_offset) {
    temporary_file file;
    {
        kept_tenant kept(file.path);
        live(kept.tenant);
    }
    auto damaged = file.read();
    damaged[emulator::detail::journal_magic.size() + 40] ^= 1;
    file.write(damaged);
    auto const open = [&] {
        emulator::state tenant;
        auto const opened = emulator::detail::open_state_file(file.path, tenant);
        return opened ? std::string() : opened.error().message;
    };
    BOOST_TEST(open() == "state file " + file.path + ": damaged at byte 24: the check of the content fails");
    BOOST_TEST(file.read() == damaged); // nothing is removed
    file.write("something else entirely");
    BOOST_TEST(open().find("damaged at byte 0: it is not a state file of this version") != std::string::npos);
    file.write(std::string(emulator::detail::journal_magic) + frame_of({{"holograms/1", "{}"}}));
    BOOST_TEST(open().find("holograms/1: unknown kind of data") != std::string::npos);
    file.write(std::string(emulator::detail::journal_magic) +
               frame_of({{"apps/0000000000", R"({"colour":1})"}}));
    BOOST_TEST(open().find("apps/0000000000: unknown member colour") != std::string::npos);
    file.path = (file.folder / "missing" / "state").string();
    BOOST_TEST(open().find("missing/state: No such file") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_state_file_has_one_emulator_at_a_time) {
    temporary_file file;
    kept_tenant const first(file.path);
    emulator::state tenant;
    auto const second = emulator::detail::open_state_file(file.path, tenant);
    BOOST_TEST_REQUIRE(!second.has_value());
    BOOST_TEST(second.error().message.find("in use by another emulator") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_state_file_is_rewritten_when_most_of_it_is_outdated) {
    temporary_file file;
    std::uintmax_t largest = 0;
    records before;
    {
        kept_tenant kept(file.path);
        auto const ann = kept.tenant->add_user("Ann");
        std::string const filler(10'000, 'x');
        for (int i = 0; i != 400; ++i) {
            kept.tenant->find_user(ann)->profile.edit().city = filler + std::to_string(i);
            largest = (std::max)(largest, std::filesystem::file_size(file.path));
        }
        before = kept.content();
    }
    BOOST_TEST(largest < 1'200'000u);
    BOOST_TEST((kept_tenant(file.path).content() == before));
}

BOOST_AUTO_TEST_CASE(a_tenant_that_cannot_be_saved_acknowledges_nothing) {
    struct full_disk : emulator::detail::state_keeper {
        void save(emulator::state&) noexcept override { failed = true; }
        char const* problem() const noexcept override { return failed ? "no space left" : nullptr; }
        bool failed = false;
    } disk;
    emulator::shared_state tenant{emulator::state{}};
    emulator::dispatcher platform{tenant};
    emulator::serve_platform(platform);
    tenant.keep_with(disk);
    auto const response =
        platform.handle_request({.method = "POST",
                                 .target = "/open-apis/auth/v3/tenant_access_token/internal",
                                 .headers = {},
                                 .body = "{}"});
    BOOST_TEST(response.status == 500);
    BOOST_TEST(response.body.find("no space left") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_server_continues_with_its_tenant) {
    temporary_file file;
    emulator::options const options{.state_file = emulator::state_file(file.path)};
    feishu::chat_id chat;
    feishu::client_config config;
    {
        emulator::server platform{options};
        BOOST_TEST(!platform.restored());
        chat = platform.chat_id();
        config = platform.config();
        feishu::client client{platform.config()};
        client.call(im::message::send(chat, feishu::text{"hello"})).value();
    }
    emulator::server platform{options};
    BOOST_TEST(platform.restored());
    BOOST_TEST(platform.users().size() == 3u);
    BOOST_TEST(platform.config().app_secret == config.app_secret);
    BOOST_TEST((platform.state()->contents_of(chat) == std::vector<std::string>{R"({"text":"hello"})"}));
    feishu::client client{platform.config()};
    client.call(im::message::send(chat, feishu::text{"again"})).value();
    BOOST_TEST(platform.state()->contents_of(chat).size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_scenario_that_was_exported_starts_an_equal_tenant) {
    emulator::shared_state tenant{
        emulator::state{7, emulator::clock{emulator::clock::time_point{1'700'000'000'000ms}}}};
    live(tenant);
    auto const first = tenant.with([](auto& t) { return emulator::scenario_of(t); });
    emulator::state other{9};
    emulator::load(other, first).value();
    auto const second = emulator::scenario_of(other);
    for (auto const& [name, value] : first)
        BOOST_TEST(boost::json::serialize(second.contains(name) ? second.at(name) : boost::json::value()) ==
                       boost::json::serialize(value),
                   name);
    BOOST_TEST(second.size() == first.size());
    BOOST_TEST(other.find_user_by_any_id("unknown") == nullptr);
    BOOST_TEST(other.pins().of(other.chats().front().chat_id).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_scenario_written_by_hand_gets_what_it_leaves_out) {
    emulator::state tenant{1, emulator::clock{emulator::clock::time_point{1'700'000'000'000ms}}};
    emulator::load(tenant,
                   R"({"departments": [{"open_department_id": "od-sub", "name": "Sub", "parent": "od-top"},
                                               {"open_department_id": "od-top", "name": "Top"}],
                               "apps": [{"app_id": "cli_team", "app_secret": "s", "name": "alerts"}],
                               "users": [{"open_id": "ou_ann", "name": "Ann", "departments": ["od-sub"]}],
                               "chats": [{"chat_id": "oc_ops", "members": ["ou_ann"], "bots": ["cli_team"]}],
                               "messages": [{"chat_id": "oc_ops", "user": "ou_ann", "content": "{\"text\":\"hello\"}"}],
                               "settings": {"max_edits": 2}})")
        .value();
    BOOST_TEST(tenant.find_user(feishu::open_id("ou_ann"))->email == "ann@example.com");
    BOOST_TEST(tenant.departments().member_count("od-top") == 1u);
    BOOST_TEST((tenant.contents_of("oc_ops") == std::vector<std::string>{R"({"text":"hello"})"}));
    BOOST_TEST(!tenant.messages().front().message_id.empty());
    BOOST_TEST((tenant.messages().front().create_time == tenant.now()));
    BOOST_TEST(tenant.settings.max_edits == 2);
}

BOOST_AUTO_TEST_CASE(a_scenario_with_a_problem_is_refused_with_its_place) {
    emulator::state tenant{1};
    auto const before = records_of(tenant);
    auto const refused = [&](std::string_view text) {
        auto const done = emulator::load(tenant, text);
        return done ? std::string() : done.error().message;
    };
    auto const expect = [&](std::string_view text, std::string_view why) {
        BOOST_TEST(refused(text).find(why) != std::string::npos, text << " " << refused(text));
    };
    expect("{", "not a JSON document");
    expect("[]", "expected an object");
    expect(R"({"holograms": []})", "unknown member holograms");
    expect(R"({"version": 2})", "version: 2 is not supported");
    expect(R"({"tokens": {}})", "unknown member tokens");
    expect(R"({"users": [{"nickname": "x"}]})", "users[0]: unknown member nickname");
    expect(R"({"users": [{"open_id": 1}]})", "users[0].open_id: expected a string");
    expect(R"({"users": {}})", "users: expected a list");
    expect(R"({"chats": [{"mode": "club"}]})", "chats[0].mode: unknown value club");
    expect(R"({"chats": [{"settings": {"colour": 1}}]})", "chats[0].settings: unknown member colour");
    expect(
        R"({"departments": [{"open_department_id": "a", "parent": "b"}, {"open_department_id": "b", "parent": "a"}]})",
        "departments are below each other");
    expect(R"({"departments": [{"parent": "od-unknown"}]})", "departments[0].parent: od-unknown is unknown");
    expect(R"({"chats": [{"members": ["ou_zoe"]}]})", "chats[0].members: ou_zoe is unknown");
    expect(R"({"users": [{"open_id": "ou_zoe"}], "chats": [{"owner": "ou_max", "members": ["ou_zoe"]}]})",
           "chats[0].owner: ou_max is not a member");
    expect(R"({"messages": [{"chat_id": "oc_1"}]})", "messages[0].chat_id: oc_1 is unknown");
    expect(R"({"pins": {"oc_1": {"1": {"message_id": "om_1"}}}})", "om_1 is unknown");
    expect(R"({"announcements": {"oc_1": {}}})", "oc_1 is unknown");
    expect(R"({"files": {"f": {"file": {"bytes": "%"}}}})", "files.f.file.bytes: expected base64");
    expect(R"({"settings": {"max_edits": "many"}})", "settings.max_edits: expected a number");
    expect(R"({"users": [{"name": "fine"}], "chats": 1})", "chats: expected a list");
    auto const after = records_of(tenant);
    BOOST_TEST((after == before));
}

BOOST_AUTO_TEST_SUITE_END()
