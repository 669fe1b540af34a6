#include "check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/event.hpp>

#include "header_writer.hpp"
#include "names.hpp"
#include "servers.hpp"
#include "types.hpp"

namespace codegen {
namespace {

constexpr auto no_place_for_upload = "an upload is a property of a multipart/form-data body, nothing else";

bool has_upload(openapi::schema const& s) {
    for (auto const& [name, property] : s.properties)
        if (property.format == "binary" || (property.items && property.items->format == "binary"))
            return true;
    return false;
}

// Schemas, wherever they are.
class schema_check {
public:
    schema_check(library const& specs, diagnostics& wrong, bool upload_fits)
        : specs_(specs), wrong_(wrong), upload_fits_(upload_fits) {}

    /// `depth` 1 is a member of the whole.
    void operator()(openapi::schema const& s, place const& at, int depth = 0) const {
        if (!s.ref.empty())
            wrong_.attempt([&] {
                if (has_upload(*specs_.resolve(s.ref, at).schema) && !(upload_fits_ && depth == 0))
                    throw spec_error(at / "$ref", no_place_for_upload);
            });
        if (s.format == "binary" && !(upload_fits_ && depth == 1))
            wrong_.add(at / "format", no_place_for_upload);
        if (s.items) // a property may be a list of uploads
            (*this)(*s.items, at / "items", depth == 1 ? 1 : depth + 1);
        if (s.additionalProperties)
            (*this)(*s.additionalProperties, at / "additionalProperties", depth + 1);
        for (std::size_t i = 0; i < s.oneOf.size(); ++i)
            (*this)(s.oneOf[i], at / "oneOf" / std::to_string(i), depth + 1);
        for (auto const& [name, property] : s.properties)
            (*this)(property, at / "properties" / name, depth + 1);
    }

private:
    library const& specs_;
    diagnostics& wrong_;
    bool upload_fits_;
};

std::vector<std::string> placeholders_of(std::string const& path, place const& at) {
    std::vector<std::string> out;
    for (std::size_t begin = 1; begin < path.size();) {
        auto const end = std::min(path.find('/', begin), path.size());
        auto const segment = path.substr(begin, end - begin);
        begin = end + 1;
        bool const braced = segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
        auto const name = braced ? segment.substr(1, segment.size() - 2) : segment;
        if (name.find_first_of("{}") != std::string::npos || name.starts_with(':'))
            throw spec_error(at, "\"" + segment + "\" is neither text nor a {placeholder}");
        if (braced)
            out.push_back(name);
    }
    return out;
}

// One endpoint.
class endpoint_check {
public:
    endpoint_check(library const& specs, diagnostics& wrong, place const& path)
        : specs_(specs), wrong_(wrong), path_(path) {}

    void operator()(std::string const& address, openapi::operation const& op, place const& at) const {
        host_of(op, at);
        if (!address.starts_with('/'))
            throw spec_error(path_, "a path begins with /");
        if (address.find_first_of("?#") != std::string::npos)
            throw spec_error(path_, "a path has no query; describe it as `parameters` in query");
        auto const placeholders = placeholders_of(address, path_);
        if (placeholders.size() > feishu::max_placeholders)
            throw spec_error(path_, std::to_string(placeholders.size()) + " parameters in a path; " +
                                        std::to_string(feishu::max_placeholders) + " are possible");
        std::set<std::pair<std::string, std::string>> parameters; // place and name
        check_parameters(op.parameters, at / "parameters", placeholders, parameters);
        for (auto const& name : placeholders)
            if (!parameters.contains({"path", name}))
                throw spec_error(at / "parameters", "there is none for {" + name + "}");
        check_body(op, at / "requestBody" / "content");
    }

private:
    void check_parameters(std::vector<openapi::parameter> const& list, place const& at,
                          std::vector<std::string> const& placeholders,
                          std::set<std::pair<std::string, std::string>>& parameters) const {
        for (std::size_t i = 0; i < list.size(); ++i) {
            auto const& p = list[i];
            auto const here = at / std::to_string(i);
            if (!parameters.emplace(p.in, p.name).second)
                throw spec_error(here / "name", "a second parameter \"" + p.name + "\"");
            if (p.in == "path" && std::ranges::find(placeholders, p.name) == placeholders.end())
                throw spec_error(here / "name", "the path has no {" + p.name + "}");
            schema_check(specs_, wrong_, false)(p.schema, here / "schema");
        }
    }

