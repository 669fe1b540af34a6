#pragma once
// small_vector<T, N>: a vector whose first N values are inside the object itself, so that the usual content needs no
// memory of its own.

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <type_traits>

namespace feishu::detail {

/// A contiguous sequence of values that can be copied byte by byte.
///
/// Lifetimes: pointers to values are valid until the vector grows, is assigned or is moved from.
template <class T, std::size_t N>
class small_vector {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    small_vector() = default;
    small_vector(small_vector const& other) { append(other.data(), other.size()); }
    small_vector(small_vector&& other) noexcept { take(other); }
    small_vector& operator=(small_vector const& other) {
        if (this != &other) {
            clear();
            append(other.data(), other.size());
        }
        return *this;
    }
    small_vector& operator=(small_vector&& other) noexcept {
        if (this != &other) {
            release();
            take(other);
        }
        return *this;
    }
    ~small_vector() { release(); }

    T* data() { return data_; }
    T const* data() const { return data_; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T* begin() { return data_; }
    T* end() { return data_ + size_; }
    T const* begin() const { return data_; }
    T const* end() const { return data_ + size_; }
    T& operator[](std::size_t i) { return data_[i]; }
    T const& operator[](std::size_t i) const { return data_[i]; }
    T& back() { return data_[size_ - 1]; }
    T const& back() const { return data_[size_ - 1]; }

    void push_back(T const& value) { append(&value, 1); }
    void pop_back() { --size_; }

    /// Appends `count` values, which are not those of this vector.
    void append(T const* values, std::size_t count) {
        if (count > capacity_ - size_)
            grow(count);
        if (count != 0) // null is no argument of memcpy
            std::memcpy(static_cast<void*>(data_ + size_), values, count * sizeof(T));
        size_ += count;
    }

    void erase(std::size_t position, std::size_t count) {
        std::memmove(static_cast<void*>(data_ + position), data_ + position + count,
                     (size_ - position - count) * sizeof(T));
        size_ -= count;
    }

    /// Keeps the memory.
    void clear() { size_ = 0; }

private:
    T* inside() { return reinterpret_cast<T*>(inside_); }

    void grow(std::size_t more) {
        auto const capacity = (std::max)(size_ + more, 2 * capacity_);
        T* const data = std::allocator<T>().allocate(capacity);
        std::memcpy(static_cast<void*>(data), data_, size_ * sizeof(T));
        release();
        data_ = data;
        capacity_ = capacity;
    }

    // Frees what is not inside.
    void release() {
        if (data_ != inside())
            std::allocator<T>().deallocate(data_, capacity_);
    }

    // The previous memory has been released.
    void take(small_vector& other) {
        size_ = other.size_;
        if (other.data_ == other.inside()) {
            data_ = inside();
            capacity_ = N;
            std::memcpy(static_cast<void*>(data_), other.data_, size_ * sizeof(T));
        } else {
            data_ = other.data_;
            capacity_ = other.capacity_;
            other.data_ = other.inside();
            other.capacity_ = N;
        }
        other.size_ = 0;
    }

    T* data_ = inside();
    std::size_t size_ = 0;
    std::size_t capacity_ = N;
    alignas(T) std::byte inside_[N * sizeof(T)]; // uninitialized beyond `size_`
};

} // namespace feishu::detail
