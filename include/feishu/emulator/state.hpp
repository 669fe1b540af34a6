#pragma once
// What the emulated tenant holds: apps, users, chats, messages, tokens. No I/O: rules are functions on this,
// and tests call them directly.
//
//     emulator::state tenant;
//     auto const bot = tenant.add_app("alerts");
//     auto const ann = tenant.add_user("Ann");
//     auto const ops = tenant.add_chat("ops", {ann});     // with the first app's bot in it

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/directory.hpp>
#include <feishu/emulator/impl/push/outbound_event.hpp>

namespace feishu::emulator {

/// What a tenant's administrator or the platform itself sets.
struct settings {
    std::chrono::minutes token_lifetime{120}; ///< of a tenant token
    std::chrono::minutes token_renewal{30};   ///< with less left, asking again gives a new token
    std::chrono::hours edit_window{24};       ///< a message can be edited for this long
    std::chrono::hours recall_window{24};     ///< one's own message can be recalled for this long
    int max_edits = 20;                       ///< of one message
    int max_unread_urgent = 200;              ///< a user with more cannot be buzzed
    std::optional<int> urgent_quota{};        ///< buzzes left for the tenant; unlimited when not set
};

/// The tenant. Not thread-safe: `shared_state` locks it.
class state {
public:
    /// Ids and tokens are drawn from `seed`, the same every time.
    FEISHU_DECL explicit state(std::uint64_t seed = 1, emulator::clock clock = {});

    emulator::settings settings{};
    feishu::tenant_key const& tenant_key() const { return tenant_key_; }

    clock::time_point now() const { return clock_.now(); }
    void advance(clock::duration by) { clock_.advance(by); }

    // Filling the tenant. What they return are copies.

    /// A custom app; `scopes` restricts what it may do.
    FEISHU_DECL emulator::app add_app(std::string name, std::optional<std::set<std::string>> scopes = {});
    /// The same with credentials of one's own.
    FEISHU_DECL emulator::app add_app(emulator::app app);
    FEISHU_DECL emulator::user add_user(std::string name);
    /// A group with these users, and the bots of these apps; of the first app when none is named.
    FEISHU_DECL feishu::chat_id add_chat(std::string name, std::vector<feishu::open_id> members,
                                         std::optional<std::vector<feishu::app_id>> bots = {});
    /// Deletes a message altogether, which no endpoint does: 230110 from then on.
    FEISHU_DECL bool remove_message(feishu::message_id const& id);

    // What people do. Apps that may know are told by events.

    /// A user says something in a chat; `<at user_id="…"></at>` mentions a user, or a bot by its app_id. Errors: as the
    /// platform answers a user who may not.
    FEISHU_DECL result<feishu::message_id> say(feishu::open_id const& user, feishu::chat_id const& chat,
                                               std::string_view text);
    /// The same in answer to a message.
    FEISHU_DECL result<feishu::message_id> reply(feishu::open_id const& user, feishu::message_id const& to,
                                                 std::string_view text);
    /// The user reads everything: buzzes are no longer unread.
    FEISHU_DECL void read_all(feishu::open_id const& user);
    /// The user reads one message.
    FEISHU_DECL bool read(feishu::open_id const& user, feishu::message_id const& id);
    /// A user takes back a message: their own, or in a group that they manage. Errors: 230001, 230026, 230011.
    FEISHU_DECL result<void> recall(feishu::open_id const& user, feishu::message_id const& id);
    /// A user adds an emoji to a message; twice the same is one. Errors: 230001, 230002, 230011.
    FEISHU_DECL result<feishu::reaction_id> react(feishu::open_id const& user, feishu::message_id const& id,
                                                  std::string_view emoji_type);
    /// A user takes their emoji back; false when there was none.
    FEISHU_DECL bool unreact(feishu::open_id const& user, feishu::message_id const& id,
                             std::string_view emoji_type);
    /// A user opens the one-to-one chat with a bot, made on first use.
    FEISHU_DECL feishu::chat_id enter(feishu::open_id const& user, feishu::app_id const& app);
    /// A user taps an entry of a bot's menu.
    FEISHU_DECL void tap_menu(feishu::open_id const& user, feishu::app_id const& app, std::string_view event_key);

    // What becomes of groups; `by` is the user who does it, the owner when left out. False: nothing changed.

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

    /// Gives a store app a new app_ticket, and pushes it; returns it.
    FEISHU_DECL std::string issue_app_ticket(feishu::app_id const& app);

    /// Hears of every event, under whatever lock the state is under: no event is made while nobody listens.
    std::function<void(outbound_event)> on_event{};

    // Looking things up, and changing them in place. Null when there is no such thing.

