// expect: this literal is shorter than the field allows
#include <feishu/core/field.hpp>

#ifdef BAD
feishu::field::text<1, 4> text = "";
#else
feishu::field::text<1, 4> text = "1";
#endif
