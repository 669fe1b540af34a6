#include <feishu/core/upload.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

#include <boost/test/unit_test.hpp>

namespace {

// A temporary file that the destructor removes.
class temporary_file {
public:
    explicit temporary_file(std::string const& bytes)
        : path_(std::filesystem::temp_directory_path() / ("feishu-upload-" + std::to_string(::getpid()) + ".bin")) {
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~temporary_file() { std::filesystem::remove(path_); }
    temporary_file(temporary_file const&) = delete;
    temporary_file& operator=(temporary_file const&) = delete;

    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

std::string bytes_of(feishu::upload_source const& source, std::uint64_t offset, std::size_t n) {
    std::string out(n, '?');
    out.resize(source.read(offset, out.data(), n));
    return out;
}

std::string sample(std::size_t n) {
    std::string out(n, '\0');
    for (std::size_t i = 0; i < n; ++i)
        out[i] = static_cast<char>(i * 7);
    return out;
}

BOOST_AUTO_TEST_SUITE(upload)

BOOST_AUTO_TEST_CASE(bytes_are_read_from_any_offset) {
    auto const data = sample(300);
    auto const file = feishu::from_bytes(data, "a.bin");
    for (std::size_t offset = 0; offset <= data.size(); ++offset)
        BOOST_TEST(bytes_of(*file.source(), offset, 1000) == data.substr(offset));
}

BOOST_AUTO_TEST_CASE(bytes_beyond_the_end_are_none) {
    auto const file = feishu::from_bytes("abc", "a.bin");
    BOOST_TEST(bytes_of(*file.source(), 3, 10) == "");
    BOOST_TEST(bytes_of(*file.source(), 1000, 10) == "");
}

BOOST_AUTO_TEST_CASE(a_path_may_be_a_filesystem_path) {
    temporary_file const on_disk("abc");
    std::filesystem::path const path = on_disk.path();
    auto const file = feishu::from_path(path);
    BOOST_TEST(file.file_name() == path.filename().string());
    BOOST_TEST(bytes_of(*file.source(), 0, 10) == "abc");
    BOOST_TEST(feishu::from_path(std::filesystem::path(u8"a/b/报告.pdf")).file_name() == "报告.pdf");
}

BOOST_AUTO_TEST_CASE(a_file_is_read_from_any_offset_again_and_again) {
    auto const data = sample(300);
    temporary_file const on_disk(data);
    auto const file = feishu::from_path(on_disk.path());
    for (std::size_t offset : {300u, 299u, 0u, 17u, 0u})
        BOOST_TEST(bytes_of(*file.source(), offset, 1000) == data.substr(offset));
}

BOOST_AUTO_TEST_CASE(a_file_knows_its_size) {
    temporary_file const on_disk(sample(300));
    std::string problem;
    BOOST_TEST(feishu::from_path(on_disk.path()).source()->size(problem) == 300u);
    BOOST_TEST(problem == "");
}

BOOST_AUTO_TEST_CASE(a_missing_file_has_a_problem_and_no_bytes) {
    auto const file = feishu::from_path("no/such/file.pdf");
    std::string problem;
    BOOST_TEST(file.source()->size(problem) == 0u);
    BOOST_TEST(problem == "cannot be read from no/such/file.pdf");
    BOOST_TEST(bytes_of(*file.source(), 0, 10) == "");
}

BOOST_AUTO_TEST_CASE(a_directory_has_a_problem_too) {
    auto const file = feishu::from_path(std::filesystem::temp_directory_path().string());
    std::string problem;
    static_cast<void>(file.source()->size(problem));
    BOOST_TEST(problem != "");
}

BOOST_AUTO_TEST_CASE(the_file_name_is_the_last_part_of_the_path) {
    BOOST_TEST(feishu::from_path("a/b/报告.pdf").file_name() == "报告.pdf");
    BOOST_TEST(feishu::from_path("c.pdf").file_name() == "c.pdf");
}

BOOST_AUTO_TEST_CASE(copies_share_the_source) {
    auto const file = feishu::from_bytes("abc", "a.bin");
    auto const copy = file;
    BOOST_TEST((copy.source() == file.source()));
    BOOST_TEST((copy == file));
}

BOOST_AUTO_TEST_CASE(the_version_of_a_file_changes_when_it_is_modified) {
    temporary_file const on_disk("abc");
    auto const file = feishu::from_path(on_disk.path());
    auto const before = file.source()->version();
    BOOST_TEST(file.source()->version() == before);
    using namespace std::chrono_literals;
    std::filesystem::last_write_time(on_disk.path(), std::filesystem::last_write_time(on_disk.path()) + 1ms);
    BOOST_TEST(file.source()->version() != before);
    BOOST_TEST(feishu::from_bytes("abc", "a").source()->version() == feishu::from_bytes("x", "a").source()->version());
}

BOOST_AUTO_TEST_CASE(an_upload_may_come_from_a_callback) {
    auto const file = feishu::from_callback(
        10, [](std::uint64_t offset, char* out, std::size_t n) { return std::string("0123456789").copy(out, n, offset); }, "a.log");
    std::string problem;
    BOOST_TEST(file.file_name() == "a.log");
    BOOST_TEST(file.source()->size(problem) == 10u);
    BOOST_TEST(bytes_of(*file.source(), 3, 4) == "3456");
    BOOST_TEST(bytes_of(*file.source(), 10, 4) == ""); // not asked for more
}

BOOST_AUTO_TEST_CASE(threads_may_read_one_file_at_once) {
    auto const data = sample(1000);
    temporary_file const on_disk(data);
    auto const file = feishu::from_path(on_disk.path());
    std::vector<int> wrong(4);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < wrong.size(); ++t)
        threads.emplace_back([&, t] {
            for (std::size_t i = 0; i < 200; ++i)
                wrong[t] += bytes_of(*file.source(), i * t, 10) == data.substr(i * t, 10) ? 0 : 1;
        });
    for (auto& thread : threads)
        thread.join();
    for (int const count : wrong)
        BOOST_TEST(count == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
