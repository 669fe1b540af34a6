// expect: name it first, then pass it by name
// flags: -DFEISHU_SEPARATE_COMPILATION
#include <feishu/bot.hpp>

feishu::task handler(feishu::conversation c) {
#ifdef BAD
    auto reply = co_await c.stream({.name = "answer"});
#else
    feishu::reply_stream_options const options{.name = "answer"};
    auto reply = co_await c.stream(options);
#endif
}
