#pragma once
// Separate compilation: define FEISHU_SEPARATE_COMPILATION for the whole program and include this header in exactly
// one file. Define FEISHU_COMPILE_BOOST_JSON there too to compile Boost.JSON into the program instead of linking it.

#ifndef FEISHU_SEPARATE_COMPILATION
#error "define FEISHU_SEPARATE_COMPILATION for every file of the program (compiler option -DFEISHU_SEPARATE_COMPILATION)"
#endif

#ifdef FEISHU_COMPILE_BOOST_JSON
#include <boost/json/src.hpp>
#endif

#include <feishu/auth/impl/app_tickets.ipp>
#include <feishu/auth/impl/token_cache.ipp>
#include <feishu/client/impl/async.ipp>
#include <feishu/client/impl/call_machine.ipp>
#include <feishu/client/impl/client.ipp>
#include <feishu/client/impl/core.ipp>
#include <feishu/client/impl/token_fetch.ipp>
#include <feishu/content/card/impl/behavior.ipp>
#include <feishu/content/card/impl/config.ipp>
#include <feishu/content/card/impl/element.ipp>
#include <feishu/content/card/impl/reference.ipp>
#include <feishu/content/card/impl/rules.ipp>
#include <feishu/content/card/impl/text.ipp>
#include <feishu/content/impl/batch.ipp>
#include <feishu/content/impl/card.ipp>
#include <feishu/content/impl/content_of.ipp>
#include <feishu/content/impl/markup.ipp>
#include <feishu/content/impl/post.ipp>
#include <feishu/content/impl/text.ipp>
#include <feishu/core/impl/catalog.ipp>
#include <feishu/core/impl/errc.ipp>
#include <feishu/core/impl/error.ipp>
#include <feishu/core/impl/json_text.ipp>
#include <feishu/core/impl/upload.ipp>
#include <feishu/core/impl/validate.ipp>
#include <feishu/event/impl/app_ticket.ipp>
#include <feishu/event/impl/crypto.ipp>
#include <feishu/event/impl/envelope.ipp>
#include <feishu/event/impl/event_dispatcher.ipp>
#include <feishu/event/impl/event_handler.ipp>
#include <feishu/event/impl/event_machine.ipp>
#include <feishu/event/impl/seen_events.ipp>
#include <feishu/http/impl/answer.ipp>
#include <feishu/http/impl/beast_transport.ipp>
#include <feishu/http/impl/build.ipp>
#include <feishu/http/impl/multipart.ipp>
#include <feishu/http/impl/proxy.ipp>
#include <feishu/json/impl/read.ipp>
#include <feishu/json/impl/write.ipp>
#include <feishu/rules/callback/v1/impl/card.ipp>

// The long connection speaks protobuf; a program that does not use it needs no protozero.
#if __has_include(<protozero/pbf_reader.hpp>)
#include <feishu/event/impl/fragments.ipp>
#include <feishu/event/impl/frame.ipp>
#include <feishu/event/impl/long_connection.ipp>
#include <feishu/event/impl/long_connection_machine.ipp>
#include <feishu/event/impl/webhook.ipp>
#include <feishu/event/impl/webhook_server.ipp>
#endif
