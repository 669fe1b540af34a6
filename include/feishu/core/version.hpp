#pragma once
// The version of the library.

/// major.minor.patch, the same as in meson.build.
#define FEISHU_VERSION "0.1.0"
