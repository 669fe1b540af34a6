#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/emulator/control/impl/entries.hpp>
#include <feishu/emulator/control/impl/handlers.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/impl/cards/card_operation.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator::control {
namespace detail {

// What a page can list, and a person can look through.
inline constexpr std::size_t most_people = 500;
inline constexpr std::size_t most_chats = 500;
inline constexpr std::size_t most_requests = 200;
inline constexpr std::size_t most_unread = 100;
inline constexpr std::size_t longest_preview = 400;

// Writes what one user sees, or everything for the empty id. Used under the lock of the state.
class screen_writer {
public:
    screen_writer(state& tenant, feishu::open_id const& viewer) : tenant_(tenant), viewer_(viewer) {}

    screen write(feishu::chat_id const& open, std::size_t limit) {
        screen out;
        for (auto const& app : tenant_.apps())
            out.people.push_back({.id = app.app_id.str(), .name = app.name, .bot = true});
        for (auto const& user : tenant_.users())
            if (!user.resigned && out.people.size() < most_people)
                out.people.push_back({.id = user.open_id.str(), .name = user.name});
        write_chats(out.chats);
        if (!viewer_.empty())
            write_feed(out.feed);
        auto const* chat = tenant_.find_chat(open);
        if (chat != nullptr && sees(*chat))
            write_messages(*chat, limit, out.messages);
        return out;
    }

    shown_message show(message const& one) {
        shown_message out;
        static_cast<message_entry&>(out) = entry_of(one);
        out.sender_name = name_of(one);
        out.mentions = mentions_of(one);
        for (auto const& reaction : one.reactions)
            add(out.reactions, reaction);
        if (!one.app.empty())
            for (auto const& [reader, _] : *one.readers)
                out.readers.push_back(reader.str());
        for (auto const& receiver : *one.urgent_receivers)
            out.urgent.push_back(receiver.str());
        out.follow_ups = one.extras->follow_ups;
        out.thread_position = one.links->thread_position;
        out.edits = one.edits;
        if (one.msg_type == im::v1::msg_type::interactive)
            show_card(one, out);
        return out;
    }

private:
    bool sees(chat const& one) const { return viewer_.empty() || one.has(viewer_); }

    static std::vector<mention_entry> mentions_of(message const& one) {
        std::vector<mention_entry> out;
        for (auto const& mention : one.mentions)
            out.push_back({.key = mention.key, .id = mention.id, .name = mention.name});
        return out;
    }

    std::string name_of(message const& one) {
        if (one.app.empty()) {
            auto const* user = tenant_.find_user(one.user);
            return user != nullptr ? user->name : one.user.str();
        }
        auto const* app = tenant_.find_app(one.app);
        return app != nullptr ? app->name : one.app.str();
    }

    static void add(std::vector<reaction_entry>& to, reaction const& one) {
        auto found = std::ranges::find(to, one.emoji_type, &reaction_entry::emoji_type);
        if (found == to.end())
            found = to.insert(to.end(), {.emoji_type = one.emoji_type});
        found->by.push_back(one.user.empty() ? one.app.str() : one.user.str());
    }

    void show_card(message const& one, shown_message& out) {
        if (!viewer_.empty())
            if (auto own = tenant_.card_of(one.message_id, viewer_); !own.empty())
                out.content = std::move(own);
        auto const* entity = tenant_.cards().find_sent(one.message_id);
        out.streaming = entity != nullptr && emulator::detail::is_streaming(*entity, tenant_.now());
    }

    std::string title_of(chat const& one) {
        if (one.mode != chat_mode::p2p)
            return one.name.empty() ? one.chat_id.str() : one.name;
        std::string out;
        auto const append = [&](std::string const& name) {
            out.append(out.empty() ? "" : ", ").append(name);
        };
        for (auto const& id : one.members)
            if (auto const* user = id == viewer_ ? nullptr : tenant_.find_user(id))
                append(user->name);
        for (auto const& id : one.bots)
            if (auto const* app = tenant_.find_app(id))
                append(app->name);
        return out;
    }

