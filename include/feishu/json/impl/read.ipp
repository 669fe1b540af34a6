#pragma once

#include <charconv>
#include <cmath>
#include <string>
#include <system_error>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#ifndef __cpp_lib_to_chars
#include <boost/json/parse.hpp>
#include <boost/system/error_code.hpp>
#endif

#include <feishu/json/impl/parser.hpp>
#include <feishu/json/impl/target_handler.hpp>
#include <feishu/json/read.hpp>

namespace feishu::json {
namespace detail {

FEISHU_DECL bool parse_double(std::string_view text, double& out) {
#ifdef __cpp_lib_to_chars
    auto const end = text.data() + text.size();
    auto const result = std::from_chars(text.data(), end, out);
    return result.ec == std::errc{} && result.ptr == end && std::isfinite(out); // not inf or nan
#else // libc++ 19
    boost::system::error_code ec;
    auto const value = boost::json::parse({text.data(), text.size()}, ec);
    if (!ec)
        out = value.to_number<double>(ec);
    return !ec && std::isfinite(out);
#endif
}

FEISHU_DECL bool assign_string(void* self, std::string_view text) {
    as<std::string>(self).assign(text);
    return true;
}

template <class T>
bool assign_digits(void* self, T value) {
    char buffer[24];
    auto* const end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    as<std::string>(self).assign(buffer, end);
    return true;
}
FEISHU_DECL bool assign_string_from_integer(void* self, std::int64_t value) { return assign_digits(self, value); }
FEISHU_DECL bool assign_string_from_unsigned(void* self, std::uint64_t value) { return assign_digits(self, value); }
FEISHU_DECL void clear_string(void* self) { as<std::string>(self).clear(); }

FEISHU_DECL void assign_json(boost::json::value& to, boost::json::value&& from) { to = std::move(from); }

FEISHU_DECL void assign_json(boost::json::object& to, boost::json::value&& from) {
    if (auto* object = from.if_object())
        to = std::move(*object);
    else
        to.clear();
}

} // namespace detail

struct reader::impl {
    impl(void* target, binding const& type, read_options limits)
        : options(limits), handler(target, &type, limits), parser(handler, limits.max_depth) {}

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
        self.fail_at(self.consumed, "the document is longer than " + std::to_string(self.options.max_bytes) + " bytes");
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
