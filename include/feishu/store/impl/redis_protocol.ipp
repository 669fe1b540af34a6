#pragma once

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include <hiredis/hiredis.h>

#include <feishu/store/impl/redis_protocol.hpp>
#include <feishu/store/impl/store_errors.hpp>

namespace feishu::detail {

FEISHU_DECL void append_command(std::string& out, redis_command const& command) {
    std::vector<char const*> data;
    std::vector<std::size_t> sizes;
    for (auto const& argument : command) {
        data.push_back(argument.empty() ? "" : argument.data());
        sizes.push_back(argument.size());
    }
    char* formatted = nullptr;
    auto const size =
        redisFormatCommandArgv(&formatted, static_cast<int>(data.size()), data.data(), sizes.data());
    std::unique_ptr<char, decltype([](char* p) { redisFreeCommand(p); })> const owner(formatted);
    if (size < 0)
        throw std::bad_alloc();
    out.append(formatted, static_cast<std::size_t>(size));
}

// hiredis calls these to make the objects of a reply. Elements of an array are added as they arrive, because the
// length that a server announces may be anything. What they return for an element is its address, which is used only
// until its next sibling is added. No exception may pass through hiredis, which takes a null pointer for a failure.
namespace redis_objects {

inline redis_reply* add(redisReadTask const* task, redis_type type) {
    auto& count = *static_cast<std::size_t*>(task->privdata);
    if (++count > redis_reply_reader::max_elements)
        return nullptr;
    try {
        auto* const out = task->parent != nullptr
                              ? &static_cast<redis_reply*>(task->parent->obj)->elements.emplace_back()
                              : new redis_reply;
        out->type = type;
        return out;
    } catch (std::bad_alloc const&) {
        return nullptr;
    }
}

inline void* add_text(redisReadTask const* task, char* data, std::size_t size) {
    auto* const out = add(task, task->type == REDIS_REPLY_ERROR    ? redis_type::error
                                : task->type == REDIS_REPLY_STATUS ? redis_type::status
                                                                   : redis_type::bytes);
    if (out == nullptr)
        return nullptr;
    try {
        out->text.assign(data, size);
        return out;
    } catch (std::bad_alloc const&) {
        if (task->parent == nullptr)
            delete out;
        return nullptr;
    }
}

inline void* add_array(redisReadTask const* task, int) { return add(task, redis_type::array); }

inline void* add_number(redisReadTask const* task, long long value) {
    auto* const out = add(task, redis_type::number);
    if (out != nullptr)
        out->number = value;
    return out;
}

inline void* add_nil(redisReadTask const* task) { return add(task, redis_type::nil); }

inline void release(void* reply) { delete static_cast<redis_reply*>(reply); }

inline redisReplyObjectFunctions functions{add_text, add_array, add_number, add_nil, release};

} // namespace redis_objects

FEISHU_DECL redis_reply_reader::redis_reply_reader()
    : elements_(std::make_unique<std::size_t>(0)),
      reader_(redisReaderCreateWithFunctions(&redis_objects::functions)) {
    if (!reader_)
        throw std::bad_alloc();
    reader_->privdata = elements_.get();
}

FEISHU_DECL void redis_reply_reader::deleter::operator()(redisReader* reader) const noexcept {
    redisReaderFree(reader);
}

FEISHU_DECL void redis_reply_reader::feed(std::string_view bytes) {
    bytes_ += bytes.size();
    failed_ = failed_ || bytes_ > max_reply_bytes ||
              (!bytes.empty() && redisReaderFeed(reader_.get(), bytes.data(), bytes.size()) != REDIS_OK);
}

FEISHU_DECL result<std::optional<redis_reply>> redis_reply_reader::next() {
    void* found = nullptr;
    if (failed_ || redisReaderGetReply(reader_.get(), &found) != REDIS_OK) {
        failed_ = true;
        return error{.kind = error_kind::decode, .message = "the server does not follow the Redis protocol"};
    }
    if (found == nullptr)
        return std::optional<redis_reply>();
    std::unique_ptr<redis_reply> const reply(static_cast<redis_reply*>(found));
    *elements_ = 0;
    bytes_ = 0;
    return std::optional(std::move(*reply));
}

FEISHU_DECL bool redis_reply_reader::has_rest() const { return reader_->pos != reader_->len; }

/// Printable, short, and without the arguments that Redis repeats of a command that it does not know.
inline std::string redis_error_text(std::string_view text) {
    text = text.substr(0, (std::min)(text.find(", with args"), std::size_t(200)));
    std::string out(text);
    std::ranges::replace_if(
        out, [](char c) { return c < ' ' || c > '~'; }, '?');
    return out;
}

FEISHU_DECL error redis_error(std::string_view text) {
    constexpr std::array denials{"NOAUTH", "WRONGPASS", "NOPERM"};
    constexpr std::array refusals{"LOADING", "BUSY",        "MASTERDOWN", "READONLY",   "OOM",
                                  "MISCONF", "CLUSTERDOWN", "TRYAGAIN",   "NOREPLICAS", "MOVED",
                                  "ASK",     "NOSCRIPT",    "WRONGTYPE"};
    auto const code = text.substr(0, text.find(' '));
    auto e = store_error("Redis: " + redis_error_text(text));
    bool const denied = std::ranges::find(denials, code) != denials.end();
    if (denied)
        e.kind = error_kind::auth;
    // The others may come from the middle of a script.
    e.may_have_executed = !denied && std::ranges::find(refusals, code) == refusals.end();
    return e;
}

} // namespace feishu::detail
