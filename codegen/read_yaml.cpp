#include <charconv>
#include <set>

#include "node.hpp"

#ifdef FEISHU_CODEGEN_YAML
#include <boost/json/parse.hpp>
#include <yaml-cpp/yaml.h>
#endif

namespace codegen {

#ifdef FEISHU_CODEGEN_YAML

namespace {

constexpr int max_depth = 256;
constexpr int max_values = 2'000'000; // aliases of aliases can stand for more than any memory holds

class converter {
public:
    explicit converter(diagnostics& wrong) : wrong_(wrong) {}

    node value(YAML::Node const& from, place const& parent, int depth) {
        node out;
        out.at = parent;
        out.at.line = from.Mark().line + 1;
        out.at.column = from.Mark().column + 1;
        if (depth == max_depth || ++values_ > max_values)
            throw spec_error(out.at, "nests too deeply, or aliases make it too large");
        if (from.IsMap())
            map(from, out, depth);
        else if (from.IsSequence())
            list(from, out, depth);
        else if (from.IsScalar())
            scalar(from, out);
        return out;
    }

private:
    void map(YAML::Node const& from, node& out, int depth) {
        out.type = node::kind::map;
        std::set<std::string> keys;
        for (auto const& entry : from) {
            place at = out.at;
            at.line = entry.first.Mark().line + 1;
            at.column = entry.first.Mark().column + 1;
            if (!entry.first.IsScalar())
                throw spec_error(at, "a key is not text");
            auto const key = entry.first.Scalar();
            if (key == "<<")
                throw spec_error(at, "merge keys (<<) are not part of YAML 1.2; use $ref or allOf");
            if (!keys.insert(key).second) {
                wrong_.add(at / key, "the key \"" + key + "\" stands twice in one object");
                continue;
            }
            auto inner = value(entry.second, at / key, depth + 1);
            inner.at = at / key;
            out.members.push_back({key, std::move(inner)});
        }
    }

    void list(YAML::Node const& from, node& out, int depth) {
        out.type = node::kind::list;
        for (auto const& item : from)
            out.items.push_back(value(item, out.at / std::to_string(out.items.size()), depth + 1));
    }

    // The core schema of YAML 1.2: `yes` and `on` are text.
    static void scalar(YAML::Node const& from, node& out) {
        out.text = from.Scalar();
        out.type = node::kind::string;
        out.scalar = boost::json::string(out.text.data(), out.text.size());
        if (from.Tag() != "?") // quoted, or with a tag
            return;
        auto const& text = out.text;
        if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") {
            out.type = node::kind::null;
            out.scalar = nullptr;
        } else if (text == "true" || text == "True" || text == "TRUE") {
            out.type = node::kind::boolean;
            out.scalar = true;
        } else if (text == "false" || text == "False" || text == "FALSE") {
            out.type = node::kind::boolean;
            out.scalar = false;
        } else if (auto number = number_of(text); !number.is_null()) {
            out.type = node::kind::number;
            out.scalar = std::move(number);
        }
    }

    static boost::json::value number_of(std::string_view text) {
        if (text.starts_with('+'))
            text.remove_prefix(1);
        if (text.empty() || text.find_first_not_of("+-.0123456789eE") != std::string_view::npos ||
            text.find_first_of("0123456789") == std::string_view::npos)
            return {};
        std::int64_t whole = 0;
        if (auto const r = std::from_chars(text.data(), text.data() + text.size(), whole);
            r.ec == std::errc() && r.ptr == text.data() + text.size())
            return whole;
        double real = 0;
        if (auto const r = std::from_chars(text.data(), text.data() + text.size(), real);
            r.ec == std::errc() && r.ptr == text.data() + text.size())
            return real;
        return {};
    }

    diagnostics& wrong_;
    int values_ = 0;
};

} // namespace

node read_yaml(std::string const& file, std::string const& text, diagnostics& wrong) try {
    auto const documents = YAML::LoadAll(text);
    if (documents.size() != 1)
        throw spec_error({file, ""}, "is not one YAML document");
    return converter(wrong).value(documents.front(), {file, ""}, 0);
} catch (YAML::Exception const& e) {
    throw spec_error({file, "", e.mark.line + 1, e.mark.column + 1}, "invalid YAML: " + e.msg);
}

#else

node read_yaml(std::string const& file, std::string const&, diagnostics&) {
    throw spec_error({file, ""},
                     "is YAML, and this generator was built without yaml-cpp; install libyaml-cpp-dev "
                     "and build it again, or convert the file to JSON");
}

#endif

} // namespace codegen
