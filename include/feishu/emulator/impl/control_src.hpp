#pragma once
// The control interface, a part of <feishu/emulator/src.hpp> that may be compiled in a file of its own.

#include <feishu/emulator/control/impl/apps.ipp>
#include <feishu/emulator/control/impl/control.ipp>
#include <feishu/emulator/control/impl/directory.ipp>
#include <feishu/emulator/control/impl/groups.ipp>
#include <feishu/emulator/control/impl/messages.ipp>
#include <feishu/emulator/control/impl/people.ipp>
#include <feishu/emulator/control/impl/platform.ipp>
#include <feishu/emulator/control/impl/scenario.ipp>
#include <feishu/emulator/control/impl/tenant.ipp>
#include <feishu/emulator/control/impl/view.ipp>
