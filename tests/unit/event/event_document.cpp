// Reading a document once, into the struct of its event and its envelope.

#include <stdexcept>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/application/v6/feedback.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/event_dispatcher.hpp>

#include "dispatching.hpp"

using namespace dispatching;
using feishu::event_outcome;
using feishu::detail::event_type_hint;
using feishu::detail::push;
using receive_v1 = feishu::im::v1::message::receive_v1;

namespace {

std::string document(std::string const& type, std::string const& event, std::string const& more = {}) {
    return R"({"schema":"2.0",)" + more + R"("header":{"event_id":"e1","event_type":")" + type +
           R"(","create_time":"1608725989000000","token":"v-token","app_id":"cli_1","tenant_key":"t1"},"event":)" +
           event + "}";
}

template <class E>
bool read_once(std::string_view json, push& out) {
    return feishu::detail::read_event_document<E>(json, feishu::event_limits, out);
}

// A struct that cannot be read.
struct unreadable {
    void assign_json(boost::json::value&&) { throw std::runtime_error("cannot be read"); }
};
struct unreadable_event {
    static constexpr feishu::event_spec spec{.id = "custom", .type = "custom.unreadable"};
    std::string schema;
    feishu::model::event_header header;
    unreadable event;
};
BOOST_DESCRIBE_STRUCT(unreadable_event, (), (schema, header, event))

} // namespace

BOOST_AUTO_TEST_SUITE(event_document)

BOOST_AUTO_TEST_CASE(the_envelope_is_that_of_reading_it_alone) {
    auto const compare = []<class E>(std::string const& event, std::string const& object) {
        auto const json = document(std::string(E::spec.type), event);
        push once;
        BOOST_REQUIRE(read_once<E>(json, once));
        auto const alone = feishu::read_event(json).value();
        BOOST_TEST(once.event.schema == alone.schema);
        BOOST_TEST(once.event.type == alone.type);
        BOOST_TEST(once.event.id == alone.id);
        BOOST_TEST(once.event.app_id == alone.app_id);
        BOOST_TEST(once.event.tenant_key == alone.tenant_key);
        BOOST_TEST(once.event.create_time.count() == alone.create_time.count());
        BOOST_TEST(once.event.object_id == object);
        BOOST_TEST(alone.object_id == object);
        BOOST_TEST(once.token == "v-token");
        BOOST_TEST((once.typed.value != nullptr));
    };
    using namespace feishu;
    compare.operator()<receive_v1>(R"({"message":{"message_id":"om_1","chat_id":"oc_1"}})", "om_1");
    compare.operator()<im::v1::message::recalled_v1>(R"({"message_id":"om_1","chat_id":"oc_1"})", "om_1");
    compare.operator()<im::v1::chat::disbanded_v1>(R"({"chat_id":"oc_1"})", "oc_1");
    compare.operator()<im::v1::chat::updated_v1>(R"({"chat_id":"oc_1"})", ""); // it may recur
    compare.operator()<application::v6::feedback::created_v6>(R"({"feedback_id":"7"})", "7");
}

BOOST_AUTO_TEST_CASE(a_document_of_another_type_or_kind_is_not_read) {
    push out;
    std::string const event = R"({"message":{"message_id":"om_1"}})";
    std::string const type = "im.message.receive_v1";
    BOOST_TEST(read_once<receive_v1>(document(type, event, R"("type":"",)"), out));
    out = {};
    BOOST_TEST(!read_once<receive_v1>(document("im.message.recalled_v1", event), out));
    BOOST_TEST(!read_once<receive_v1>(document(type, event, R"("encrypt":"",)"), out));
    BOOST_TEST(!read_once<receive_v1>(document(type, event, R"("type":"url_verification",)"), out));
    BOOST_TEST(!read_once<receive_v1>(document(type, event).substr(1), out));
    BOOST_TEST(!read_once<receive_v1>("", out));
    BOOST_TEST(out.event.type.empty());
    BOOST_TEST((out.typed.value == nullptr));
}

BOOST_AUTO_TEST_CASE(the_type_of_a_document_is_guessed_by_the_first_member_of_that_name) {
    BOOST_TEST(event_type_hint(R"({"header":{"event_type":"a"}})") == "a");
    BOOST_TEST(event_type_hint("{\"event_type\" :\r\n\t \"a\"") == "a");
    for (auto const* without : {"", "{}", R"("event_type")", R"("event_type":)", R"("event_type":1)",
                                R"("event_type":{"a":"b"})", R"("event_type" "a")", R"("event_type":")"})
        BOOST_TEST(event_type_hint(without) == "");
}

BOOST_AUTO_TEST_CASE(a_handler_gets_the_event_of_its_type_whatever_else_the_document_contains) {
    bench world;
    feishu::event_dispatcher on(world.options());
    std::string handled;
    on.handle<receive_v1>([&](receive_v1 const& e) { handled += 'm' + e.event.message.message_id.str(); });
    on.handle<feishu::im::v1::message::recalled_v1>(
        [&](auto const& e) { handled += 'r' + e.event.message_id.str(); });
    auto const decoy = R"("x":{"event_type":"im.message.receive_v1"},)";
    deliver(on, document("im.message.recalled_v1", R"({"message_id":"om_1"})", decoy));
    deliver(on, document("im.message.receive_v1", R"({"message":{"message_id":"om_2"}})",
                         R"("event_type":"im.message.recalled_v1",)"));
    world.run();
    BOOST_TEST(handled == "rom_1mom_2");
}

BOOST_AUTO_TEST_CASE(an_event_whose_struct_throws_when_it_is_read_has_failed) {
    bench world;
    feishu::event_dispatcher on(world.options());
    on.handle<unreadable_event>([](auto const&) { BOOST_ERROR("it cannot be read"); });
    auto const response = deliver(on, document("custom.unreadable", "{}"));
    world.run();
    BOOST_TEST(response.outcome() == event_outcome::failed);
    BOOST_TEST(world.log.back().ends_with("cannot be read"));
}

BOOST_AUTO_TEST_SUITE_END()
