#pragma once
// client: calls endpoints.
//
//     feishu::client client{{.app_id = "cli_…", .app_secret = "…"}};
//     auto sent = client.call(im::message::send(feishu::chat_id{"oc_…"}, feishu::text{"hello"}));
//     if (!sent) std::cerr << sent.error() << '\n';
//
// `async_call` is in <feishu/async.hpp>. No Beast, Asio or OpenSSL type is seen here.

#include <concepts>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <feishu/client/client_config.hpp>
#include <feishu/client/impl/prepared_call.hpp>
#include <feishu/content/text.hpp>
#include <feishu/core/checked.hpp>
#include <feishu/core/endpoint.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/validate.hpp>

namespace feishu {

/// An endpoint whose answer comes in pages.
template <class E>
concept paged = endpoint<E> && requires(E e, typename E::response r) {
    e.page_token = std::string();
    { r.has_more } -> std::convertible_to<bool>;
    { r.page_token } -> std::convertible_to<std::string>;
    r.items.begin();
};

template <class Caller, paged E>
class page_range;

/// Calls endpoints with one kind of token. Copies share connections and tokens; thread-safe.
template <token Kind>
class caller {
public:
    /// Validates, sends, waits, and reads the answer.
    /// Thread safety: any number of threads may call at once. Errors: every error_kind; see feishu::error.
    template <endpoint E>
    result<typename E::response> call(E request, call_options options = {}) const {
        check_token<E>();
        detail::complete_request(request);
        if (auto valid = validate(request); !valid)
            return std::move(valid).error();
        auto response = detail::unchecked_construct::make<typename E::response>();
        auto plan = detail::prepare_call(request, response, options);
        authorize(plan);
        if (auto done = detail::run(*core_, std::move(plan)); !done)
            return std::move(done).error();
        return response;
    }

    /// The items of every page, one after the other; the next page is fetched when it is needed.
    ///
    ///     for (auto const& m : client.pages(im::message::list{…})) …   // throws feishu::exception on failure
    template <paged E>
    page_range<caller, E> pages(E request, call_options options = {}) const {
        check_token<E>();
        return {*this, std::move(request), options};
    }

    /// As `call`, without waiting; defined in <feishu/async.hpp>. Completes with result<E::response>.
    template <class Request, class CompletionToken>
        requires endpoint<std::remove_cvref_t<Request>>
    auto async_call(Request&& request, call_options options, CompletionToken&& token) const;
    template <class Request, class CompletionToken>
        requires endpoint<std::remove_cvref_t<Request>>
    auto async_call(Request&& request, CompletionToken&& token) const;
    template <class Request>
        requires endpoint<std::remove_cvref_t<Request>>
    auto async_call(Request&& request) const;

protected:
    explicit caller(std::shared_ptr<detail::client_core> core, std::string user = {})
        : core_(std::move(core)), user_token_(std::move(user)) {}

    std::shared_ptr<detail::client_core> core_;

private:
    template <token>
    friend class caller;
    friend class client;

    template <endpoint E>
    static constexpr void check_token() {
        static_assert(E::spec.envelope != envelope::binary, "this endpoint answers with a file: use download()");
        static_assert(E::spec.envelope != envelope::redirect,
                      "this endpoint is a page: open http::target_of(request) in a browser");
        constexpr bool open = E::spec.tokens == token::none;
        static_assert(Kind != token::user || open || accepts(E::spec.tokens, token::user),
                      "this endpoint does not take a user_access_token: call it with the client itself");
        static_assert(Kind != token::tenant || open || accepts(E::spec.tokens, token::tenant),
                      "this endpoint does not take a tenant_access_token: use client.as(feishu::user_token{…})");
    }

    template <endpoint E, class Handler>
    void start_async(Handler handler, E request, call_options options) const;

    void authorize(detail::prepared_call& plan) const {
        plan.kind = plan.spec->tokens == token::none ? token::none : Kind;
        plan.user_token = user_token_;
        plan.tenant = tenant_;
        if (plan.spec->basic_auth)
            detail::add_basic_auth(*core_, plan);
    }

    std::string user_token_;
    feishu::tenant_key tenant_{};
};

/// The app's own client: it fetches and renews its tenant_access_token by itself.
class client : public caller<token::tenant> {
public:
    /// Does not connect. A configuration that cannot work (a malformed base_url, an unreadable CA file) is the
    /// error of every call.
    explicit client(client_config config) : caller(detail::make_core(std::move(config))) {}

    /// The same client in a tenant: a store app says where it acts. A custom app has one, whatever the key.
    client for_tenant(feishu::tenant_key tenant) const {
        auto there = *this;
        there.tenant_ = std::move(tenant);
        return there;
    }

    /// The same client on a user's behalf.
    caller<token::user> as(user_token user) const {
        return caller<token::user>(core_, std::move(user.value));
    }

private:
    friend class long_connection; // connects as the client does
};

/// Items of a paged endpoint as an input range; see caller::pages.
template <class Caller, paged E>
class page_range {
public:
    using item = std::remove_cvref_t<decltype(*std::declval<typename E::response&>().items.begin())>;

    page_range(Caller caller, E request, call_options options)
        : caller_(std::move(caller)), request_(std::move(request)), options_(options) {}

    /// The next page; an empty optional after the last one. For code without exceptions.
    result<std::optional<std::vector<item>>> next_page() {
        if (finished_)
            return std::optional<std::vector<item>>();
        auto page = caller_.call(request_, options_);
        if (!page)
            return std::move(page).error();
        finished_ = !page->has_more;
        if (!finished_ && (page->page_token.empty() || page->page_token == last_token_))
            return stuck();
        last_token_ = page->page_token;
        request_.page_token = last_token_;
        return std::optional(std::move(page->items));
    }

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

    iterator begin() {
        fill();
        return iterator(*this);
    }
    std::default_sentinel_t end() const { return {}; }

private:
    bool exhausted() const { return at_ >= items_.size(); }

    // Pages may be empty and still not the last.
    void fill() {
        while (exhausted()) {
            auto page = next_page().value();
            if (!page)
                return;
            items_ = std::move(*page);
            at_ = 0;
        }
    }

    error stuck() {
        finished_ = true;
        error e;
        e.kind = error_kind::decode;
        e.endpoint = E::spec.id;
        e.field = "page_token";
        e.message = "the answer says has_more but its page_token does not lead on";
        return e;
    }

    Caller caller_;
    E request_;
    call_options options_;
    std::string last_token_;
    std::vector<item> items_;
    std::size_t at_ = 0;
    bool finished_ = false;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/client.ipp>
#endif
