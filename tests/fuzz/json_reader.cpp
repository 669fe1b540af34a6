// Bytes into a described struct, in pieces. Whatever comes: no crash; the same outcome and notes however it is cut;
// what the reader takes is JSON to Boost.JSON too; what a strict reader takes leaves no notes; and what was read
// survives being written and read again.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DFEISHU_SEPARATE_COMPILATION … json_reader.cpp

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/core/validate.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/unknown_members.hpp>
#include <feishu/json/write.hpp>

namespace {

namespace field = feishu::field;
namespace json = feishu::json;

enum class shade { light, dark };
BOOST_DESCRIBE_ENUM(shade, light, dark)

enum class rank { low = 1, high = 20 };
BOOST_DESCRIBE_ENUM(rank, low, high)
constexpr bool feishu_wire_is_number(rank) { return true; }

struct ids {
    feishu::open_id open_id{};
    std::optional<feishu::union_id> union_id{};
    feishu::user_id user_id{};
};
BOOST_DESCRIBE_STRUCT(ids, (), (open_id, union_id, user_id))

struct keeper {
    std::string s{};
    int i = 3;
    std::vector<int> v{};
    std::optional<ids> p{};
    json::unknown_members extra{};
};
BOOST_DESCRIBE_STRUCT(keeper, (), (s, i, v, p, extra))

struct node {
    std::string s{};
    std::int64_t n = 0;
    std::vector<node> more{};
};
BOOST_DESCRIBE_STRUCT(node, (), (s, n, more))

// Short names, which the fuzzer finds.
struct target {
    bool b = false;
    int i = 0;
    std::uint64_t u = 0;
    double d = 0;
    std::string s{};
    feishu::chat_id c{};
    feishu::open<shade> e{};
    feishu::open<rank> r{};
    feishu::unix_millis t{};
    field::json_text j{};
    std::optional<node> o{};
    std::vector<node> v{};
    std::vector<std::optional<int>> w{};
    field::list<std::string, 0, 2> l{};
    field::number<int, 1, 50> k = 20;
    std::map<std::string, node> m{};
    boost::json::value f{};
    field::required<std::string> q;
    ids p{};
    std::vector<feishu::open_id> y{};
    keeper x{};
    std::vector<keeper> z{};
};
BOOST_DESCRIBE_STRUCT(target, (), (b, i, u, d, s, c, e, r, t, j, o, v, w, l, k, m, f, q, p, y, x, z))

[[noreturn]] void broken(char const* promise, std::string_view text) {
    std::fprintf(stderr, "broken: %s\n%.*s\n", promise, static_cast<int>(text.size()), text.data());
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size < 2)
        return 0;
    std::string_view const text(reinterpret_cast<char const*>(data) + 2, size - 2);
    auto const cut = static_cast<std::size_t>(data[0] | data[1] << 8) % (text.size() + 1);

    json::notes notes;
    auto const whole = json::read<target>(text, {.notes = &notes});
    auto pieces = feishu::detail::unchecked_construct::make<target>();
    json::notes notes_of_pieces;
    json::reader in(pieces, {.notes = &notes_of_pieces});
    in.feed(text.substr(0, cut));
    in.feed(text.substr(cut));
    auto const done = in.finish();
    if (done.has_value() != whole.has_value())
        broken("a cut changes the outcome", text);
    if (notes.count != notes_of_pieces.count || notes.items != notes_of_pieces.items)
        broken("a cut changes the notes", text);
    if (json::read<target>(text, {.strict = true}) && !notes.empty())
        broken("what a strict reader takes leaves no notes", text);
    if (!whole)
        return 0;

    boost::system::error_code ec;
    boost::json::parse_options options;
    options.max_depth = json::read_options{}.max_depth;
    boost::json::parse({text.data(), text.size()}, ec, {}, options);
    if (ec)
        broken("what the reader takes is JSON", text);

    auto const once = json::to_string(*whole);
    if (json::to_string(pieces) != once)
        broken("a cut changes the value", text);
    auto const again = json::read<target>(once);
    if (!again)
        broken("what was written can be read", once);
    if (json::to_string(*again) != once)
        broken("what was written reads back as it was", once);
    if (!feishu::check(*again).empty() && feishu::check(*whole).empty())
        broken("a valid value stays valid", once);
    return 0;
}
