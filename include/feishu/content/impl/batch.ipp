#pragma once

#include <string>
#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/impl/batch.hpp>

namespace feishu::detail {

FEISHU_DECL boost::json::value batch_content(std::string_view msg_type, field::json_text const& content) {
    boost::system::error_code failed;
    auto value = boost::json::parse(content.document(), failed);
    if (failed)
        return {};
    if (msg_type == "post")
        return boost::json::object{{"post", std::move(value)}};
    if (msg_type == "share_chat")
        if (auto const* chat = value.is_object() ? value.get_object().if_contains("chat_id") : nullptr)
            return boost::json::object{{"share_chat_id", *chat}};
    return value;
}

inline bool is_md(boost::json::value const& element) {
    auto const* tag = element.is_object() ? element.get_object().if_contains("tag") : nullptr;
    return tag != nullptr && tag->is_string() && tag->get_string() == "md";
}

FEISHU_DECL void find_batch_md(boost::json::value const& content,
                               void (*report)(void* to, std::string_view path), void* to) {
    auto const* post = content.is_object() ? content.get_object().if_contains("post") : nullptr;
    if (post == nullptr || !post->is_object())
        return;
    for (auto const& language : post->get_object()) {
        auto const* body = language.value().if_object();
        auto const* list = body != nullptr ? body->if_contains("content") : nullptr;
        if (list == nullptr || !list->is_array())
            continue;
        std::string const name(language.key());
        for (std::size_t i = 0; i < list->get_array().size(); ++i)
            if (auto const* paragraph = list->get_array()[i].if_array())
                for (std::size_t j = 0; j < paragraph->size(); ++j)
                    if (is_md((*paragraph)[j]))
                        report(to, "post." + name + ".content[" + std::to_string(i) + "][" +
                                       std::to_string(j) + "]");
    }
}

} // namespace feishu::detail
