#pragma once
// A folder that exists as long as a test.

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace test {

class temporary_folder {
public:
    temporary_folder() {
        static std::atomic<int> count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("feishu-test-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::create_directory(path_);
    }
    ~temporary_folder() { std::filesystem::remove_all(path_); }
    temporary_folder(temporary_folder const&) = delete;
    temporary_folder& operator=(temporary_folder const&) = delete;

    /// A path in it, in UTF-8.
    std::string path(std::string const& name) const { return (path_ / name).string(); }

    std::string write(std::string const& name, std::string_view bytes) const {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }
    std::string read(std::string const& name) const {
        std::ifstream in(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    /// The names of what is in it, sorted.
    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (auto const& entry : std::filesystem::directory_iterator(path_))
            out.push_back(entry.path().filename().string());
        std::ranges::sort(out);
        return out;
    }

private:
    std::filesystem::path path_;
};

} // namespace test
