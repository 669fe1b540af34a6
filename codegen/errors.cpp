#include "errors.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/json/serialize.hpp>

#include <feishu/json/read.hpp>

#include "names.hpp"

namespace codegen {
namespace {

struct code_entry {
    int code = 0;
    std::string symbol;
    int http = 0;
    std::string kind;
    bool retry = false;
    std::string text;
    std::string advice;
};
BOOST_DESCRIBE_STRUCT(code_entry, (), (code, symbol, http, kind, retry, text, advice))

constexpr std::string_view kinds[] = {"invalid_request", "auth",  "permission", "not_found",  "conflict",
                                      "rate_limit",      "quota", "server",     "unsupported"};

// Refuses an entry that is invalid by itself.
void check_entry(code_entry const& entry, place const& at) {
    identifier(entry.symbol, at / "symbol");
    if (entry.code == 0)
        throw spec_error(at / "code", "0 is not an error code");
    if (entry.http < 100 || entry.http > 599)
        throw spec_error(at / "http", std::to_string(entry.http) + " is not an HTTP status");
    if (std::ranges::find(kinds, entry.kind) == std::end(kinds))
        throw spec_error(at / "kind", "\"" + entry.kind + "\" is not a kind of error");
    for (auto const* text : {&entry.text, &entry.advice})
        if (text->empty() || text->find('\n') != std::string::npos || text->ends_with('\\'))
            throw spec_error(at / (text == &entry.text ? "text" : "advice"), "is one line of text");
}

std::vector<code_entry> read_codes(std::string const& text, std::string const& file) {
    auto codes = feishu::json::read<std::vector<code_entry>>(text, {.strict = true});
    if (!codes)
        throw spec_error({file, ""}, codes.error().message);
    std::set<int> numbers;
    std::set<std::string> symbols{"ok"};
    for (std::size_t i = 0; i < codes->size(); ++i) {
        auto const& entry = (*codes)[i];
        auto const at = place{file, ""} / std::to_string(i);
        check_entry(entry, at);
        if (!numbers.insert(entry.code).second)
            throw spec_error(at / "code", std::to_string(entry.code) + " is a duplicate");
        if (!symbols.insert(entry.symbol).second)
            throw spec_error(at / "symbol", "\"" + entry.symbol + "\" is a duplicate");
    }
    std::ranges::sort(*codes, {}, &code_entry::code);
    return std::move(*codes);
}

std::string literal(std::string const& text) {
    return boost::json::serialize(boost::json::string(text.data(), text.size()));
}

std::string enum_header(std::vector<code_entry> const& codes, std::string const& file,
                        std::string const& root) {
    std::string out = "#pragma once\n// The platform's error codes by name. Generated from codegen/specs/" +
                      file +
                      ": edit that, then run codegen/run.\n\n#include <feishu/core/impl/toolchain.hpp>\n"
                      "FEISHU_CHECK_TOOLCHAIN\n\n#include <string_view>\n\n"
                      "#include <feishu/core/impl/macros.hpp>\n\nnamespace " +
                      root +
                      " {\n\n/// Platform codes, as in `if (e.symbol() == errc::bot_not_in_chat)`.\n"
                      "enum class errc : int {\n    ok = 0, ///< no error\n";
    for (auto const& entry : codes)
        out += "    " + identifier(entry.symbol, {file, ""}) + " = " + std::to_string(entry.code) +
               ", ///< " + entry.text + "\n";
    out +=
        "};\n\n/// Category of an error code.\nenum class errc_kind {\n"
        "    invalid_request, ///< the request is invalid\n"
        "    auth, ///< the token or the credentials of the app are invalid\n"
        "    permission, ///< a scope or permission is missing\n"
        "    not_found, ///< the resource does not exist or was deleted\n"
        "    conflict, ///< the current state does not allow the operation\n"
        "    rate_limit, ///< too many requests\n"
        "    quota, ///< a quota or capacity is exhausted\n"
        "    server, ///< internal error of the platform\n"
        "    unsupported ///< the operation is not supported for this type of resource\n};\n\n"
        "/// What is known about an error code.\nstruct errc_info {\n    int code;\n    std::string_view "
        "symbol;\n"
        "    int http; ///< HTTP status of the response\n    errc_kind kind;\n"
        "    bool retry; ///< whether the same request can succeed within minutes\n"
        "    std::string_view text; ///< description of the error\n"
        "    std::string_view advice; ///< how to resolve it\n};\n\n"
        "/// Looks up a code; nullptr if it is not in the list.\nFEISHU_DECL errc_info const* find_errc(int "
        "code);\n\n"
        "} // namespace " +
        root + "\n\n#ifndef FEISHU_SEPARATE_COMPILATION\n#include <feishu/core/impl/errc.ipp>\n#endif\n";
    return out;
}

std::string table_body(std::vector<code_entry> const& codes, std::string const& file,
                       std::string const& root) {
    std::string out = "#pragma once\n// Generated from codegen/specs/" + file +
                      ": edit that, then run codegen/run.\n\n#include <algorithm>\n#include <iterator>\n\n"
                      "#include <feishu/core/errc.hpp>\n\nnamespace " +
                      root +
                      " {\n\nnamespace detail {\n\n// Ascending by code.\n// clang-format off\n"
                      "inline constexpr errc_info errc_table[] = {\n";
    for (auto const& entry : codes)
        out += "    {" + std::to_string(entry.code) + ", " + literal(entry.symbol) + ", " +
               std::to_string(entry.http) + ", errc_kind::" + entry.kind + ", " +
               (entry.retry ? "true" : "false") + ",\n     " + literal(entry.text) + ",\n     " +
               literal(entry.advice) + "},\n";
    out +=
        "};\n// clang-format on\n\n} // namespace detail\n\nFEISHU_DECL errc_info const* find_errc(int code) "
        "{\n"
        "    auto const found = std::ranges::lower_bound(detail::errc_table, code, {}, &errc_info::code);\n"
        "    return found != std::end(detail::errc_table) && found->code == code ? found : nullptr;\n}\n\n"
        "} // namespace " +
        root + "\n";
    return out;
}

} // namespace

std::map<std::string, std::string> emit_errors(std::string const& text, std::string const& file,
                                               std::string const& root) {
    auto const codes = read_codes(text, file);
    return {{"errc.hpp", enum_header(codes, file, root)}, {"impl/errc.ipp", table_body(codes, file, root)}};
}

} // namespace codegen
