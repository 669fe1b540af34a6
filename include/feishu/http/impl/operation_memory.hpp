#pragma once
// operation_memory: in-place memory for the asynchronous operation that is pending on a connection.

#include <cstddef>
#include <new>

namespace feishu::http::detail {

/// For one operation at a time; another one at the same time, or a larger one, gets its memory from the heap. Not
/// thread-safe: operations follow one another. It outlives them.
class operation_memory {
public:
    operation_memory() = default;
    operation_memory(operation_memory const&) = delete;
    operation_memory& operator=(operation_memory const&) = delete;

    void* allocate(std::size_t size) {
        if (used_ || size > sizeof bytes_)
            return ::operator new(size);
        used_ = true;
        return bytes_;
    }
    void deallocate(void* memory) noexcept {
        if (memory == bytes_)
            used_ = false;
        else
            ::operator delete(memory);
    }

private:
    bool used_ = false;
    alignas(std::max_align_t) std::byte bytes_[512]; // Asio's need about 350 with TLS
};

/// The allocator of handlers.
template <class T = void>
class operation_allocator {
public:
    using value_type = T;

    explicit operation_allocator(operation_memory& memory) : memory_(&memory) {}
    template <class Other>
    operation_allocator(operation_allocator<Other> const& other) : memory_(other.memory_) {}

    T* allocate(std::size_t count) const { return static_cast<T*>(memory_->allocate(count * sizeof(T))); }
    void deallocate(T* memory, std::size_t) const noexcept { memory_->deallocate(memory); }

    template <class Other>
    bool operator==(operation_allocator<Other> const& other) const {
        return memory_ == other.memory_;
    }

private:
    template <class>
    friend class operation_allocator;

    operation_memory* memory_;
};

} // namespace feishu::http::detail
