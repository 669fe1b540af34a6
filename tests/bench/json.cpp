// JSON of this library, of its peers, and the limits of memory: a line of JSON per case, medians of interleaved rounds.
//
//     bench_json [CASE] [--rounds N]       with CASE, that one runs N times alone, for a profiler
//
// The document is a response of im.v1.message.list: 50 messages. The peers read it into the same structs and get what
// suits them: Boost.JSON a document that has exactly the described members, simdjson a padded one whose members come in
// the order in which they are looked up. The limits are memcpy, and the same after a search for bytes to escape.

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <boost/describe/class.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>

#ifdef FEISHU_BENCH_SIMDJSON
#include <simdjson.h>
#endif
#ifdef FEISHU_BENCH_NLOHMANN
#include <nlohmann/json.hpp>
#endif

#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/text.hpp>
#include <feishu/http/impl/build.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

#include "bench.hpp"

namespace {

namespace im = feishu::im::v1;

struct sender {
    std::string id{}, id_type{}, sender_type{}, tenant_key{};
};
BOOST_DESCRIBE_STRUCT(sender, (), (id, id_type, sender_type, tenant_key))

struct message_body {
    std::string content{};
};
BOOST_DESCRIBE_STRUCT(message_body, (), (content))

struct mention {
    std::string key{}, id{}, id_type{}, name{}, tenant_key{};
};
BOOST_DESCRIBE_STRUCT(mention, (), (key, id, id_type, name, tenant_key))

struct message {
    std::string message_id{}, root_id{}, parent_id{}, thread_id{}, msg_type{}, create_time{}, update_time{};
    bool deleted = false, updated = false;
    std::string chat_id{};
    ::sender sender{};
    message_body body{};
    std::vector<mention> mentions{};
};
BOOST_DESCRIBE_STRUCT(message, (),
                      (message_id, root_id, parent_id, thread_id, msg_type, create_time, update_time, deleted,
                       updated, chat_id, sender, body, mentions))

struct page {
    bool has_more = false;
    std::string page_token{};
    std::vector<message> items{};
};
BOOST_DESCRIBE_STRUCT(page, (), (has_more, page_token, items))

struct response {
    int code = 0;
    std::string msg{};
    page data{};
};
BOOST_DESCRIBE_STRUCT(response, (), (code, msg, data))

struct typed_response {
    int code = 0;
    std::string msg{};
    im::message::list::response data{};
};
BOOST_DESCRIBE_STRUCT(typed_response, (), (code, msg, data))

struct send_body {
    std::string receive_id{}, content{}, msg_type{};
};
BOOST_DESCRIBE_STRUCT(send_body, (), (receive_id, content, msg_type))

response sample() {
    response out{.code = 0, .msg = "success", .data = {.has_more = true, .page_token = std::string(64, 'p')}};
    for (int i = 0; i < 50; ++i) {
        auto const digits = std::to_string(100'000 + i);
        message m;
        m.message_id = "om_dc13264520392913993dd051d" + digits;
        m.root_id = i % 3 == 0 ? "om_40eb06e7b84dc71c03e009ad3" + digits : "";
        m.parent_id = m.root_id;
        m.thread_id = i % 3 == 0 ? "omt_d4be107c616a" : "";
        m.msg_type = i % 5 == 0 ? "post" : "text";
        m.create_time = "1609296809" + digits.substr(3);
        m.update_time = m.create_time;
        m.updated = i % 7 == 0;
        m.chat_id = "oc_5ad11d72b830411d72b836c20";
        m.sender = {"cli_9f427eec54ae901b", "app_id", "app", "736588c9260f175e"};
        m.body.content = "{\"text\":\"@_user_1 今天的构建已经完成, build " + digits +
                         " passed: 312 tests, 0 failures.\\nSee https://ci.example.com/builds/" + digits +
                         "\"}";
        m.mentions = {
            {"@_user_1", "ou_155184d1e73cbfb8973e5a9e698e74f2", "open_id", "张三", "736588c9260f175e"}};
        out.data.items.push_back(std::move(m));
    }
    return out;
}

#ifdef FEISHU_BENCH_SIMDJSON
namespace with_simdjson {

namespace ondemand = simdjson::ondemand;

void take(ondemand::object& from, std::string_view name, std::string& to) {
    to = std::string_view(from.find_field(name).get_string());
}

message read_message(ondemand::object from) {
    message m;
    take(from, "message_id", m.message_id);
    take(from, "root_id", m.root_id);
    take(from, "parent_id", m.parent_id);
    take(from, "thread_id", m.thread_id);
    take(from, "msg_type", m.msg_type);
    take(from, "create_time", m.create_time);
    take(from, "update_time", m.update_time);
    m.deleted = from.find_field("deleted").get_bool();
    m.updated = from.find_field("updated").get_bool();
    take(from, "chat_id", m.chat_id);
    ondemand::object by = from.find_field("sender");
    take(by, "id", m.sender.id);
    take(by, "id_type", m.sender.id_type);
    take(by, "sender_type", m.sender.sender_type);
    take(by, "tenant_key", m.sender.tenant_key);
    ondemand::object body = from.find_field("body");
    take(body, "content", m.body.content);
    for (ondemand::object one : from.find_field("mentions").get_array()) {
        mention& to = m.mentions.emplace_back();
        take(one, "key", to.key);
        take(one, "id", to.id);
        take(one, "id_type", to.id_type);
        take(one, "name", to.name);
        take(one, "tenant_key", to.tenant_key);
    }
    return m;
}

response read(ondemand::parser& parser, simdjson::padded_string const& text) {
    response out;
    ondemand::document document = parser.iterate(text);
    out.code = static_cast<int>(std::int64_t(document.find_field("code")));
    out.msg = std::string_view(document.find_field("msg"));
    ondemand::object data = document.find_field("data");
    out.data.has_more = data.find_field("has_more").get_bool();
    take(data, "page_token", out.data.page_token);
    for (ondemand::object item : data.find_field("items").get_array())
        out.data.items.push_back(read_message(item));
    return out;
}

} // namespace with_simdjson
#endif

// Bytes of `text` that a JSON string must escape: the least that a writer has to look for.
std::size_t count_escapes(std::string_view text) {
    std::size_t found = 0, i = 0;
#ifdef __SSE2__
    for (; i + 16 <= text.size(); i += 16) {
        auto const bytes = _mm_loadu_si128(reinterpret_cast<__m128i const*>(text.data() + i));
        auto const special = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
                                                       _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))),
                                          _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(31)), bytes));
        found += static_cast<std::size_t>(_mm_movemask_epi8(special) != 0);
    }
