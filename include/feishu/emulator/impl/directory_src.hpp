#pragma once
// A part of <feishu/emulator/src.hpp>: the directory, apps and bots. It may be compiled in a separate file.

#include <feishu/emulator/handlers/application/v6/impl/app_badge.ipp>
#include <feishu/emulator/handlers/application/v6/impl/application.ipp>
#include <feishu/emulator/handlers/application/v6/impl/application_app_version.ipp>
#include <feishu/emulator/handlers/application/v6/impl/common.ipp>
#include <feishu/emulator/handlers/application/v6/impl/scope.ipp>
#include <feishu/emulator/handlers/bot/v3/impl/bot.ipp>
#include <feishu/emulator/handlers/bot/v4/impl/bot.ipp>
#include <feishu/emulator/handlers/contact/v3/impl/common.ipp>
#include <feishu/emulator/handlers/contact/v3/impl/department.ipp>
#include <feishu/emulator/handlers/contact/v3/impl/scope.ipp>
#include <feishu/emulator/handlers/contact/v3/impl/user.ipp>
#include <feishu/emulator/handlers/event/v1/impl/event.ipp>
#include <feishu/emulator/handlers/optical_char_recognition/v1/impl/image.ipp>
#include <feishu/emulator/handlers/search/v1/impl/user.ipp>
#include <feishu/emulator/handlers/speech_to_text/v1/impl/speech.ipp>
#include <feishu/emulator/handlers/tenant/v2/impl/tenant.ipp>
#include <feishu/emulator/handlers/translation/v1/impl/text.ipp>
#include <feishu/emulator/impl/app_people.ipp>
#include <feishu/emulator/impl/directory_people.ipp>
#include <feishu/emulator/impl/gateway/supported/directory.ipp>
#include <feishu/emulator/impl/push/application_events.ipp>
#include <feishu/emulator/impl/push/contact_events.ipp>
#include <feishu/emulator/impl/state/department_store.ipp>
