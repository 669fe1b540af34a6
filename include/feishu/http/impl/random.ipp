#pragma once

#include <algorithm>
#include <stdexcept>

#include <openssl/rand.h>

#include <feishu/core/impl/hex.hpp>
#include <feishu/http/impl/random.hpp>

namespace feishu::http::detail {

FEISHU_DECL std::string random_bytes(std::size_t count) {
    std::string out(count, '\0');
    for (std::size_t done = 0; done < count;) {
        auto const part = (std::min)(count - done, std::size_t{1} << 20);
        if (RAND_bytes(reinterpret_cast<unsigned char*>(out.data() + done), static_cast<int>(part)) != 1)
            throw std::runtime_error("OpenSSL has no random bytes");
        done += part;
    }
    return out;
}

FEISHU_DECL std::string random_hex(std::size_t digits) {
    auto out = feishu::detail::to_hex(random_bytes(digits / 2 + digits % 2));
    out.resize(digits);
    return out;
}

} // namespace feishu::http::detail
