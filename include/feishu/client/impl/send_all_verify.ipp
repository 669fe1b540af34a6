#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

#include <feishu/api/im/v1/batch_message.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client/impl/send_all_verify.hpp>
#include <feishu/content/content_of.hpp>

namespace feishu::detail {

/// One verification.
class batch_verifier {
public:
    batch_verifier(verify_context const& where, send_all_actions::verify const& what)
        : where_(where), what_(what) {}

    FEISHU_DECL result<verification> run();

private:
    using sent_part = send_all_actions::sent_part;

    FEISHU_DECL result<void> find_chats();
    FEISHU_DECL result<void> find_chats(user_id_type type,
                                        std::unordered_map<std::string_view, std::string>& chats);
    FEISHU_DECL result<bool> control_is_delivered();
    FEISHU_DECL result<bool> control_is_found();
    FEISHU_DECL result<char> look_up(sent_part const& part, std::size_t at);
    FEISHU_DECL result<char> search(std::string const& chat, std::int64_t since);
    FEISHU_DECL bool is_this(im::v1::model::message const& one) const;
    receiver_kind kind(std::size_t part) const { return where_.plan.parts[part].kind; }
    std::string_view id(std::size_t part, std::size_t at) const {
        return where_.to.id_at(where_.plan.position(part, at));
    }

