// expect: this literal is longer than the field allows
#include <feishu/core/field.hpp>

#ifdef BAD
feishu::field::text<0, 4> text = "12345678901234567";
#else
feishu::field::text<0, 4> text = "1234567890123456"; // could be four characters of four bytes each
#endif
