#include "struct_order.hpp"

#include <algorithm>

namespace codegen {
namespace {

constexpr std::size_t max_nesting = 200;

// Calls `f` for every shared type that a schema refers to, and says whether a list or a map holds it. Types without
// properties are written out where they are used, so what they refer to counts too.
template <class F>
void for_each_ref(library const& specs, openapi::schema const& s, place const& at, bool held, F const& f,
                  std::size_t depth = 0) {
    if (depth == max_nesting)
        throw spec_error(at, "types refer to each other more than " + std::to_string(max_nesting) + " deep");
    if (!s.ref.empty()) {
        auto const c = specs.resolve(s.ref, at);
        if (c.schema->enum_.empty() && c.schema->properties.empty())
            for_each_ref(specs, *c.schema, c.at(), held, f, depth + 1);
        else
            f(c, held);
    }
    if (s.items)
        for_each_ref(specs, *s.items, at / "items", true, f, depth + 1);
    if (s.additionalProperties)
        for_each_ref(specs, *s.additionalProperties, at / "additionalProperties", true, f, depth + 1);
    for (std::size_t i = 0; i < s.oneOf.size(); ++i)
        for_each_ref(specs, s.oneOf[i], at / "oneOf" / std::to_string(i), held, f, depth + 1);
    for (auto const& [name, property] : s.properties)
        for_each_ref(specs, property, at / "properties" / name, held, f, depth + 1);
}

struct edge {
    std::string to;
    bool held; // by a list or map, for which an incomplete type is enough
};

class orderer {
public:
    orderer(library const& specs, std::string const& file, ordered_map<openapi::schema> const& schemas)
        : file_(file) {
        for (auto const& [name, schema] : schemas)
            if (schema.enum_.empty() && !schema.properties.empty())
                for_each_ref(specs, schema, place{file, "/components/schemas"} / name, false,
                             [&, &from = name](component const& c, bool held) {
                                 if (c.file == file && c.schema->enum_.empty())
                                     edges_[from].push_back({c.name, held});
                             });
    }

    void visit(std::string const& name) {
        if (!done_.insert(name).second)
            return;
        if (open_.size() == max_nesting)
            throw spec_error(place{file_, "/components/schemas"} / name,
                             "structs contain each other more than " + std::to_string(max_nesting) + " deep");
        open_.push_back(name);
        for (auto const& e : edges_[name])
            follow(name, e);
        open_.pop_back();
        complete_.insert(name);
        out_.names.push_back(name);
    }

    struct_order take() { return std::move(out_); }

private:
    void follow(std::string const& from, edge const& e) {
        bool const open = std::ranges::find(open_, e.to) != open_.end();
        if (e.held && e.to == from)
            return; // complete enough for that
        if (e.held && (open || leads_to(e.to, from))) {
            if (!complete_.contains(e.to))
                out_.declared_first.insert(e.to);
        } else if (open) {
            out_.boxed[from].insert(e.to);
            if (e.to != from)
                out_.declared_first.insert(e.to);
        } else {
            visit(e.to);
        }
    }

    bool leads_to(std::string const& from, std::string const& to) {
        std::set<std::string> seen{from};
        std::vector<std::string> next{from};
        while (!next.empty()) {
            auto const name = std::move(next.back());
            next.pop_back();
            for (auto const& e : edges_[name]) {
                if (e.to == to)
                    return true;
                if (seen.insert(e.to).second)
                    next.push_back(e.to);
            }
        }
        return false;
    }

    std::string const& file_;
    std::map<std::string, std::vector<edge>> edges_;
    std::set<std::string> done_; // or on the way
    std::set<std::string> complete_;
    std::vector<std::string> open_;
    struct_order out_;
};

} // namespace

struct_order order_structs(library const& specs, std::string const& file, ordered_map<openapi::schema> const& schemas) {
    orderer order(specs, file, schemas);
    for (auto const& [name, schema] : schemas)
        if (schema.enum_.empty() && !schema.properties.empty())
            order.visit(name);
    return order.take();
}

} // namespace codegen