#endif
    for (; i < text.size(); ++i)
        found += text[i] == '"' || text[i] == '\\' || static_cast<unsigned char>(text[i]) < 0x20;
    return found;
}

// The compiler must take it that the value is used.
template <class T>
void use(T const& value) {
    asm volatile("" : : "g"(&value) : "memory");
}

struct bench_case {
    std::string name;
    std::size_t bytes;
    std::function<void()> run;
    std::vector<bench::usage> rounds{};
};

void add_decoding(std::vector<bench_case>& cases) {
    static std::string const text = boost::json::serialize(boost::json::value_from(sample()));
    auto const add = [&](char const* name, std::function<void()> run) {
        cases.push_back({"decode " + std::string(name), text.size(), std::move(run)});
    };
    add("memcpy", [] {
        static std::string target(text.size(), ' ');
        std::memcpy(target.data(), text.data(), text.size());
        use(target);
    });
    add("ours", [] { use(feishu::json::read<response>(text).value()); });
    add("ours, pieces of 4 KiB", [] {
        response out;
        feishu::json::reader in(out);
        for (std::size_t at = 0; at < text.size(); at += 4096)
            in.feed(std::string_view(text).substr(at, 4096));
        if (!in.finish())
            std::abort();
        use(out);
    });
    add("ours, the endpoint's types", [] { use(feishu::json::read<typed_response>(text).value()); });
    add("Boost.JSON", [] { use(boost::json::value_to<response>(boost::json::parse(text))); });
#ifdef FEISHU_BENCH_SIMDJSON
    add("simdjson", [] {
        static simdjson::padded_string const padded(text);
        static simdjson::ondemand::parser parser;
        use(with_simdjson::read(parser, padded));
    });
#endif
#ifdef FEISHU_BENCH_NLOHMANN
    add("nlohmann, DOM only", [] { use(nlohmann::json::parse(text)); });
#endif
}

