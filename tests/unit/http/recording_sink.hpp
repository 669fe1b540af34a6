#pragma once
// A sink that keeps a response.

#include <cstddef>
#include <string>
#include <string_view>

#include <feishu/http/message.hpp>

namespace test {

/// Keeps a response.
struct recording_sink : feishu::http::response_sink {
    feishu::http::response_head head{};
    std::string body{};
    int heads = 0;
    std::size_t chunks = 0;
    bool want_body = true;          ///< what on_head returns
    std::size_t want_bytes = ~0ull; ///< on_body returns false from here on

    bool on_head(feishu::http::response_head const& h) override {
        head = h;
        ++heads;
        return want_body;
    }
    bool on_body(std::string_view chunk) override {
        body += chunk;
        ++chunks;
        return body.size() < want_bytes;
    }
};

} // namespace test
