#pragma once

#include <feishu/emulator/handlers/application/v6/app_badge.hpp>
#include <feishu/emulator/handlers/application/v6/application.hpp>
#include <feishu/emulator/handlers/application/v6/application_app_version.hpp>
#include <feishu/emulator/handlers/application/v6/scope.hpp>
#include <feishu/emulator/handlers/bot/v3/bot.hpp>
#include <feishu/emulator/handlers/bot/v4/bot.hpp>
#include <feishu/emulator/handlers/contact/v3/department.hpp>
#include <feishu/emulator/handlers/contact/v3/scope.hpp>
#include <feishu/emulator/handlers/contact/v3/user.hpp>
#include <feishu/emulator/handlers/event/v1/event.hpp>
#include <feishu/emulator/handlers/optical_char_recognition/v1/image.hpp>
#include <feishu/emulator/handlers/search/v1/user.hpp>
#include <feishu/emulator/handlers/speech_to_text/v1/speech.hpp>
#include <feishu/emulator/handlers/tenant/v2/tenant.hpp>
#include <feishu/emulator/handlers/translation/v1/text.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/gateway/supported/directory.hpp>

namespace feishu::emulator {

FEISHU_DECL void serve_directory(dispatcher& platform) { platform.serve(directory_endpoints{}); }

} // namespace feishu::emulator
