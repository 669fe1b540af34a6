#pragma once
// bounded_text: the beginning of a text, in place.

#include <array>
#include <cstddef>
#include <string_view>

namespace feishu::http::detail {

/// Keeps the first `Max` bytes of what is appended, without allocating.
template <std::size_t Max>
class bounded_text {
public:
    void append(std::string_view more) {
        auto const kept = more.substr(0, Max - size_);
        kept.copy(bytes_.data() + size_, kept.size());
        size_ += kept.size();
    }
    void assign(std::string_view text) {
        size_ = 0;
        append(text);
    }

    bool full() const { return size_ == Max; }
    bool empty() const { return size_ == 0; }
    std::string_view view() const { return {bytes_.data(), size_}; }

private:
    std::array<char, Max> bytes_; // uninitialized beyond `size_`
    std::size_t size_ = 0;
};

} // namespace feishu::http::detail
