#pragma once
// page_range: the items of a paged endpoint; see caller::pages.

#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <feishu/client/client_config.hpp>
#include <feishu/core/endpoint.hpp>
#include <feishu/core/error.hpp>

namespace feishu {

/// An endpoint that returns its items in pages.
template <class E>
concept paged = endpoint<E> && requires(E e, typename E::response r) {
    e.page_token = std::string();
    { r.has_more } -> std::convertible_to<bool>;
    { r.page_token } -> std::convertible_to<std::string>;
    r.items.begin();
};

/// The items of all pages as an input range; each page is fetched when its first item is needed.
///
///     for (auto const& m : client.pages(im::message::list{…})) …
///
/// Thread safety: one thread at a time.
/// Lifetimes: the range has a copy of the client. Iterators refer to the range, which must not be moved while
/// they are used.
/// Errors: iteration throws feishu::exception, next_page() returns errors. After an error, the next call
/// requests the same page again, except that an invalid page token ends the range.
template <class Caller, paged E>
class page_range {
public:
    using item = std::remove_cvref_t<decltype(*std::declval<typename E::response&>().items.begin())>;

    page_range(Caller caller, E request, call_options options)
        : caller_(std::move(caller)), request_(std::move(request)), options_(options) {}

    /// The next page; an empty optional after the last one.
    /// Errors: those of the call; kind decode, after the page, if has_more is true but page_token is empty or
    /// repeated.
    [[nodiscard]] result<std::optional<std::vector<item>>> next_page() {
        if (std::exchange(broken_, false))
            return cannot_continue();
        if (finished_)
            return std::optional<std::vector<item>>();
        auto page = caller_.call(request_, options_);
        if (!page)
            return std::move(page).error();
        broken_ = page->has_more && (page->page_token.empty() || page->page_token == last_token_);
        finished_ = !page->has_more || broken_;
        last_token_ = page->page_token;
        request_.page_token = last_token_;
        return std::optional(std::move(page->items));
    }

    /// A single-pass iterator.
    class iterator {
    public:
        using value_type = item;
        using difference_type = std::ptrdiff_t;
        using iterator_concept = std::input_iterator_tag;

        iterator() = default;
        explicit iterator(page_range& range) : range_(&range) {}

        item& operator*() const { return range_->items_[range_->at_]; }
        item* operator->() const { return &**this; }
        iterator& operator++() {
            ++range_->at_;
            range_->fill();
            return *this;
        }
        void operator++(int) { ++*this; }
        friend bool operator==(iterator const& it, std::default_sentinel_t) { return it.at_end(); }

    private:
        bool at_end() const { return range_->exhausted(); }

        page_range* range_ = nullptr;
    };

    /// Fetches the first page. Throws feishu::exception.
    iterator begin() {
        fill();
        return iterator(*this);
    }
    std::default_sentinel_t end() const { return {}; }

private:
    bool exhausted() const { return at_ >= items_.size(); }

    // A page may be empty without being the last.
    void fill() {
        while (exhausted()) {
            auto page = next_page().value();
            if (!page)
                return;
            items_ = std::move(*page);
            at_ = 0;
        }
    }

    static error cannot_continue() {
        error e;
        e.kind = error_kind::decode;
        e.endpoint = E::spec.id;
        e.field = "page_token";
        e.message = "has_more is true but page_token is empty or repeated";
        return e;
    }

    Caller caller_;
    E request_;
    call_options options_;
    std::string last_token_;
    std::vector<item> items_;
    std::size_t at_ = 0;
    bool finished_ = false;
    bool broken_ = false; ///< there is more, and no way to request it
};

} // namespace feishu
