// expect: name it first, then pass it by name
// only: gcc
// flags: -DFEISHU_SEPARATE_COMPILATION
#include <feishu/bot.hpp>
#include <feishu/content/card.hpp>

feishu::task handler(feishu::conversation c) {
#ifdef BAD
    co_await c.say(feishu::card::card{.body = {.elements = {feishu::card::markdown{"hi"}}}});
#else
    feishu::card::card const hi{.body = {.elements = {feishu::card::markdown{"hi"}}}};
    co_await c.say(hi);
#endif
}
