#pragma once
// Two containers that OpenAPI documents need and the standard library lacks: a map in document order, and a place
// for a value of a type that contains itself.

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codegen {

/// A string map that keeps the order in which keys were first seen.
template <class T>
class ordered_map {
public:
    using mapped_type = T;

    // No std::pair: asked what it can be made from, it looks into a T that may not be complete yet.
    struct value_type {
        std::string first;
        T second;
    };

    T& operator[](std::string const& key) {
        auto const [place, added] = places_.try_emplace(key, items_.size());
        if (added)
            items_.push_back(value_type{key, T{}});
        return items_[place->second].second;
    }

    T const* find(std::string_view key) const {
        auto const place = places_.find(key);
        return place == places_.end() ? nullptr : &items_[place->second].second;
    }

    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }
    std::size_t size() const { return items_.size(); }
    bool empty() const { return items_.empty(); }
    void erase(std::string_view key) {
        auto const place = places_.find(key);
        if (place == places_.end())
            return;
        auto const at = place->second;
        items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(at));
        places_.erase(place);
        for (auto& [name, index] : places_)
            index -= index > at ? 1 : 0;
    }
    void clear() {
        items_.clear();
        places_.clear();
    }

private:
    std::vector<value_type> items_;
    std::map<std::string, std::size_t, std::less<>> places_; // in items_
};

/// An optional T that may be incomplete where the box is declared. Copies copy the value.
template <class T>
class box {
public:
    using value_type = T;

    box() = default;
    box(T value) : value_(std::make_unique<T>(std::move(value))) {}
    box(box const& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
    box(box&&) noexcept = default;
    box& operator=(box const& other) { return *this = box(other); }
    box& operator=(box&&) noexcept = default;
    ~box() = default;

    explicit operator bool() const { return value_ != nullptr; }
    bool has_value() const { return value_ != nullptr; }
    T& emplace() { return *(value_ = std::make_unique<T>()); }
    T& operator*() { return *value_; }
    T const& operator*() const { return *value_; }
    T* operator->() { return value_.get(); }
    T const* operator->() const { return value_.get(); }
    void reset() { value_.reset(); }

private:
    std::unique_ptr<T> value_;
};

} // namespace codegen
