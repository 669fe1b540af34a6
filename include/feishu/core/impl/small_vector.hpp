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

    T* data() { return begin_; }
    T const* data() const { return begin_; }
    std::size_t size() const { return static_cast<std::size_t>(end_ - begin_); }
    bool empty() const { return begin_ == end_; }
    T* begin() { return begin_; }
    T* end() { return end_; }
    T const* begin() const { return begin_; }
    T const* end() const { return end_; }
    T& operator[](std::size_t i) { return begin_[i]; }
    T const& operator[](std::size_t i) const { return begin_[i]; }
    T& back() { return end_[-1]; }
    T const& back() const { return end_[-1]; }

    /// Appends a value, which is not one of this vector.
    void push_back(T const& value) {
        if (end_ == limit_)
            grow(1);
        copy(&value, 1, end_);
        ++end_;
    }
    void pop_back() { --end_; }

    /// Appends `count` values, which are not those of this vector.
    void append(T const* values, std::size_t count) {
        if (count == 1) // without a call of memcpy
            return push_back(*values);
        if (count > capacity() - size())
            grow(count);
        copy(values, count, end_);
        end_ += count;
    }

    /// Removes the values at `position` and behind it.
    void erase(std::size_t position, std::size_t count) {
        auto* const at = begin_ + position;
        std::memmove(static_cast<void*>(at), at + count, (size() - position - count) * sizeof(T));
        end_ -= count;
    }

    /// Keeps the memory.
    void clear() { end_ = begin_; }

private:
    T* inside() { return reinterpret_cast<T*>(inside_); }
    std::size_t capacity() const { return static_cast<std::size_t>(limit_ - begin_); }

    static void copy(T const* from, std::size_t count, T* to) {
        if (count != 0) // memcpy must not be given null pointers
            std::memcpy(static_cast<void*>(to), from, count * sizeof(T));
    }

    void grow(std::size_t more) {
        auto const before = size();
        auto const wanted = (std::max)(before + more, 2 * capacity());
        T* const data = std::allocator<T>().allocate(wanted);
        copy(begin_, before, data);
        release();
        begin_ = data;
        end_ = data + before;
        limit_ = data + wanted;
    }

    // Frees what is not inside.
    void release() {
        if (begin_ != inside())
            std::allocator<T>().deallocate(begin_, capacity());
    }

    // The previous memory has been released.
    void take(small_vector& other) {
        if (other.begin_ == other.inside()) {
            begin_ = inside();
            limit_ = begin_ + N;
            copy(other.begin_, other.size(), begin_);
        } else {
            begin_ = other.begin_;
            limit_ = other.limit_;
        }
        end_ = begin_ + other.size();
        other.begin_ = other.end_ = other.inside();
        other.limit_ = other.inside() + N;
    }

    T* begin_ = inside();
    T* end_ = inside();
    T* limit_ = inside() + N;
    alignas(T) std::byte inside_[N * sizeof(T)]; // uninitialized beyond `end_`
};

} // namespace feishu::detail
