// What only the store in an SQLite file has: the file.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>

#include <feishu/store/impl/sqlite_database.hpp>

#include "backends.hpp"

using namespace std::chrono_literals;
using feishu::error_kind;
using feishu::make_sqlite_store;
using feishu::detail::sqlite_database;

BOOST_AUTO_TEST_SUITE(store_sqlite)

BOOST_AUTO_TEST_CASE(content_survives_its_store) {
    test::temporary_folder const folder;
    make_sqlite_store({.path = folder.path("store.db")}).value()->put("key", "value").value();
    BOOST_TEST(make_sqlite_store({.path = folder.path("store.db")}).value()->get("key").value().value() ==
               "value");
}

BOOST_AUTO_TEST_CASE(only_its_owner_reads_the_file) {
    test::temporary_folder const folder;
    auto const store = make_sqlite_store({.path = folder.path("store.db")}).value();
    store->put("key", "value").value();
    for (auto const& name : folder.names())
        BOOST_TEST((std::filesystem::status(folder.path(name)).permissions() ==
                    (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)),
                   name);
}

BOOST_AUTO_TEST_CASE(files_that_are_no_stores_are_refused) {
    test::temporary_folder const folder;
    auto const refused = [](std::string const& path) {
        auto const made = make_sqlite_store({.path = path, .busy_timeout = 10ms});
        BOOST_REQUIRE(!made);
        BOOST_TEST((made.error().kind == error_kind::file));
        BOOST_TEST(made.error().field == "path");
        return made.error().message;
    };
    refused(folder.path("missing/store.db"));
    refused(folder.path(""));
    refused(folder.write("text", std::string(4096, 'x')));
    sqlite_database::open(folder.path("other.db"), 1s).value()->execute("CREATE TABLE t (x)").value();
    BOOST_TEST(refused(folder.path("other.db")) == "the database belongs to another application");
    make_sqlite_store({.path = folder.path("later.db")}).value();
    sqlite_database::open(folder.path("later.db"), 1s).value()->execute("PRAGMA user_version = 1").value();
    BOOST_TEST(refused(folder.path("later.db")) ==
               "the database was written by another version of the library");
    for (auto const& path : {std::string(), std::string(":memory:"), std::string("a\0b", 3)})
        BOOST_TEST((make_sqlite_store({.path = path}).error().kind == error_kind::validation));
}

BOOST_AUTO_TEST_CASE(a_lock_that_another_process_keeps_is_an_error_after_the_timeout) {
    test::temporary_folder const folder;
    auto const store = make_sqlite_store({.path = folder.path("store.db"), .busy_timeout = 20ms}).value();
    auto const other = sqlite_database::open(folder.path("store.db"), 1s).value();
    other->execute("BEGIN IMMEDIATE").value();
    for (auto const& e : {store->put("key", "value").error(), store->append("log", "value").error()}) {
        BOOST_TEST((e.kind == error_kind::store));
        BOOST_TEST(e.message == "SQLite: database is locked");
        BOOST_TEST(!e.may_have_executed);
        BOOST_TEST(e.retryable());
    }
    BOOST_TEST(!store->get("key").value()); // readers do not wait
    other->execute("ROLLBACK").value();
    store->put("key", "value").value();
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_an_error_and_not_a_crash) {
    test::temporary_folder const folder;
    auto const path = folder.path("store.db");
    {
        auto const store = make_sqlite_store({.path = path}).value();
        for (int i = 0; i < 200; ++i)
            store->put("key" + std::to_string(i), std::string(500, 'v')).value();
    }
    auto bytes = folder.read("store.db");
    for (std::size_t i = 4096; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i * 31);
    folder.write("store.db", bytes);
    auto const store = make_sqlite_store({.path = path}).value();
    auto const got = store->get("key1");
    BOOST_REQUIRE(!got);
    BOOST_TEST((got.error().kind == error_kind::store));
    BOOST_TEST(!store->put("key1", "v"));
}

BOOST_AUTO_TEST_CASE(a_damaged_state_of_a_log_is_an_error_and_not_a_crash) {
    test::temporary_folder const folder;
    auto const store = make_sqlite_store({.path = folder.path("store.db")}).value();
    store->append("log", "1").value();
    auto const other = sqlite_database::open(folder.path("store.db"), 1s).value();
    other->execute("UPDATE log_rows SET bytes = x'00' WHERE bytes = x''").value();
    BOOST_TEST(store->append("log", "2").error().message == "the file is damaged");
    BOOST_TEST(store->claim("log", "group", "a").error().message == "the file is damaged");
    BOOST_TEST(store->put("key", "value").has_value());
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_an_error_that_changes_nothing) {
    test::temporary_folder const folder;
    auto const path = folder.path("store.db");
    auto const store =
        make_sqlite_store({.path = path, .clock = std::make_shared<test::moving_clock>()}).value();
    store->append("log", "before").value();
    // The size of this database is limited for this connection only: what the other has written must still fit.
    auto const limited = sqlite_database::open(path, 1s).value();
    limited->execute("PRAGMA max_page_count = 1").value();
    auto const failed =
        limited->execute("INSERT INTO log_rows (a, b, bytes) VALUES (0, 0, zeroblob(100000))");
    BOOST_REQUIRE(!failed);
    BOOST_TEST(failed.error().message == "SQLite: database or disk is full");
    BOOST_TEST(store->read("log").value().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_file_without_ids_for_further_logs_refuses_them) {
    test::temporary_folder const folder;
    auto const store = make_sqlite_store({.path = folder.path("store.db")}).value();
    store->append("log", "1").value();
    auto const other = sqlite_database::open(folder.path("store.db"), 1s).value();
    other->execute("UPDATE sqlite_sequence SET seq = (1 << 24) - 2").value();
    BOOST_TEST(store->claim("log", "last", "a").value().size() == 1u);
    BOOST_TEST((store->append("another", "2").error().kind == error_kind::store));
    BOOST_TEST((store->claim("log", "another", "a").error().kind == error_kind::store));
    BOOST_TEST(store->append_and_claim("log", "last", "a", "3").value().claimed.size() == 1u);
    BOOST_TEST(store->erase_log("log").value());
    BOOST_TEST(
        other->number("SELECT (SELECT count(*) FROM log_rows) + (SELECT count(*) FROM log_names)").value() ==
        0);
}

BOOST_AUTO_TEST_SUITE_END()
