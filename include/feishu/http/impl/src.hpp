#pragma once
// Separate compilation of HTTP: the bodies of this folder. <feishu/src.hpp> gathers all folders.

#include <feishu/http/impl/beast_transport.ipp>
#include <feishu/http/impl/body_excerpt.ipp>
#include <feishu/http/impl/connection.ipp>
#include <feishu/http/impl/connector.ipp>
#include <feishu/http/impl/endpoint_config.ipp>
#include <feishu/http/impl/exchange.ipp>
#include <feishu/http/impl/idle_connections.ipp>
#include <feishu/http/impl/listener.ipp>
#include <feishu/http/impl/lookup.ipp>
#include <feishu/http/impl/multipart.ipp>
#include <feishu/http/impl/proxy.ipp>
#include <feishu/http/impl/proxy_connect.ipp>
#include <feishu/http/impl/random.ipp>
#include <feishu/http/impl/request_head.ipp>
#include <feishu/http/impl/response_decoder.ipp>
#include <feishu/http/impl/response_reader.ipp>
#include <feishu/http/impl/retry_after.ipp>
#include <feishu/http/impl/serial_executor.ipp>
#include <feishu/http/impl/server.ipp>
#include <feishu/http/impl/server_session.ipp>
#include <feishu/http/impl/server_tls.ipp>
#include <feishu/http/impl/tls_context.ipp>
#include <feishu/http/impl/url.ipp>
#include <feishu/http/impl/url_parts.ipp>
#include <feishu/http/impl/web_socket.ipp>
