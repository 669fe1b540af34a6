#pragma once
// sparse<T>: a value that most objects never set. While it equals T{} it takes no memory but a pointer.

#include <memory>
#include <utility>

namespace feishu::emulator::detail {

template <class T>
class sparse {
public:
    sparse() = default;
    sparse(T value) : value_(std::make_unique<T>(std::move(value))) {}
    sparse(sparse const& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
    sparse(sparse&&) noexcept = default;
    sparse& operator=(sparse other) noexcept {
        value_ = std::move(other.value_);
        return *this;
    }

    T const& operator*() const {
        static T const none{};
        return value_ ? *value_ : none;
    }
    T const* operator->() const { return &**this; }

    /// To change it.
    T& edit() {
        if (!value_)
            value_ = std::make_unique<T>();
        return *value_;
    }

private:
    std::unique_ptr<T> value_;
};

} // namespace feishu::emulator::detail