    void check_body(openapi::operation const& op, place const& at) const {
        if (!op.requestBody)
            return;
        for (auto const& [type, media] : op.requestBody->content) {
            bool const multipart = type == "multipart/form-data";
            if (is_raw_body(type))
                continue;
            schema_check(specs_, wrong_, multipart)(media.schema, at / type / "schema");
            bool const uploads = has_upload(*follow(media.schema, at / type / "schema", specs_).schema);
            if (multipart && !uploads)
                throw spec_error(at / type, "needs a property of format binary");
        }
    }

    library const& specs_;
    diagnostics& wrong_;
    place path_;
};

void check_responses(library const& specs, diagnostics& wrong, openapi::operation const& op,
                     place const& at) {
    for (auto const& [status, response] : op.responses)
        for (auto const& [type, media] : response.content)
            if (type == "application/json")
                schema_check(specs, wrong, false)(media.schema,
                                                  at / "responses" / status / "content" / type / "schema");
}

void check_endpoints(library const& specs, diagnostics& wrong, std::string const& file,
                     openapi::document const& document) {
    for (auto const& [path, item] : document.paths) {
        auto const at = place{file, "/paths"} / path;
        std::pair<char const*, std::optional<openapi::operation> const*> const operations[] = {
            {"get", &item.get},
            {"post", &item.post},
            {"put", &item.put},
            {"patch", &item.patch},
            {"delete", &item.delete_}};
        for (auto const& [verb, op] : operations)
            if (*op) {
                wrong.attempt([&, &address = path, &one = *op, here = at / verb] {
                    endpoint_check(specs, wrong, at)(address, *one, here);
                    check_responses(specs, wrong, *one, here);
                });
            }
    }
}

void check_event(library const& specs, diagnostics& wrong, openapi::path_item const& item, place const& at) {
    if (!item.post || !item.post->requestBody || item.post->requestBody->content.size() != 1)
        throw spec_error(at, "an event is a post operation with one JSON request body");
    auto const& [format, media] = *item.post->requestBody->content.begin();
    schema_check(specs, wrong, false)(media.schema,
                                      at / "post" / "requestBody" / "content" / format / "schema");
    check_responses(specs, wrong, *item.post, at / "post");
}

void check_events(library const& specs, diagnostics& wrong, std::string const& file,
                  openapi::document const& document) {
    for (auto const& [type, item] : document.webhooks)
        wrong.attempt([&, &event = item, at = place{file, "/webhooks"} / type] {
            check_event(specs, wrong, event, at);
        });
}

// Every namespace with what it is in and a file that makes it.
using inner_namespaces = std::map<std::vector<std::string>, std::map<std::string, std::string>>;

inner_namespaces namespaces_of(library const& specs) {
    inner_namespaces out;
    for (auto const& [file, document] : specs.documents()) {
        std::vector<std::string> outer;
        for (auto const& name : unit::of(file).enclosing) {
            out[outer].emplace(name, file);
            outer.push_back(name);
        }
    }
    return out;
}

// An enum beside a namespace of the same name: im/v1/models.json#chat and im/v1/chat.json.
void check_enum_names(inner_namespaces const& inner, unit const& models, openapi::document const& document) {
    auto const beside = inner.find(models.enclosing);
    if (!models.models || beside == inner.end())
        return;
    for (auto const& [name, schema] : document.components.schemas)
        if (auto const found = beside->second.find(name);
            !schema.enum_.empty() && found != beside->second.end())
            throw spec_error(place{models.file, "/components/schemas"} / name,
                             "has the name of a namespace, because of " + found->second + "; rename one");
}

} // namespace

void check(library const& specs, diagnostics& wrong) {
    auto const inner = namespaces_of(specs);
    for (auto const& [file, document] : specs.documents()) {
        auto const here = unit::of(file);
        if (here.parts.back() == "all" && here.parts.size() <= 2)
            wrong.add({file, ""}, "all.hpp is the header of everything; rename the file");
        for (auto const& part : here.parts)
            if (part == "std" || part == "boost" || part == "feishu" || part == "model")
                wrong.add({file, ""}, "\"" + part + "\" is a namespace that generated code needs");
        for (auto const& [name, schema] : document.components.schemas)
            schema_check(specs, wrong, true)(schema, place{file, "/components/schemas"} / name);
        wrong.attempt([&, &content = document] { check_enum_names(inner, here, content); });
        check_endpoints(specs, wrong, file, document);
        check_events(specs, wrong, file, document);
    }
}

} // namespace codegen
