#pragma once

#include <feishu/json/impl/document_reader.hpp>
#include <feishu/json/impl/target_handler.hpp>
#include <feishu/json/read.hpp>

namespace feishu::json {

FEISHU_DECL reader::reader(void* target, binding const& type, read_options options)
    : impl_(std::make_unique<detail::document_reader>(target, type, options)) {}
FEISHU_DECL reader::reader(reader&&) noexcept = default;
FEISHU_DECL reader& reader::operator=(reader&&) noexcept = default;
FEISHU_DECL reader::~reader() = default;

FEISHU_DECL bool reader::feed(std::string_view part) { return impl_->feed(part); }
FEISHU_DECL result<void> reader::finish() { return impl_->finish(); }

FEISHU_DECL bool assign_text(void* target, binding const& type, std::string_view text) {
    auto to = detail::unwrap({target, &type});
    if (to.type->append != nullptr)
        to = detail::unwrap({to.type->append(to.object), to.type->element});
    return to.type->on_string != nullptr && to.type->on_string(to.object, text);
}

namespace detail {

FEISHU_DECL result<void> read_document(void* target, binding const& type, std::string_view text,
                                       read_options const& options) {
    document_reader in(target, type, options);
    in.feed(text);
    return in.finish();
}

} // namespace detail
} // namespace feishu::json
