#pragma once

#include <algorithm>
#include <utility>
#include <variant>

#include <feishu/bot/impl/read_incoming.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/core/impl/trimmed.hpp>

namespace feishu::detail {

using attachment_kind = message_attachment::kind;

/// Collects the attachments of a message.
struct attachment_reader {
    feishu::message_id const& message_id;
    std::vector<message_attachment>& out;

    void add(attachment_kind kind, std::string key, std::string name = {}, std::int64_t duration = 0) const {
        if (!key.empty())
            out.push_back({.is = kind,
                           .key = std::move(key),
                           .file_name = std::move(name),
                           .duration = duration,
                           .message_id = message_id});
    }

    void operator()(image_content const& c) const { add(attachment_kind::image, c.image_key.str()); }
    void operator()(file_content const& c) const {
        add(attachment_kind::file, c.file_key.str(), c.file_name);
    }
    void operator()(folder_content const& c) const {
        add(attachment_kind::file, c.file_key.str(), c.file_name);
    }
    void operator()(audio_content const& c) const {
        add(attachment_kind::audio, c.file_key.str(), {}, c.duration);
    }
    void operator()(media_content const& c) const {
        add(attachment_kind::video, c.file_key.str(), c.file_name, c.duration);
    }
    void operator()(sticker_content const& c) const { add(attachment_kind::sticker, c.file_key.str()); }
    void operator()(post_content const& c) const {
        for (auto const& paragraph : c.content)
            for (auto const& element : paragraph)
                if (auto const* image = std::get_if<post::img>(&element))
                    add(attachment_kind::image, image->image_key.str());
                else if (auto const* video = std::get_if<post::media>(&element))
                    add(attachment_kind::video, video->file_key.str());
        for (auto const& file : c.attachments)
            add(attachment_kind::file, file.file_key.str(), file.file_name);
    }
    template <class Other>
    void operator()(Other const&) const {}
};

/// What a message says to the bot.
struct text_reader {
    open_id const& self;

    std::string operator()(text_content const& c) const { return c.without(self); }
    std::string operator()(post_content c) const {
        auto const of_bot = [&](post::element const& element) {
            auto const* at = std::get_if<post::at>(&element);
            auto const* who = at == nullptr ? nullptr : c.find(*at);
            return who != nullptr && !self.empty() && who->open_id == self;
        };
        for (auto& paragraph : c.content)
            std::erase_if(paragraph, of_bot);
        return std::string(trimmed(c.plain()));
    }
    std::string operator()(card_content const& c) const { return card_text(c); }
    std::string operator()(system_content const& c) const { return c.plain(); }
    template <class Other>
    std::string operator()(Other const&) const {
        return {};
    }
};

struct mention_reader {
    std::vector<mentioned> operator()(text_content const& c) const { return c.mentions; }
    std::vector<mentioned> operator()(post_content const& c) const { return c.mentions; }
    template <class Other>
    std::vector<mentioned> operator()(Other const&) const {
        return {};
    }
};

inline bool mentions_everyone(message_content const& content) {
    if (auto const* text = std::get_if<text_content>(&content))
        return text->mentions_all();
    auto const* post = std::get_if<post_content>(&content);
    return post != nullptr && post->mentions_all();
}

inline void take_content(incoming& out, open_id const& self) {
    out.mentions = std::visit(mention_reader{}, out.content);
    out.text_ = std::visit(text_reader{self}, out.content);
    std::visit(attachment_reader{out.id, out.attachments}, out.content);
    out.mentions_all = mentions_everyone(out.content);
    out.mentions_bot =
        !self.empty() && std::any_of(out.mentions.begin(), out.mentions.end(),
                                     [&](mentioned const& one) { return one.open_id == self; });
}

FEISHU_DECL incoming read_incoming(im::v1::message::receive_v1 const& event, open_id const& self) {
    auto const& message = event.event.message;
    auto const& sender = event.event.sender;
    incoming out{.id = message.message_id,
                 .ids = {message.message_id},
                 .chat_id = message.chat_id,
                 .direct = message.chat_type == im::v1::chat_type::p2p,
                 .sender = {.open_id = sender.sender_id.open_id,
                            .union_id = sender.sender_id.union_id,
                            .user_id = sender.sender_id.user_id,
                            .tenant_key = sender.tenant_key},
                 .create_time = message.create_time,
                 .parent_id = message.parent_id,
                 .root_id = message.root_id,
                 .thread_id = message.thread_id,
                 .event_id = event.header.event_id,
                 .content = content_of(message)};
    auto const& type = sender.sender_type;
    if (type == im::v1::event_sender_type::bot || type == im::v1::event_sender_type::app)
        out.sender.is = message_sender::kind::bot;
    else if (type.has_value() && type != im::v1::event_sender_type::user)
        out.sender.is = message_sender::kind::unknown;
    take_content(out, self);
    return out;
}

FEISHU_DECL incoming read_incoming(im::v1::model::message const& message, open_id const& self, bool direct) {
    incoming out{.id = message.message_id,
                 .ids = {message.message_id},
                 .chat_id = message.chat_id,
                 .direct = direct,
                 .sender = {.tenant_key = message.sender.tenant_key},
                 .create_time = message.create_time,
                 .parent_id = message.parent_id,
                 .root_id = message.root_id,
                 .thread_id = message.thread_id,
                 .upper_message_id = message.upper_message_id,
                 .content = content_of(message)};
    auto const& sender = message.sender;
    if (sender.id_type == im::v1::sender_id_type::open_id)
        out.sender.open_id = open_id(sender.id);
    else if (sender.open_bot_id)
        out.sender.open_id = *sender.open_bot_id;
    if (sender.sender_type == im::v1::sender_type::app)
        out.sender.is = message_sender::kind::bot;
    else if (sender.sender_type != im::v1::sender_type::user)
        out.sender.is = message_sender::kind::unknown;
    take_content(out, self);
    return out;
}

} // namespace feishu::detail
