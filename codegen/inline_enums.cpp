#include "inline_enums.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
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
    enum_mover(node& document, std::set<std::string> const& outer) : document_(document), outer_(outer) {
        for (auto const& [name, schema] : shared().members)
            taken_.insert(name);
        each_operation([&](node const&, std::string const& name) { taken_.insert(name); });
    }

    void run() {
        for (auto& [name, schema] : shared().members)
            children(schema, name, name);
        each_operation([&](node& op, std::string const& name) { operation(op, name); });
        for (auto& name : order_)
            shared().members.push_back({name, std::move(made_.at(name))});
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
        auto const qualified = readable(owner) + "_" + base;
        auto name = base;
        for (int i = 1;; ++i) {
            if (auto const mine = made_.find(name); mine != made_.end() && same_values(mine->second, type))
                return name;
            if (!outer_.contains(name) && taken_.insert(name).second)
                break;
            name = i == 1 ? qualified : qualified + "_" + std::to_string(i);
        }
        made_.emplace(name, type);
        order_.push_back(name);
        return name;
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
    std::set<std::string> const& outer_; // taken in every document
    std::set<std::string> taken_;
    std::map<std::string, node> made_;
    std::vector<std::string> order_; // of those
};

} // namespace

void name_inline_enums(std::map<std::string, node>& documents, diagnostics& wrong) {
    std::set<std::string> outer{"std", "boost", "feishu", "model", "spec", "response"};
    for (auto const& [file, document] : documents)
        wrong.attempt([&, &name = file] {
            for (auto const& part : unit::of(name).parts)
                outer.insert(part);
        });
    for (auto& [file, document] : documents)
        wrong.attempt([&, &tree = document] {
            prepare(tree);
            enum_mover(tree, outer).run();
        });
}

} // namespace codegen
