#include <feishu/client/impl/upload_progress.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace upload_progress_tests {

using feishu::transfer_progress;
using feishu::detail::upload_progress;

struct ten_bytes final : feishu::http::body_source {
    std::uint64_t size() const override { return 10; }
    std::size_t read(std::uint64_t offset, char* out, std::size_t n) const override {
        return std::string("0123456789").copy(out, n, static_cast<std::size_t>(offset));
    }
    std::string problem() const override { return "gone"; }
};

std::string read(feishu::http::body_source const& body, std::uint64_t offset, std::size_t n) {
    std::string out(n, '?');
    out.resize(body.read(offset, out.data(), n));
    return out;
}

BOOST_AUTO_TEST_SUITE(upload_progress_of_a_body)

BOOST_AUTO_TEST_CASE(each_piece_is_reported_with_the_size_of_the_body) {
    std::vector<std::uint64_t> seen;
    upload_progress const body(std::make_shared<ten_bytes>(), [&](transfer_progress p) {
        seen.push_back(p.bytes);
        BOOST_TEST(p.total == 10u);
    });
    BOOST_TEST(body.size() == 10u);
    BOOST_TEST(read(body, 0, 4) == "0123");
    BOOST_TEST(read(body, 4, 100) == "456789");
    BOOST_TEST(read(body, 0, 2) == "01"); // a repeated request
    BOOST_TEST((seen == std::vector<std::uint64_t>{4, 10, 2}));
    BOOST_TEST(body.stopped() == "");
    BOOST_TEST(body.problem() == "gone");
}

BOOST_AUTO_TEST_CASE(a_callback_that_returns_false_ends_the_body_for_good) {
    int calls = 0;
    upload_progress const body(std::make_shared<ten_bytes>(), [&](transfer_progress) { return ++calls < 2; });
    BOOST_TEST(read(body, 0, 4) == "0123");
    BOOST_TEST(read(body, 4, 4) == "");
    BOOST_TEST(read(body, 0, 4) == "");
    BOOST_TEST(calls == 2);
    BOOST_TEST(body.stopped() == "canceled by on_progress");
    BOOST_TEST(body.problem() == "canceled by on_progress");
}

BOOST_AUTO_TEST_CASE(a_callback_that_throws_ends_the_body_too) {
    upload_progress const body(std::make_shared<ten_bytes>(),
                               [](transfer_progress) { throw std::runtime_error("no screen"); });
    BOOST_TEST(read(body, 0, 4) == "");
    BOOST_TEST(body.stopped() == "on_progress threw an exception: no screen");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace upload_progress_tests
