#include <feishu/rules/impl/uploads.hpp>

#include <cstdint>
#include <memory>
#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/image.hpp>

#include "problems.hpp"

namespace {

namespace im = feishu::im::v1;
using test::problems;

// As large as it claims, without the bytes.
class hollow final : public feishu::upload_source {
public:
    explicit hollow(std::uint64_t size) : size_(size) {}
    std::uint64_t size(std::string&) const override { return size_; }
    std::size_t read(std::uint64_t, char*, std::size_t) const override { return 0; }

private:
    std::uint64_t size_;
};

feishu::field::upload of(std::uint64_t size) { return {"a.bin", std::make_shared<hollow>(size)}; }

im::file::create file(std::uint64_t size) { return {.file_type = "stream", .file_name = "a.bin", .file = of(size)}; }
im::image::create image(std::uint64_t size) { return {.image_type = "message", .image = of(size)}; }

BOOST_AUTO_TEST_SUITE(rules_uploads) // case 32

BOOST_AUTO_TEST_CASE(a_file_larger_than_30_mb_is_refused_before_it_is_sent) {
    BOOST_TEST(problems(file(31'457'280)) == "ok");
    BOOST_TEST(problems(file(32'505'856)) == "file has 32505856 bytes, at most 31457280 are allowed");
    BOOST_TEST(problems(file(std::uint64_t{1} << 40)) == "file has 1099511627776 bytes, at most 31457280 are allowed");
}

BOOST_AUTO_TEST_CASE(an_image_larger_than_10_mb_is_refused_before_it_is_sent) {
    BOOST_TEST(problems(image(10'485'760)) == "ok");
    BOOST_TEST(problems(image(11'534'336)) == "image has 11534336 bytes, at most 10485760 are allowed");
}

BOOST_AUTO_TEST_CASE(an_empty_file_or_image_is_refused) {
    BOOST_TEST(problems(file(0)) == "file is empty");
    BOOST_TEST(problems(image(0)) == "image is empty");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