    bool is_unread(message const& one) const {
        return !viewer_.empty() && !one.app.empty() && !one.deleted && !one.removed &&
               !one.readers->contains(viewer_);
    }

    shown_chat show(chat const& one) {
        shown_chat out;
        static_cast<chat_entry&>(out) = entry_of(one);
        out.members.clear();
        out.title = title_of(one);
        auto const& positions = tenant_.positions_of(one.chat_id);
        out.messages = static_cast<std::int64_t>(positions.size());
        auto const first = positions.size() - (std::min)(positions.size(), most_unread);
        for (auto at = first; at < positions.size(); ++at)
            out.unread += is_unread(tenant_.messages()[positions[at]]) ? 1 : 0;
        if (positions.empty())
            return out;
        auto const& last = tenant_.messages()[positions.back()];
        out.last_type = open<im::v1::msg_type>(last.msg_type).str();
        if (!last.deleted && last.content.size() <= longest_preview)
            out.last_content = last.content;
        out.last_mentions = mentions_of(last);
        out.last_sender = name_of(last);
        out.last_time = last.create_time.time_since_epoch().count();
        return out;
    }

    clock::time_point last_time(chat const& one) const {
        auto const& positions = tenant_.positions_of(one.chat_id);
        return positions.empty() ? one.create_time : tenant_.messages()[positions.back()].create_time;
    }

