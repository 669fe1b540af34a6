#pragma once
// Separate compilation: define FEISHU_SEPARATE_COMPILATION for the whole program and include this header in
// exactly one file. Define FEISHU_COMPILE_BOOST_JSON there too to compile Boost.JSON into the program instead
// of linking it.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#ifndef FEISHU_SEPARATE_COMPILATION
#error "define FEISHU_SEPARATE_COMPILATION for every file of the program (compiler option -DFEISHU_SEPARATE_COMPILATION)"
#endif

#ifdef FEISHU_COMPILE_BOOST_JSON
#include <boost/json/src.hpp>
#endif

#include <feishu/auth/impl/src.hpp>
#include <feishu/bot/impl/src.hpp>
#include <feishu/client/impl/src.hpp>
#include <feishu/content/impl/markdown_src.hpp>
#include <feishu/content/impl/src.hpp>
#include <feishu/core/impl/src.hpp>
#include <feishu/event/impl/src.hpp>
#include <feishu/http/impl/src.hpp>
#include <feishu/json/impl/src.hpp>
#include <feishu/store/impl/src.hpp>
