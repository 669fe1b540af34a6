#pragma once
// route_index: the few endpoints that a path can belong to, instead of all of them.

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace feishu::emulator::detail {

/// Path templates by the text before their first placeholder.
class route_index {
public:
    void add(std::string_view pattern, std::size_t endpoint) {
        by_beginning_[std::string(pattern.substr(0, pattern.find(':')))].push_back(endpoint);
    }

    /// Those whose text the path begins with, in the order of their numbers. The text ends at a slash of the path, or
    /// with it.
    std::vector<std::size_t> candidates(std::string_view path) const {
        std::vector<std::size_t> out;
        for (std::size_t end = 0; end != path.size();) {
            auto const slash = path.find('/', end);
            end = slash != path.npos ? slash + 1 : path.size();
            if (auto const at = by_beginning_.find(path.substr(0, end)); at != by_beginning_.end())
                out.insert(out.end(), at->second.begin(), at->second.end());
        }
        std::ranges::sort(out);
        return out;
    }

private:
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_beginning_{};
};

} // namespace feishu::emulator::detail
