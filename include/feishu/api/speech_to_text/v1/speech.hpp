#pragma once
// Generated: run codegen/run.

#include <feishu/generated/speech_to_text/v1/speech.hpp>
