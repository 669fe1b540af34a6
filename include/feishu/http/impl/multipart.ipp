#pragma once

#include <utility>

#include <feishu/core/impl/hex.hpp>
#include <feishu/http/impl/multipart.hpp>

namespace feishu::http {
namespace detail {

/// Concatenates several sources. Sizes are read once, so that Content-Length and the bytes agree.
class joined_source final : public body_source {
public:
    explicit joined_source(std::vector<form_part> parts) {
        for (auto& part : parts) {
            sized one{std::move(part)};
            if (one.part.source)
                one.size = one.part.source->size(one.unreadable);
            else
                one.unreadable = "has no content";
            if (one.unreadable.empty())
                one.version = one.part.source->version();
            else
                one.size = 1; // which `read` never delivers: no transport sends it as an empty file
            total_ += one.size;
            parts_.push_back(std::move(one));
        }
    }

    std::uint64_t size() const override { return total_; }

    std::size_t read(std::uint64_t offset, char* out, std::size_t n) const override {
        for (auto const& one : parts_) {
            if (offset < one.size) {
                auto const rest = one.size - offset;
                return one.unreadable.empty()
                           ? one.part.source->read(offset, out, rest < n ? static_cast<std::size_t>(rest) : n)
                           : 0;
            }
            offset -= one.size;
        }
        return 0;
    }

    std::string problem() const override {
        for (auto const& one : parts_) {
            auto unreadable = one.unreadable;
            auto const now = unreadable.empty() ? one.part.source->size(unreadable) : one.size;
            if (!unreadable.empty())
                return one.part.file_name + " " + unreadable;
            if (now != one.size)
                return one.part.file_name + " has changed its size from " + std::to_string(one.size) +
                       " to " + std::to_string(now) + " bytes";
            if (one.part.source->version() != one.version)
                return one.part.file_name + " has been modified";
        }
        return {};
    }

private:
    struct sized {
        form_part part{};
        std::uint64_t size = 0;
        std::uint64_t version = 0;
        std::string unreadable{}; ///< why it cannot be read
    };

    std::vector<sized> parts_;
    std::uint64_t total_ = 0;
};

/// A quoted-string parameter, with quotes and control characters percent-encoded as browsers do (RFC 7578
/// does not specify it). So are backslashes: before the closing quote, many servers would read an escaped quote.
inline std::string form_name(std::string_view text) {
    std::string out;
    for (char const& c : text) {
        if (c == '"' || c == '\\' || c == 0x7f || static_cast<unsigned char>(c) < 0x20)
            feishu::detail::append_hex(out += '%', {&c, 1}, feishu::detail::upper_hex_digits);
        else
            out += c;
    }
    return out;
}

} // namespace detail

FEISHU_DECL void multipart_builder::add_field(std::string_view name, std::string_view value) {
    std::string part = "--" + boundary_ + "\r\nContent-Disposition: form-data; name=\"" +
                       detail::form_name(name) + "\"\r\n\r\n" + std::string(value) + "\r\n";
    parts_.push_back({from_bytes(std::move(part), {}).source()});
}

FEISHU_DECL void multipart_builder::add_file(std::string_view name, field::upload const& file) {
    std::string head = "--" + boundary_ + "\r\nContent-Disposition: form-data; name=\"" +
                       detail::form_name(name) + "\"; filename=\"" + detail::form_name(file.file_name()) +
                       "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    parts_.push_back({from_bytes(std::move(head), {}).source()});
    parts_.push_back({file.source(), file.file_name()});
    parts_.push_back({from_bytes("\r\n", {}).source()});
}

FEISHU_DECL std::shared_ptr<body_source const> multipart_builder::finish() {
    parts_.push_back({from_bytes("--" + boundary_ + "--\r\n", {}).source()});
    return std::make_shared<detail::joined_source>(std::move(parts_));
}

FEISHU_DECL std::shared_ptr<body_source const> whole_file(field::upload const& file) {
    return std::make_shared<detail::joined_source>(
        std::vector<detail::form_part>{{file.source(), file.file_name()}});
}

} // namespace feishu::http
