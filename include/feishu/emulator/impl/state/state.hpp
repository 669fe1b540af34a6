#pragma once
// The definition of class state. Its member functions are defined with <feishu/emulator/state.hpp>: they call
// handlers, which include this header, and the split avoids a cycle.

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/announcement.hpp>
#include <feishu/emulator/app_profile.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/card.hpp>
#include <feishu/emulator/chat.hpp>
#include <feishu/emulator/chat_parts.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/department.hpp>
#include <feishu/emulator/directory.hpp>
#include <feishu/emulator/feed.hpp>
#include <feishu/emulator/impl/push/outbound_event.hpp>
#include <feishu/emulator/issued_token.hpp>
#include <feishu/emulator/language_services.hpp>
#include <feishu/emulator/message.hpp>
#include <feishu/emulator/resource.hpp>
#include <feishu/emulator/settings.hpp>
#include <feishu/emulator/tenant_info.hpp>

namespace feishu::emulator {

namespace detail {

struct state_stores;
struct store_access;
struct stored_announcement;
struct stored_resource;
class batch_store;
class card_store;
class chat_store;
class department_store;
class feed_store;
class login_store;
class pin_store;
class preview_store;
class rate_store;
class tag_store;

/// Positions in `state::messages()`, in order.
using positions = std::vector<std::uint32_t>;

} // namespace detail

struct card_template;

/// The emulated tenant.
///
///     emulator::state tenant;
///     auto const bot = tenant.add_app("alerts");
///
/// Thread safety: none; `shared_state` locks it.
/// Lifetimes: pointers and references to its entries stay valid as long as the state, those to tokens until
/// the next token is issued or revoked.
/// Errors: those of the platform, as feishu::error of kind api; functions that return bool return false if
/// nothing changed.
class state {
public:
    /// Ids and tokens are drawn from `seed`: the same seed gives the same ids.
    FEISHU_DECL explicit state(std::uint64_t seed = 1, emulator::clock clock = {});
    /// What was moved from can only be assigned to and destroyed.
    FEISHU_DECL state(state&& other) noexcept;
    FEISHU_DECL state& operator=(state&& other) noexcept;
    FEISHU_DECL ~state();
    /// Whether it was moved from.
    bool moved_from() const { return stores_ == nullptr; }

    emulator::settings settings{};
    /// Of the pages that responses refer to, such as that for the code of a device; `server` sets it.
    std::string base_url = "https://accounts.feishu.cn";
    emulator::tenant_info tenant_info{};
    emulator::language_services language_services{};
    feishu::tenant_key const& tenant_key() const { return tenant_key_; }

    clock::time_point now() const { return clock_.now(); }
    /// Moves the clock, and sends the copies of batch messages that are due by then.
    FEISHU_DECL void advance(clock::duration by);

    // Setup of the tenant. These functions return copies.

    /// Adds a custom app; `scopes` restricts what it may do.
    FEISHU_DECL emulator::app add_app(std::string name, std::optional<std::set<std::string>> scopes = {});
    /// Adds an app as given; empty ids and an empty secret are generated.
    FEISHU_DECL emulator::app add_app(emulator::app app);
    /// Adds a user with generated ids and e-mail address.
    FEISHU_DECL emulator::user add_user(std::string name);
    /// Adds a user as given; empty ids and an empty e-mail address are generated. Unknown departments are ignored.
    FEISHU_DECL emulator::user add_user(emulator::user user);
    /// Adds a department below the root department, or below `parent`.
    FEISHU_DECL emulator::department add_department(std::string name, feishu::department_id parent = {});
    /// Adds a department as given; empty ids are generated. An unknown parent is the root department.
    FEISHU_DECL emulator::department add_department(emulator::department department);
    /// Adds a group with these users, the first of them the owner, and with the bots of these apps, by
    /// default of the first app.
    FEISHU_DECL feishu::chat_id add_chat(std::string name, std::vector<feishu::open_id> members,
                                         std::optional<std::vector<feishu::app_id>> bots = {});
    /// Adds a chat as given; an empty id is generated. Returns its id.
    FEISHU_DECL feishu::chat_id add_chat(emulator::chat chat);
    /// Permanently deletes a message, which no endpoint can do; requests for it then fail with 230110.
    FEISHU_DECL bool remove_message(feishu::message_id const& id);

