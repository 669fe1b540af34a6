// first: install protozero \(Debian: libprotozero-dev\) and define FEISHU_WITH_PROTOZERO
// flags: -DFEISHU_WITH_PROTOZERO
// bad-flags: -UFEISHU_WITH_PROTOZERO
#include <feishu/event/long_connection.hpp>
