#pragma once

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/bot.hpp>
#include <feishu/bot/bot_executor.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/emulator/bot_test.hpp>
#include <feishu/emulator/impl/push/callbacks.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/json/read.hpp>

namespace feishu {
namespace detail {

/// A clock that a test moves.
class test_clock final : public clock {
public:
    time_point now() const override {
        std::lock_guard const lock(mutex_);
        return now_;
    }
    void move_to(time_point when) {
        std::lock_guard const lock(mutex_);
        now_ = when;
    }

private:
    mutable std::mutex mutex_;
    time_point now_{};
};

inline constexpr emulator::clock::time_point bot_test_begin{std::chrono::milliseconds(1'700'000'000'000)};
// Real time, so long that a slow machine makes no difference.
inline constexpr std::chrono::seconds bot_test_patience{60};

inline emulator::options bot_test_platform() {
    emulator::options out{.clock = emulator::clock{bot_test_begin}};
    out.push.ack_deadline = bot_test_patience;
    out.push.max_in_flight = 1'000; // a handler that waits does not delay other events
    out.threads = 1;
    return out;
}

/// What people read in a message.
struct shown_text {
    std::string operator()(text_content const& c) const { return c.plain(); }
    std::string operator()(post_content const& c) const { return c.plain(); }
    std::string operator()(card_content const& c) const { return card_text(c); }
    std::string operator()(system_content const& c) const { return c.plain(); }
    template <class Other>
    std::string operator()(Other const&) const {
        return {};
    }
};

/// The name of the submit button of a form; nothing without one.
inline std::optional<std::string> submit_button(boost::json::value const& in) {
    if (auto const* list = in.if_array()) {
        for (auto const& each : *list)
            if (auto found = submit_button(each))
                return found;
    } else if (auto const* object = in.if_object()) {
        auto const* const action = object->if_contains("form_action_type");
        auto const* const name = object->if_contains("name");
        if (action != nullptr && *action == "submit" && name != nullptr && name->is_string())
            return std::string(std::string_view(name->get_string()));
        for (auto const& member : *object)
            if (auto found = submit_button(member.value()))
                return found;
    }
    return std::nullopt;
}

} // namespace detail

struct bot_test::impl {
    std::shared_ptr<detail::test_clock> clock = std::make_shared<detail::test_clock>();
    std::shared_ptr<bot_executor> executor =
        std::make_shared<bot_executor>(executor_options{.threads = 4, .clock = clock});
    mutable std::mutex mutex;
    std::vector<std::string> failures;
    std::vector<std::string> log; // warnings and errors
    std::map<open_id, chat_id> direct_chats;
    emulator::server platform{detail::bot_test_platform()};
    emulator::app app = platform.app();

    std::string text_of(emulator::message const& message, open_id const& viewer) {
        if (message.deleted || message.removed)
            return "[recalled]";
        std::string const type(open(message.msg_type).str());
        auto document = message.content;
        if (type == "interactive" && !viewer.empty())
            document = platform.state()->card_of(message.message_id, viewer);
        std::vector<mentioned> mentions;
        for (auto const& one : message.mentions)
            mentions.push_back(detail::mentioned_of(one));
        auto text = std::visit(detail::shown_text{}, read_content(type, document, std::move(mentions)));
        return text.empty() ? "[" + type + "]" : text;
    }

