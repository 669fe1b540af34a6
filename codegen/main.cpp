// feishu-codegen: OpenAPI specs in, C++ headers out. See `--help`.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "emit.hpp"
#include "errors.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::string_view usage = R"(usage: feishu-codegen --specs DIR --out DIR [options]

Reads every OpenAPI 3.1 document (*.json) below the specs folder and writes one header each, below the output
folder, formatted by clang-format.

  --specs DIR          folder of the specs
  --out DIR            folder of the headers
  --include PREFIX     how headers include each other           (feishu/generated)
  --namespace NAME     outermost namespace                      (feishu)
  --errors DIR         also write the error codes of the specs' errors.json: errc.hpp and impl/errc.ipp there
  --api DIR            also write, for each header, one that includes it and its rules; the catalogs go there too
  --api-include PREFIX how those headers include each other     (feishu/api)
  --rules DIR          folder of hand-written rules, <feishu/rules/…>, one header each at most; needs --api
  --clang-format CMD   the formatter                            (clang-format)
  --check              write nothing; fail when a header in the output folder differs
  --table FILE         also write a Markdown table of the endpoints there, between the lines
                       "<!-- endpoints: generated -->" and "<!-- end -->"
)";

struct settings {
    fs::path specs;
    fs::path out;
    fs::path api;
    fs::path errors;
    codegen::emit_options emit;
    std::string formatter = "clang-format";
    bool check = false;
    fs::path table;
};

[[noreturn]] void fail(std::string const& why) {
    std::cerr << "feishu-codegen: " << why << '\n';
    std::exit(2);
}

settings parse(int argc, char** argv) {
    settings out;
    for (int i = 1; i < argc; ++i) {
        std::string_view const option = argv[i];
        auto const value = [&]() -> std::string {
            if (i + 1 == argc)
                fail(std::string(option) + " needs a value");
            return argv[++i];
        };
        if (option == "--specs")
            out.specs = value();
        else if (option == "--out")
            out.out = value();
        else if (option == "--errors")
            out.errors = value();
        else if (option == "--include")
            out.emit.include = value();
        else if (option == "--namespace")
            out.emit.root = value();
        else if (option == "--api")
            out.api = value();
        else if (option == "--api-include")
            out.emit.api_include = value();
        else if (option == "--rules")
            out.emit.rules = value();
        else if (option == "--clang-format")
            out.formatter = value();
        else if (option == "--check")
            out.check = true;
        else if (option == "--table")
            out.table = value();
        else if (option == "--help") {
            std::cout << usage;
            std::exit(0);
        } else
            fail("unknown option " + std::string(option) + "\n" + std::string(usage));
    }
    if (out.specs.empty() || out.out.empty())
        fail("--specs and --out are needed\n" + std::string(usage));
    if (out.api.empty() && (!out.emit.api_include.empty() || !out.emit.rules.empty()))
        fail("--api-include and --rules need --api");
    if (!out.api.empty() && out.emit.api_include.empty())
        out.emit.api_include = "feishu/api";
    return out;
}

std::string slurp(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void spill(fs::path const& file, std::string const& text) {
    if (file.has_parent_path())
        fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush())
        fail("cannot write " + file.string());
}

// The style that clang-format would take for a file in `folder`.
std::string style_for(fs::path const& folder) {
    auto at = fs::weakly_canonical(folder);
    for (; !fs::exists(at / ".clang-format"); at = at.parent_path())
        if (at == at.root_path())
            return {};
    return " '--style=file:" + (at / ".clang-format").string() + "'";
}

// A private folder for files that nobody else shall see; gone in the end.
class scratch_folder {
public:
    scratch_folder()
        : path_(fs::temp_directory_path() / ("feishu-codegen-" + std::to_string(std::random_device()()))) {
        fs::create_directories(path_);
    }
    ~scratch_folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    scratch_folder(scratch_folder const&) = delete;
    scratch_folder& operator=(scratch_folder const&) = delete;

    fs::path const& path() const { return path_; }

private:
    fs::path path_;
};

// What clang-format makes of them, in the style of the output folder.
std::map<std::string, std::string> format(std::map<std::string, std::string> headers, fs::path const& folder,
                                          settings const& s) {
    bool formatted = false;
    {
        scratch_folder const scratch;
        std::string command = s.formatter + " -i" + style_for(folder);
        for (auto const& [name, text] : headers) {
            spill(scratch.path() / name, text);
            command += " '" + (scratch.path() / name).string() + "'";
        }
        formatted = std::system(command.c_str()) == 0;
        for (auto& [name, text] : headers)
            text = slurp(scratch.path() / name);
    }
    if (!formatted)
        fail("'" + s.formatter + "' failed");
    return headers;
}

bool all_equal(std::map<std::string, std::string> const& headers, fs::path const& out) {
    bool equal = true;
    for (auto const& [name, text] : headers)
        if (slurp(out / name) != text) {
            std::cerr << "differs: " << (out / name).string() << '\n';
            equal = false;
        }
    return equal;
}

bool nothing_else_but(std::map<std::string, std::string> const& headers, fs::path const& out) {
    bool clean = true;
    for (auto const& entry : fs::recursive_directory_iterator(out)) {
        auto const name = fs::relative(entry.path(), out).generic_string();
        if (entry.is_regular_file() && name.ends_with(".hpp") && !headers.contains(name)) {
            std::cerr << "not generated: " << entry.path().string() << '\n';
            clean = false;
        }
    }
    return clean;
}

// Writes the headers, or compares them; false when they differ.
bool deliver(std::map<std::string, std::string> const& headers, fs::path const& out, bool only_check) {
    if (only_check)
        return all_equal(headers, out);
    for (auto const& [name, text] : headers)
        if (slurp(out / name) != text)
            spill(out / name, text);
    return true;
}

// All headers of a folder: formatted, then written or compared.
bool deliver_folder(std::map<std::string, std::string> headers, fs::path const& folder, settings const& s) {
    auto const formatted = format(std::move(headers), folder, s);
    return deliver(formatted, folder, s.check) && (!s.check || nothing_else_but(formatted, folder));
}

// `text` with `table` between the two lines that mark its place.
std::string with_table(std::string const& text, std::string const& table) {
    constexpr std::string_view begin = "<!-- endpoints: generated -->\n";
    constexpr std::string_view end = "<!-- end -->";
    auto const from = text.find(begin);
    auto const to = text.find(end, from == std::string::npos ? 0 : from);
    if (from == std::string::npos || to == std::string::npos)
        fail("the file of --table has no place for it");
    return text.substr(0, from + begin.size()) + "\n" + table + "\n" + text.substr(to);
}

} // namespace

int main(int argc, char** argv) try {
    auto const s = parse(argc, argv);
    auto const specs = codegen::library::load(s.specs);
    auto generated = codegen::emit_all(specs, s.emit);
    bool fine = deliver_folder(std::move(generated.structs), s.out, s);
    if (!s.api.empty())
        fine = deliver_folder(std::move(generated.api), s.api, s) && fine;
    if (!s.errors.empty()) {
        auto const codes = codegen::emit_errors(slurp(s.specs / "errors.json"), "errors.json", s.emit.root);
        fine = deliver(format(codes, s.errors, s), s.errors, s.check) && fine;
    }
    if (!s.table.empty())
        fine = deliver({{s.table.filename(), with_table(slurp(s.table), codegen::emit_table(specs))}},
                       s.table.parent_path(), s.check) &&
               fine;
    return fine ? 0 : 1;
} catch (codegen::spec_error const& e) {
    fail(e.what());
} catch (std::filesystem::filesystem_error const& e) {
    fail(e.what());
}
