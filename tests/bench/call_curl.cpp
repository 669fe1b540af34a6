// A peer: the same call written by hand with libcurl and nlohmann::json, which builds the request and reads the
// members of the response that the library's struct has. `sync` only.

#include <memory>
#include <string>
#include <utility>

#include <curl/curl.h>
#include <nlohmann/json.hpp>

#include "bench.hpp"

namespace {

using nlohmann::json;

struct sender_info {
    std::string id, id_type, sender_type, tenant_key;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(sender_info, id, id_type, sender_type, tenant_key)

struct body_info {
    std::string content;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(body_info, content)

struct message {
    std::string message_id, msg_type, create_time, update_time, chat_id;
    bool deleted = false, updated = false;
    sender_info sender;
    body_info body;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(message, message_id, msg_type, create_time, update_time, chat_id, deleted,
                                   updated, sender, body)

std::string request_body(std::size_t number) {
    return json{{"receive_id", bench::chat},
                {"content", json{{"text", bench::text}}.dump()},
                {"msg_type", "text"},
                {"uuid", "00000000000040008000" + std::to_string(100'000'000'000 + number)}}
        .dump();
}

std::size_t append(char* data, std::size_t, std::size_t size, void* to) {
    static_cast<std::string*>(to)->append(data, size);
    return size;
}

class client {
public:
    client(std::string const& url, std::string const& ca) {
        for (auto const* line :
             {"Content-Type: application/json; charset=utf-8",
              "Authorization: Bearer t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234", "Accept:"})
            headers_.reset(curl_slist_append(headers_.release(), line));
        set(CURLOPT_URL, (url + "/open-apis/im/v1/messages?receive_id_type=chat_id").c_str());
        set(CURLOPT_HTTPHEADER, headers_.get());
        set(CURLOPT_USERAGENT, "feishu-cpp/0.1.0");
        set(CURLOPT_NOPROXY, "*");
        set(CURLOPT_TIMEOUT, 300L);
        set(CURLOPT_WRITEFUNCTION, &append);
        if (!ca.empty())
            set(CURLOPT_CAINFO, ca.c_str());
    }

    message send(std::size_t number) {
        auto const body = request_body(number);
        std::string received;
        set(CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        set(CURLOPT_POSTFIELDS, body.c_str());
        set(CURLOPT_WRITEDATA, &received);
        if (auto const code = curl_easy_perform(curl_.get()); code != CURLE_OK)
            bench::fail(curl_easy_strerror(code));
        auto const parsed = json::parse(received);
        if (parsed.at("code") != 0)
            bench::fail(received);
        return parsed.at("data").get<message>();
    }

private:
    template <class T>
    void set(CURLoption option, T value) {
        curl_easy_setopt(curl_.get(), option, value);
    }

    struct release {
        void operator()(CURL* one) const { curl_easy_cleanup(one); }
        void operator()(curl_slist* one) const { curl_slist_free_all(one); }
    };
    std::unique_ptr<curl_slist, release> headers_{};
    std::unique_ptr<CURL, release> curl_{curl_easy_init()};
};

} // namespace

int main(int count, char** values) {
    bench::arguments const args(count, values);
    client curl(args.text("url"), args.text("ca"));
    auto const calls = args.number("operations", 10'000);
    auto const used = bench::measure(calls, bench::warm_up_calls, [&](std::size_t n) {
        for (; n > 0; --n)
            if (curl.send(n).message_id != bench::message_id)
                bench::fail("another message_id");
    });
    bench::print(args.name(), used);
}
