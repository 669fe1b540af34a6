#pragma once
// static_list<T, N>: a constexpr list of at most N values inside the object itself, for the constants of
// endpoint specs: `static_list<std::string_view, 4> names{"a", "b"};`.

#include <array>
#include <cstddef>

namespace feishu {

/// A literal-type list of at most `Capacity` values; more do not compile.
template <class T, std::size_t Capacity>
class static_list {
public:
    constexpr static_list() = default;

    template <class... U>
        requires(sizeof...(U) > 0)
    constexpr static_list(U const&... values) : items_{T(values)...}, size_{sizeof...(U)} {
        static_assert(sizeof...(U) <= Capacity, "more values than this part of an endpoint_spec holds");
    }

    constexpr T const* begin() const { return items_.data(); }
    constexpr T const* end() const { return items_.data() + size_; }
    constexpr std::size_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr T const& operator[](std::size_t i) const { return items_[i]; }

    /// Appends. Precondition: size() < Capacity.
    constexpr void push_back(T const& value) { items_[size_++] = value; }

    constexpr bool contains(T const& value) const {
        for (auto const& item : *this)
            if (item == value)
                return true;
        return false;
    }

    friend constexpr bool operator==(static_list const& a, static_list const& b) {
        if (a.size_ != b.size_)
            return false;
        for (std::size_t i = 0; i < a.size_; ++i)
            if (!(a.items_[i] == b.items_[i]))
                return false;
        return true;
    }

private:
    std::array<T, Capacity> items_{};
    std::size_t size_ = 0;
};

} // namespace feishu
