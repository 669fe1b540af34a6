// Bytes as one spec, parsed and made into headers. Whatever comes: headers or spec_errors, nothing
// else; each error names the file; what is made of a spec is the same twice. The
// same bytes are read as JSON and as YAML.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DFEISHU_SEPARATE_COMPILATION -Icodegen … codegen.cpp

#include <cstdint>
#include <map>
#include <string>

#include "broken.hpp"
#include "emit.hpp"
#include "errors.hpp"
#include "library.hpp"

namespace {

/// What the specs refer to when they refer to others.
constexpr auto common = R"({"openapi":"3.1.0","info":{"title":"C","version":"1"},"components":{"schemas":{
    "e":{"type":"string","enum":["a","b"]},"s":{"type":"object","properties":{"n":{"type":"integer"}}},
    "l":{"type":"array","items":{"$ref":"#/components/schemas/s"}}}}})";

void generate(std::string const& file, std::string const& text) {
    try {
        auto const specs = codegen::library::parse({{file, text}, {"common.json", common}});
        auto const made = codegen::emit_all(specs, {});
        codegen::emit_table(specs);
        if (made != codegen::emit_all(specs, {}))
            broken("the same headers twice", text);
    } catch (codegen::spec_errors const& e) {
        if (e.list().empty())
            broken("an error says what it is", text);
        for (auto const& d : e.list())
            if (d.at.file != file && d.at.file != "common.json")
                broken("an error names the file", d.text());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const text(reinterpret_cast<char const*>(data), size);
    generate("x/v1/y.json", text);
    generate("x/v1/y.yaml", text);
    try {
        codegen::emit_errors(text, "errors.json", "feishu");
    } catch (codegen::spec_error const& e) {
        if (!std::string(e.what()).starts_with("errors.json#"))
            broken("an error names the file", e.what());
    }
    return 0;
}
