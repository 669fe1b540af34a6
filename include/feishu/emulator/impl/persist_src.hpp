#pragma once
// Scenarios and state files, a part of <feishu/emulator/src.hpp> that may be compiled in a file of its own.

#include <feishu/emulator/impl/persist/journal.ipp>
#include <feishu/emulator/impl/persist/records.ipp>
#include <feishu/emulator/impl/persist/scenario.ipp>
#include <feishu/emulator/impl/persist/state_file.ipp>
#include <feishu/emulator/impl/persist/value_codec.ipp>
