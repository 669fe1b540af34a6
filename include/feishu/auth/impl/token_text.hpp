#pragma once
// token_text: the text of a token, shared by the calls that use it.

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/auth/impl/secret_string.hpp>

namespace feishu::auth {

/// Immutable; copies share the text, which the last one wipes.
class token_text {
public:
    token_text() = default;
    token_text(std::string text)
        : text_(text.empty() ? nullptr : std::make_shared<secret_string const>(std::move(text))) {}

    bool empty() const { return text_ == nullptr; }
    std::string_view view() const { return text_ != nullptr ? std::string_view(text_->str()) : std::string_view(); }

private:
    std::shared_ptr<secret_string const> text_{}; // null if empty
};

} // namespace feishu::auth