    /// Publishes a version of a card template, which messages then name: `card::from_template`. Include
    /// <feishu/emulator/card_template.hpp> to use it.
    FEISHU_DECL void add_card_template(card_template published);
    /// Adds a custom bot to a group; its token is the end of its webhook's URL, `/open-apis/bot/v2/hook/TOKEN`.
    FEISHU_DECL emulator::custom_bot add_custom_bot(feishu::chat_id const& chat, custom_bot_options options = {});
    /// The card that a user sees in a message now, as a JSON document: that of everybody, the user's own, or an
    /// ephemeral one. Empty if the user sees none.
    FEISHU_DECL std::string card_of(feishu::message_id const& message, feishu::open_id const& user);

    // Actions of users, which cause the events that are pushed to apps.

    /// A user sends a text to a chat; `<at user_id="…"></at>` mentions a user, or a bot by its app_id.
    /// Errors: those of im.v1.message.create with a user token.
    FEISHU_DECL result<feishu::message_id> say(feishu::open_id const& user, feishu::chat_id const& chat,
                                               std::string_view text);
    /// A user sends a file (make_resource), or an image if its content_type is one. The message has the key for
    /// im.v1.message_resource.get. Errors: as say.
    FEISHU_DECL result<feishu::message_id> send_file(feishu::open_id const& user, feishu::chat_id const& chat,
                                                     emulator::resource file);
    /// A user sends a message of any type: `send(ann, ops, im::v1::msg_type::post, R"({"zh_cn": …})")`. Errors: as say.
    FEISHU_DECL result<feishu::message_id> send(feishu::open_id const& user, feishu::chat_id const& chat,
                                                im::v1::msg_type type, std::string const& document);
    /// A user sends a file as a message of this type: file, image, audio, media or sticker. Errors: as say.
    FEISHU_DECL result<feishu::message_id> send_file(feishu::open_id const& user, feishu::chat_id const& chat,
                                                     emulator::resource file, im::v1::msg_type type);
    /// A user forwards a message to a chat. Errors: those of im.v1.message.forward.
    FEISHU_DECL result<feishu::message_id> forward(feishu::open_id const& user, feishu::message_id const& id,
                                                   feishu::chat_id const& to);
    /// A user forwards messages to a chat as one. Errors: those of im.v1.message.merge_forward.
    FEISHU_DECL result<feishu::message_id> merge_forward(feishu::open_id const& user,
                                                         std::vector<feishu::message_id> ids,
                                                         feishu::chat_id const& to);
    /// A user replaces the text of one of their messages. Errors: those of im.v1.message.update.
    FEISHU_DECL result<void> edit(feishu::open_id const& user, feishu::message_id const& id, std::string_view text);
    /// A user taps a follow-up bubble below a message, the first of them 0, which sends its text. Errors: 230001 there is
    /// no such bubble; those of say.
    FEISHU_DECL result<feishu::message_id> tap_follow_up(feishu::open_id const& user, feishu::message_id const& id,
                                                         std::size_t bubble);
    /// A user pins a message. Errors: those of im.v1.pin.create.
    FEISHU_DECL result<void> pin_message(feishu::open_id const& user, feishu::message_id const& id);
    /// A user unpins a message. Errors: those of im.v1.pin.delete.
    FEISHU_DECL result<void> unpin_message(feishu::open_id const& user, feishu::message_id const& id);
    /// A user replies to a message with a text.
    FEISHU_DECL result<feishu::message_id> reply(feishu::open_id const& user, feishu::message_id const& to,
                                                 std::string_view text);
    /// The user reads all messages; urgent ones are no longer unread.
    FEISHU_DECL void read_all(feishu::open_id const& user);
    /// The user reads one message.
    FEISHU_DECL bool read(feishu::open_id const& user, feishu::message_id const& id);
    /// A user recalls a message: their own, or one in a group that they manage. Errors: 230001, 230026,
    /// 230011.
    FEISHU_DECL result<void> recall(feishu::open_id const& user, feishu::message_id const& id);
    /// A user adds an emoji reaction; repeating it has no effect. Errors: 230001, 230002, 230011.
    FEISHU_DECL result<feishu::reaction_id> react(feishu::open_id const& user, feishu::message_id const& id,
                                                  std::string_view emoji_type);
    /// A user removes their emoji reaction.
    FEISHU_DECL bool remove_reaction(feishu::open_id const& user, feishu::message_id const& id,
                                     std::string_view emoji_type);
    /// A user opens the one-to-one chat with a bot, which is created on first use. Empty for an unknown user
    /// or app.
    FEISHU_DECL feishu::chat_id enter(feishu::open_id const& user, feishu::app_id const& app);
    /// A user taps an item of a bot's menu.
    FEISHU_DECL void tap_menu(feishu::open_id const& user, feishu::app_id const& app,
                              std::string_view event_key);

