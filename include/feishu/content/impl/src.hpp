#pragma once
// Separate compilation of content: the bodies of this folder. <feishu/src.hpp> gathers all folders.

#include <feishu/content/card/impl/behavior.ipp>
#include <feishu/content/card/impl/card_checker.ipp>
#include <feishu/content/card/impl/card_config.ipp>
#include <feishu/content/card/impl/card_values.ipp>
#include <feishu/content/card/impl/check.ipp>
#include <feishu/content/card/impl/element.ipp>
#include <feishu/content/card/impl/element_reader.ipp>
#include <feishu/content/card/impl/form_question.ipp>
#include <feishu/content/card/impl/form_questions.ipp>
#include <feishu/content/card/impl/form_reader.ipp>
#include <feishu/content/card/impl/keep_as_read.ipp>
#include <feishu/content/card/impl/outliner.ipp>
#include <feishu/content/card/impl/reference.ipp>
#include <feishu/content/card/impl/rules.ipp>
#include <feishu/content/card/impl/text.ipp>
#include <feishu/content/card/impl/walk.ipp>
#include <feishu/content/impl/batch.ipp>
#include <feishu/content/impl/card.ipp>
#include <feishu/content/impl/content_of.ipp>
#include <feishu/content/impl/markup.ipp>
#include <feishu/content/impl/post.ipp>
#include <feishu/content/impl/post_reader.ipp>
#include <feishu/content/impl/text.ipp>
