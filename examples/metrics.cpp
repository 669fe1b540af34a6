// Metrics for Prometheus of the calls of a client and the events of a dispatcher, by prometheus-cpp (Debian:
// prometheus-cpp-dev).
//
//     metrics [ADDRESS]          then: curl http://ADDRESS/metrics      (127.0.0.1:9464 by default; port 0: a free one)
//
// Runs against the emulator inside this program: sends some messages, one of them to a group that does not exist, and
// handles the messages of a user. Ends with its standard input.

#include <chrono>
#include <iostream>
#include <memory>
#include <string>

#include <prometheus/counter.h>
#include <prometheus/exposer.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/client/call_report.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/event_report.hpp>
#include <feishu/event/webhook_server.hpp>

namespace im = feishu::im::v1;
using prometheus::BuildCounter;
using prometheus::BuildHistogram;

namespace {

double seconds(feishu::clock::time_point::duration time) { return std::chrono::duration<double>(time).count(); }

// The hooks of a client and a dispatcher; the members are thread-safe.
class metrics {
public:
    explicit metrics(prometheus::Registry& registry)
        : calls_(BuildCounter().Name("feishu_calls_total").Help("Calls by endpoint and outcome").Register(registry)),
          attempts_(BuildCounter().Name("feishu_attempts_total").Help("Requests by endpoint").Register(registry)),
          call_seconds_(BuildHistogram().Name("feishu_call_seconds").Help("Duration of calls").Register(registry)),
          bytes_(BuildCounter().Name("feishu_bytes_total").Help("Bytes of HTTP messages").Register(registry)),
          events_(BuildCounter().Name("feishu_events_total").Help("Events by type and result").Register(registry)),
          handler_seconds_(BuildHistogram().Name("feishu_handler_seconds").Help("Duration of handlers").Register(registry)) {}

    void on_call(feishu::call_report const& call) {
        std::string const endpoint(call.endpoint);
        std::string const outcome(call.failure ? feishu::to_string(*call.failure) : "success");
        calls_.Add({{"endpoint", endpoint}, {"outcome", outcome}, {"code", std::to_string(call.code)}}).Increment();
        attempts_.Add({{"endpoint", endpoint}}).Increment(call.attempts);
        call_seconds_.Add({{"endpoint", endpoint}}, buckets).Observe(seconds(call.total));
        bytes_.Add({{"direction", "sent"}}).Increment(static_cast<double>(call.bytes_sent));
        bytes_.Add({{"direction", "received"}}).Increment(static_cast<double>(call.bytes_received));
    }

    void on_event(feishu::event_report const& event) {
        std::string const type(event.type);
        events_.Add({{"type", type}, {"result", std::string(feishu::to_string(event.result))}}).Increment();
        handler_seconds_.Add({{"type", type}}, buckets).Observe(seconds(event.handler));
    }

private:
    inline static prometheus::Histogram::BucketBoundaries const buckets{0.01, 0.03, 0.1, 0.3, 1, 3, 10};

    prometheus::Family<prometheus::Counter>& calls_;
    prometheus::Family<prometheus::Counter>& attempts_;
    prometheus::Family<prometheus::Histogram>& call_seconds_;
    prometheus::Family<prometheus::Counter>& bytes_;
    prometheus::Family<prometheus::Counter>& events_;
    prometheus::Family<prometheus::Histogram>& handler_seconds_;
};

void send_some(feishu::emulator::server& platform, metrics& measured) {
    auto config = platform.config();
    config.on_call = [&](feishu::call_report const& call) { measured.on_call(call); };
    feishu::client const client{config};
    platform.faults().add<im::message::create>(feishu::emulator::fault::rate_limit, {.count = 1});
    for (auto const& chat : {platform.chat_id(), platform.chat_id(), feishu::chat_id{"oc_unknown"}})
        if (auto const sent = client.call(im::message::send(chat, feishu::text{"hello"})); !sent)
            std::cerr << sent.error() << '\n';
}

void receive_some(feishu::emulator::server& platform, metrics& measured) {
    feishu::event_dispatcher on{{.verification_token = "token",
                                 .on_event = [&](feishu::event_report const& event) { measured.on_event(event); }}};
    on.handle<im::message::receive_v1>([](auto const&) {});
    feishu::webhook_server receiver{{.port = 0}, on};
    receiver.start();
    auto const url = "http://127.0.0.1:" + std::to_string(receiver.port()) + "/webhook/event";
    platform.push_to({.app = platform.app(), .url = url, .verification_token = "token"}).value();
    platform.state()->say(platform.users().front(), platform.chat_id(), "hello").value();
    platform.wait_idle();
}

} // namespace

int main(int count, char** values) {
    prometheus::Exposer exposer{count > 1 ? values[1] : "127.0.0.1:9464"};
    auto const registry = std::make_shared<prometheus::Registry>();
    metrics measured{*registry};
    exposer.RegisterCollectable(registry);

    feishu::emulator::server platform;
    send_some(platform, measured);
    receive_some(platform, measured);

    std::cout << "http://127.0.0.1:" << exposer.GetListeningPorts().front() << "/metrics" << std::endl;
    std::cin.get();
}
