#pragma once
// Separate compilation of HTTP: the bodies of this folder. <feishu/src.hpp> gathers all folders.

#include <feishu/http/impl/beast_transport.ipp>
#include <feishu/http/impl/build.ipp>
#include <feishu/http/impl/listener.ipp>
#include <feishu/http/impl/multipart.ipp>
#include <feishu/http/impl/proxy.ipp>
#include <feishu/http/impl/response_decoder.ipp>
#include <feishu/http/impl/server.ipp>
#include <feishu/http/impl/server_session.ipp>
#include <feishu/http/impl/server_tls.ipp>
