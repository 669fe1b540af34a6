// expect: (ignoring return value|nodiscard)
// flags: -Werror=unused-result
#include <feishu/client.hpp>
#include <feishu/client/card_stream.hpp>

void finish(feishu::card::stream<feishu::client>& stream) {
#ifdef BAD
    stream.close();
#else
    static_cast<void>(stream.close());
#endif
}
