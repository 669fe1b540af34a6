// expect: a form cannot ask for a member of this type
// flags: -DFEISHU_SEPARATE_COMPILATION
#include <map>
#include <string>

#include <feishu/content/card/form.hpp>

struct question {
#ifdef BAD
    std::map<std::string, int> counts;
#else
    int count = 0;
#endif
};
#ifdef BAD
BOOST_DESCRIBE_STRUCT(question, (), (counts))
#else
BOOST_DESCRIBE_STRUCT(question, (), (count))
#endif

feishu::card::form<question> ask() { return feishu::card::form<question>("?"); }
