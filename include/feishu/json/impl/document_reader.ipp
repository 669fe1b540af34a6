#pragma once

#include <string>

#include <feishu/json/impl/document_reader.hpp>

namespace feishu::json::detail {

FEISHU_DECL bool document_reader::feed(std::string_view part) {
    if (failure_)
        return false;
    if (part.size() > max_bytes_ - consumed_) {
        fail_at(consumed_, "the document is longer than " + std::to_string(max_bytes_) + " bytes");
        return false;
    }
    if (!parser_.feed(part)) {
        fail();
        return false;
    }
    consumed_ += part.size();
    return true;
}

FEISHU_DECL result<void> document_reader::finish() {
    if (!failure_ && consumed_ == 0)
        fail_at(0, "the document is empty");
    if (!failure_ && !parser_.finish())
        fail();
    if (failure_)
        return *failure_;
    return {};
}

// Why the parser stopped.
FEISHU_DECL void document_reader::fail() {
    auto const reason = parser_.reason();
    fail_at(parser_.error_offset(), reason.empty() ? std::string_view(handler_.problem()) : reason);
}

FEISHU_DECL void document_reader::fail_at(std::size_t offset, std::string_view reason) {
    auto& e = failure_.emplace();
    e.kind = error_kind::decode;
    e.field = handler_.path();
    e.message = e.field.empty() ? std::string() : e.field + ": ";
    e.message += reason;
    e.message += " (byte " + std::to_string(offset) + ")";
}

} // namespace feishu::json::detail
