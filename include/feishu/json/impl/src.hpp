#pragma once
// Separate compilation of JSON: the bodies of this folder. <feishu/src.hpp> gathers all folders.

#include <feishu/json/impl/binding.ipp>
#include <feishu/json/impl/document_reader.ipp>
#include <feishu/json/impl/escape.ipp>
#include <feishu/json/impl/read.ipp>
#include <feishu/json/impl/text_scan.ipp>
#include <feishu/json/impl/write.ipp>