// As a call builds it.
std::string body_of(im::message::create const& request) {
    using feishu::http::detail::request_table_of;
    std::string out;
    auto const& table = request_table_of<im::message::create>;
    feishu::json::detail::append_located(out, *table.type, &request, table.locations, feishu::location::body);
    return out;
}

void add_encoding(std::vector<bench_case>& cases, std::string const& size, std::string const& line,
                  std::size_t times) {
    std::string said;
    for (std::size_t i = 0; i < times; ++i)
        said += line;
    auto request = im::message::send(feishu::chat_id{"oc_5ad11d72b830411d72b836c20"}, feishu::text{said});
    complete(request);
    auto const body = body_of(request);
    auto const add = [&](char const* name, std::function<void()> run) {
        cases.push_back({"encode " + size + " " + name, body.size(), std::move(run)});
    };
    add("memcpy", [body] {
        static std::string target(body.size(), ' ');
        target.resize(body.size());
        std::memcpy(target.data(), body.data(), body.size());
        use(target);
    });
    add("memcpy and scan", [body] {
        static std::string target(body.size(), ' ');
        target.resize(body.size());
        use(count_escapes(body));
        std::memcpy(target.data(), body.data(), body.size());
        use(target);
    });
    add("ours", [plain = send_body{"oc_5ad11d72b830411d72b836c20", "{\"text\":\"" + said + "\"}", "text"}] {
        use(feishu::json::to_string(plain));
    });
    add("ours, the endpoint", [request] { use(body_of(request)); });
    add("ours, the endpoint and its content", [said] {
        use(body_of(im::message::send(feishu::chat_id{"oc_5ad11d72b830411d72b836c20"}, feishu::text{said})));
    });
#ifdef FEISHU_BENCH_NLOHMANN
    add("nlohmann", [said] {
        nlohmann::json content, out;
        content["text"] = said;
        out["receive_id"] = "oc_5ad11d72b830411d72b836c20";
        out["msg_type"] = "text";
        out["content"] = content.dump();
        use(out.dump());
    });
#endif
}

// What one run uses, over enough runs for the clock.
bench::usage measure(bench_case const& one) {
    for (std::size_t runs = 16;; runs *= 2) {
        auto const used = bench::measure(runs, 0, [&](std::size_t n) {
            for (; n > 0; --n)
                one.run();
        });
        if (used.cpu_ns() * static_cast<double>(runs) > 1e6)
            return used;
    }
}

void run_alone(std::vector<bench_case>& cases, std::string_view name, std::size_t times) {
    for (auto& one : cases)
        for (std::size_t i = 0; one.name == name && i < times; ++i)
            one.run();
}

void run_all(std::vector<bench_case>& cases, std::size_t rounds) {
    for (auto& one : cases)
        one.run(); // allocates what it keeps
    for (std::size_t round = 0; round < rounds; ++round)
        for (auto& one : cases)
            one.rounds.push_back(measure(one));
    for (auto const& one : cases)
        bench::print(one.name, bench::median(one.rounds), {{"bytes", one.bytes}});
}

} // namespace

int main(int count, char** values) {
    bench::arguments const args(count, values);
    std::vector<bench_case> cases;
    add_decoding(cases);
    add_encoding(cases, "200 B", "Disk of db-3 is 92 % full: 数据库磁盘空间不足.\n", 2);
    add_encoding(cases, "4 KB", "Disk of db-3 is 92 % full: 数据库磁盘空间不足.\n", 60);
    auto const rounds = args.number("rounds", 31);
    if (args.name().empty())
        run_all(cases, rounds);
    else
        run_alone(cases, args.name(), rounds);
}