    // Logins of users to apps, which the login page does as well; see settings for lifetimes.

    /// A user opens the authorization page at this URL, and approves. Returns the URL that the browser is redirected
    /// to, with the code. Errors: 20001, 20048, 20067, 20068, 20071 for the URL; 20008, 20010, 20066 for the user.
    FEISHU_DECL result<std::string> log_in(feishu::open_id const& user, std::string_view authorize_url);
    /// A user opens it, and refuses. Errors: those for the URL.
    FEISHU_DECL result<std::string> deny_login(std::string_view authorize_url);
    /// A user enters the code that a device shows, and approves. Errors: 20003 an unknown code, 20004 an expired one,
    /// 20065 one that was approved or denied; 20008, 20010, 20066 for the user.
    FEISHU_DECL result<void> approve_device(feishu::open_id const& user, std::string_view user_code);
    /// A user enters it, and refuses. Errors: those for the code.
    FEISHU_DECL result<void> deny_device(std::string_view user_code);
    /// Revokes a refresh token; access tokens stay valid.
    FEISHU_DECL bool revoke_refresh_token(std::string_view value);
    /// A user opens an app feed card, or taps its button with this text. Returns the URL that opens; empty if
    /// the button sends a callback, which is pushed. Errors: 230001 no such card or button.
    FEISHU_DECL result<std::string> tap_feed_card(feishu::open_id const& user, feishu::app_id const& app,
                                                  std::string_view biz_id, std::string_view button = {});
    /// A user taps a button of a chat in the feed. Returns as tap_feed_card. Errors: 230001 no such button.
    FEISHU_DECL result<std::string> tap_chat_button(feishu::open_id const& user, feishu::chat_id const& chat,
                                                    std::string_view button);
    /// A user taps the item of a group's menu with this name, also one of the second level. Returns the URL
    /// that opens. Errors: 232011 not in the group, 232001 no item of this name has a link.
    FEISHU_DECL result<std::string> tap_chat_menu(feishu::open_id const& user, feishu::chat_id const& chat,
                                                  std::string_view item);
    /// A user replaces the announcement of a group: each line is a paragraph. Errors: 232011 not in the
    /// group, 232003 no group, 232009 dissolved, 232002 only owner and managers may, 232066 read-only.
    FEISHU_DECL result<void> write_announcement(feishu::open_id const& user, feishu::chat_id const& chat,
                                                std::string_view text);
    // Changes to the directory by its administrators. They cause events for the apps whose contact scope they are in.

    /// A user joins the organization; see add_user.
    FEISHU_DECL emulator::user hire(emulator::user user);
    /// Replaces the user with this open_id, so that departments and indexes agree with it; false for an unknown one.
    FEISHU_DECL bool change_user(emulator::user changed);
    /// A user moves to these departments, the primary one first.
    FEISHU_DECL bool move_user(feishu::open_id const& user, std::vector<feishu::department_id> to);
    /// A user leaves the organization, and so all departments.
    FEISHU_DECL bool resign(feishu::open_id const& user);
    /// A department is created; see add_department.
    FEISHU_DECL emulator::department create_department(emulator::department department);
    /// Replaces the department with this open id; false for an unknown one, and for a parent that is unknown or below
    /// it.
    FEISHU_DECL bool change_department(emulator::department changed);
    /// False for an unknown department, the root department, and one that has members or children.
    FEISHU_DECL bool delete_department(feishu::department_id const& department);
    /// Changes the contact scope of an app; the whole directory if not set.
    FEISHU_DECL bool set_contact_scope(feishu::app_id const& app, std::optional<contact_scope> scope);

    // Changes to apps by the user `by`, in the developer console and the admin console. They cause events.

