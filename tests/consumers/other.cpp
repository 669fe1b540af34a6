// A second file of the same program, header-only as well: nothing may be defined twice.
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
