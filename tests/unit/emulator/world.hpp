#pragma once
// A small tenant with a frozen clock: one bot, a group with the bot, Ann and Ben, and Eve, who is not a
// member.

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/state.hpp>

#include "coverage.hpp"
#include "saved.hpp"

namespace test {

namespace im = feishu::im::v1;
namespace emulator = feishu::emulator;
using namespace std::chrono_literals;

inline std::string text_of(std::string_view text) { return R"({"text":")" + std::string(text) + R"("})"; }

struct world {
    emulator::state tenant{7, emulator::clock{emulator::clock::time_point{1'700'000'000'000ms}}};
    emulator::app bot = tenant.add_app("alerts");
    emulator::user ann = tenant.add_user("Ann");
    emulator::user ben = tenant.add_user("Ben");
    emulator::user eve = tenant.add_user("Eve");
    feishu::chat_id ops = tenant.add_chat("ops", {ann, ben});

    emulator::caller as_bot() const { return {.kind = feishu::token::tenant, .app = bot, .user = {}}; }
    emulator::caller as_user(emulator::user const& user) const {
        return {.kind = feishu::token::user, .app = bot, .user = user};
    }

    template <class E>
    auto run(E const& request) {
        return run_with(as_bot(), request);
    }
    template <class E>
    auto run_as(emulator::user const& user, E const& request) {
        return run_with(as_user(user), request);
    }
    /// Calls the handler; the table of coverage counts the call.
    template <class E>
    auto run_with(emulator::caller const& who, E const& request) {
        recorded_call const call(tenant, E::spec.id);
        saved.collect();
        auto outcome = handle(tenant, who, request);
        saved.collect(); // what the handler has changed, it has found
        coverage::instance().called(E::spec.id, outcome ? 0 : outcome.error().code);
        return outcome;
    }
    /// The code of the error; 0 if there is none.
    template <class E>
    int code(E const& request) {
        auto const response = run(request);
        return response ? 0 : response.error().code;
    }

    im::message::create to_chat(std::string content, im::msg_type type = im::msg_type::text) const {
        return {.receive_id_type = im::receive_id_type::chat_id,
                .receive_id = ops.str(),
                .content = std::move(content),
                .msg_type = type};
    }
    im::message::create to_user(emulator::user const& user, std::string_view text) const {
        return {.receive_id_type = im::receive_id_type::open_id,
                .receive_id = user.open_id.str(),
                .content = text_of(text),
                .msg_type = im::msg_type::text};
    }
    im::message::reply reply_to(feishu::message_id id, std::string_view text, bool in_thread = false) const {
        return {.message_id = id, .content = text_of(text), .msg_type = im::msg_type::text,
                .reply_in_thread = in_thread};
    }
    im::message::update edit(feishu::message_id id, std::string_view text) const {
        return {.message_id = id, .content = text_of(text), .msg_type = im::msg_type::text};
    }
    im::message::list history(int page_size = 20) const {
        return {.container_id_type = im::container_id_type::chat,
                .container_id = ops.str(),
                .page_size = page_size};
    }

    /// A message of the bot in the group.
    feishu::message_id sent(std::string_view text = "hello") {
        return run(to_chat(text_of(text))).value().message_id;
    }
    emulator::chat& group() { return *tenant.find_chat(ops); }

    /// At the end of each test, which changes the tenant in its own way.
    saved_tenant saved{tenant};
};

} // namespace test