    /// A developer creates an app.
    FEISHU_DECL emulator::app create_app(emulator::app app, feishu::open_id const& by);
    /// A developer submits a version for review. Returns its id; empty for an unknown app.
    FEISHU_DECL std::string submit_version(feishu::app_id const& app, emulator::app_version version,
                                           feishu::open_id const& by);
    /// A developer withdraws a version under review.
    FEISHU_DECL bool withdraw_version(feishu::app_id const& app, std::string_view version_id,
                                      feishu::open_id const& by);
    /// An administrator approves a version under review, whose scopes the app then has; or rejects it.
    FEISHU_DECL bool review_version(feishu::app_id const& app, std::string_view version_id, bool approved,
                                    feishu::open_id const& by, std::string remark = {});
    /// An administrator grants the scopes that the app applied for, or refuses them.
    FEISHU_DECL bool decide_scopes(feishu::app_id const& app, bool granted);
    /// A user submits feedback on an app. Returns its id; empty for an unknown user or app.
    FEISHU_DECL std::string submit_feedback(feishu::app_id const& app, emulator::app_feedback feedback);
    /// A developer changes the status of feedback, an application::v6::feedback_status.
    FEISHU_DECL bool change_feedback(feishu::app_id const& app, std::vector<std::string> const& feedback_ids,
                                     int status, feishu::open_id const& by);
    /// A user installs a store app for themselves, which extends its availability.
    FEISHU_DECL bool install_for_self(feishu::open_id const& user, feishu::app_id const& app);
    /// An administrator enables a store app, for the first time or again; or disables it.
    FEISHU_DECL bool enable_app(feishu::app_id const& app, feishu::open_id const& by);
    FEISHU_DECL bool disable_app(feishu::app_id const& app, feishu::open_id const& by);
    /// An administrator uninstalls a store app; its tokens are revoked.
    FEISHU_DECL bool uninstall_app(feishu::app_id const& app);
    /// The tenant pays for a store app. Returns the id of the order; empty for an unknown app.
    FEISHU_DECL std::string pay(feishu::app_id const& app, emulator::app_order order);

    // Changes to groups by the user `by`, by default the owner. They cause events.

    FEISHU_DECL bool add_member(feishu::chat_id const& chat, feishu::open_id const& user,
                                feishu::open_id const& by = {});
    FEISHU_DECL bool remove_member(feishu::chat_id const& chat, feishu::open_id const& user,
                                   feishu::open_id const& by = {});
    FEISHU_DECL bool add_bot(feishu::chat_id const& chat, feishu::app_id const& app,
                             feishu::open_id const& by = {});
    FEISHU_DECL bool remove_bot(feishu::chat_id const& chat, feishu::app_id const& app,
                                feishu::open_id const& by = {});
    FEISHU_DECL bool rename(feishu::chat_id const& chat, std::string name, feishu::open_id const& by = {});
    FEISHU_DECL bool dissolve(feishu::chat_id const& chat, feishu::open_id const& by = {});
    /// Replaces the settings of a group.
    FEISHU_DECL bool change_chat(feishu::chat_id const& chat, emulator::chat_settings settings,
                                 feishu::open_id const& by = {});
    /// Restricts who may speak; the speakers are those of moderator_list.
    FEISHU_DECL bool moderate(feishu::chat_id const& chat, im::v1::moderation_permission who,
                              std::vector<feishu::open_id> speakers = {}, feishu::open_id const& by = {});
    /// Makes a member the owner.
    FEISHU_DECL bool transfer_owner(feishu::chat_id const& chat, feishu::open_id const& to,
                                    feishu::open_id const& by = {});
    /// Makes a member a manager, who is not the owner; or an ordinary member again. Causes no event.
    FEISHU_DECL bool add_manager(feishu::chat_id const& chat, feishu::open_id const& user);
    FEISHU_DECL bool remove_manager(feishu::chat_id const& chat, feishu::open_id const& user);
    /// Withdraws the invitation of a member, who is then no longer in the group.
    FEISHU_DECL bool withdraw_member(feishu::chat_id const& chat, feishu::open_id const& user,
                                     feishu::open_id const& by = {});
    /// Approves that a user joins who asked for it or was invited, or refuses it.
    FEISHU_DECL bool approve_member(feishu::chat_id const& chat, feishu::open_id const& user,
                                    feishu::open_id const& by = {});
    FEISHU_DECL bool reject_member(feishu::chat_id const& chat, feishu::open_id const& user);
    /// A user joins a public group. If it requires approval, the user waits for it. Errors: those of
    /// im.v1.chat_members.me_join.
    FEISHU_DECL result<void> join(feishu::open_id const& user, feishu::chat_id const& chat);
    /// A user joins a group with a link of im.v1.chat.link. Errors: 232001 unknown user or link, or an expired
    /// link; 232009 dissolved, 232013 full, 232075 approval required.
    FEISHU_DECL result<void> join_by_link(feishu::open_id const& user, std::string const& link);

