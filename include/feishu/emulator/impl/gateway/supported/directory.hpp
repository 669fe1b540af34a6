#pragma once
// The endpoints of the directory, of apps and bots, and of the services around them.

#include <feishu/api/application/v6/app_badge.hpp>
#include <feishu/api/application/v6/application.hpp>
#include <feishu/api/application/v6/application_app_version.hpp>
#include <feishu/api/application/v6/application_visibility.hpp>
#include <feishu/api/application/v6/scope.hpp>
#include <feishu/api/bot/v3/bot.hpp>
#include <feishu/api/bot/v3/info.hpp>
#include <feishu/api/bot/v4/bot.hpp>
#include <feishu/api/contact/v3/department.hpp>
#include <feishu/api/contact/v3/scope.hpp>
#include <feishu/api/contact/v3/user.hpp>
#include <feishu/api/event/v1/connection.hpp>
#include <feishu/api/event/v1/outbound_ip.hpp>
#include <feishu/api/optical_char_recognition/v1/image.hpp>
#include <feishu/api/search/v1/user.hpp>
#include <feishu/api/speech_to_text/v1/speech.hpp>
#include <feishu/api/tenant/v2/tenant.hpp>
#include <feishu/api/translation/v1/text.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

class dispatcher;

/// Each has a `handle` function under handlers/.
using directory_endpoints =
    catalog<application::v6::app_badge::set, application::v6::application::get,
            application::v6::application::contacts_range_configuration,
            application::v6::application_app_version::list, application::v6::application_app_version::get,
            application::v6::application_visibility::check_white_black_list, application::v6::scope::list,
            application::v6::scope::apply, bot_::v3::bot::basic_batch, bot_::v3::info::get,
            bot_::v4::bot::search, contact::v3::department::batch, contact::v3::department::parent,
            contact::v3::department::search, contact::v3::department::get, contact::v3::department::children,
            contact::v3::scope::list, contact::v3::user::basic_batch, contact::v3::user::batch,
            contact::v3::user::batch_get_id, contact::v3::user::find_by_department, contact::v3::user::get,
            event_::v1::connection::get, event_::v1::outbound_ip::list,
            optical_char_recognition::v1::image::basic_recognize, search::v1::user::get,
            speech_to_text::v1::speech::file_recognize, tenant::v2::tenant::query,
            translation::v1::text::detect, translation::v1::text::translate>;

FEISHU_DECL void serve_directory(dispatcher& platform);

} // namespace feishu::emulator
