#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <stdexcept>
#include <utility>

#include <openssl/evp.h>

#include <feishu/client/impl/send_all_plan.hpp>
#include <feishu/core/impl/hex.hpp>
#include <feishu/core/impl/invalid_argument.hpp>

namespace feishu::detail {

// Empty if ids of this kind have no common prefix.
inline std::string_view prefix_of(receiver_kind kind) {
    return kind == receiver_kind::chat     ? "oc_"
           : kind == receiver_kind::open   ? "ou_"
           : kind == receiver_kind::union_ ? "on_"
                                           : "";
}

inline std::string_view receiver_problem(receiver_kind kind, std::string_view id, bool batch) {
    if (id.empty())
        return "must not be empty";
    if (!id.starts_with(prefix_of(kind)))
        return kind == receiver_kind::chat   ? "is a chat_id, which begins with oc_"
               : kind == receiver_kind::open ? "is an open_id, which begins with ou_"
                                             : "is a union_id, which begins with on_";
    if (kind == receiver_kind::email && id.find('@') == std::string_view::npos)
        return "is an e-mail address, which contains @";
    if (kind == receiver_kind::department && !batch)
        return "is a department, which takes batch messages: this content, or the options, do not allow them";
    return {};
}

// The first of equal receivers stays.
inline std::vector<std::uint32_t> without_duplicates(receivers const& to) {
    struct entry {
        std::size_t hash;
        std::uint32_t position;
    };
    std::vector<entry> entries(to.size());
    for (std::size_t i = 0; i < to.size(); ++i)
        entries[i] = {std::hash<std::string_view>()(to.id_at(i)) + to.kind_at(i),
                      static_cast<std::uint32_t>(i)};
    auto const key = [&](entry const& e) { return std::pair(to.kind_at(e.position), to.id_at(e.position)); };
    std::sort(entries.begin(), entries.end(), [&](entry const& a, entry const& b) {
        if (a.hash != b.hash)
            return a.hash < b.hash;
        return key(a) != key(b) ? key(a) < key(b) : a.position < b.position;
    });
    auto const end = std::unique(entries.begin(), entries.end(), [&](entry const& a, entry const& b) {
        return a.hash == b.hash && key(a) == key(b);
    });
    std::vector<std::uint32_t> out;
    out.reserve(static_cast<std::size_t>(end - entries.begin()));
    for (auto at = entries.begin(); at != end; ++at)
        out.push_back(at->position);
    std::sort(out.begin(), out.end());
    return out;
}

inline bool takes_batch(receiver_kind kind) {
    using enum receiver_kind;
    return kind == open || kind == user || kind == union_ || kind == department;
}

// Cuts the receivers from `first` to the end of `order` into parts.
inline void add_parts(send_all_plan& plan, std::size_t first, receiver_kind kind, bool batch) {
    for (auto at = first; at < plan.order.size(); at += max_part_receivers)
        plan.parts.push_back(
            {.first = static_cast<std::uint32_t>(at),
             .count = static_cast<std::uint32_t>((std::min)(max_part_receivers, plan.order.size() - at)),
             .kind = kind,
             .batch = batch});
}

// Makes parts of one user of the last users in batch messages.
inline void keep_reserve(std::vector<send_all_part>& parts) {
    if (parts.empty() || !parts.back().batch || parts.back().kind == receiver_kind::department)
        return;
    auto last = parts.back();
    auto const reserve = (std::min)(last.count, static_cast<std::uint32_t>(max_reserve));
    parts.back().count -= reserve;
    if (parts.back().count == 0)
        parts.pop_back();
    for (auto i = last.count - reserve; i < last.count; ++i)
        parts.push_back(
            {.first = last.first + i, .count = 1, .kind = last.kind, .batch = true, .reserve = true});
}

FEISHU_DECL result<send_all_plan> make_plan(receivers const& to, bool batch) {
    for (std::size_t i = 0; i < to.size(); ++i)
        if (auto const problem =
                receiver_problem(static_cast<receiver_kind>(to.kind_at(i)), to.id_at(i), batch);
            !problem.empty())
            return invalid_argument("receivers[" + std::to_string(i) + "]", problem);
    auto const unique = without_duplicates(to);
    send_all_plan plan;
    plan.duplicates = to.size() - unique.size();
    plan.order.reserve(unique.size());
    auto const take = [&](auto const& wanted) {
        auto const first = plan.order.size();
        for (auto const position : unique)
            if (wanted(static_cast<receiver_kind>(to.kind_at(position))))
                plan.order.push_back(position);
        return first;
    };
    using enum receiver_kind;
    for (auto const kind : {department, open, user, union_})
        if (batch)
            add_parts(plan, take([&](receiver_kind one) { return one == kind; }), kind, true);
    keep_reserve(plan.parts);
    add_parts(plan, take([&](receiver_kind one) { return !batch || !takes_batch(one); }), chat, false);
    return plan;
}

// --- digests

FEISHU_DECL text_digest::text_digest() : context_(EVP_MD_CTX_new()) {
    if (context_ == nullptr ||
        EVP_DigestInit_ex(static_cast<EVP_MD_CTX*>(context_), EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("OpenSSL cannot compute a digest");
}

FEISHU_DECL text_digest::~text_digest() { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context_)); }

FEISHU_DECL text_digest& text_digest::add(std::string_view text) {
    auto const size = std::to_string(text.size()) + ':';
    EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context_), size.data(), size.size());
    EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context_), text.data(), text.size());
    return *this;
}

FEISHU_DECL std::string text_digest::finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned size = 0;
    EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(context_), bytes.data(), &size);
    return to_hex({reinterpret_cast<char const*>(bytes.data()), size});
}

FEISHU_DECL std::string content_digest(send_all_content const& content) {
    return text_digest().add(content.message().msg_type()).add(content.message().document()).finish();
}

FEISHU_DECL std::string journal_digest(receivers const& to, send_all_plan const& plan,
                                       std::string_view content) {
    text_digest out;
    out.add(content);
    for (auto const& part : plan.parts) {
        out.add(part.reserve ? "reserve" : part.batch ? "batch" : "single");
        for (std::uint32_t i = 0; i < part.count; ++i) {
            auto const position = plan.order[part.first + i];
            out.add(std::to_string(to.kind_at(position))).add(to.id_at(position));
        }
    }
    return out.finish();
}

FEISHU_DECL std::string message_uuid(std::string_view sequence, receivers const& to, std::size_t position,
                                     std::string_view content) {
    auto out = text_digest()
                   .add(sequence)
                   .add(content)
                   .add(std::to_string(to.kind_at(position)))
                   .add(to.id_at(position))
                   .finish();
    out.resize(32);
    return out;
}

} // namespace feishu::detail
