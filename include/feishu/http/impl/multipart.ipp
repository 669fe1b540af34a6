#pragma once

#include <utility>

#include <feishu/http/impl/multipart.hpp>

namespace feishu::http {
namespace detail {

/// Several sources one after the other. Sizes are taken once, so that Content-Length and the bytes agree.
class joined_source final : public body_source {
public:
    explicit joined_source(std::vector<std::shared_ptr<upload_source const>> parts) {
        for (auto& part : parts) {
            std::string problem;
            auto const size = part->size(problem);
            total_ += size;
            parts_.emplace_back(size, std::move(part));
        }
    }

    std::uint64_t size() const override { return total_; }

    std::size_t read(std::uint64_t offset, char* out, std::size_t n) const override {
        for (auto const& [size, part] : parts_) {
            if (offset < size) {
                auto const rest = size - offset;
                return part->read(offset, out, rest < n ? static_cast<std::size_t>(rest) : n);
            }
            offset -= size;
        }
        return 0;
    }

private:
    std::vector<std::pair<std::uint64_t, std::shared_ptr<upload_source const>>> parts_;
    std::uint64_t total_ = 0;
};

// Quotes in a quoted-string parameter, the way browsers do it (RFC 7578 leaves it to them).
inline std::string form_name(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (c == '"')
            out += "%22";
        else if (c == '\r')
            out += "%0D";
        else if (c == '\n')
            out += "%0A";
        else
            out += c;
    }
    return out;
}

} // namespace detail

FEISHU_DECL void multipart_builder::add_field(std::string_view name, std::string_view value) {
    std::string part = "--" + boundary_ + "\r\nContent-Disposition: form-data; name=\"" + detail::form_name(name) +
                       "\"\r\n\r\n" + std::string(value) + "\r\n";
    parts_.push_back(from_bytes(std::move(part), {}).source());
}

FEISHU_DECL void multipart_builder::add_file(std::string_view name, field::upload const& file) {
    std::string head = "--" + boundary_ + "\r\nContent-Disposition: form-data; name=\"" + detail::form_name(name) +
                       "\"; filename=\"" + detail::form_name(file.file_name()) +
                       "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    parts_.push_back(from_bytes(std::move(head), {}).source());
    if (file.source())
        parts_.push_back(file.source());
    parts_.push_back(from_bytes("\r\n", {}).source());
}

FEISHU_DECL std::shared_ptr<body_source const> multipart_builder::finish() {
    parts_.push_back(from_bytes("--" + boundary_ + "--\r\n", {}).source());
    return std::make_shared<detail::joined_source>(std::move(parts_));
}

} // namespace feishu::http
