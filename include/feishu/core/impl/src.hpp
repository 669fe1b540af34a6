#pragma once
// Separate compilation of the core: the bodies of this folder. <feishu/src.hpp> gathers all folders.

#include <feishu/core/impl/catalog.ipp>
#include <feishu/core/impl/errc.ipp>
#include <feishu/core/impl/error.ipp>
#include <feishu/core/impl/json_text.ipp>
#include <feishu/core/impl/native_file.ipp>
#include <feishu/core/impl/upload.ipp>
#include <feishu/core/impl/validate.ipp>
