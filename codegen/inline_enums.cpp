#include "inline_enums.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "names.hpp"

namespace codegen {
namespace {

constexpr std::string_view verbs[] = {"get", "post", "put", "patch", "delete"};

// Makes place for the shared schemas of a document.
void prepare(node& document) {
    if (document.find("components") == nullptr)
        document.set("components", node::of_map(document.at));
    auto& components = *document.find("components");
    if (components.find("schemas") == nullptr)
        components.set("schemas", node::of_map(components.at));
}

// The enums of one document.
class enum_mover {
public:
    enum_mover(node& document, std::set<std::string> taken) : document_(document), taken_(std::move(taken)) {
        for (auto const& [name, schema] : shared().members)
            taken_.insert(name);
        each_operation([&](node const&, std::string const& name) { taken_.insert(name); });
    }

    void run() {
        std::vector<std::string> names;
        for (auto const& [name, schema] : shared().members)
            names.push_back(name);
        for (auto const& name : names) // what moves is put behind these, so no iterator is kept
            moved(name, [&](node& schema) { children(schema, name, name); });
        each_operation([&](node& op, std::string const& name) { operation(op, name); });
    }

private:
    node& shared() { return *document_.find("components")->find("schemas"); }

    template <class F>
    void each_operation(F const& f) {
        for (auto const* group : {"paths", "webhooks"})
            if (auto* items = document_.find(group))
                for (auto& [path, item] : items->members)
                    for (auto const verb : verbs)
                        if (auto* op = item.find(verb))
                            if (auto const* id = op->find("operationId"))
                                f(*op, id->text.substr(id->text.rfind('.') + 1));
    }

    // Works on a copy of a shared schema, since the list of them grows meanwhile.
    template <class F>
    void moved(std::string const& name, F const& f) {
        auto schema = *shared().find(name);
        f(schema);
        *shared().find(name) = std::move(schema);
    }

    void operation(node& op, std::string const& name) {
        if (auto* parameters = op.find("parameters"))
            for (auto& p : parameters->items)
                schema(*p.find("schema"), name, p.find("name")->text);
        if (auto* body = op.find("requestBody"))
            content(*body, name);
        if (auto* responses = op.find("responses"))
            for (auto& [status, response] : responses->members)
                content(response, name);
    }

    void content(node& payload, std::string const& name) {
        if (auto* types = payload.find("content"))
            for (auto& [type, media] : types->members)
                if (auto* s = media.find("schema"))
                    children(*s, name, name);
    }

    void schema(node& s, std::string const& owner, std::string const& name) {
        if (s.find("enum") != nullptr)
            move(s, owner, name);
        else
            children(s, owner, name);
    }

    void children(node& s, std::string const& owner, std::string const& name) {
        for (auto const* key : {"items", "additionalProperties"})
            if (auto* inner = s.find(key))
                schema(*inner, owner, name);
        if (auto* parts = s.find("oneOf"))
            for (auto& part : parts->items)
                schema(part, owner, name);
        if (auto* properties = s.find("properties"))
            for (auto& [property, inner] : properties->members)
                schema(inner, name, property);
    }

    // The schema keeps what belongs to its place: its default, its description.
    void move(node& s, std::string const& owner, std::string const& name) {
        auto type = node::of_map(s.at);
        for (auto const* key : {"type", "format", "description", "enum", "x-feishu-enum-names"})
            if (auto const* value = s.find(key))
                type.set(key, *value);
        auto reference = node::of_map(s.at);
        for (auto const* key : {"description", "default", "x-feishu-optional"})
            if (auto const* value = s.find(key))
                reference.set(key, *value);
        auto const* wish = s.find("x-feishu-name");
        auto const found = name_for(type, owner, wish != nullptr ? wish->text : name);
        reference.set("$ref", node::of_string("#/components/schemas/" + found, s.at));
        s = std::move(reference);
    }

    // The name of an equal enum, or a free one.
    std::string name_for(node const& type, std::string const& owner, std::string const& wish) {
        auto const base = readable(wish);
        std::vector<std::string> candidates{base, readable(owner) + "_" + base};
        for (int i = 2; i < 1000; ++i)
            candidates.push_back(candidates[1] + "_" + std::to_string(i));
        for (auto const& name : candidates) {
            if (auto const* mine = made_.count(name) != 0 ? shared().find(name) : nullptr;
                mine != nullptr && same_values(*mine, type))
                return name;
            if (!taken_.insert(name).second)
                continue;
            made_.insert(name);
            shared().set(name, type);
            return name;
        }
        throw spec_error(type.at, "too many enums are called " + base + "; give it an x-feishu-name");
    }

    static bool same_values(node const& a, node const& b) {
        for (auto const* key : {"type", "enum", "x-feishu-enum-names"}) {
            auto const* x = a.find(key);
            auto const* y = b.find(key);
            if ((x == nullptr) != (y == nullptr) || (x != nullptr && x->json() != y->json()))
                return false;
        }
        return true;
    }

    node& document_;
    std::set<std::string> taken_;
    std::set<std::string> made_;
};

} // namespace

void name_inline_enums(std::map<std::string, node>& documents, diagnostics& wrong) {
    std::set<std::string> taken{"std", "boost", "feishu", "model", "spec", "response"};
    for (auto const& [file, document] : documents)
        wrong.attempt([&, &name = file] {
            for (auto const& part : unit::of(name).parts)
                taken.insert(part);
        });
    for (auto& [file, document] : documents)
        wrong.attempt([&, &tree = document] {
            prepare(tree);
            enum_mover(tree, taken).run();
        });
}

} // namespace codegen
