#pragma once
// A store that fails, for tests of what happens then, and as a base of others.

#include <chrono>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/store/store.hpp>

namespace fakes {

// Refuses everything, with an error or an exception.
class broken_store : public feishu::store {
public:
    explicit broken_store(bool throws) : throws_(throws) {}

protected:
    template <class T = void>
    using r = feishu::result<T>;
    using text = std::string_view;
    using ms = std::chrono::milliseconds;
    using ids = std::span<std::string const>;

    feishu::error fail() const {
        if (throws_)
            throw std::runtime_error("out of order");
        return {.kind = feishu::error_kind::store, .message = "out of order"};
    }
    r<std::optional<std::string>> do_get(text) override { return fail(); }
    r<> do_put(text, text, ms) override { return fail(); }
    r<feishu::put_outcome> do_put_if_absent(text, text, ms) override { return fail(); }
    r<bool> do_compare_and_replace(text, text, text, ms) override { return fail(); }
    r<bool> do_erase(text) override { return fail(); }
    r<bool> do_compare_and_erase(text, text) override { return fail(); }
    r<feishu::bucket_turns> do_take(std::span<feishu::bucket_use const>, std::uint32_t, ms) override {
        return fail();
    }
    r<> do_pause(text, feishu::bucket_rate const&, ms) override { return fail(); }
    r<std::string> do_append(text, text, feishu::append_options const&) override { return fail(); }
    r<std::vector<feishu::log_entry>> do_claim(text, text, text, feishu::claim_options const&) override {
        return fail();
    }
    r<feishu::append_outcome> do_append_and_claim(text, text, text, text, feishu::append_options const&,
                                                  feishu::claim_options const&, ids) override {
        return fail();
    }
    r<std::size_t> do_acknowledge(text, text, ids) override { return fail(); }
    r<std::size_t> do_renew(text, text, text, ids) override { return fail(); }
    r<std::size_t> do_release(text, text, text, ids) override { return fail(); }
    r<std::vector<feishu::log_entry>> do_read(text, text, std::size_t) override { return fail(); }
    r<bool> do_erase_log(text) override { return fail(); }

private:
    bool throws_;
};

} // namespace fakes
