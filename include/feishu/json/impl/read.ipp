#pragma once

#include <string>

#include <feishu/json/impl/parser.hpp>
#include <feishu/json/impl/target_handler.hpp>
#include <feishu/json/read.hpp>

namespace feishu::json {

struct reader::impl {
    impl(void* target, binding const& type, read_options limits)
        : options(limits), handler(target, &type, limits.notes, limits.strict),
          parser(handler, limits.max_depth) {}

    void fail_at(std::size_t offset, std::string_view reason) {
        failed = true;
        failure.kind = error_kind::decode;
        failure.field = handler.path();
        failure.message = failure.field.empty() ? std::string() : failure.field + ": ";
        failure.message += reason;
        failure.message += " (byte " + std::to_string(offset) + ")";
    }

    // Why the parser stopped.
    void fail() {
        auto const reason = parser.reason();
        fail_at(parser.error_offset(), reason.empty() ? std::string_view(handler.problem()) : reason);
    }

    read_options options;
    detail::target_handler handler;
    detail::parser<detail::target_handler> parser;
    std::size_t consumed = 0;
    bool failed = false;
    error failure{};
};

FEISHU_DECL reader::reader(void* target, binding const& type, read_options options)
    : impl_(std::make_unique<impl>(target, type, options)) {}
FEISHU_DECL reader::reader(reader&&) noexcept = default;
FEISHU_DECL reader& reader::operator=(reader&&) noexcept = default;
FEISHU_DECL reader::~reader() = default;

FEISHU_DECL bool reader::feed(std::string_view part) {
    auto& self = *impl_;
    if (self.failed)
        return false;
    if (part.size() > self.options.max_bytes - self.consumed) {
        self.fail_at(self.consumed,
                     "the document is longer than " + std::to_string(self.options.max_bytes) + " bytes");
        return false;
    }
    if (!self.parser.feed(part)) {
        self.fail();
        return false;
    }
    self.consumed += part.size();
    return true;
}

FEISHU_DECL result<void> reader::finish() {
    auto& self = *impl_;
    if (!self.failed && self.consumed == 0)
        self.fail_at(0, "the document is empty");
    if (!self.failed && !self.parser.finish())
        self.fail();
    if (self.failed)
        return self.failure;
    return {};
}

FEISHU_DECL bool assign_text(void* target, binding const& type, std::string_view text) {
    auto to = detail::unwrap({target, &type});
    if (to.type->append != nullptr)
        to = detail::unwrap({to.type->append(to.object), to.type->element});
    return to.type->on_string != nullptr && to.type->on_string(to.object, text);
}

} // namespace feishu::json