    // From the last one back, in the chats of a user.
    std::vector<emulator::message> messages_for(open_id const& user) {
        return platform.state().with([&](emulator::state& tenant) {
            std::vector<emulator::message> out;
            for (auto const& chat : tenant.chats())
                if (chat.has(user))
                    for (auto const* message : tenant.messages_of(chat.chat_id))
                        out.push_back(*message);
            std::ranges::sort(out, std::greater(), &emulator::message::sequence);
            return out;
        });
    }
};

FEISHU_DECL bot_test::bot_test() : impl_(std::make_unique<impl>()) {}
FEISHU_DECL bot_test::~bot_test() { settle(); } // jobs of the executor refer to the platform

FEISHU_DECL bot_options bot_test::options() {
    auto* const shared = impl_.get();
    // All that the bot does is on one executor, so that it is known when there is nothing left.
    auto run = [executor = impl_->executor](std::function<void()> job) { executor->post(std::move(job)); };
    return {.client = impl_->platform.config(),
            .events = {.ack_deadline = detail::bot_test_patience, .executor = std::move(run)},
            .executor = impl_->executor,
            .open_id = impl_->app.bot_open_id,
            .drain_time = std::chrono::seconds(1), // of a test that leaves a handler asleep
            .on_error =
                [shared](handler_failure const& failure) {
                    std::lock_guard const lock(shared->mutex);
                    shared->failures.push_back(failure.handler + ": " + failure.what);
                },
            .log =
                [shared](log_level level, std::string_view line) {
                    std::lock_guard const lock(shared->mutex);
                    if (level >= log_level::warning)
                        shared->log.emplace_back(line);
                },
            .now =
                [shared] {
                    return std::chrono::system_clock::time_point(
                        shared->platform.state()->now().time_since_epoch());
                }};
}

FEISHU_DECL void bot_test::connect(bot& bot) {
    // Not on a thread of the platform, which a handler may call.
    impl_->platform.push_to(
        impl_->app.app_id, [executor = impl_->executor, &bot, alive = std::weak_ptr(bot.runtime())](
                               std::string document, std::function<void(int, std::string)> done) {
            executor->post([&bot, alive, document = std::move(document), done = std::move(done)] {
                if (alive.expired())
                    return done(503, "the bot was destroyed");
                bot.events().deliver(document, [done](event_response response) {
                    done(response.outcome == event_outcome::done ? 200 : 500, std::move(response.body));
                });
            });
        });
}

FEISHU_DECL test_user bot_test::user(std::string const& name) {
    for (auto const& each : impl_->platform.users())
        if (each.name == name)
            return {*this, each.open_id, name};
    return {*this, impl_->platform.state()->add_user(name).open_id, name};
}

FEISHU_DECL feishu::chat_id bot_test::group(std::string name, std::vector<test_user> const& members) {
    std::vector<open_id> ids;
    for (auto const& each : members)
        ids.push_back(each.id());
    auto chat = impl_->platform.state()->add_chat(std::move(name), std::move(ids));
    settle();
    return chat;
}

FEISHU_DECL chat_expectation bot_test::expect(feishu::chat_id const& chat) { return {*this, chat, {}}; }
FEISHU_DECL chat_expectation bot_test::expect(test_user const& user) {
    return {*this, user.chat(), user.id()};
}

FEISHU_DECL std::vector<std::string> bot_test::shown(feishu::chat_id const& chat, open_id const& viewer) {
    auto const messages = impl_->platform.state().with([&](emulator::state& tenant) {
        std::vector<emulator::message> out;
        for (auto const* message : tenant.messages_of(chat))
            out.push_back(*message);
        return out;
    });
    std::vector<std::string> out;
    for (auto const& each : messages)
        out.push_back(impl_->text_of(each, viewer));
    return out;
}

FEISHU_DECL std::vector<std::string> bot_test::failures() const {
    std::lock_guard const lock(impl_->mutex);
    return impl_->failures;
}

FEISHU_DECL std::vector<std::string> bot_test::log() const {
    std::lock_guard const lock(impl_->mutex);
    return impl_->log;
}

FEISHU_DECL void bot_test::settle() {
    auto& platform = impl_->platform;
    auto& executor = *impl_->executor;
    for (;;) {
        executor.check_timers();
        bool const pushed = platform.wait_idle(detail::bot_test_patience);
        executor.wait_until_idle();
        auto const due = executor.next_timer();
        if (!pushed || (platform.wait_idle(std::chrono::milliseconds(0)) && !(due && *due <= executor.now())))
            return;
    }
}

FEISHU_DECL void bot_test::advance(std::chrono::milliseconds by) {
    auto const pass = [this](clock::time_point until) {
        auto const step = std::chrono::ceil<std::chrono::milliseconds>(until - impl_->clock->now());
        impl_->clock->move_to(until);
        impl_->platform.advance(step);
        settle();
    };
    auto const end = impl_->clock->now() + by;
    for (auto due = impl_->executor->next_timer(); due && *due < end; due = impl_->executor->next_timer())
        pass((std::max)(*due, impl_->clock->now()));
    pass(end);
}

FEISHU_DECL emulator::server& bot_test::platform() { return impl_->platform; }

// --- what users do

FEISHU_DECL feishu::chat_id test_user::chat() const {
    auto& known = test_->impl_->direct_chats;
    auto found = known.find(id_);
    if (found == known.end()) { // entering is an event
        found = known.emplace(id_, test_->platform().state()->enter(id_, test_->impl_->app.app_id)).first;
        test_->settle();
    }
    return found->second;
}

FEISHU_DECL feishu::message_id test_user::says(std::string_view text) const { return says(chat(), text); }

FEISHU_DECL feishu::message_id test_user::says(feishu::chat_id const& chat, std::string_view text) const {
    std::string sent(text);
    auto const mention = [&](std::string const& name, std::string const& id) {
        auto const tag = "<at user_id=\"" + id + "\"></at>";
        for (auto at = sent.find('@' + name); at != sent.npos; at = sent.find('@' + name, at + tag.size()))
            sent.replace(at, name.size() + 1, tag);
    };
    mention("bot", test_->impl_->app.app_id.str());
    for (auto const& each : test_->platform().users())
        mention(each.name, each.open_id.str());
    auto id = test_->platform().state()->say(id_, chat, sent).value();
    test_->settle();
    return id;
}

namespace detail {

inline std::string toast_in(result<callback::v1::model::card_action_response> const& response) {
    auto const& toast = response.value().toast;
    return toast ? toast->content.value_or("") : std::string();
}

} // namespace detail

FEISHU_DECL std::string test_user::clicks(std::string_view button) const {
    emulator::card_interaction const click{.element = std::string(button)};
    for (auto const& message : test_->impl_->messages_for(id_)) {
        if (message.msg_type != im::v1::msg_type::interactive || message.deleted)
            continue;
        auto const card = test_->platform().state()->card_of(message.message_id, id_);
        if (!emulator::action_on(card, click))
            continue;
        auto const response = test_->platform().click(id_, message.message_id, click);
        test_->settle();
        return detail::toast_in(response);
    }
    throw bot_test_failure(name_ + " sees no card with a button " + click.element);
}

FEISHU_DECL std::string test_user::submits(std::map<std::string, emulator::form_value> values) const {
    for (auto const& message : test_->impl_->messages_for(id_)) {
        if (message.msg_type != im::v1::msg_type::interactive || message.deleted)
            continue;
        auto const card =
            json::read<boost::json::value>(test_->platform().state()->card_of(message.message_id, id_));
        auto const button = card ? detail::submit_button(*card) : std::nullopt;
        if (!button)
            continue;
        emulator::card_interaction submit{.element = *button, .form = std::move(values)};
        auto const response = test_->platform().click(id_, message.message_id, std::move(submit));
        test_->settle();
        return detail::toast_in(response);
    }
    throw bot_test_failure(name_ + " sees no card with a form");
}

FEISHU_DECL void test_user::reacts(std::string_view emoji_type) const {
    for (auto const& message : test_->impl_->messages_for(id_)) {
        if (message.app.empty() || message.deleted)
            continue;
        test_->platform().state()->react(id_, message.message_id, emoji_type).value();
        return test_->settle();
    }
    throw bot_test_failure(name_ + " sees no message of the bot");
}

FEISHU_DECL void test_user::taps_menu(std::string_view key) const {
    test_->platform().state()->tap_menu(id_, test_->impl_->app.app_id, key);
    test_->settle();
}

// --- what a chat shows

inline void chat_expectation::require(bool fulfilled, std::string const& what) const {
    if (fulfilled)
        return;
    auto text = "expected: " + what + "\nthe chat shows:";
    auto const shown = test_->shown(chat_, viewer_);
    for (auto const& each : shown)
        text += "\n- " + each;
    if (shown.empty())
        text += " nothing";
    for (auto const& each : test_->failures())
        text += "\nfailed: " + each;
    for (auto const& each : test_->log())
        text += "\nlog: " + each;
    if (!test_->on_failure)
        throw bot_test_failure(text);
    test_->on_failure(text);
}

namespace detail {

inline bool shows_text(std::vector<std::string> const& shown, std::string_view text) {
    return std::ranges::any_of(shown, [&](std::string const& each) { return each.find(text) != each.npos; });
}

} // namespace detail

FEISHU_DECL chat_expectation const& chat_expectation::shows(std::string_view text) const {
    auto shown = test_->shown(chat_, viewer_);
    if (shown.size() > 1)
        shown.erase(shown.begin(), shown.end() - 1);
    require(detail::shows_text(shown, text), "the last message contains \"" + std::string(text) + '"');
    return *this;
}

FEISHU_DECL chat_expectation const& chat_expectation::has_shown(std::string_view text) const {
    require(detail::shows_text(test_->shown(chat_, viewer_), text),
            "a message contains \"" + std::string(text) + '"');
    return *this;
}

FEISHU_DECL chat_expectation const& chat_expectation::never_shows(std::string_view text) const {
    require(!detail::shows_text(test_->shown(chat_, viewer_), text),
            "no message contains \"" + std::string(text) + '"');
    return *this;
}

FEISHU_DECL chat_expectation const& chat_expectation::has_messages(std::size_t count) const {
    auto const shown = test_->shown(chat_, viewer_).size();
    require(shown == count, std::to_string(count) + " messages, not " + std::to_string(shown));
    return *this;
}

} // namespace feishu
