#pragma once
// Separate compilation of the bot: the bodies of this folder. <feishu/src.hpp> gathers all folders.

#include <feishu/bot/impl/action_value.ipp>
#include <feishu/bot/impl/admission.ipp>
#include <feishu/bot/impl/ask.ipp>
#include <feishu/bot/impl/bot.ipp>
#include <feishu/bot/impl/bot_executor.ipp>
#include <feishu/bot/impl/bot_runtime.ipp>
#include <feishu/bot/impl/burst_joiner.ipp>
#include <feishu/bot/impl/card_cut.ipp>
#include <feishu/bot/impl/chat_queue.ipp>
#include <feishu/bot/impl/conversation.ipp>
#include <feishu/bot/impl/drop.ipp>
#include <feishu/bot/impl/handler_runner.ipp>
#include <feishu/bot/impl/incoming.ipp>
#include <feishu/bot/impl/question.ipp>
#include <feishu/bot/impl/question_board.ipp>
#include <feishu/bot/impl/questions.ipp>
#include <feishu/bot/impl/read_incoming.ipp>
#include <feishu/bot/impl/reply_stream.ipp>
#include <feishu/bot/impl/reply_stream_machine.ipp>
#include <feishu/bot/impl/sleepers.ipp>
#include <feishu/bot/impl/stream_core.ipp>
#include <feishu/bot/impl/task.ipp>
