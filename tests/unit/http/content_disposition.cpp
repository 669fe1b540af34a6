#include <feishu/http/impl/content_disposition.hpp>

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

namespace content_disposition_tests {

using feishu::http::detail::file_name_in;
using feishu::http::detail::safe_file_name;

struct example {
    std::string_view field;
    std::string_view name;
};

BOOST_AUTO_TEST_SUITE(content_disposition)

BOOST_AUTO_TEST_CASE(the_forms_of_a_file_name_are_read) {
    constexpr example examples[] = {
        {"attachment; filename=report.pdf", "report.pdf"},
        {"attachment; filename=\"report 2.pdf\"", "report 2.pdf"},
        {"attachment; filename=my report.pdf", "my report.pdf"},
        {"inline;filename=a.png;size=3", "a.png"},
        {"ATTACHMENT; FILENAME = \"a.png\" ; x=y", "a.png"},
        {"filename=\"a.png\"", "a.png"},
        {"attachment; filename=\"报告.pdf\"", "报告.pdf"}, // raw UTF-8
        {"attachment; filename=报告.pdf", "报告.pdf"},
        {"attachment; filename=\"%E6%8A%A5%E5%91%8A.pdf\"", "报告.pdf"},
        {"attachment; filename=%E6%8A%A5%E5%91%8A.pdf", "报告.pdf"},
        {"attachment; filename=\"100%.pdf\"", "100%.pdf"},           // not percent-encoded
        {"attachment; filename=\"50%ff.pdf\"", "50%ff.pdf"},         // not UTF-8 if it were
        {"attachment; filename=\"a%0d%0ab.pdf\"", "a%0d%0ab.pdf"},   // control characters if it were
        {"attachment; filename=\"r\xE9sum\xE9.pdf\"", "résumé.pdf"}, // ISO-8859-1
        {"attachment; filename=\"a \\\"b\\\\c.pdf\"", "c.pdf"},
        {"attachment; filename=\"a\\;b.txt\"", ";b.txt"}, // an unescaped backslash is of a path
        {"attachment; filename=\"a;b.txt\"", "a;b.txt"},
        {"attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf", "报告.pdf"},
        {"attachment; filename*=utf-8'zh'%e6%8a%a5.pdf", "报.pdf"},
        {"attachment; filename*=\"UTF-8''%E6%8A%A5.pdf\"", "报.pdf"},
        {"attachment; filename*=ISO-8859-1''%E9t%E9.pdf", "été.pdf"},
        {"attachment; filename=\"_.pdf\"; filename*=UTF-8''%E6%8A%A5.pdf", "报.pdf"},
        {"attachment; filename*=UTF-8''%E6%8A%A5.pdf; filename=\"_.pdf\"", "报.pdf"},
    };
    for (auto const& [field, name] : examples)
        BOOST_TEST(file_name_in(field) == name, field << ": " << file_name_in(field));
}

BOOST_AUTO_TEST_CASE(an_extended_name_that_cannot_be_read_leaves_the_plain_one) {
    for (std::string_view const bad :
         {"GBK''%B1%A8", "UTF-8''%ff", "UTF-8''%e", "UTF-8", "'", "", "UTF-8''", "UTF-8''.."})
        BOOST_TEST(file_name_in("attachment; filename*=" + std::string(bad) + "; filename=plain.pdf") ==
                       "plain.pdf",
                   bad);
}

BOOST_AUTO_TEST_CASE(a_field_without_a_name_has_none) {
    for (std::string_view const field :
         {"", "attachment", "attachment;", ";;; ;", "attachment; filename",
          "attachment; filename=", "attachment; filename=\"\"", "attachment; filename*=UTF-8''",
          "attachment; xfilename=a", "=a", "\"filename=a"})
        BOOST_TEST(file_name_in(field) == "", field);
}

BOOST_AUTO_TEST_CASE(a_quoted_name_without_its_end_goes_to_the_end) {
    BOOST_TEST(file_name_in("attachment; filename=\"a.pdf") == "a.pdf");
    BOOST_TEST(file_name_in("attachment; filename=\"a.pdf\\") == "");
}

BOOST_AUTO_TEST_CASE(no_form_of_a_name_leads_out_of_its_folder) {
    for (std::string_view const field :
         {"attachment; filename=\"../../etc/passwd\"", "attachment; filename=../../etc/passwd",
          "attachment; filename=\"/etc/passwd\"", "attachment; filename=\"..\\\\..\\\\etc\\\\passwd\"",
          "attachment; filename=\"C:\\etc\\passwd\"", "attachment; filename=\"%2e%2e%2fpasswd\"",
          "attachment; filename*=UTF-8''..%2F..%2Fpasswd", "attachment; filename*=UTF-8''..%5Cpasswd"})
        BOOST_TEST(file_name_in(field) == "passwd", field);
    for (std::string_view const field :
         {"attachment; filename=..", "attachment; filename=.", "attachment; filename=\"a/\"",
          "attachment; filename=\"a/..\"", "attachment; filename*=UTF-8''%2e%2e"})
        BOOST_TEST(file_name_in(field) == "", field);
}

BOOST_AUTO_TEST_CASE(a_safe_name_has_nothing_that_a_system_or_a_reader_takes_for_something_else) {
    BOOST_TEST(safe_file_name(std::string_view("a\0b\r\n\x7f.pdf", 10)) == "ab.pdf");
    BOOST_TEST(safe_file_name("12:30 <a>|\"b\"?*.pdf") == "12_30 _a___b___.pdf");
    BOOST_TEST(safe_file_name("  a.pdf ") == "a.pdf");
    BOOST_TEST(safe_file_name("invoice\u202Efdp.exe") == "invoicefdp.exe");
    BOOST_TEST(safe_file_name("a\u2066b\u2069.pdf") == "ab.pdf");
    BOOST_TEST(safe_file_name("…–“a”.pdf") == "…–“a”.pdf"); // of the same block
    BOOST_TEST(safe_file_name(".profile") == ".profile");
    BOOST_TEST(safe_file_name("...") == "...");
}

BOOST_AUTO_TEST_CASE(a_long_name_keeps_its_extension_and_whole_characters) {
    std::string stem;
    for (int i = 0; i < 100; ++i)
        stem += "报";
    auto const name = safe_file_name(stem + ".pdf");
    BOOST_TEST(name.size() <= 255u);
    BOOST_TEST(name.size() > 250u);
    BOOST_TEST(name.ends_with("报.pdf"));
    BOOST_TEST(safe_file_name(std::string(300, 'a')).size() == 255u);
    BOOST_TEST(safe_file_name("a." + std::string(300, 'b')).size() == 255u);
    BOOST_TEST(safe_file_name("a" + std::string(254, ' ') + "bcd") == "a"); // cut where it has spaces
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace content_disposition_tests
