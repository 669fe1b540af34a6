#include <feishu/client/impl/download_output.hpp>

#include <cerrno>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "../temporary_folder.hpp"

namespace download_output_tests {

using feishu::error_kind;
using feishu::detail::callback_output;
using feishu::detail::file_output;
using test::temporary_folder;

using names = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(download_outputs)

BOOST_AUTO_TEST_CASE(a_file_is_beside_its_place_until_it_is_complete) {
    temporary_folder const folder;
    file_output out(folder.path("报告.pdf"));
    BOOST_TEST(out.open().has_value());
    BOOST_TEST(out.write("0123").has_value());
    BOOST_TEST_REQUIRE(folder.names().size() == 1u);
    BOOST_TEST(folder.names()[0].starts_with(".feishu-"));
    BOOST_TEST(folder.names()[0].ends_with(".part"));
    BOOST_TEST(out.write("4567").has_value());
    BOOST_TEST(out.commit().has_value());
    BOOST_TEST((folder.names() == names{"报告.pdf"}));
    BOOST_TEST(folder.read("报告.pdf") == "01234567");
    out.discard(); // has no effect any more
    BOOST_TEST((folder.names() == names{"报告.pdf"}));
}

BOOST_AUTO_TEST_CASE(a_file_may_have_the_longest_name_that_the_system_allows) {
    temporary_folder const folder;
    std::string const name(255, 'x');
    file_output out(folder.path(name));
    BOOST_TEST(out.open().has_value());
    BOOST_TEST(out.write("0").has_value());
    BOOST_TEST(out.commit().has_value());
    BOOST_TEST((folder.names() == names{name}));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_there_is_replaced_at_the_end_only) {
    temporary_folder const folder;
    folder.write("a", "old");
    file_output out(folder.path("a"));
    BOOST_TEST(out.open().has_value());
    BOOST_TEST(out.write("new").has_value());
    BOOST_TEST(folder.read("a") == "old");
    BOOST_TEST(out.commit().has_value());
    BOOST_TEST(folder.read("a") == "new");
}

BOOST_AUTO_TEST_CASE(what_is_discarded_leaves_nothing_and_changes_nothing) {
    temporary_folder const folder;
    folder.write("a", "old");
    {
        file_output out(folder.path("a"));
        BOOST_TEST(out.open().has_value());
        BOOST_TEST(out.write("new").has_value());
        out.discard();
        BOOST_TEST((folder.names() == names{"a"}));
    }
    {
        file_output forgotten(folder.path("b"));
        BOOST_TEST(forgotten.open().has_value());
    }
    BOOST_TEST((folder.names() == names{"a"}));
    BOOST_TEST(folder.read("a") == "old");
}

BOOST_AUTO_TEST_CASE(a_restart_forgets_what_was_written) {
    temporary_folder const folder;
    file_output out(folder.path("a"));
    BOOST_TEST(out.open().has_value());
    BOOST_TEST(out.write("0123456789").has_value());
    BOOST_TEST(out.restart());
    BOOST_TEST(out.write("abc").has_value());
    BOOST_TEST(out.commit().has_value());
    BOOST_TEST(folder.read("a") == "abc");
}

BOOST_AUTO_TEST_CASE(a_place_that_cannot_be_written_is_an_error_before_anything_is_sent) {
    temporary_folder const folder;
    auto const failure = [](std::string const& path) {
        auto const opened = file_output(path).open();
        BOOST_TEST_REQUIRE(opened.has_error());
        BOOST_TEST((opened.error().kind == error_kind::file));
        BOOST_TEST(opened.error().field == "to_path");
        BOOST_TEST(!opened.error().may_have_executed);
        return opened.error().message;
    };
    auto const missing = folder.path("no/such/folder/a");
    BOOST_TEST(failure(missing) == missing + " cannot be written: No such file or directory");
    BOOST_TEST(failure(folder.path("")) ==
               folder.path("") + " cannot be written: it is a directory; add a file name");
    BOOST_TEST(failure("/dev/null") == "/dev/null cannot be written: it is not a regular file");
    BOOST_TEST(failure("") == "\"\" cannot be written: the path is empty");
    failure(folder.path("a") + std::string("\0b", 2));
    BOOST_TEST(std::filesystem::exists("/dev/null"));
    BOOST_TEST(folder.names().empty());
}

BOOST_AUTO_TEST_CASE(a_target_that_became_a_folder_is_an_error_at_the_end) {
    temporary_folder const folder;
    file_output out(folder.path("a"));
    BOOST_TEST(out.open().has_value());
    BOOST_TEST(out.write("x").has_value());
    std::filesystem::create_directory(folder.path("a"));
    auto const committed = out.commit();
    BOOST_TEST_REQUIRE(committed.has_error());
    BOOST_TEST((committed.error().kind == error_kind::file));
    out.discard();
    BOOST_TEST((folder.names() == names{"a"}));
}

BOOST_AUTO_TEST_CASE(a_new_file_is_never_one_that_is_there) {
    temporary_folder const folder;
    folder.write("a", "old");
    feishu::detail::native_file file;
    BOOST_TEST(file.create(folder.path("a")) == EEXIST);
    BOOST_TEST(folder.read("a") == "old");
}

BOOST_AUTO_TEST_CASE(a_callback_gets_the_pieces_and_may_stop) {
    std::string got;
    callback_output out([&](std::string_view piece) { got += piece; });
    BOOST_TEST(out.write("01").has_value());
    BOOST_TEST(out.write("23").has_value());
    BOOST_TEST(got == "0123");
    BOOST_TEST(!out.restart());

    callback_output stops([](std::string_view) { return false; });
    auto const stopped = stops.write("x");
    BOOST_TEST((stopped.error().kind == error_kind::canceled));
    BOOST_TEST(stopped.error().message == "canceled by the callback of to_callback");

    callback_output throws([](std::string_view) { throw std::runtime_error("no room"); });
    BOOST_TEST(throws.write("x").error().message ==
               "the callback of to_callback threw an exception: no room");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace download_output_tests
