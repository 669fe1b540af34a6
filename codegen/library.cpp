#include "library.hpp"

#include <fstream>
#include <sstream>

#include <feishu/json/read.hpp>

namespace codegen {

namespace fs = std::filesystem;

place place::operator/(std::string_view name) const {
    place inner = *this;
    inner.pointer += '/';
    for (char const c : name) { // RFC 6901
        if (c == '~')
            inner.pointer += "~0";
        else if (c == '/')
            inner.pointer += "~1";
        else
            inner.pointer += c;
    }
    return inner;
}

library library::load(fs::path const& root) {
    std::map<std::string, std::string> texts;
    if (!fs::is_directory(root))
        throw spec_error({root.string(), ""}, "is not a folder");
    for (auto const& entry : fs::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file() || entry.path().extension() != ".json")
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        texts[fs::relative(entry.path(), root).generic_string()] = text.str();
    }
    return parse(texts);
}

library library::parse(std::map<std::string, std::string> const& texts) {
    library out;
    for (auto const& [file, text] : texts) {
        // A folder of specs may hold other JSON, such as a list of error codes.
        auto const first = text.find_first_not_of(" \t\r\n");
        if (first != std::string::npos && text[first] == '[')
            continue;
        auto document = feishu::json::read<openapi::document>(text, {.strict = true});
        if (!document)
            throw spec_error({file, ""}, document.error().message);
        if (!document->openapi.starts_with("3.1"))
            throw spec_error({file, "/openapi"}, "is \"" + document->openapi + "\", an OpenAPI 3.1 document is needed");
        out.documents_[file] = std::move(*document);
    }
    return out;
}

component library::resolve(std::string const& ref, place const& from) const {
    auto const hash = ref.find('#');
    constexpr std::string_view prefix = "/components/schemas/";
    if (hash == std::string::npos || ref.compare(hash + 1, prefix.size(), prefix) != 0)
        throw spec_error(from / "$ref", "\"" + ref + "\" does not lead to #/components/schemas");
    component found;
    found.name = ref.substr(hash + 1 + prefix.size());
    found.file = hash == 0 ? from.file
                           : (fs::path(from.file).parent_path() / ref.substr(0, hash)).lexically_normal().generic_string();
    auto const document = documents_.find(found.file);
    if (document == documents_.end())
        throw spec_error(from / "$ref", "there is no file " + found.file);
    found.schema = document->second.components.schemas.find(found.name);
    if (found.schema == nullptr)
        throw spec_error(from / "$ref", found.file + " has no schema " + found.name);
    return found;
}

} // namespace codegen
