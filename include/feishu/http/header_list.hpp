#pragma once
// header_list: the header fields of a request or a response, in one block of memory, which is inside the list as long as
// they are few.
//
//     feishu::http::header_list headers{{"Content-Type", "application/json"}};
//     headers.push_back({"Authorization", "Bearer " + token});
//     for (auto const& field : headers)
//         std::cout << field.name << ": " << field.value << '\n';

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>
#include <feishu/core/impl/small_vector.hpp>

namespace feishu::http {

/// One header field, of a list or of the caller.
struct header_view {
    std::string_view name;
    std::string_view value;
};

/// One header field.
struct header {
    std::string name;
    std::string value;

    operator header_view() const { return {name, value}; }
};

/// ASCII case-insensitive comparison, for header names.
constexpr bool iequals(std::string_view a, std::string_view b) {
    constexpr auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    };
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != lower(b[i]))
            return false;
    return true;
}

/// Header fields in their order; names may repeat.
///
/// Thread safety: that of a value.
/// Lifetimes: its views and iterators are valid until it is modified or moved.
class header_list {
    struct field_sizes {
        std::size_t name;
        std::size_t value;
    };

public:
    /// Visits the fields in order.
    class iterator {
    public:
        using iterator_category = std::input_iterator_tag; // its fields are values
        using value_type = header_view;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = header_view;

        iterator() = default;
        header_view operator*() const {
            auto const [name, value] = sizes();
            auto const* const text = at_ + sizeof(field_sizes);
            return {{text, name}, {text + name, value}};
        }
        iterator& operator++() {
            auto const [name, value] = sizes();
            at_ += sizeof(field_sizes) + name + value;
            return *this;
        }
        iterator operator++(int) {
            auto const old = *this;
            ++*this;
            return old;
        }
        friend bool operator==(iterator, iterator) = default;

    private:
        friend class header_list;
        explicit iterator(char const* at) : at_(at) {}

        field_sizes sizes() const {
            field_sizes out{};
            std::memcpy(&out, at_, sizeof out);
            return out;
        }

        char const* at_ = nullptr;
    };

    header_list() = default;
    header_list(std::initializer_list<header_view> fields) {
        for (auto const& field : fields)
            push_back(field);
    }

    /// Appends a field.
    void push_back(header_view field) { append(field.name, field.value, {}); }

    /// Replaces all fields of this name by one. Its value is `scheme` followed by `value`.
    void set(std::string_view name, std::string_view scheme, std::string_view value) {
        erase(name);
        append(name, scheme, value);
    }

    /// Removes all fields of this name.
    void erase(std::string_view name) {
        for (auto at = begin(); at != end();) {
            auto const next = std::next(at);
            auto const position = static_cast<std::size_t>(at.at_ - bytes_.data());
            if (iequals((*at).name, name)) {
                bytes_.erase(position, static_cast<std::size_t>(next.at_ - at.at_));
                at = iterator(bytes_.data() + position);
            } else {
                at = next;
            }
        }
    }

    /// Removes all fields; keeps the memory for others.
    void clear() { bytes_.clear(); }

    iterator begin() const { return iterator(bytes_.data()); }
    iterator end() const { return iterator(bytes_.data() + bytes_.size()); }
    bool empty() const { return bytes_.empty(); }
    std::size_t size() const { return static_cast<std::size_t>(std::distance(begin(), end())); }

private:
    void append(std::string_view name, std::string_view value, std::string_view more) {
        field_sizes const sizes{name.size(), value.size() + more.size()};
        bytes_.append(reinterpret_cast<char const*>(&sizes), sizeof sizes);
        for (auto const part : {name, value, more})
            bytes_.append(part.data(), part.size());
    }

    // Of each field: field_sizes, name, value. The usual fields of a request are inside.
    feishu::detail::small_vector<char, 256> bytes_;
};

/// The value of the first header with this name, in a header_list or a std::vector<header>; empty when there is none.
template <class Headers>
std::string_view find_header(Headers const& headers, std::string_view name) {
    for (header_view const field : headers)
        if (iequals(field.name, name))
            return field.value;
    return {};
}

} // namespace feishu::http
