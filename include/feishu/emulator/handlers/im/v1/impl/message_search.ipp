#pragma once

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/impl/case_folding.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator {
namespace detail {

namespace searching = feishu::im::v1::message;

inline constexpr std::size_t searched_messages = 100'000;

// The texts of a content document, with spaces between them.
inline void append_texts(boost::json::value const& in, std::string& out) {
    if (auto const* list = in.if_array())
        for (auto const& item : *list)
            append_texts(item, out);
    auto const* object = in.if_object();
    if (object == nullptr)
        return;
    for (auto const* name : {"title", "text", "file_name", "content"})
        if (auto const* member = object->if_contains(name)) {
            if (!member->is_string()) {
                append_texts(*member, out);
            } else if (!member->get_string().empty()) {
                out += out.empty() ? "" : " ";
                out += std::string_view(member->get_string());
            }
        }
}

inline std::string searched_text(message const& what) {
    boost::system::error_code failed;
    auto const content = boost::json::parse(what.content, failed);
    std::string out;
    if (!failed)
        append_texts(content, out);
    return out;
}

inline std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t digits) {
    int value = 0;
    if (at + digits > text.size())
        return std::nullopt;
    auto const [end, failed] = std::from_chars(text.data() + at, text.data() + at + digits, value);
    return failed == std::errc{} && end == text.data() + at + digits ? std::optional(value) : std::nullopt;
}

// `2026-05-01T08:00:00+08:00`, or with `Z`.
inline std::optional<clock::time_point> read_time(std::string_view text) {
    auto const year = number_at(text, 0, 4), month = number_at(text, 5, 2), day = number_at(text, 8, 2),
               hour = number_at(text, 11, 2), minute = number_at(text, 14, 2),
               second = number_at(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second || text.size() < 20)
        return std::nullopt;
    std::chrono::year_month_day const date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    auto const local = clock::time_point(std::chrono::sys_days(date)) + std::chrono::hours(*hour) +
                       std::chrono::minutes(*minute) + std::chrono::seconds(*second);
    if (text[19] == 'Z' && text.size() == 20)
        return local;
    auto const hours = number_at(text, 20, 2), minutes = number_at(text, 23, 2);
    if ((text[19] != '+' && text[19] != '-') || text.size() != 25 || !hours || !minutes)
        return std::nullopt;
    auto const offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
    return text[19] == '+' ? local - offset : local + offset;
}

// The conditions of a search, as the tenant knows them.
struct search_conditions {
    std::string keyword{};
    std::string folded_keyword{};
    std::vector<feishu::open_id> from{};
    std::vector<feishu::open_id> mentioned{};
    std::optional<clock::time_point> start{};
    std::optional<clock::time_point> end{};
    searching::message_filter filter{};
    bool impossible = false; ///< a user of the filter does not exist
};

inline std::vector<feishu::open_id> known_users(state& tenant, im::v1::user_id_type type,
                                                std::vector<std::string> const& ids, bool& impossible) {
    std::vector<feishu::open_id> out;
    for (auto const& id : ids)
        if (auto const* user = tenant.find_user(type, id))
            out.push_back(user->open_id);
    impossible = impossible || (out.empty() && !ids.empty());
    return out;
}

inline result<search_conditions> read_conditions(state& tenant, caller const& who,
                                                 searching::search const& request) {
    search_conditions out;
    out.keyword = request.query.value_or("");
    out.folded_keyword = folded(out.keyword);
    if (!request.filter)
        return out;
    out.filter = *request.filter;
    auto const type = request.user_id_type.value_or(im::v1::user_id_type::open_id);
    out.from = known_users(tenant, type, out.filter.from_ids.values(), out.impossible);
    out.mentioned = known_users(tenant, type, out.filter.at_chatter_ids.values(), out.impossible);
    if (out.filter.is_at_me.value_or(false))
        out.mentioned.push_back(who.user->open_id);
    if (auto const& range = out.filter.time_range) {
        for (auto const& [given, time] :
             {std::pair(&range->start_time, &out.start), {&range->end_time, &out.end}})
            if (*given && !(*time = read_time(**given)))
                return refuse(230001, "invalid time_range");
    }
    return out;
}

inline searching::found_message_type found_type(open<im::v1::msg_type> const& type) {
    using found = searching::found_message_type;
    if (type == im::v1::msg_type::interactive)
        return found::card;
    if (type == im::v1::msg_type::share_chat)
        return found::share_group_chat;
    if (type == im::v1::msg_type::share_user)
        return found::share_user_card;
    return open<found>(type.str()).value_or(found::unknown);
}

template <class List, class Value>
bool is_listed(List const& list, Value const& value) {
    return std::ranges::find(list, value) != list.end();
}

inline bool has_attachment(message const& what, std::vector<open<searching::attachment_type>> const& types) {
    using attachment = searching::attachment_type;
    return types.empty() || std::ranges::any_of(types, [&](auto const& type) {
               if (type == attachment::link)
                   return what.content.find("://") != std::string::npos;
               return what.msg_type == (type == attachment::image   ? im::v1::msg_type::image
                                        : type == attachment::video ? im::v1::msg_type::media
                                                                    : im::v1::msg_type::file);
           });
}

inline bool matches_sender(message const& what, search_conditions const& wanted) {
    auto const type =
        what.user.empty() ? searching::searched_sender_type::bot : searching::searched_sender_type::user;
    auto const& only = wanted.filter.from_types.values();
    return (wanted.from.empty() || is_listed(wanted.from, what.user)) &&
           (only.empty() || is_listed(only, type)) &&
           !is_listed(wanted.filter.exclude_from_types.values(), type);
}

inline bool matches_mentions(message const& what, search_conditions const& wanted) {
    return wanted.mentioned.empty() || std::ranges::any_of(what.mentions, [&](auto const& mention) {
               return is_listed(wanted.mentioned, feishu::open_id(mention.id));
           });
}

inline bool matches_chat(chat const& where, search_conditions const& wanted) {
    auto const& type = wanted.filter.chat_type;
    auto const& only = wanted.filter.chat_ids.values();
    bool const group = where.mode == chat_mode::group;
    return (!type.has_value() || (type == searching::searched_chat_type::group) == group) &&
           (only.empty() || is_listed(only, where.chat_id));
}

inline bool matches(message const& what, search_conditions const& wanted) {
    if (what.deleted || what.removed || is_child(what) ||
        what.create_time < wanted.start.value_or(clock::earliest) ||
        what.create_time > wanted.end.value_or(clock::latest))
        return false;
    return matches_sender(what, wanted) && matches_mentions(what, wanted) &&
           has_attachment(what, wanted.filter.include_attachment_types.values());
}

inline searching::search_item item_of(state& tenant, message const& what, chat const& where,
                                      std::string const& text, std::string_view keyword,
                                      im::v1::user_id_type type) {
    searching::search_item out;
    out.id = what.message_id.str();
    out.display_info = highlighted(text, keyword);
    auto& meta = out.meta_data;
    meta.message_id = what.message_id;
    meta.type = found_type(what.msg_type);
    meta.create_time = std::to_string(what.create_time.time_since_epoch().count());
    meta.update_time = std::to_string(what.update_time.time_since_epoch().count());
    meta.position = static_cast<int>(what.position);
    meta.chat_id = what.chat_id;
    auto const* sender = tenant.find_user(what.user);
    meta.from_id = sender != nullptr ? sender->id(type) : what.app.str();
    meta.thread_id = what.links->thread_id;
    meta.thread_position = static_cast<int>(what.links->thread_position);
    meta.is_p2p_chat = where.mode == chat_mode::p2p;
    return out;
}

// Everything but the size of the pages.
inline std::string message_search_query(searching::search const& request, caller const& who) {
    auto unpaged = request;
    unpaged.page_token.reset();
    unpaged.page_size = 1;
    return "search\n" + who.user->open_id.str() + '\n' + json::to_string(unpaged);
}

} // namespace detail

