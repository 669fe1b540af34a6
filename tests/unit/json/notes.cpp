#include <feishu/json/notes.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/json/read.hpp>

namespace {

namespace field = feishu::field;
namespace json = feishu::json;

struct entry {
    int n = 7;
    std::string s{};
};
BOOST_DESCRIBE_STRUCT(entry, (), (n, s))

struct user_ids {
    std::optional<feishu::open_id> open_id{};
    std::optional<feishu::union_id> union_id{};
    std::optional<feishu::user_id> user_id{};
};
BOOST_DESCRIBE_STRUCT(user_ids, (), (open_id, union_id, user_id))

struct person {
    std::string tenant_key{};
    std::optional<feishu::user_id> user_id{};
    feishu::union_id union_id{};
    feishu::open_id open_id{};
};
BOOST_DESCRIBE_STRUCT(person, (), (tenant_key, user_id, union_id, open_id))

struct message {
    std::string text{};
    int number = 3;
    bool flag = true;
    double real = 1.5;
    std::optional<int> maybe{};
    std::optional<entry> maybe_entry{};
    entry object{};
    std::vector<entry> entries{};
    std::vector<int> numbers{};
    field::list<std::string, 0, 9> names{};
    std::map<std::string, entry> map{};
    std::map<std::string, int> counts{};
    boost::json::object free_object{};
    boost::json::value free{};
    feishu::unix_millis when{};
    feishu::open_id by{};
    std::string creator{};
    std::vector<feishu::open_id> ids{};
    std::optional<user_ids> nested{};
    person who{};
    std::string last{};
};
BOOST_DESCRIBE_STRUCT(message, (),
                      (text, number, flag, real, maybe, maybe_entry, object, entries, numbers, names, map, counts,
                       free_object, free, when, by, creator, ids, nested, who, last))

struct noted_wants {
    field::required<std::string> needed;
    field::deduced<int> derived{};
};
BOOST_DESCRIBE_STRUCT(noted_wants, (), (needed, derived))

// Reads `member`, followed by a member that must survive; what was skipped as text.
std::string skipped(std::string const& member, message& out) {
    json::notes notes;
    auto read = json::read<message>("{" + member + R"(,"last":"kept"})", {.notes = &notes});
    BOOST_TEST_REQUIRE(read.has_value());
    BOOST_TEST(read->last == "kept");
    out = *read;
    return notes.to_string();
}
std::string skipped(std::string const& member) {
    message unused;
    return skipped(member, unused);
}

BOOST_AUTO_TEST_SUITE(json_notes)

BOOST_AUTO_TEST_CASE(a_member_of_another_kind_costs_only_itself) {
    struct {
        char const* member;
        char const* note;
    } const table[] = {
        {R"("text":{"a":[1,{"b":"last"}]})", "text: expected a string, got an object"},
        {R"("text":["x"])", "text: expected a string, got a list"},
        {R"("text":false)", "text: expected a string, got false"},
        {R"("number":"soon")", "number: expected a number, got a string"},
        {R"("number":1.5)", "number: expected a number, got a number that does not fit"},
        {R"("number":2147483648)", "number: expected a number, got a number that does not fit"},
        {R"("number":{})", "number: expected a number, got an object"},
        {R"("flag":"perhaps")", "flag: expected true or false, got a string"},
        {R"("flag":2)", "flag: expected true or false, got a number"},
        {R"("real":1e999)", "real: expected a number, got a number that does not fit"},
        {R"("maybe":"x")", "maybe: expected a number, got a string"},
        {R"("maybe_entry":5)", "maybe_entry: expected an object, got a number"},
        {R"("maybe_entry":[{"n":1}])", "maybe_entry: expected an object, got a list"},
        {R"("object":"word")", "object: expected an object, got a string"},
        {R"("object":12)", "object: expected an object, got a number"},
        {R"("entries":"word")", "entries: expected a list, got a string"},
        {R"("entries":{"n":1})", "entries: expected a list, got an object"},
        {R"("names":true)", "names: expected a list, got true"},
        {R"("map":[1])", "map: expected an object, got a list"},
        {R"("free_object":[1])", "free_object: expected an object, got a list"},
        {R"("free_object":1)", "free_object: expected an object, got a number"},
        {R"("when":"Mon, 01 Sep 2025")", "when: expected a number, got a string"},
        {R"("object":{"n":[]})", "object.n: expected a number, got a list"},
    };
    for (auto const& [member, note] : table)
        BOOST_TEST_CONTEXT(member)
            BOOST_TEST(skipped(member) == note);
}

BOOST_AUTO_TEST_CASE(a_skipped_member_keeps_its_default) {
    message m;
    skipped(R"("number":"x","flag":7,"real":{},"maybe":[],"maybe_entry":1,"object":{"n":"x","s":"y"})", m);
    BOOST_TEST(m.number == 3);
    BOOST_TEST(m.flag);
    BOOST_TEST(m.real == 1.5);
    BOOST_TEST(!m.maybe);
    BOOST_TEST(!m.maybe_entry);
    BOOST_TEST(m.object.n == 7);
    BOOST_TEST(m.object.s == "y");
}

BOOST_AUTO_TEST_CASE(a_string_that_only_begins_with_digits_changes_nothing) {
    message m;
    skipped(R"("number":"12 o'clock","real":"2.5 m","when":"17:30","flag":"10")", m);
    BOOST_TEST(m.number == 3);
    BOOST_TEST(m.real == 1.5);
    BOOST_TEST(!m.when.has_value());
    BOOST_TEST(m.flag);
}

BOOST_AUTO_TEST_CASE(an_odd_entry_of_a_list_costs_only_itself) {
    message m;
    BOOST_TEST(skipped(R"("numbers":[1,"x",{"a":1},[2],3])", m) ==
               "numbers[1]: expected a number, got a string; numbers[2]: expected a number, got an object; "
               "numbers[3]: expected a number, got a list");
    BOOST_TEST((m.numbers == std::vector{1, 3}));
    BOOST_TEST(skipped(R"("entries":["x",{"n":1},7,{"n":{},"s":"two"}])", m) ==
               "entries[0]: expected an object, got a string; entries[2]: expected an object, got a number; "
               "entries[3].n: expected a number, got an object");
    BOOST_TEST_REQUIRE(m.entries.size() == 2u);
    BOOST_TEST(m.entries[1].s == "two");
}

BOOST_AUTO_TEST_CASE(a_list_whose_only_entry_is_odd_is_an_empty_list) {
    message m;
    skipped(R"("names":[{}])", m);
    BOOST_TEST(m.names.has_value());
    BOOST_TEST(m.names.empty());
}

BOOST_AUTO_TEST_CASE(an_odd_entry_of_a_map_costs_only_itself) {
    message m;
    BOOST_TEST(skipped(R"("counts":{"a":1,"b":"x","c":{"d":1},"e":2},"map":{"k":1,"l":{"n":2}})", m) ==
               "counts.b: expected a number, got a string; counts.c: expected a number, got an object; "
               "map.k: expected an object, got a number");
    BOOST_TEST((m.counts == std::map<std::string, int>{{"a", 1}, {"e", 2}}));
    BOOST_TEST(m.map.size() == 1u);
    BOOST_TEST(m.map.at("l").n == 2);
}

BOOST_AUTO_TEST_CASE(a_required_or_derived_member_of_another_kind_is_absent) {
    json::notes notes;
    auto const w = json::read<noted_wants>(R"({"needed":[],"derived":"x"})", {.notes = &notes}).value();
    BOOST_TEST(!w.needed.present());
    BOOST_TEST(!w.derived.present());
    BOOST_TEST(notes.count == 2u);
}

BOOST_AUTO_TEST_CASE(an_infinite_number_in_free_form_json_becomes_null) {
    message m;
    BOOST_TEST(skipped(R"("free":{"a":[1e999,2]})", m) == "free: expected a number, got a number that does not fit");
    BOOST_TEST(m.free.at("a").at(0).is_null());
    BOOST_TEST(m.free.at("a").at(1) == 2);
}

BOOST_AUTO_TEST_CASE(the_document_itself_must_be_of_the_described_kind) {
    BOOST_TEST(!json::read<message>("[]").has_value());
    BOOST_TEST(!json::read<message>("1").has_value());
    BOOST_TEST(!json::read<std::vector<int>>("{}").has_value());
}

BOOST_AUTO_TEST_CASE(json_that_is_none_is_an_error_whatever_was_skipped_before) {
    json::notes notes;
    BOOST_TEST(!json::read<message>(R"({"number":"x","last":)", {.notes = &notes}).has_value());
    BOOST_TEST(notes.count == 1u);
}

BOOST_AUTO_TEST_CASE(what_is_skipped_is_the_same_however_the_document_is_cut) {
    std::string const text = R"({"text":{"a":[1]},"numbers":[1,"x",[2],3],"by":{"open_id":"ou_1"},"last":"kept"})";
    for (std::size_t at = 0; at <= text.size(); ++at) {
        json::notes notes;
        message m;
        json::reader in(m, {.notes = &notes});
        in.feed(std::string_view(text).substr(0, at));
        in.feed(std::string_view(text).substr(at));
        BOOST_TEST(in.finish().has_value());
        BOOST_TEST(notes.count == 3u);
        BOOST_TEST((m.numbers == std::vector{1, 3}));
        BOOST_TEST(m.by == "ou_1");
        BOOST_TEST(m.last == "kept");
    }
}

BOOST_AUTO_TEST_CASE(many_notes_are_counted_and_the_first_are_kept) {
    std::string list;
    for (int i = 0; i < 100; ++i)
        list += i == 0 ? "\"x\"" : ",\"x\"";
    json::notes notes;
    BOOST_TEST(json::read<message>(R"({"numbers":[)" + list + "]}", {.notes = &notes}).has_value());
    BOOST_TEST(notes.count == 100u);
    BOOST_TEST(notes.items.size() == json::notes::max_items);
    BOOST_TEST(notes.to_string().ends_with("; and 68 more"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(json_ids_in_another_form) // case 11

BOOST_AUTO_TEST_CASE(an_object_of_ids_in_place_of_one_gives_that_one) {
    message m;
    BOOST_TEST(skipped(R"("by":{"union_id":"on_1","open_id":"ou_1","user_id":"u1"})", m) == "");
    BOOST_TEST(m.by == "ou_1");
}

BOOST_AUTO_TEST_CASE(an_object_of_ids_also_fills_the_ids_beside_it) {
    message m;
    BOOST_TEST(skipped(R"("who":{"tenant_key":"tk","user_id":{"open_id":"ou_1","union_id":"on_1","user_id":"u1"}})", m) == "");
    BOOST_TEST(m.who.tenant_key == "tk");
    BOOST_TEST(m.who.user_id.value() == "u1");
    BOOST_TEST(m.who.union_id == "on_1");
    BOOST_TEST(m.who.open_id == "ou_1");
}

BOOST_AUTO_TEST_CASE(a_text_takes_the_open_id_of_an_object_of_ids) {
    message m;
    BOOST_TEST(skipped(R"("creator":{"user_id":"u1","open_id":"ou_1"})", m) == "");
    BOOST_TEST(m.creator == "ou_1");
}

BOOST_AUTO_TEST_CASE(a_list_of_ids_may_come_as_a_list_of_objects) {
    message m;
    BOOST_TEST(skipped(R"("ids":[{"open_id":"ou_1"},"ou_2",{"user_id":"u3"}])", m) ==
               "ids[2]: expected a string, got an object");
    BOOST_TEST((m.ids == std::vector<feishu::open_id>{"ou_1", "ou_2"}));
}

BOOST_AUTO_TEST_CASE(a_plain_id_in_place_of_an_object_of_ids_goes_where_its_prefix_says) {
    message m;
    BOOST_TEST(skipped(R"("nested":"ou_1")", m) == "");
    BOOST_TEST(m.nested.value().open_id.value() == "ou_1");
    skipped(R"("nested":"on_1")", m);
    BOOST_TEST(m.nested.value().union_id.value() == "on_1");
    skipped(R"("nested":"ann")", m);
    BOOST_TEST(m.nested.value().user_id.value() == "ann");
}

BOOST_AUTO_TEST_CASE(an_object_without_the_id_is_skipped_and_noted) {
    message m;
    BOOST_TEST(skipped(R"("by":{"name":"Ann"},"who":{"user_id":{"open_id":"ou_1"}})", m) ==
               "by: expected a string, got an object; who.user_id: expected a string, got an object");
    BOOST_TEST(m.by.empty());
    BOOST_TEST(!m.who.user_id);
    BOOST_TEST(m.who.open_id == "ou_1");
}

BOOST_AUTO_TEST_CASE(a_strict_reader_takes_neither_form_for_the_other) {
    BOOST_TEST(!json::read<message>(R"({"by":{"open_id":"ou_1"}})", {.strict = true}).has_value());
    BOOST_TEST(!json::read<message>(R"({"nested":"ou_1"})", {.strict = true}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
