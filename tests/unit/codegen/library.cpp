#include "spec.hpp"

#include <filesystem>
#include <fstream>

using namespace test;

namespace fs = std::filesystem;

namespace {

/// A folder that is gone in the end.
struct folder {
    fs::path path = fs::temp_directory_path() / ("feishu_library_test_" + std::to_string(std::time(nullptr)));
    folder() { fs::create_directories(path); }
    ~folder() { fs::remove_all(path); }
    void write(std::string const& name, std::string const& text) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name) << text;
    }
};

} // namespace

BOOST_AUTO_TEST_CASE(every_document_below_a_folder_is_read) {
    folder const specs;
    specs.write("common.json", schemas(""));
    specs.write("x/v1/y.json", endpoint(""));
    specs.write("errors.json", "[]");
    specs.write("readme.md", "not a spec");
    auto const read = codegen::library::load(specs.path);
    BOOST_TEST(read.documents().size() == 2u);
    BOOST_TEST(read.documents().contains("common.json"));
    BOOST_TEST(read.documents().contains("x/v1/y.json"));
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_said) {
    BOOST_CHECK_EXCEPTION(codegen::library::load("no/such/folder"), codegen::spec_errors, [](auto const& e) {
        return std::string(e.what()) == "no/such/folder#: is not a folder";
    });
}

BOOST_AUTO_TEST_CASE(bad_json_is_said_with_its_file) {
    for (std::string const text : {"", "{", "{}}", "nonsense", "{\"openapi\":}"})
        BOOST_TEST(has(problem(text), "x/v1/y.json#: "));
}

BOOST_AUTO_TEST_CASE(json_of_another_shape_is_said_with_its_path) {
    BOOST_TEST(has(problem(document(R"("paths":{"/open-apis/x":{"get":{"operationId":[]}}})")),
                   "x/v1/y.json#/paths/~1open-apis~1x/get/operationId: a string is needed here, not a list"));
}

BOOST_AUTO_TEST_CASE(other_versions_of_openapi_are_refused) {
    for (std::string const version : {"3.2.0", "2.0", "", "4.0.0"})
        BOOST_TEST(problem(R"({"openapi":")" + version + "\"}") ==
                   "x/v1/y.json#/openapi: is \"" + version + "\", an OpenAPI 3.0 or 3.1 document is needed");
    for (std::string const version : {"3.1.1", "3.0.3", "3.0"})
        BOOST_TEST(problem(R"({"openapi":")" + version + R"(","info":{"title":"","version":""}})") == "");
}

BOOST_AUTO_TEST_CASE(pointers_are_escaped) {
    codegen::place const at{"f.json", ""};
    BOOST_TEST((at / "a/b" / "~" / "c").pointer == "/a~1b/~0/c");
}

BOOST_AUTO_TEST_CASE(the_order_of_a_document_is_kept) {
    auto const made = reply(R"("z":{"type":"string"},"a":{"type":"string"},"m":{"type":"string"})");
    BOOST_TEST(has(made, "(), (z, a, m))"));
}