    /// Generates a new app_ticket for a store app, and pushes it. Empty for an unknown app.
    FEISHU_DECL std::string issue_app_ticket(feishu::app_id const& app);

    /// The number of an app's long connections; `server` sets it. Called under the lock of shared_state.
    std::function<std::size_t(feishu::app_id const&)> count_connections{};

    /// Called with every event, under the lock of shared_state if there is one; `server` sets it. No events
    /// are created while it is empty. An exception propagates from the function that caused the event, after
    /// the change was made.
    std::function<void(outbound_event)> on_event{};

    // Lookup; null if there is no such entry. Entries can be changed in place, except for what they are found by, and
    // the departments of users: see change_user and change_department.

    FEISHU_DECL emulator::app* find_app(feishu::app_id const& id);
    /// By the bot's open_id or the app's app_id.
    FEISHU_DECL emulator::app* find_bot(std::string_view id);
    FEISHU_DECL emulator::user* find_user(feishu::open_id const& id);
    FEISHU_DECL emulator::user* find_user(user_id_type type, std::string_view id);
    FEISHU_DECL emulator::user* find_user(feishu::email const& email);
    /// By an id of any type.
    FEISHU_DECL emulator::user* find_user_by_any_id(std::string_view id);
    /// By phone number; the country code of mainland China may be omitted.
    FEISHU_DECL emulator::user* find_user_by_mobile(std::string_view mobile);
    /// The consoles' data about an app.
    FEISHU_DECL emulator::app_profile* find_app_profile(feishu::app_id const& app);
    /// By the open id; `0` is the root department. Ids and parents are changed by change_department.
    FEISHU_DECL emulator::department* find_department(feishu::department_id const& id);
    FEISHU_DECL emulator::chat* find_chat(feishu::chat_id const& id);
    FEISHU_DECL emulator::message* find_message(feishu::message_id const& id);
    /// Tabs, menu and top notice of a chat.
    FEISHU_DECL emulator::chat_parts* find_chat_parts(feishu::chat_id const& id);
    /// The announcement of a group. To turn it into a legacy one, set `legacy`.
    FEISHU_DECL emulator::announcement* find_announcement(feishu::chat_id const& id);

    FEISHU_DECL std::deque<emulator::app> const& apps() const;
    FEISHU_DECL std::deque<emulator::user> const& users() const;
    FEISHU_DECL std::deque<emulator::chat> const& chats() const;
    /// All messages in the order in which they were sent.
    FEISHU_DECL std::deque<emulator::message> const& messages() const;
    /// Messages of one chat in order, including recalled ones.
    FEISHU_DECL std::vector<emulator::message const*> messages_of(feishu::chat_id const& chat) const;
    /// The `content` documents of one chat's messages in order, for short assertions.
    FEISHU_DECL std::vector<std::string> contents_of(feishu::chat_id const& chat) const;

    /// The feed of a user, as the client shows it: app feed cards and chats, time-sensitive ones first, then
    /// by time, the latest first.
    FEISHU_DECL std::vector<emulator::feed_card> feed_of(feishu::open_id const& user);
    /// The text of a group's announcement, a line for each paragraph, for short assertions.
    FEISHU_DECL std::string announcement_text(feishu::chat_id const& chat);

    // For handlers.

