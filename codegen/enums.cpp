#include "header_writer.hpp"

#include <feishu/core/impl/describe.hpp>

#include "text.hpp"

namespace codegen {

void header_writer::emit_enums(openapi::document const& document) {
    for (auto const& [name, schema] : document.components.schemas)
        if (!schema.enum_.empty())
            wrong_.attempt([&, &key = name, &type = schema] {
                emit_enum(key, type, place{from_.file, "/components/schemas"} / key);
            });
}

void header_writer::emit_enum(std::string const& name, openapi::schema const& schema, place const& at) {
    auto const symbols = enum_symbols(schema, at);
    auto const type = identifier(name, at);
    declare_type("", type, at, false);
    bool const numeric = schema.type == "integer";
    bool mapped = !schema.enum_names.empty();
    std::string values;
    std::string names;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        auto const wire = json_text_of(schema.enum_[i]);
        mapped = mapped || feishu::reflect::wire_name(symbols[i]) != wire;
        values += (i == 0 ? "" : ", ") + symbols[i] + (numeric ? " = " + wire : "");
        names += "    case " + type + "::" + symbols[i] + ": return " + string_literal(wire) + ";\n";
    }
    body_ += comment(schema.description, "");
    body_ += "enum class " + type + (numeric ? " : int" : "") + " { " + values + " };\n";
    body_ += describe_enum(type, symbols);
    if (numeric)
        body_ += "constexpr bool feishu_wire_is_number(" + type + ") { return true; }\n";
    else if (mapped)
        body_ += "constexpr std::string_view feishu_wire_name(" + type + " value) {\n    switch (value) {\n" +
                 names + "    }\n    return {};\n}\n";
    body_ += "\n";
}

std::string header_writer::describe_enum(std::string const& type, std::vector<std::string> const& symbols) {
    if (symbols.size() <= max_described)
        return "BOOST_DESCRIBE_ENUM(" + type + ", " + comma_list(symbols) + ")\n";
    std::string out = "BOOST_DESCRIBE_ENUM_BEGIN(" + type + ")\n";
    for (auto const& symbol : symbols)
        out += "BOOST_DESCRIBE_ENUM_ENTRY(" + type + ", " + symbol + ")\n";
    return out + "BOOST_DESCRIBE_ENUM_END(" + type + ")\n";
}

} // namespace codegen
