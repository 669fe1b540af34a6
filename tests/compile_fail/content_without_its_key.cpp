// first-gcc: a_required_member_is_not_set.*is private
// expect-clang: private default constructor
#include <feishu/content/media.hpp>

#ifdef BAD
feishu::image picture{};
#else
feishu::image picture{.image_key = "img_1"};
#endif
