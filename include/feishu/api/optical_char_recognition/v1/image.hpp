#pragma once
// Generated: run codegen/run.

#include <feishu/generated/optical_char_recognition/v1/image.hpp>
