#include "names.hpp"

#include <algorithm>
#include <array>

namespace codegen {
namespace {

constexpr std::string_view keywords[] = {
    "alignas",   "alignof",  "and",        "asm",       "auto",          "bool",      "break",     "case",
    "catch",     "char",     "class",      "co_await",  "co_return",     "co_yield",  "concept",   "const",
    "consteval", "constexpr", "constinit", "continue",  "decltype",      "default",   "delete",    "do",
    "double",    "else",     "enum",       "explicit",  "export",        "extern",    "false",     "float",
    "for",       "friend",   "goto",       "if",        "inline",        "int",       "long",      "mutable",
    "namespace", "new",      "noexcept",   "not",       "nullptr",       "operator",  "or",        "private",
    "protected", "public",   "register",   "requires",  "return",        "short",     "signed",    "sizeof",
    "static",    "struct",   "switch",     "template",  "this",          "throw",     "true",      "try",
    "typedef",   "typeid",   "typename",   "union",     "unsigned",      "using",     "virtual",   "void",
    "volatile",  "while",    "xor",        "char8_t",   "char16_t",      "char32_t",  "wchar_t",   "thread_local",
    "bitand",    "bitor",    "compl",      "and_eq",    "or_eq",         "xor_eq",    "not_eq",    "static_assert",
    "const_cast", "static_cast", "dynamic_cast", "reinterpret_cast"};

// Macros of the standard headers that generated code includes, directly or not, of GNU dialects, and of windows.h.
constexpr std::string_view macros[] = {
    "errno",    "assert",   "NULL",      "EOF",    "stdin",  "stdout",    "stderr", "linux",    "unix",
    "INFINITY", "NAN",      "HUGE_VAL",  "ERROR",  "IN",     "OUT",       "DELETE", "OPTIONAL", "TRUE",
    "FALSE",    "VOID",     "CONST",     "STRICT", "DOMAIN", "NO_ERROR",  "IGNORE", "OVERFLOW", "UNDERFLOW",
    "ABSOLUTE", "RELATIVE", "interface", "small",  "near",   "far",       "OPAQUE", "CALLBACK", "TRANSPARENT"};

// Types and concepts of the library that a project is, or may be, called like.
constexpr std::string_view library_types[] = {"bot",   "client", "endpoint", "error", "event",
                                              "route", "result", "text",     "token"};

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> out;
    for (;;) {
        auto const at = text.find(separator);
        out.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return out;
        text.remove_prefix(at + 1);
    }
}

std::string join(std::vector<std::string> const& parts, std::string_view separator) {
    std::string out;
    for (auto const& part : parts) {
        if (!out.empty())
            out += separator;
        out += part;
    }
    return out;
}

// A folder may have a dot, the file has an extension.
std::string_view without_extension(std::string_view file) { return file.substr(0, file.rfind('.')); }

bool is_taken(std::string_view name) {
    return std::ranges::find(keywords, name) != std::end(keywords) ||
           std::ranges::find(macros, name) != std::end(macros);
}

} // namespace

bool is_plain_identifier(std::string_view name) {
    auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    auto const capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    bool const reserved = name.find("__") != std::string_view::npos ||
                          (name.size() > 1 && name.front() == '_' && capital(name[1]));
    return !name.empty() && letter(name.front()) && name.back() != '_' && !reserved &&
           std::ranges::all_of(name, [&](char c) { return letter(c) || digit(c); });
}

std::string identifier(std::string_view name, place const& at) {
    if (!is_plain_identifier(name))
        throw spec_error(at, "\"" + std::string(name) + "\" is not a C++ identifier that can be used (letters, "
                                                        "digits and _, no digit first, no _ last, no __, no _A)");
    return std::string(name) + (is_taken(name) ? "_" : "");
}

std::string readable(std::string_view text) {
    std::string out;
    if (text.size() > 1 && (text[0] == '-' || text[0] == '+') && text[1] >= '0' && text[1] <= '9')
        out = text[0] == '-' ? "minus_" : "plus_";
    for (char const c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain)
            out += c;
        else if (!out.empty() && !out.ends_with('_'))
            out += '_';
    }
    while (out.ends_with('_'))
        out.pop_back();
    if (out.empty())
        return "value";
    return out.front() >= '0' && out.front() <= '9' ? "value_" + out : out;
}

unit unit::of(std::string const& file) {
    unit out;
    out.file = file;
    out.parts = split(without_extension(file), '/');
    for (auto& part : out.parts)
        part = identifier(is_plain_identifier(part) ? part : readable(part), {file, ""});
    if (std::ranges::find(library_types, out.parts.front()) != std::end(library_types))
        out.parts.front() += '_';
    out.models = out.parts.back() == "models" || without_extension(file) == "common";
    out.enclosing = out.parts;
    if (out.models)
        out.enclosing.pop_back();
    return out;
}

std::string unit::header() const { return std::string(without_extension(file)) + ".hpp"; }

std::string unit::ns(std::string const& root) const {
    auto const inner = join(enclosing, "::");
    return inner.empty() ? root : root + "::" + inner;
}

std::string type_name(component const& c, unit const& from, std::string const& root,
                      hidden_names const& hidden) {
    auto const home = unit::of(c.file);
    auto const name = identifier(c.name, c.at());
    bool const in_model = home.models && c.schema->enum_.empty();
    auto const tail = (in_model ? "model::" : "") + name;
    if (home.enclosing.empty())
        return root + "::" + tail;
    // Within one project and version the short name is found: `model::message`, `v1::msg_type`.
    bool const neighbours = home.models && from.parts.size() == home.parts.size() &&
                            std::equal(home.enclosing.begin(), home.enclosing.end(), from.parts.begin());
    auto const outer = in_model ? std::string("model") : home.enclosing.back();
    if (neighbours && !hidden.contains(outer))
        return outer + "::" + name;
    return home.ns(root) + "::" + tail;
}

std::string operation_name(std::string const& id, place const& at) {
    auto const name = id.substr(id.rfind('.') + 1);
    return identifier(is_plain_identifier(name) ? name : readable(name), at / "operationId");
}

} // namespace codegen
