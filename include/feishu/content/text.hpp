#pragma once
// Text content: `client.call(im::message::send(feishu::chat_id{"oc_…"}, feishu::text{"hello"}))`.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/json_text.hpp>
#include <feishu/core/utf8.hpp>
#include <feishu/json/escape.hpp>

namespace feishu {

/// A text message.
class text {
public:
    static constexpr std::string_view msg_type = "text";

    text() = default;
    explicit text(std::string value) : value_(std::move(value)) {}

    std::string const& str() const { return value_; }

    /// The document {"text":"…"}, escaped once for the string it travels in.
    operator field::json_text() const {
        std::string literal = R"({\"text\":\")";
        json::append_escaped<json::level::embedded>(literal, value_);
        literal += R"(\"})";
        std::vector<violation> problems;
        if (value_.empty())
            problems.push_back({.field = "text", .rule = rule::min_characters, .limit = 1});
        return field::json_text::typed(msg_type, std::move(literal), std::move(problems));
    }

private:
    std::string value_;
};

} // namespace feishu
