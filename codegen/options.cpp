#include "options.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace codegen {
namespace {

constexpr std::string_view usage = R"(usage: feishu-codegen --specs DIR --out DIR [options]

Reads every OpenAPI 3.0 or 3.1 document (*.json, *.yaml, *.yml) below the specs folder and writes one header each,
below the output folder, formatted by clang-format, and all.hpp, which includes them. A header that would stay the same
is not written.

  --specs DIR          folder of the specs
  --out DIR            folder of the headers
  --include PREFIX     how headers include each other           (feishu/generated)
  --namespace NAME     outermost namespace                      (feishu)
  --only PATH          only this file or folder of the specs, and what it refers to; may be repeated
  --format none        do not format the headers
  --clang-format CMD   the formatter                            (clang-format)
  --check              write nothing; fail when a header in the output folder differs
  --prune              remove generated headers of the output folders that no spec makes any more
  --list-outputs       write nothing; print the paths of all headers
  --depfile FILE       also write the files that were read, as a rule of Make, for the headers or for the stamp
  --stamp FILE         also touch this file, once everything is written
  --errors DIR         also write the error codes of the specs' errors.json: errc.hpp and impl/errc.ipp there
  --api DIR            also write, for each header, one that includes it and its rules; the catalogs go there too
  --api-include PREFIX how those headers include each other     (feishu/api)
  --rules DIR          folder of hand-written rules, <feishu/rules/…>, one header each at most; needs --api
  --table FILE         also write a Markdown table of the endpoints there, between the lines
                       "<!-- endpoints: generated -->" and "<!-- end -->"
  --help               print this

  feishu-codegen --specs specs --out include/acme --include acme --namespace acme

makes specs/v1/order.yaml include/acme/v1/order.hpp with acme::v1::order. CMake has feishu_generate() for this.

Ends with 0; with 1 when --check finds a difference; with 2 when a spec or an option is wrong.
)";

struct option {
    std::string_view name;
    void (*set)(settings&, std::string const&);
};

constexpr option with_value[] = {
    {"--specs", [](settings& s, std::string const& v) { s.specs = v; }},
    {"--out", [](settings& s, std::string const& v) { s.out = v; }},
    {"--include", [](settings& s, std::string const& v) { s.emit.include = v; }},
    {"--namespace", [](settings& s, std::string const& v) { s.emit.root = v; }},
    {"--only", [](settings& s, std::string const& v) { s.only.push_back(v); }},
    {"--clang-format", [](settings& s, std::string const& v) { s.formatter = v; }},
    {"--depfile", [](settings& s, std::string const& v) { s.depfile = v; }},
    {"--stamp", [](settings& s, std::string const& v) { s.stamp = v; }},
    {"--errors", [](settings& s, std::string const& v) { s.errors = v; }},
    {"--api", [](settings& s, std::string const& v) { s.api = v; }},
    {"--api-include", [](settings& s, std::string const& v) { s.emit.api_include = v; }},
    {"--rules", [](settings& s, std::string const& v) { s.emit.rules = v; }},
    {"--table", [](settings& s, std::string const& v) { s.table = v; }},
    {"--format",
     [](settings& s, std::string const& v) {
         if (v != "none" && v != "clang-format")
             fail("--format is none or clang-format");
         s.formatter = v;
     }},
};

constexpr option flags[] = {
    {"--check", [](settings& s, std::string const&) { s.check = true; }},
    {"--prune", [](settings& s, std::string const&) { s.prune = true; }},
    {"--list-outputs", [](settings& s, std::string const&) { s.list_outputs = true; }},
    {"--help",
     [](settings&, std::string const&) {
         std::cout << usage;
         std::exit(0);
     }},
};

// What belongs together.
void complete(settings& s) {
    if (s.specs.empty() || s.out.empty())
        fail("--specs and --out are needed\n" + std::string(usage));
    if (s.api.empty() && (!s.emit.api_include.empty() || !s.emit.rules.empty()))
        fail("--api-include and --rules need --api");
    if (!s.api.empty() && s.emit.api_include.empty())
        s.emit.api_include = "feishu/api";
    if (!s.only.empty() && (s.prune || s.check || !s.table.empty()))
        fail("--prune, --check and --table are about all headers; leave out --only");
}

} // namespace

void fail(std::string const& why) {
    std::cerr << "feishu-codegen: " << why << '\n';
    std::exit(2);
}

settings parse_options(int argc, char** argv) {
    settings out;
    for (int i = 1; i < argc; ++i) {
        std::string_view const name = argv[i];
        auto const flag = std::ranges::find(flags, name, &option::name);
        auto const valued = std::ranges::find(with_value, name, &option::name);
        if (flag != std::end(flags))
            flag->set(out, "");
        else if (valued == std::end(with_value))
            fail("unknown option " + std::string(name) + "\n" + std::string(usage));
        else if (i + 1 == argc)
            fail(std::string(name) + " needs a value");
        else
            valued->set(out, argv[++i]);
    }
    complete(out);
    return out;
}

} // namespace codegen
