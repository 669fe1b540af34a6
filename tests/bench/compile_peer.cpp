// What a user writes without the library: one message over TLS with Boost.Beast and Boost.JSON. compile_time.py
// compiles it beside a program that does the same with the library.

#include <chrono>
#include <iostream>
#include <string>
#include <string_view>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/describe/class.hpp>
#include <boost/json.hpp>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace json = boost::json;

struct token_response {
    int code = 0;
    std::string msg;
    std::string tenant_access_token;
    int expire = 0;
};
BOOST_DESCRIBE_STRUCT(token_response, (), (code, msg, tenant_access_token, expire))

struct message {
    std::string message_id, msg_type, create_time, chat_id;
};
BOOST_DESCRIBE_STRUCT(message, (), (message_id, msg_type, create_time, chat_id))

class client {
public:
    explicit client(std::string host) : host_(std::move(host)) {
        tls_.set_default_verify_paths();
        tls_.set_verify_mode(asio::ssl::verify_peer);
    }

    json::value post(std::string_view target, std::string const& token, json::value const& body) {
        connect();
        http::request<http::string_body> request(http::verb::post, target, 11);
        request.set(http::field::host, host_);
        request.set(http::field::content_type, "application/json; charset=utf-8");
        if (!token.empty())
            request.set(http::field::authorization, "Bearer " + token);
        request.body() = json::serialize(body);
        request.prepare_payload();
        http::response<http::string_body> response;
        run([&](auto done) { http::async_write(stream_, request, done); });
        run([&](auto done) { http::async_read(stream_, buffer_, response, done); });
        return json::parse(response.body());
    }

private:
    /// Runs one operation within its deadline.
    template <class F>
    void run(F start) {
        boost::system::error_code failed;
        beast::get_lowest_layer(stream_).expires_after(std::chrono::seconds(30));
        start([&failed](boost::system::error_code e, std::size_t) { failed = e; });
        context_.restart();
        context_.run();
        if (failed)
            throw boost::system::system_error(failed);
    }

    void connect() {
        if (connected_)
            return;
        if (!SSL_set_tlsext_host_name(stream_.native_handle(), host_.c_str()))
            throw std::runtime_error("SNI");
        stream_.set_verify_callback(asio::ssl::host_name_verification(host_));
        asio::ip::tcp::resolver resolver(context_);
        beast::get_lowest_layer(stream_).connect(resolver.resolve(host_, "443"));
        stream_.handshake(asio::ssl::stream_base::client);
        connected_ = true;
    }

    std::string host_;
    asio::io_context context_;
    asio::ssl::context tls_{asio::ssl::context::tls_client};
    beast::ssl_stream<beast::tcp_stream> stream_{context_, tls_};
    beast::flat_buffer buffer_;
    bool connected_ = false;
};

int main() {
    client platform("open.feishu.cn");
    auto const token =
        json::value_to<token_response>(platform.post("/open-apis/auth/v3/tenant_access_token/internal", "",
                                                     {{"app_id", "cli_1"}, {"app_secret", "secret"}}));
    auto const response =
        platform.post("/open-apis/im/v1/messages?receive_id_type=chat_id", token.tenant_access_token,
                      {{"receive_id", "oc_1"},
                       {"msg_type", "text"},
                       {"content", json::serialize(json::value{{"text", "hello"}})}});
    if (response.at("code").to_number<int>() == 0)
        std::cout << response.at("data").at("message_id").as_string() << '\n';
}