    // The latest first; of the same time, in the order in which they were created.
    void write_chats(std::vector<shown_chat>& out) {
        std::vector<std::pair<clock::time_point, std::size_t>> visible;
        for (std::size_t i = 0; i < tenant_.chats().size(); ++i)
            if (auto const& one = tenant_.chats()[i]; sees(one))
                visible.emplace_back(last_time(one), i);
        std::ranges::sort(visible, [](auto const& a, auto const& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        visible.resize((std::min)(visible.size(), most_chats));
        for (auto const& [_, i] : visible)
            out.push_back(show(tenant_.chats()[i]));
    }

    void write_feed(std::vector<shown_feed_card>& out) {
        for (auto const& one : tenant_.feed_of(viewer_)) {
            if (one.biz_id.empty() || out.size() == most_chats)
                continue;
            shown_feed_card card{.app = one.app,
                                 .biz_id = one.biz_id,
                                 .title = one.title,
                                 .preview = one.preview,
                                 .link = one.link,
                                 .time_sensitive = one.time_sensitive};
            if (one.status_label)
                card.status = one.status_label->text->str();
            for (auto const& button : one.buttons)
                card.buttons.push_back({.text = button.text->text->str(), .style = button.button_type.str()});
            out.push_back(std::move(card));
        }
    }

    // Those of everybody, and the cards that one member sees.
    void write_messages(chat const& of, std::size_t limit, std::vector<shown_message>& out) {
        auto const& positions = tenant_.positions_of(of.chat_id);
        for (auto at = positions.size() - (std::min)(positions.size(), limit); at < positions.size(); ++at)
            if (auto const& one = tenant_.messages()[positions[at]]; !one.removed)
                out.push_back(show(one));
        for (auto const& [_, one] : tenant_.cards().ephemeral()) {
            if (one.deleted || one.message.chat_id != of.chat_id ||
                !(viewer_.empty() || viewer_ == one.visible_to))
                continue;
            auto shown = show(one.message);
            shown.visible_to = one.visible_to;
            out.insert(std::ranges::upper_bound(out, shown.create_time, {}, &shown_message::create_time),
                       std::move(shown));
        }
        for (auto const& [_, pinned] : tenant_.pins().of(of.chat_id)) {
            auto const found = std::ranges::find(out, pinned.message_id, &shown_message::message_id);
            if (found != out.end())
                found->pinned_by = pinned.user.empty() ? pinned.app.str() : pinned.user.str();
        }
    }

    state& tenant_;
    feishu::open_id const& viewer_;
};

inline fault_entry entry_of(fault_rule const& one) {
    fault_entry out{.method = one.method,
                    .path = one.path,
                    .probability = one.options.probability,
                    .delay = one.options.delay.count(),
                    .hits = static_cast<std::int64_t>(one.hits)};
    for (auto const kind : one.one_of)
        out.faults.emplace_back(to_string(kind));
    if (one.options.count != static_cast<std::size_t>(-1))
        out.left = static_cast<std::int64_t>(one.options.count - one.hits);
    return out;
}

inline shown_request entry_of(request_log_entry one) {
    shown_request out;
    out.method = std::move(one.method);
    out.target = std::move(one.target);
    out.endpoint = std::move(one.endpoint);
    out.body = std::move(one.body);
    out.status = one.status;
    out.code = one.code;
    out.log_id = std::move(one.log_id);
    out.fault = std::move(one.fault);
    out.route = one.route;
    out.app = std::move(one.app);
    out.message = std::move(one.message);
    out.field = std::move(one.field);
    out.time = one.time.time_since_epoch().count();
    out.duration = one.duration.count();
    out.sequence = static_cast<std::int64_t>(one.sequence);
    return out;
}

inline shown_event entry_of(recorded_event one) {
    shown_event out{.app = std::move(one.app),
                    .type = std::move(one.type),
                    .id = std::move(one.id),
                    .document = std::move(one.document),
                    .callback = one.callback,
                    .time = one.time.time_since_epoch().count(),
                    .sequence = static_cast<std::int64_t>(one.sequence)};
    for (auto& push : one.pushes)
        out.pushes.push_back({.attempt = push.attempt,
                              .channel = std::string(name_of(push.channel)),
                              .status = push.status,
                              .response = std::move(push.response)});
    return out;
}

template <class Number>
std::uint64_t sequence_of(Number const& number) {
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(number));
}

} // namespace detail

FEISHU_DECL result<look::response> handle(server& platform, look const& request) {
    look::response out;
    auto shown = platform.state().with([&](state& tenant) {
        out.now = tenant.now().time_since_epoch().count();
        return detail::screen_writer(tenant, request.viewer)
            .write(request.chat_id, static_cast<std::size_t>(static_cast<int>(request.limit)));
    });
    for (auto const& person : shown.people)
        if (auto const count = person.bot ? platform.connections(feishu::app_id(person.id)) : 0; count != 0)
            shown.connections[person.id] = static_cast<std::int64_t>(count);
    for (auto const& rule : platform.faults().rules())
        shown.faults.push_back(detail::entry_of(rule));
    out.revision = std::to_string(std::hash<std::string>()(json::to_string(shown, {.omit_empty = true})));
    if (out.revision != request.revision)
        out.screen = std::move(shown);
    for (auto& one :
         platform.requests_after(detail::sequence_of(request.after_request), detail::most_requests))
        out.requests.push_back(detail::entry_of(std::move(one)));
    for (auto& one : platform.events_after(detail::sequence_of(request.after_event)))
        out.events.push_back(detail::entry_of(std::move(one)));
    return out;
}

FEISHU_DECL result<list_children::response> handle(server& platform, list_children const& request) {
    return platform.state().with([&](state& tenant) -> result<list_children::response> {
        if (tenant.find_message(*request.message_id) == nullptr)
            return refuse(230001, "unknown message_id");
        list_children::response out;
        feishu::open_id const everybody;
        detail::screen_writer writer(tenant, everybody);
        for (auto const position : tenant.children_of(*request.message_id))
            out.items.push_back(writer.show(tenant.messages()[position]));
        return out;
    });
}

FEISHU_DECL result<resource> handle(server& platform, download const& request) {
    return platform.state().with([&](state& tenant) -> result<resource> {
        auto const* found = tenant.find_resource(*request.key);
        if (found == nullptr)
            return refuse(234003);
        return found->file;
    });
}

} // namespace feishu::emulator::control
