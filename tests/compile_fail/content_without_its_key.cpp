// expect-gcc: required\(\).*private
// expect-clang: private default constructor
#include <feishu/content/media.hpp>

#ifdef BAD
feishu::image picture{};
#else
feishu::image picture{.image_key = "img_1"};
#endif
