#pragma once
// box: an optional value of a type that contains itself: `field::box<node> next{};`.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

namespace feishu::field {

/// An optional T, which may be incomplete where the box is declared. Copies copy the value; an empty box is absent.
template <class T>
class box {
public:
    using value_type = T;

    box() = default;
    template <class U>
        requires(!std::same_as<std::remove_cvref_t<U>, box> && std::same_as<std::remove_cvref_t<U>, T>)
    box(U&& value) : value_(std::make_unique<T>(std::forward<U>(value))) {}
    box(box const& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
    box(box&&) noexcept = default;
    box& operator=(box const& other) {
        if (this != &other)
            value_ = other.value_ ? std::make_unique<T>(*other.value_) : nullptr;
        return *this;
    }
    box& operator=(box&&) noexcept = default;
    ~box() = default;

    explicit operator bool() const { return value_ != nullptr; }
    bool has_value() const { return value_ != nullptr; }
    T& operator*() { return *value_; }
    T const& operator*() const { return *value_; }
    T* operator->() { return value_.get(); }
    T const* operator->() const { return value_.get(); }
    void reset() { value_.reset(); }
    /// Replaces the value.
    T& emplace(T value) {
        value_ = std::make_unique<T>(std::move(value));
        return *value_;
    }

private:
    std::unique_ptr<T> value_;
};

} // namespace feishu::field
