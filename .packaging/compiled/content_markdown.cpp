#include <feishu/content/impl/markdown_src.hpp>
