#include <feishu/http/impl/response_reader.hpp>

#include <random>

#include <boost/test/unit_test.hpp>

using feishu::http::detail::response_reader;

namespace {

struct counting_sink : feishu::http::response_sink {
    std::size_t heads = 0;
    std::size_t bytes = 0;
    bool on_head(feishu::http::response_head const&) override { return ++heads != 0; }
    bool on_body(std::string_view chunk) override {
        bytes += chunk.size();
        return true;
    }
};

/// Feeds `text` in pieces of up to `piece` bytes until the response is complete or fails.
void feed(response_reader& reader, std::string_view text, std::size_t piece) {
    boost::system::error_code bad;
    while (!text.empty()) {
        auto const space = reader.space();
        auto const n = std::min({text.size(), piece, space.size()});
        if (n == 0)
            return;
        text.copy(static_cast<char*>(space.data()), n);
        text.remove_prefix(n);
        if (reader.feed(n, bad) || bad)
            return;
    }
    reader.finish();
}

std::string damaged(std::string text, std::mt19937& random) {
    static constexpr std::string_view pieces[] = {"\r\n",      "\r",       "\n",      "\r\n\r\n",
                                                  "0\r\n\r\n", ":",        " ",       ";",
                                                  "\t",        "FFFFFFFF", "chunked", "Content-Length: 3\r\n",
                                                  "HTTP/1.1 ", "100",      "\x80",    "-1"};
    for (auto count = random() % 4 + 1; count != 0; --count) {
        auto const at = random() % (text.size() + 1);
        switch (random() % 4) {
        case 0: text.insert(at, pieces[random() % std::size(pieces)]); break;
        case 1: text.erase(at, random() % 8); break;
        case 2: text.insert(at, 1, static_cast<char>(random() % 256)); break;
        case 3: text.insert(at, text.substr(random() % (text.size() + 1), random() % 40)); break;
        }
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(responses)

BOOST_AUTO_TEST_CASE(an_empty_chunked_body_may_arrive_in_any_pieces) {
    for (std::size_t piece :
         {std::size_t(1), std::size_t(2), std::size_t(3), std::size_t(4), std::size_t(100)}) {
        counting_sink sink;
        response_reader reader;
        reader.start(sink, 64);
        feed(reader, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", piece);
        BOOST_TEST(reader.keep_alive());
        BOOST_TEST(sink.heads == 1u);
        BOOST_TEST(sink.bytes == 0u);
    }
}

BOOST_AUTO_TEST_CASE(a_damaged_response_of_any_kind_is_survived_within_its_limits) {
    std::string const replies[] = {
        "HTTP/1.1 200 OK\r\nContent-Length: 11\r\nX-A: b\r\n\r\nhello world",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;a=\"b\"\r\n "
        "world\r\n0\r\nTrailer: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\nConnection: keep-alive, close\r\n\r\n",
        "HTTP/1.0 200 OK\r\nX-Folded: a\r\n  b\r\n\r\nto the end",
    };
    std::mt19937 random(20240711);
    for (int round = 0; round < 20'000; ++round) {
        auto const text = damaged(replies[random() % std::size(replies)], random);
        counting_sink sink;
        response_reader reader;
        reader.start(sink, 64);
        feed(reader, text, random() % 3 == 0 ? 1 : random() % 64 + 1);
        if (sink.heads > 1 || sink.bytes > 64)
            BOOST_ERROR("more than was allowed came of: " + text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
