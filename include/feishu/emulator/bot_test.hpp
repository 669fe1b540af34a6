#pragma once
// bot_test: tests of a bot: people write to it and click, the test looks at what the chat shows, and moves the time.
//
//     feishu::bot_test test;
//     feishu::bot bot{test.options()};
//     add_handlers(bot);                        // those of the program
//     test.connect(bot);
//
//     auto ann = test.user("Ann");
//     ann.says("deploy");
//     test.expect(ann).shows("Deploy?");
//     ann.submits({{"version", "1.4"}, {"confirmed", true}});
//     test.expect(ann).shows("deploying 1.4");
//
// The bot runs as it does in the program, on the emulated platform in the same process. Every act returns when the bot has
// nothing left to do at the time; time passes only with `advance`. Any test framework: what is not as expected is an
// exception.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/push.hpp>

namespace feishu {

class bot;
class bot_test;
struct bot_options;

namespace emulator {
class server;
}

/// Thrown when a chat does not show what is expected, and by acts that cannot be performed: there is no such button.
class bot_test_failure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A user of a bot_test. A value; valid as long as the test.
class test_user {
public:
    /// For bot_test::user.
    test_user(bot_test& test, feishu::open_id id, std::string name)
        : test_(&test), id_(std::move(id)), name_(std::move(name)) {}

    feishu::open_id const& id() const { return id_; }
    std::string const& name() const { return name_; }
    /// The one-to-one chat with the bot. The user enters it with the first call, which is an act: not under the state's lock.
    FEISHU_DECL feishu::chat_id chat() const;

    /// Writes to the bot.
    FEISHU_DECL feishu::message_id says(std::string_view text) const;
    /// Writes to a group. `@bot` mentions the bot, `@Ben` another user of the test.
    FEISHU_DECL feishu::message_id says(feishu::chat_id const& chat, std::string_view text) const;
    /// Clicks a button, or another element with a callback, by its text or name: that of the last card with such an
    /// element, in any chat of the user. Returns the text of the toast in the response; empty if there is none.
    FEISHU_DECL std::string clicks(std::string_view button) const;
    /// Submits the form of the last card that has one; members are text, bool or lists of texts. Returns as `clicks`.
    FEISHU_DECL std::string submits(std::map<std::string, emulator::form_value> values) const;
    /// Adds a reaction to the last message of the bot in a chat of the user: `ann.reacts("OK")`.
    FEISHU_DECL void reacts(std::string_view emoji_type) const;
    /// Clicks an item of the bot's menu.
    FEISHU_DECL void taps_menu(std::string_view key) const;

private:
    bot_test* test_;
    feishu::open_id id_;
    std::string name_;
};

/// What a chat is expected to show. Functions throw bot_test_failure with a list of what it shows, unless
/// bot_test::on_failure is set.
class chat_expectation {
public:
    /// For bot_test::expect.
    chat_expectation(bot_test& test, feishu::chat_id chat, feishu::open_id viewer)
        : test_(&test), chat_(std::move(chat)), viewer_(std::move(viewer)) {}

    /// The last message contains a text.
    FEISHU_DECL chat_expectation const& shows(std::string_view text) const;
    /// Any message contains it.
    FEISHU_DECL chat_expectation const& has_shown(std::string_view text) const;
    /// No message contains it.
    FEISHU_DECL chat_expectation const& never_shows(std::string_view text) const;
    /// The number of messages, those of users included.
    FEISHU_DECL chat_expectation const& has_messages(std::size_t count) const;

private:
    void require(bool fulfilled, std::string const& what) const;

    bot_test* test_;
    feishu::chat_id chat_;
    feishu::open_id viewer_;
};

/// A platform with one app, whose bot is tested. The clocks of platform and bot stand still until `advance`; those of the
/// client, for timeouts of calls and waits before retries, do not.
///
/// Thread safety: one thread at a time. Handlers run on other threads.
/// Lifetimes: must outlive the bot and its users.
/// Errors: acts throw feishu::exception with the error of the platform, for example for a user who is not in the chat.
class bot_test {
public:
    FEISHU_DECL bot_test();
    FEISHU_DECL ~bot_test();
    bot_test(bot_test const&) = delete;
    bot_test& operator=(bot_test const&) = delete;

    /// The settings of the bot, which may be changed before it is constructed; include <feishu/bot.hpp> to use them.
    FEISHU_DECL bot_options options();
    /// Delivers events to the bot from now on; it needs no `run`. To simulate a restart, connect another one.
    FEISHU_DECL void connect(bot& bot);

    /// The user with this name, who is added if there is none.
    FEISHU_DECL test_user user(std::string const& name);
    /// Adds a group with the bot.
    FEISHU_DECL feishu::chat_id group(std::string name, std::vector<test_user> const& members);

    /// Of a chat, as everyone sees it.
    FEISHU_DECL chat_expectation expect(feishu::chat_id const& chat);
    /// Of the one-to-one chat of a user with the bot.
    FEISHU_DECL chat_expectation expect(test_user const& user);
    /// What a chat shows, a text per message: cards with the texts of their elements, files as their type in brackets.
    FEISHU_DECL std::vector<std::string> shown(feishu::chat_id const& chat,
                                               feishu::open_id const& viewer = {});
    /// The handlers that have failed so far, with what they threw.
    FEISHU_DECL std::vector<std::string> failures() const;
    /// The warnings and errors that the bot has logged so far.
    FEISHU_DECL std::vector<std::string> log() const;

    /// Lets time pass for bot and platform. What becomes due meanwhile happens at its time.
    FEISHU_DECL void advance(std::chrono::milliseconds by);
    /// Waits until the bot has nothing left to do now; after what is done through `platform`.
    FEISHU_DECL void settle();

    /// For everything else; include <feishu/emulator/server.hpp> to use it.
    FEISHU_DECL emulator::server& platform();

    /// Called with the text of a failed expectation instead of throwing: `[](auto const& text) { BOOST_ERROR(text); }`.
    std::function<void(std::string const& text)> on_failure{};

private:
    friend class test_user;
    struct impl;
    std::unique_ptr<impl> impl_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/bot_test.ipp>
#endif
