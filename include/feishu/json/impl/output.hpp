#pragma once
// output: appends to a string without a call for each piece. The string is longer than what was written until the
// output is closed or lent.

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace feishu::json::detail {

class output {
public:
    explicit output(std::string& to) : to_(to) { open(); }
    output(output const&) = delete;
    output& operator=(output const&) = delete;
    ~output() { close(); }

    void put(char c) {
        if (at_ == end_)
            grow(1);
        *at_++ = c;
    }
    void put(std::string_view text) {
        if (text.size() > static_cast<std::size_t>(end_ - at_))
            return lend([text](std::string& to) {
                if (to.capacity() - to.size() < text.size())
                    to.reserve(to.size() + text.size() + text.size() / 8 + slack);
                to.append(text);
            });
        std::memcpy(at_, text.data(), text.size());
        at_ += text.size();
    }
    /// Room for `size` bytes, of which those before `written` are used next.
    char* room(std::size_t size) {
        if (size > static_cast<std::size_t>(end_ - at_))
            grow(size);
        return at_;
    }
    void written(char* end) { at_ = end; }

    /// Calls `f` with the string, for what appends to one.
    template <class F>
    void lend(F const& f) {
        close();
        f(to_);
        open();
    }

private:
    static constexpr std::size_t slack = 256;

    void open() {
        auto const used = to_.size();
        if (to_.capacity() - used < slack / 4)
            to_.reserve(used + (std::max)(used, slack));
        to_.resize(used + (std::min)(slack, to_.capacity() - used));
        at_ = to_.data() + used;
        end_ = to_.data() + to_.size();
    }
    void close() {
        if (at_ != nullptr)
            to_.resize(static_cast<std::size_t>(at_ - to_.data()));
        at_ = end_ = nullptr;
    }
    void grow(std::size_t size) {
        close();
        auto const used = to_.size();
        size += (std::max)(slack, size / 8); // so that it is not soon too small again
        if (to_.capacity() - used < size)
            to_.reserve(used + (std::max)(used, size));
        to_.resize(used + size);
        at_ = to_.data() + used;
        end_ = to_.data() + to_.size();
    }

    std::string& to_;
    char* at_ = nullptr;
    char* end_ = nullptr;
};

} // namespace feishu::json::detail
