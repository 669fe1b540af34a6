#pragma once
// static_list<T, N>: a constexpr list of at most N values inside the object itself, for the constants of
// endpoint specs: `static_list<std::string_view, 4> names{"a", "b"};`. A longer one refers to a static array.

#include <array>
#include <cstddef>

namespace feishu {

/// A literal-type list of at most `Capacity` values; more do not compile, unless they are in an array.
///
/// Lifetimes: an array that the list is made from outlives it.
template <class T, std::size_t Capacity>
class static_list {
public:
    constexpr static_list() = default;

    template <class... U>
        requires(sizeof...(U) > 0)
    constexpr static_list(U const&... values) : items_{T(values)...}, size_{sizeof...(U)} {
        static_assert(sizeof...(U) <= Capacity,
                      "more values than this part of an endpoint_spec holds: put them into a static constexpr array");
    }

    /// Refers to an array, of any size.
    template <std::size_t N>
    constexpr static_list(T const (&values)[N]) : outside_{values}, size_{N} {}

    constexpr T const* begin() const { return outside_ != nullptr ? outside_ : items_.data(); }
    constexpr T const* end() const { return begin() + size_; }
    constexpr std::size_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr T const& operator[](std::size_t i) const { return begin()[i]; }

    /// Appends. Precondition: size() < Capacity, and the list was not made from an array.
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
            if (!(a[i] == b[i]))
                return false;
        return true;
    }

private:
    std::array<T, Capacity> items_{};
    T const* outside_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace feishu