    FEISHU_DECL emulator::app* find_app(feishu::app_id const& id);
    /// By the bot's open_id or the app's app_id.
    FEISHU_DECL emulator::app* find_bot(std::string_view id);
    FEISHU_DECL emulator::user* find_user(feishu::open_id const& id);
    FEISHU_DECL emulator::user* find_user(im::v1::user_id_type type, std::string_view id);
    FEISHU_DECL emulator::user* find_user(feishu::email const& email);
    /// By whichever kind of id it is.
    FEISHU_DECL emulator::user* find_user_by_any_id(std::string_view id);
    FEISHU_DECL emulator::chat* find_chat(feishu::chat_id const& id);
    FEISHU_DECL emulator::message* find_message(feishu::message_id const& id);

    std::vector<emulator::app> const& apps() const { return apps_; }
    std::deque<emulator::user> const& users() const { return users_; }
    std::deque<emulator::chat> const& chats() const { return chats_; }
    /// All messages in the order in which they were sent.
    std::deque<emulator::message> const& messages() const { return messages_; }
    /// Messages of one chat in order, recalled ones included.
    FEISHU_DECL std::vector<emulator::message const*> messages_of(feishu::chat_id const& chat) const;
    /// Texts of one chat in order, for short assertions: the `content` documents.
    FEISHU_DECL std::vector<std::string> contents_of(feishu::chat_id const& chat) const;

    // For rules.

    /// `prefix` and 32 hexadecimal digits.
    FEISHU_DECL std::string make_id(std::string_view prefix);
    /// Like the platform's: the time and 20 hexadecimal digits.
    FEISHU_DECL std::string make_log_id();
    /// The one-to-one chat of a user with the caller, made on first use.
    FEISHU_DECL emulator::chat& p2p_chat(caller const& who, feishu::open_id const& user);
    /// Stores a message: gives it id, times and order; everything else is the caller's.
    FEISHU_DECL emulator::message& add_message(emulator::message draft);
    /// The message that this uuid made within the last hour.
    FEISHU_DECL emulator::message* find_sent(caller const& who, std::string_view uuid);
    FEISHU_DECL void remember_sent(caller const& who, std::string_view uuid, feishu::message_id const& id);
    /// The token to hand out to an app: the current one while enough of it is left.
    FEISHU_DECL issued_token tenant_token(feishu::app_id const& app);
    /// The same of a store app's own token.
    FEISHU_DECL issued_token app_token(feishu::app_id const& app);
    /// A user token, as if the user had logged in to the app; `scopes` restricts what the user granted.
    FEISHU_DECL issued_token user_token(feishu::app_id const& app, feishu::open_id const& user,
                                        std::optional<std::set<std::string>> scopes = {});
    /// A token that was issued and is still valid.
    FEISHU_DECL issued_token const* find_token(std::string_view value) const;
    /// Makes all tokens of an app invalid at once.
    FEISHU_DECL void revoke_tokens(feishu::app_id const& app);

private:
    FEISHU_DECL emulator::chat* find_group(feishu::chat_id const& id); // that is still there
    FEISHU_DECL issued_token current_token(token kind, feishu::app_id const& app, std::string_view prefix);
    FEISHU_DECL issued_token& issue(issued_token draft, std::string_view prefix);

    emulator::clock clock_;
    std::mt19937_64 random_;
    feishu::tenant_key tenant_key_;
    std::vector<emulator::app> apps_;
    std::deque<emulator::user> users_;
    std::deque<emulator::chat> chats_;
    std::deque<emulator::message> messages_;
    std::unordered_map<std::string, std::size_t> message_index_;
    std::unordered_map<std::string, std::vector<std::size_t>> chat_messages_;
    std::map<std::pair<std::string, std::string>, std::pair<feishu::message_id, clock::time_point>> sent_;
    std::vector<issued_token> tokens_;
};

/// The tenant behind a lock. `shared->add_user("Ann")` locks for the expression, `shared.with(f)` for a
/// function. Pointers and references into the state are only good inside; take copies out.
class shared_state {
public:
    explicit shared_state(emulator::state initial) : state_(std::move(initial)) {}

    /// Holds the lock while the expression runs.
    class locked {
    public:
        emulator::state* operator->() const { return state_; }

    private:
        friend class shared_state;
        explicit locked(shared_state& owner) : lock_(owner.mutex_), state_(&owner.state_) {}
        std::unique_lock<std::recursive_mutex> lock_;
        emulator::state* state_;
    };

    locked operator->() { return locked(*this); }

    /// Calls `f(state&)` under the lock and returns what it returns.
    template <class F>
    decltype(auto) with(F&& f) {
        std::lock_guard const lock(mutex_);
        return std::forward<F>(f)(state_);
    }

private:
    std::recursive_mutex mutex_; // a handler of the user's own may look at the state it is called under
    emulator::state state_;
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state.ipp>
#include <feishu/emulator/impl/people.ipp>
#endif
