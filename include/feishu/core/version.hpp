#pragma once

/// The library's version, as in meson.build.
#define FEISHU_VERSION "0.1.0"
