// Rules across fields are evaluated at compile time too, for `checked<>`.
#include <string_view>

#include <boost/test/unit_test.hpp>

#include <feishu/api/authen/v1/authorize.hpp>
#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/api/contact/v3/user.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/chat_managers.hpp>
#include <feishu/api/im/v1/chat_members.hpp>
#include <feishu/api/im/v1/chat_menu_tree.hpp>
#include <feishu/api/im/v1/chat_moderation.hpp>
#include <feishu/api/im/v1/chat_tab.hpp>
#include <feishu/api/im/v1/chat_top_notice.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/thread.hpp>
#include <feishu/api/im/v2/models.hpp>
#include <feishu/api/im/v2/url_preview.hpp>
#include <feishu/api/passport/v1/session.hpp>
#include <feishu/core/validate.hpp>

namespace {

namespace im = feishu::im::v1;
namespace feed = feishu::im::v2;
namespace passport = feishu::passport::v1;
namespace oauth = feishu::authen::v2;

// The request breaks one rule, of this field.
template <class E>
constexpr bool breaks(E const& request, std::string_view field) {
    auto const found = feishu::check(request);
    return found.size() == 1 && found[0].field == field;
}

static_assert(breaks(im::chat::create{.chat_mode = im::chat_mode::p2p}, "chat_mode"));
static_assert(breaks(im::chat::create{.chat_type = im::chat_privacy::public_}, "name"));
static_assert(breaks(im::chat::update{.chat_id = "oc_1", .name = "x", .chat_type = im::chat_privacy::public_},
                     "name"));
static_assert(breaks(
    im::chat::create{.restricted_mode_setting =
                         im::model::restricted_mode_setting{
                             .status = false,
                             .download_has_permission_setting = im::restricted_mode_permission::not_anyone}},
    "restricted_mode_setting.status"));
static_assert(breaks(im::chat_members::create{.chat_id = "oc_1"}, "id_list"));
static_assert(breaks(im::chat_members::delete_{.chat_id = "oc_1",
                                               .member_id_type = im::member_id_type::app_id,
                                               .id_list = {"cli_a", "cli_b", "cli_c", "cli_d", "cli_e", "cli_f"}},
                     "id_list"));
static_assert(breaks(im::chat_managers::add_managers{.chat_id = "oc_1",
                                                     .member_id_type = im::member_id_type::app_id,
                                                     .manager_ids = {"cli_a", "cli_b", "cli_c", "cli_d", "cli_e", "cli_f"}},
                     "manager_ids"));
static_assert(breaks(im::chat_moderation::update{.chat_id = "oc_1",
                                                 .moderation_setting = im::moderation_permission::only_owner,
                                                 .moderator_added_list = {"ou_1"}},
                     "moderator_added_list"));
static_assert(breaks(
    im::chat_menu_tree::create{
        .chat_id = "oc_1",
        .menu_tree =
            im::model::new_chat_menu_tree{
                .chat_menu_top_levels = {im::model::new_chat_menu_top_level{
                    .chat_menu_item = im::model::new_chat_menu_item{.action_type = im::chat_menu_action::NONE,
                                                                    .image_key = "img_1",
                                                                    .name = "n"},
                    .children = {im::model::new_chat_menu_second_level{}}}}}},
    "menu_tree.chat_menu_top_levels[0].chat_menu_item.image_key"));
static_assert(breaks(im::chat_menu_tree::sort{.chat_id = "oc_1", .chat_menu_top_level_ids = {"1", "1"}},
                     "chat_menu_top_level_ids[1]"));
static_assert(breaks(im::chat_tab::create{.chat_id = "oc_1",
                                          .chat_tabs = {im::model::new_chat_tab{
                                              .tab_type = im::chat_tab_type::pin}}},
                     "chat_tabs[0].tab_type"));
static_assert(breaks(im::chat_tab::update_tabs{.chat_id = "oc_1",
                                               .chat_tabs = {im::model::chat_tab_update{
                                                   .tab_type = im::chat_tab_type::pin}}},
                     "chat_tabs[0].tab_id"));
static_assert(breaks(im::chat_top_notice::put_top_notice{.chat_id = "oc_1",
                                                         .chat_top_notice = {im::model::chat_top_notice{
                                                             .action_type = im::top_notice_type::message}}},
                     "chat_top_notice[0].message_id"));
static_assert(breaks(im::message::urgent_app{.message_id = "om_1", .user_id_list = {"ou_1", "ann@example.com"}},
                     "user_id_list[1]"));
static_assert(breaks(im::message::create{.receive_id_type = im::receive_id_type::chat_id,
                                         .receive_id = "oc_1",
                                         .content = "{}",
                                         .msg_type = im::msg_type::merge_forward},
                     "msg_type"));
static_assert(breaks(
    im::message::reply{.message_id = "bm-1", .content = "{}", .msg_type = im::msg_type::text}, "message_id"));
static_assert(breaks(im::message::merge_forward{.receive_id_type = im::forward_receive_id_type::thread_id,
                                                .receive_id = "oc_1",
                                                .message_id_list = {"om_1"}},
                     "receive_id"));
static_assert(breaks(im::thread::forward{.thread_id = "omt_1",
                                         .receive_id_type = im::forward_receive_id_type::email,
                                         .receive_id = "ou_1"},
                     "receive_id"));
static_assert(breaks(feed::url_preview::batch_update{.preview_tokens = {"", "t"}}, "preview_tokens[0]"));
static_assert(breaks(feed::model::feed_card_link{.link = "http://example.com"}, "link"));
static_assert(breaks(feishu::contact::v3::user::batch_get_id{}, "emails"));
static_assert(breaks(passport::session::logout{.logout_type = passport::logout_type::by_session}, "sid"));
static_assert(breaks(oauth::oauth::token{.grant_type = oauth::grant_type::refresh_token,
                                         .client_id = "cli_1",
                                         .client_secret = "s"},
                     "refresh_token"));
static_assert(breaks(feishu::authen::v1::authorize::get{.client_id = "cli_1",
                                                        .redirect_uri = "https://example.com",
                                                        .code_challenge_method =
                                                            feishu::authen::v1::code_challenge_method::S256},
                     "code_challenge"));

BOOST_AUTO_TEST_CASE(rules_across_fields_are_evaluated_at_compile_time) { BOOST_TEST(true); }

} // namespace