FEISHU_DECL result<im::v1::message::search::response> handle(state& tenant, caller const& who,
                                                             im::v1::message::search const& request) {
    auto const wanted = detail::read_conditions(tenant, who, request);
    if (!wanted)
        return wanted.error();
    auto const query = detail::message_search_query(request, who);
    std::uint64_t before = static_cast<std::uint64_t>(-1); // sequence of the last message of the page before
    if (request.page_token && !request.page_token->empty()) {
        auto const position = read_page_token(query, *request.page_token);
        if (!position)
            return refuse(230001, "invalid page_token");
        before = *position;
    }
    im::v1::message::search::response page;
    auto const size = static_cast<std::size_t>(static_cast<int>(request.page_size));
    auto const type = request.user_id_type.value_or(im::v1::user_id_type::open_id);
    auto const& all = tenant.messages();
    auto const oldest = all.size() > detail::searched_messages ? all.size() - detail::searched_messages : 0;
    chat const* where = nullptr; // of the message before, as neighbours are often of one chat
    bool visible = false;
    std::uint64_t last = 0;
    for (auto i = all.size(); i > oldest && !wanted->impossible; --i) {
        auto const& one = all[i - 1];
        if (!detail::matches(one, *wanted))
            continue;
        if (where == nullptr || where->chat_id != one.chat_id) {
            where = tenant.find_chat(one.chat_id);
            visible =
                where != nullptr && require_member(who, *where) && detail::matches_chat(*where, *wanted);
        }
        if (!visible)
            continue;
        auto const text = detail::searched_text(one);
        if (find_folded(text, wanted->folded_keyword) == std::string_view::npos)
            continue;
        ++page.total;
        if (one.sequence >= before)
            continue;
        if (page.items.size() == size) {
            page.has_more = true;
            continue;
        }
        page.items.push_back(detail::item_of(tenant, one, *where, text, wanted->keyword, type));
        last = one.sequence;
    }
    if (page.has_more)
        page.page_token = make_page_token(query, last);
    return page;
}

} // namespace feishu::emulator