    verify_context const& where_;
    send_all_actions::verify const& what_;
    bool conclusive_ = false; ///< a message that is not found was not sent
    std::unordered_map<std::string_view, std::string> chats_[3]{}; ///< of open, user and union ids
};

inline constexpr std::int64_t clock_tolerance_s = 300;

inline std::size_t chats_index(receiver_kind kind) {
    return kind == receiver_kind::open ? 0 : kind == receiver_kind::user ? 1 : 2;
}

inline error verification_canceled() {
    error e;
    e.kind = error_kind::canceled;
    e.message = "canceled";
    e.may_have_executed = false;
    return e;
}

// The platform has refused it, so that trying again would not help.
inline bool is_refused(error const& why) {
    return why.kind == error_kind::validation ||
           (why.kind == error_kind::api && why.http_status < 500 && !why.retryable());
}

// --- the chats

FEISHU_DECL result<void> batch_verifier::find_chats() {
    auto const want = [&](std::size_t part) {
        if (kind(part) == receiver_kind::department)
            return;
        auto& chats = chats_[chats_index(kind(part))];
        for (std::size_t i = 0; i < where_.plan.parts[part].count; ++i)
            chats.try_emplace(id(part, i));
    };
    for (auto const& one : what_.parts)
        want(one.part);
    if (what_.control)
        want(what_.control->first.part);
    constexpr user_id_type types[] = {user_id_type::open_id, user_id_type::user_id, user_id_type::union_id};
    for (std::size_t i = 0; i < 3; ++i)
        if (!chats_[i].empty())
            if (auto found = find_chats(types[i], chats_[i]); !found)
                return found;
    return {};
}

FEISHU_DECL result<void>
batch_verifier::find_chats(user_id_type type, std::unordered_map<std::string_view, std::string>& chats) {
    auto missing = chats.size();
    auto pages =
        where_.client.pages(im::v1::chat::list{.user_id_type = type, .page_size = 100, .types = "p2p"});
    while (missing > 0) {
        auto page = pages.next_page();
        if (!page)
            return page.error();
        if (!*page || !where_.wait({}))
            return *page ? result<void>(verification_canceled()) : result<void>();
        for (auto const& one : **page)
            if (auto const wanted = chats.find(std::string_view(one.p2p_target_id.value_or("")));
                wanted != chats.end() && wanted->second.empty()) {
                wanted->second = one.chat_id.str();
                --missing;
            }
    }
    return {};
}

// --- the message

// The platform returns other documents than it was sent. A text stays the same: otherwise the control is not found either.
FEISHU_DECL bool batch_verifier::is_this(im::v1::model::message const& one) const {
    auto const& sent = where_.content.message();
    if (one.sender.id != where_.app.str() || one.msg_type.str() != sent.msg_type())
        return false;
    auto const text = [](message_content const& content) {
        auto const* const found = std::get_if<text_content>(&content);
        return found != nullptr ? found->text : std::string();
    };
    return sent.msg_type() != "text" || text(read_content("text", one.body.content.document())) ==
                                            text(read_content("text", sent.document()));
}

FEISHU_DECL result<char> batch_verifier::search(std::string const& chat, std::int64_t since) {
    constexpr int max_pages = 20;
    auto pages = where_.client.pages(im::v1::message::list{
        .container_id_type = im::v1::container_id_type::chat,
        .container_id = chat,
        .start_time = std::chrono::sys_seconds(std::chrono::seconds(since / 1'000 - clock_tolerance_s)),
        .sort_type = im::v1::sort_type::ByCreateTimeDesc,
        .page_size = 50});
    for (int i = 0; i < max_pages; ++i) {
        auto page = pages.next_page();
        if (!page)
            return page.error();
        if (!*page)
            return 'n';
        for (auto const& one : **page)
            if (is_this(one))
                return 'y';
    }
    return '?';
}

FEISHU_DECL result<char> batch_verifier::look_up(sent_part const& part, std::size_t at) {
    if (kind(part.part) == receiver_kind::department)
        return '?';
    if (!where_.wait({}))
        return verification_canceled();
    auto const& chat = chats_[chats_index(kind(part.part))][id(part.part, at)];
    auto found = chat.empty() ? result<char>('n') : search(chat, part.since);
    if (!found)
        return is_refused(found.error()) ? result<char>('?') : found;
    bool const later = what_.control && what_.control->first.turn > part.turn;
    return *found == 'y' || (conclusive_ && later) ? *found : '?';
}

// --- the control

FEISHU_DECL result<bool> batch_verifier::control_is_delivered() {
    constexpr int max_polls = 60;
    for (int i = 0; i < max_polls; ++i) {
        auto const got = where_.client.call(
            im::v1::batch_message::get_progress{.batch_message_id = batch_message_id(what_.control->second)});
        if (!got)
            return is_refused(got.error()) ? result<bool>(false) : got.error();
        auto const& counts = got->batch_message_send_progress;
        if (counts.success_user_ids_count >= counts.valid_user_ids_count)
            return true;
        if (!where_.wait(std::chrono::seconds(1)))
            return verification_canceled();
    }
    return false;
}

FEISHU_DECL result<bool> batch_verifier::control_is_found() {
    auto const& control = what_.control->first;
    for (std::size_t i = 0; i < where_.plan.parts[control.part].count; ++i) {
        auto const found = look_up(control, i);
        if (!found || *found == 'y')
            return found ? result<bool>(true) : found.error();
    }
    return false;
}

FEISHU_DECL result<verification> batch_verifier::run() {
    auto const unknown = [&] {
        verification out;
        for (auto const& one : what_.parts)
            out.emplace_back(where_.plan.parts[one.part].count, '?');
        return out;
    };
    bool delivered = false;
    if (what_.control) {
        auto const control = control_is_delivered();
        if (!control)
            return control.error();
        delivered = *control;
    }
    if (auto const found = find_chats(); !found)
        return is_refused(found.error()) ? result<verification>(unknown()) : found.error();
    if (delivered) {
        auto const found = control_is_found();
        if (!found)
            return found.error();
        conclusive_ = *found;
    }
    auto out = unknown();
    for (std::size_t i = 0; i < out.size(); ++i)
        for (std::size_t at = 0; at < out[i].size(); ++at) {
            auto const found = look_up(what_.parts[i], at);
            if (!found)
                return found.error();
            out[i][at] = *found;
        }
    return out;
}

FEISHU_DECL result<verification> verify_batches(verify_context const& where,
                                                send_all_actions::verify const& what) {
    return batch_verifier(where, what).run();
}

} // namespace feishu::detail
