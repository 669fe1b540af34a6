#pragma once
// Small specs, and what the generator makes of them.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "emit.hpp"
#include "library.hpp"

namespace test {

using texts = std::map<std::string, std::string>;

/// An OpenAPI document around `rest`, its members after `info`.
inline std::string document(std::string const& rest) {
    return R"({"openapi":"3.1.0","info":{"title":"A test","version":"1"},)" + rest + "}";
}

/// Shared types only.
inline std::string schemas(std::string const& members) {
    return document(R"("components":{"schemas":{)" + members + "}}");
}

/// One endpoint, x.v1.y.send, with these members of the operation; `reply` is the schema of its
/// response, if any.
inline std::string endpoint(std::string const& members, std::string const& reply = "",
                            std::string const& path = "/open-apis/x/v1/y") {
    auto const content = reply.empty() ? "" : R"("content":{"application/json":{"schema":)" + reply + "}}";
    return document(R"("paths":{")" + path +
                    R"(":{"post":{"operationId":"x.v1.y.send","responses":{"200":{)" + content + "}}" +
                    (members.empty() ? "" : ",") + members + "}}}");
}

/// The `requestBody` of an operation: an object with these properties.
inline std::string body(std::string const& properties, std::string const& required = "") {
    return R"("requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{)" +
           properties + R"(},"required":[)" + required + "]}}}}";
}

/// The envelope of a response with these properties in `data`.
inline std::string data(std::string const& properties) {
    return R"({"type":"object","properties":{"data":{"type":"object","properties":{)" + properties + "}}}}";
}

/// Runs of white space are one blank, so that line breaks do not matter.
inline std::string squeezed(std::string_view text) {
    std::string out;
    for (char const c : text) {
        bool const blank = c == ' ' || c == '\n';
        if (!blank || (!out.empty() && out.back() != ' '))
            out += blank ? ' ' : c;
    }
    return out;
}

/// The header made of `file`.
inline std::string header(texts const& files, std::string const& file = "x/v1/y.hpp",
                          codegen::emit_options const& options = {}) {
    return squeezed(codegen::emit_all(codegen::library::parse(files), options).structs.at(file));
}
inline std::string header(std::string const& text) { return header(texts{{"x/v1/y.json", text}}); }

/// The declarations made of request members.
inline std::string request(std::string const& properties, std::string const& required = "") {
    return header(endpoint(body(properties, required)));
}

/// The declarations made of members of a response.
inline std::string reply(std::string const& properties) { return header(endpoint("", data(properties))); }

/// All that the generator finds wrong.
inline std::vector<codegen::diagnostic> problems(texts const& files) {
    try {
        codegen::emit_all(codegen::library::parse(files), {});
        return {};
    } catch (codegen::spec_errors const& e) {
        return e.list();
    }
}

/// The first thing that the generator finds wrong; empty when nothing is.
inline std::string problem(texts const& files) {
    auto const all = problems(files);
    return all.empty() ? "" : all.front().text();
}
inline std::string problem(std::string const& text) { return problem(texts{{"x/v1/y.json", text}}); }

/// Where the properties of `body()` are.
inline std::string const in_body =
    "x/v1/y.json#/paths/~1open-apis~1x~1v1~1y/post/requestBody/content/application~1json/schema";

/// Where the operation of `endpoint()` is.
inline std::string const in_operation = "x/v1/y.json#/paths/~1open-apis~1x~1v1~1y/post";

/// True when `text` contains `part`; prints both when not.
inline boost::test_tools::predicate_result has(std::string const& text, std::string const& part) {
    boost::test_tools::predicate_result out(text.find(part) != std::string::npos);
    out.message() << "no \"" << part << "\" in:\n" << text;
    return out;
}

} // namespace test
