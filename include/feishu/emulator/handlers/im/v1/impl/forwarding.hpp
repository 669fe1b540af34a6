#pragma once
// What the handlers of forwards share: where they go, what can be forwarded, merged forwards.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// Where a forward goes: to a chat, or to a thread in it.
struct forward_target {
    chat* where = nullptr;
    feishu::thread_id thread{};
};

inline result<forward_target> find_thread_target(state& tenant, caller const& who, std::string const& id) {
    auto const& thread = tenant.positions_of(feishu::thread_id(id));
    if (thread.empty())
        return refuse(230019);
    auto* where = tenant.find_chat(tenant.messages()[thread.front()].chat_id);
    if (where == nullptr || (!where->dissolved && !require_member(who, *where)))
        return refuse(230074);
    return forward_target{where, feishu::thread_id(id)};
}

inline result<forward_target> find_forward_chat(state& tenant, caller const& who,
                                                im::v1::forward_receive_id_type type, std::string const& id) {
    using id_type = im::v1::forward_receive_id_type;
    if (type == id_type::thread_id)
        return find_thread_target(tenant, who, id);
    if (type == id_type::chat_id) {
        auto* where = tenant.find_chat(feishu::chat_id(id));
        return where != nullptr ? result<forward_target>(forward_target{where, {}}) : refuse(230063);
    }
    auto const user_type = type == id_type::union_id  ? im::v1::receive_id_type::union_id
                           : type == id_type::user_id ? im::v1::receive_id_type::user_id
                           : type == id_type::email   ? im::v1::receive_id_type::email
                                                      : im::v1::receive_id_type::open_id;
    auto const* whom = find_receiver(tenant, user_type, id);
    if (whom == nullptr)
        return refuse(230034);
    if (auto ok = require_available(who, *whom); !ok)
        return ok.error();
    return forward_target{&tenant.p2p_chat(who, whom->open_id), {}};
}

// The receiver of a forward, if the caller may speak there.
template <class E>
result<forward_target> find_forward_target(state& tenant, caller const& who, E const& request) {
    auto const type = request.receive_id_type->value_or(im::v1::forward_receive_id_type::open_id);
    auto target = find_forward_chat(tenant, who, type, *request.receive_id);
    if (!target)
        return target.error().code == 230029 ? refuse(documented(E::spec, 230029, 230013)) : target.error();
    if (auto ok = require_speaker(who, *target->where); !ok)
        return refuse(documented(E::spec, ok.error().code, 230035));
    if (auto ok = require_available_partner(tenant, who, *target->where); !ok)
        return refuse(documented(E::spec, ok.error().code, 230013));
    return target;
}

// Neither red packets, votes, voice and schedules, nor what the platform itself writes.
inline bool can_forward(open<im::v1::msg_type> const& type) {
    using t = im::v1::msg_type;
    for (auto const refused : {t::hongbao, t::vote, t::audio, t::system, t::share_calendar_event, t::calendar,
                               t::general_calendar, t::video_chat})
        if (type == refused)
            return false;
    return true;
}

// A new message with the content of another one.
inline message copy_of(message const& source, caller const& who, forward_target const& to) {
    message draft;
    if (who.user)
        draft.user = who.user->open_id;
    else
        draft.app = who.app.app_id;
    draft.chat_id = to.where->chat_id;
    draft.msg_type = source.msg_type;
    draft.content = source.content;
    draft.mentions = source.mentions;
    return draft;
}

inline void reply_to_thread(state& tenant, message& draft, feishu::thread_id const& thread) {
    if (thread.empty())
        return;
    auto const& root = tenant.messages()[tenant.positions_of(thread).front()].message_id;
    draft.links.edit() = {.root_id = root, .parent_id = root, .thread_id = thread};
}

// A merged forward of these messages, all from one chat, in the order in which they were sent.
inline message& send_merged(state& tenant, caller const& who, forward_target const& to,
                            std::vector<message const*> sources) {
    std::ranges::sort(sources, {}, [](message const* one) { return one->sequence; });
    message draft;
    draft.content = "Merged and Forwarded Message";
    draft.msg_type = im::v1::msg_type::merge_forward;
    draft = copy_of(draft, who, to);
    reply_to_thread(tenant, draft, to.thread);
    auto& merged = tenant.add_message(std::move(draft));
    for (auto const* source : sources)
        tenant.add_child(merged, *source);
    return merged;
}

// Why the message cannot be forwarded; 0 if it can.
inline int forward_problem(state& tenant, caller const& who, message const* source) {
    if (source == nullptr || is_child(*source))
        return 230064;
    auto const* from = tenant.find_chat(source->chat_id);
    if (from == nullptr)
        return 230064;
    if (auto ok = require_member(who, *from); !ok)
        return ok.error().code;
    return source->removed ? 230110 : source->deleted ? 230065 : 0;
}

template <class E>
message* find_forwarded(state& tenant, caller const& who, E const& request) {
    return request.uuid && !request.uuid->empty() ? tenant.find_by_uuid(who, request.uuid->str()) : nullptr;
}

template <class E>
void record_forwarded(state& tenant, caller const& who, E const& request, message const& sent) {
    if (request.uuid && !request.uuid->empty())
        tenant.record_uuid(who, request.uuid->str(), sent);
}

// The messages of the request that can be forwarded, each once; the ids of the others go to `invalid`. If there is
// none, the code of the first problem.
inline result<std::vector<message const*>> collect_sources(state& tenant, caller const& who,
                                                           std::vector<feishu::message_id> const& ids,
                                                           std::vector<feishu::message_id>& invalid) {
    std::vector<message const*> sources;
    int first = 0;
    for (auto const& id : ids) {
        auto const* source = tenant.find_message(id);
        if (auto const problem = forward_problem(tenant, who, source); problem != 0) {
            first = first == 0 ? problem : first;
            invalid.push_back(id);
        } else if (std::ranges::find(sources, source) == sources.end()) {
            sources.push_back(source);
        }
    }
    if (sources.empty())
        return refuse(first == 230110 ? 230064 : first);
    return sources;
}

// From one chat, of one thread or of none, and nothing that the platform itself writes.
inline result<void> require_mergeable(std::vector<message const*> const& sources) {
    auto const& first = *sources.front();
    for (auto const* one : sources)
        if (one->chat_id != first.chat_id)
            return refuse(230069);
    for (auto const* one : sources)
        if (one->msg_type == im::v1::msg_type::system || one->links->thread_id != first.links->thread_id)
            return refuse(230067);
    return {};
}

} // namespace detail

} // namespace feishu::emulator
