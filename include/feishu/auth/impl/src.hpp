#pragma once
// Separate compilation of tokens: the bodies of this folder. <feishu/src.hpp> gathers all folders.

#include <feishu/auth/impl/app_tickets.ipp>
#include <feishu/auth/impl/secret_string.ipp>
#include <feishu/auth/impl/token_cache.ipp>
#include <feishu/auth/impl/user_grant.ipp>