    /// Cards besides the contents of messages, and custom bots.
    FEISHU_DECL detail::card_store& cards();
    /// Positions in `messages()` of one chat's messages, in order.
    FEISHU_DECL detail::positions const& positions_of(feishu::chat_id const& chat) const;
    /// Of those that its history lists: without replies in threads.
    FEISHU_DECL detail::positions const& history_of(feishu::chat_id const& chat) const;
    /// Of a thread's messages, with the one that it began with.
    FEISHU_DECL detail::positions const& positions_of(feishu::thread_id const& thread) const;
    /// The tree of departments, and their members.
    FEISHU_DECL detail::department_store& departments();
    /// `prefix` and 32 hexadecimal digits.
    FEISHU_DECL std::string make_id(std::string_view prefix);
    /// A number of 19 digits.
    FEISHU_DECL std::string make_number();
    /// In the platform's format: the time and 20 hexadecimal digits.
    FEISHU_DECL std::string make_log_id();
    /// Stores a chat: sets its id and times; the caller sets everything else.
    FEISHU_DECL emulator::chat& create_chat(emulator::chat draft);
    /// The chats, with their share links and the uuids they were created with.
    FEISHU_DECL detail::chat_store& chat_records();
    /// The one-to-one chat of a user with the caller, created on first use; `by_user`: the user opens that with a
    /// bot.
    FEISHU_DECL emulator::chat& p2p_chat(caller const& who, feishu::open_id const& user, bool by_user = false);
    /// Stores a message: sets its id, times and order; the caller sets everything else.
    FEISHU_DECL emulator::message& add_message(emulator::message draft);
    /// Adds a copy of a message to a merged forward.
    FEISHU_DECL void add_child(emulator::message const& merged, emulator::message const& source);
    /// Positions in `messages()` of what a merged forward contains.
    FEISHU_DECL detail::positions const& children_of(feishu::message_id const& merged) const;
    FEISHU_DECL void share_children(feishu::message_id const& from, feishu::message_id const& to);
    /// Recalls a message.
    FEISHU_DECL void recall_message(emulator::message& what, im::v1::recall_type type);
    /// Adds a reaction, whose id is generated.
    FEISHU_DECL reaction const& add_reaction(emulator::message& to, reaction draft);
    /// The message that has this reaction.
    FEISHU_DECL emulator::message* find_reacted(feishu::reaction_id const& id);
    /// Removes a reaction that the message has.
    FEISHU_DECL reaction remove_reaction(emulator::message& from, feishu::reaction_id const& id);
    FEISHU_DECL detail::pin_store& pins();
    FEISHU_DECL detail::batch_store& batches();
    /// Sends, and recalls, the copies of batch messages that are due; see settings::batch_rate.
    FEISHU_DECL void deliver_batches();
    /// The message that the caller sent with this uuid within the last hour.
    FEISHU_DECL emulator::message* find_by_uuid(caller const& who, std::string_view uuid);
    FEISHU_DECL void record_uuid(caller const& who, std::string_view uuid, emulator::message const& sent);
    /// Stores a file; returns its file_key or image_key.
    FEISHU_DECL std::string add_resource(detail::stored_resource one);
    /// By file_key or image_key; null if there is no such file.
    FEISHU_DECL detail::stored_resource const* find_resource(std::string const& key) const;
    /// The announcement of a group with its history; null if there is no such group.
    FEISHU_DECL detail::stored_announcement* find_stored_announcement(feishu::chat_id const& id);
    FEISHU_DECL detail::feed_store& feeds();
    FEISHU_DECL detail::tag_store& tags();
    FEISHU_DECL detail::preview_store& previews();
    /// The tenant token for an app: the current one, or a new one if that expires soon.
    FEISHU_DECL issued_token tenant_token(feishu::app_id const& app);
    /// The app token of an app, likewise.
    FEISHU_DECL issued_token app_token(feishu::app_id const& app);
    /// The ticket for the JS SDK of an app, likewise.
    FEISHU_DECL issued_token jssdk_ticket(feishu::app_id const& app);
    /// What users have granted.
    FEISHU_DECL detail::login_store& logins();
    /// A user token, as after a login to the app; `scopes` restricts what the user granted.
    FEISHU_DECL issued_token user_token(feishu::app_id const& app, feishu::open_id const& user,
                                        std::optional<std::set<std::string>> scopes = {});
    /// A token that was issued and has not expired.
    FEISHU_DECL issued_token const* find_token(std::string_view value) const;
    /// A token expires now.
    FEISHU_DECL void expire_token(std::string_view value);
    /// The requests made so far, for limits.
    FEISHU_DECL detail::rate_store& rates();
    /// Revokes one token.
    FEISHU_DECL void revoke_token(std::string_view value);
    /// Revokes all tokens of an app.
    FEISHU_DECL void revoke_tokens(feishu::app_id const& app);

private:
    friend struct detail::store_access;

    FEISHU_DECL issued_token current_token(token kind, feishu::app_id const& app, std::string_view prefix);
    FEISHU_DECL issued_token& issue(issued_token draft, std::string_view prefix);

    emulator::clock clock_;
    feishu::tenant_key tenant_key_;
    std::unique_ptr<detail::state_stores> stores_; // null once it was moved from
};

} // namespace feishu::emulator
