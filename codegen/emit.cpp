#include "emit.hpp"

#include "catalogs.hpp"
#include "check.hpp"
#include "header_writer.hpp"
#include <algorithm>

namespace codegen {
namespace {

// Every shared struct that a request body or our response to a callback leads to: what may be left out of them is
// optional.
class request_reach {
public:
    explicit request_reach(library const& specs) : specs_(specs) {
        for (auto const* documents : {&specs.documents(), &specs.left_out()})
            for (auto const& [file, document] : *documents)
                begin(file, document);
        while (!open_.empty()) {
            auto const next = std::move(open_.back());
            open_.pop_back();
            walk(*next.schema, next.at());
        }
    }

    std::set<std::string> const& found() const { return found_; }

private:
    void begin(std::string const& file, openapi::document const& document) {
        for (auto const& [path, item] : document.paths)
            for (auto const* op : {&item.get, &item.post, &item.put, &item.patch, &item.delete_})
                if (*op && (*op)->requestBody)
                    for (auto const& [type, media] : (*op)->requestBody->content)
                        walk(media.schema, {file, "/paths"});
        for (auto const& [type, item] : document.webhooks)
            if (item.post)
                for (auto const& [status, response] : item.post->responses)
                    for (auto const& [format, media] : response.content)
                        walk(media.schema, {file, "/webhooks"});
    }

    void walk(openapi::schema const& s, place const& at) {
        if (!s.ref.empty())
            if (auto c = specs_.resolve(s.ref, at); found_.insert(c.file + "#" + c.name).second)
                open_.push_back(std::move(c));
        if (s.items)
            walk(*s.items, at);
        if (s.additionalProperties)
            walk(*s.additionalProperties, at);
        for (auto const& part : s.oneOf)
            walk(part, at);
        for (auto const& [name, property] : s.properties)
            walk(property, at);
    }

    library const& specs_;
    std::set<std::string> found_;
    std::vector<component> open_; // found, not yet walked through
};

void append(contents& to, contents const& from) {
    to.endpoints.insert(to.endpoints.end(), from.endpoints.begin(), from.endpoints.end());
    to.events.insert(to.events.end(), from.events.begin(), from.events.end());
}

using include_graph = std::map<std::string, std::set<std::string>>; // files of specs

// Headers that include each other do not compile.
void refuse_circles(include_graph included) {
    // Takes away what depends on nothing that is left, until nothing is left or only circles are.
    for (bool progress = true; progress;) {
        progress = false;
        for (auto file = included.begin(); file != included.end();) {
            bool const waits = std::ranges::any_of(
                file->second, [&](std::string const& other) { return included.contains(other); });
            progress = progress || !waits;
            file = waits ? std::next(file) : included.erase(file);
        }
    }
    if (!included.empty())
        throw spec_error({included.begin()->first, ""},
                         "refers to a file that refers back to it; move what both need to a third one");
}

} // namespace

namespace {

// The headers, as far as nothing is wrong.
generated_headers emit_checked(library const& specs, emit_options const& options, diagnostics& wrong) {
    request_reach const reach(specs);
    outer_names const outer(specs);
    bool const joined = !options.api_include.empty();
    generated_headers out;
    auto& front = joined ? out.api : out.structs;
    std::map<std::string, contents> by_project;
    std::map<std::string, std::set<std::string>> headers;
    include_graph included;
    for (auto const& [file, document] : specs.documents()) {
        auto const from = unit::of(file);
        header_writer h(specs, options, from, outer, reach.found(), wrong);
        out.structs[from.header()] = h.finish(document);
        included[file] = h.includes();
        if (joined)
            out.api[from.header()] = api_header(options, from, included[file]);
        if (h.declared().endpoints.empty() && h.declared().events.empty())
            continue;
        auto const project = file.substr(0, file.find_first_of("/."));
        append(by_project[project], h.declared());
        headers[project].insert(from.header());
    }
    wrong.attempt([&] { refuse_circles(included); });
    contents everything;
    std::set<std::string> all_headers;
    for (auto const& [project, found] : by_project) {
        append(everything, found);
        all_headers.insert(headers[project].begin(), headers[project].end());
        if (front.contains(project + ".hpp")) // a project of one file is its own catalog
            continue;
        front[project + "/all.hpp"] =
            catalog_header(options, options.root + "::" + unit::of(project + ".json").parts.front(),
                           "Everything of " + project + ".", headers[project], found);
    }
    front["all.hpp"] = catalog_header(
        options, options.root, "Every endpoint and event that the specs describe.", all_headers, everything);
    return out;
}

} // namespace

generated_headers emit_all(library const& specs, emit_options const& options) {
    diagnostics wrong;
    generated_headers out;
    check(specs, wrong);
    if (wrong.empty())
        wrong.attempt([&] { out = emit_checked(specs, options, wrong); });
    if (!wrong.empty())
        throw spec_errors(specs.locate(wrong.list()));
    return out;
}

} // namespace codegen
