// Bytes into a described struct, in pieces. Whatever comes: no crash; the same outcome, error and notes however it is
// cut; the reader takes what Boost.JSON takes, with the same values, and nothing else; what a strict reader takes leaves
// no notes; and what was read survives being written and read again.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DFEISHU_SEPARATE_COMPILATION … json_reader.cpp

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/core/validate.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/unknown_members.hpp>
#include <feishu/json/write.hpp>

#include "broken.hpp"
#include "loss.hpp"

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

// Everything that reading in pieces of `step` bytes results in, after a first one of `cut` bytes.
template <class T>
struct outcome {
    T value = feishu::detail::unchecked_construct::make<T>();
    json::notes notes{};
    feishu::result<void> done{};

    explicit outcome(std::string_view text) { read(text, text.size(), text.size()); }
    outcome(std::string_view text, std::size_t cut, std::size_t step) { read(text, cut, step); }

    void read(std::string_view text, std::size_t cut, std::size_t step) {
        json::reader in(value, {.notes = &notes});
        in.feed(text.substr(0, cut));
        for (auto at = cut; at < text.size(); at += step)
            in.feed(text.substr(at, step));
        done = in.finish();
    }
    std::string error() const { return done ? std::string() : done.error().message; }
};

// Numbers that no double represents are noted, and errors to Boost.JSON if their exponent is beyond an int.
bool same_value(boost::json::value const& a, boost::json::value const& b) {
    if (a.is_array() && b.is_array())
        return std::ranges::equal(a.get_array(), b.get_array(), same_value);
    if (a.is_object() && b.is_object())
        return a.get_object().size() == b.get_object().size() &&
               std::ranges::all_of(a.get_object(), [&](auto const& m) {
                   auto const* const other = b.get_object().if_contains(m.key());
                   return other != nullptr && same_value(m.value(), *other);
               });
    return a.is_number() || b.is_number() ? loss::same_scalar(a, b) : a == b;
}

void compare_with_boost(std::string_view text) {
    outcome<boost::json::value> const ours(text);
    boost::system::error_code ec;
    boost::json::parse_options options;
    options.max_depth = json::read_options{}.max_depth;
    auto const theirs = boost::json::parse({text.data(), text.size()}, ec, {}, options);
    if (ec == boost::json::error::exponent_overflow)
        return;
    bool const infinite = ours.error().find("that does not fit") != std::string::npos;
    if (ours.done.has_value() == static_cast<bool>(ec) && !infinite)
        broken("the reader and Boost.JSON agree on what JSON is", text);
    if (ours.done && ours.notes.empty() && !same_value(ours.value, theirs))
        broken("the reader and Boost.JSON read the same values", text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size < 2)
        return 0;
    std::string_view const text(reinterpret_cast<char const*>(data) + 2, size - 2);
    auto const cut = static_cast<std::size_t>(data[0] | data[1] << 8) % (text.size() + 1);

    outcome<target> const whole(text);
    outcome<target> const pieces(text, cut, data[0] % 8 + 1u);
    if (pieces.done.has_value() != whole.done.has_value())
        broken("a cut changes the outcome", text);
    if (pieces.error() != whole.error())
        broken("a cut changes the error", text);
    if (whole.notes.count != pieces.notes.count || whole.notes.items != pieces.notes.items)
        broken("a cut changes the notes", text);
    if (json::read<target>(text, {.strict = true}) && !whole.notes.empty())
        broken("what a strict reader takes leaves no notes", text);
    compare_with_boost(text);
    if (!whole.done)
        return 0;

    auto const once = json::to_string(whole.value);
    if (json::to_string(pieces.value) != once)
        broken("a cut changes the value", text);
    auto const again = json::read<target>(once);
    if (!again)
        broken("what was written can be read", once);
    if (json::to_string(*again) != once)
        broken("what was written reads back as it was", once);
    if (!feishu::check(*again).empty() && feishu::check(whole.value).empty())
        broken("a valid value stays valid", once);
    return 0;
}
