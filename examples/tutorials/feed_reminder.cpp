// A reminder in the feed: an app feed card stands on top of a user's conversations while an approval waits. It is
// updated when less time is left, and disappears when the approval is done.
//
// On the real platform: REMINDER_OPEN_ID is the user.
// Scopes: im:app_feed_card:write, im:datasync.feed_card.time_sensitive:write.

#include <feishu/api/im/v2/app_feed_card.hpp>
#include <feishu/api/im/v2/app_feed_card_batch.hpp>

#include "stage.hpp"

namespace im = feishu::im::v2;

namespace {

im::model::feed_card_button open_button(std::string const& url) {
    return {.multi_url = im::model::feed_card_url{.url = url},
            .action_type = im::button_action_type::url_page,
            .text = im::model::feed_card_text{.text = "Open"},
            .button_type = im::button_type::primary};
}

class reminder {
public:
    reminder(feishu::client const& client, feishu::open_id user) : client_(client), user_(std::move(user)) {}

    // The business id is ours: a reminder that is created twice is one card.
    void show(std::string const& preview) {
        im::model::new_app_feed_card const card{
            .biz_id = id,
            .title = "Expense report 4711",
            .preview = preview,
            .status_label =
                im::model::status_label{.text = "waits for you", .type = im::status_label_type::primary},
            .buttons = im::model::feed_card_buttons{.buttons = {open_button(url)}},
            .link = im::model::feed_card_link{.link = url},
            .time_sensitive = true}; // on top until it is unset
        report(client_.call(im::app_feed_card::create{.app_feed_card = card, .user_ids = {user_.str()}})
                   .value());
    }

    // Only the fields that are named change.
    void urge(std::string const& preview) {
        im::model::app_feed_card const changed{
            .biz_id = id,
            .preview = preview,
            .status_label = im::model::status_label{.text = "today", .type = im::status_label_type::danger}};
        im::model::feed_card_update const update{
            .app_feed_card = changed,
            .user_id = user_.str(),
            .update_fields = {im::feed_card_field::preview, im::feed_card_field::status_label}};
        report(client_.call(im::app_feed_card_batch::update{.feed_cards = {update}}).value());
    }

    void remove() {
        im::model::feed_card_key const key{.biz_id = id, .user_id = user_.str()};
        report(client_.call(im::app_feed_card_batch::delete_{.feed_cards = {key}}).value());
    }

private:
    static constexpr char const* id = "expenses-4711";
    static constexpr char const* url = "https://example.com/expenses/4711";

    // A card can fail for one user and succeed for others, so this is part of the response and not an error.
    static void report(auto const& response) {
        for (auto const& failed : response.failed_cards)
            std::cout << "failed for " << failed.user_id << ": " << failed.reason << '\n';
    }

    feishu::client const& client_;
    feishu::open_id user_;
};

void show_feed(feishu::emulator::server& platform, feishu::open_id const& user) {
    std::cout << "Ann's feed:\n";
    for (auto const& one : platform.state()->feed_of(user))
        std::cout << "  " << (one.time_sensitive ? "! " : "  ") << one.title
                  << (one.preview.empty() ? "" : ": " + one.preview)
                  << (one.status_label ? " [" + one.status_label->text->str() + "]" : "") << '\n';
}

} // namespace

int main() try {
    tutorial::stage stage;
    feishu::client const client{stage.config()};
    feishu::open_id user{tutorial::environment("REMINDER_OPEN_ID")};
    if (auto* const platform = stage.emulator()) {
        user = platform->users().front().open_id;
        auto const look = [user](auto& everyone) { show_feed(everyone, user); };
        stage.script({look, look, look});
    }

    reminder expenses(client, user);
    expenses.show("3 days left");
    stage.wait(std::chrono::hours(48));
    expenses.urge("ends at 18:00");
    stage.wait(std::chrono::hours(8));
    expenses.remove();
    stage.wait(std::chrono::seconds(1));
} catch (feishu::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
