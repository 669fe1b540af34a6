#include "node.hpp"

#ifdef FEISHU_CODEGEN_YAML

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <boost/json/string.hpp>
#include <yaml.h>

namespace codegen {
namespace {

constexpr int max_yaml_depth = 256;
constexpr std::size_t max_values = 2'000'000; // aliases of aliases can stand for more than any memory holds
constexpr auto too_large = "nests too deeply, or aliases make it too large";

// One event of libyaml's parser.
class event {
public:
    event() = default;
    event(event const&) = delete;
    event& operator=(event const&) = delete;
    ~event() { yaml_event_delete(&raw); }

    yaml_event_t raw{};
};

std::string text_of(yaml_char_t const* text) {
    return text == nullptr ? std::string() : std::string(reinterpret_cast<char const*>(text));
}

// What an alias of a value adds to a document.
struct extent {
    std::size_t values = 1;
    int height = 1;
};

extent extent_of(node const& n) {
    extent out;
    auto const add = [&](node const& inner) {
        auto const part = extent_of(inner);
        out.values += part.values;
        out.height = std::max(out.height, part.height + 1);
    };
    for (auto const& item : n.items)
        add(item);
    for (auto const& [key, value] : n.members)
        add(value);
    return out;
}

// Pointers of a value that an alias puts elsewhere; line and column remain those of the anchor.
void relocate(node& n, std::string const& pointer) {
    n.at.pointer = pointer;
    for (std::size_t i = 0; i < n.items.size(); ++i)
        relocate(n.items[i], (place{{}, pointer} / std::to_string(i)).pointer);
    for (auto& [key, value] : n.members)
        relocate(value, (place{{}, pointer} / key).pointer);
}

boost::json::value number_of(std::string_view text) {
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

// The core schema of YAML 1.2: `yes` and `on` are text.
void resolve_plain(node& out) {
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

// One document.
class yaml_reader {
public:
    yaml_reader(std::string const& file, std::string const& text, diagnostics& wrong)
        : file_(file), wrong_(wrong) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<unsigned char const*>(text.data()),
                                     text.size());
    }
    yaml_reader(yaml_reader const&) = delete;
    yaml_reader& operator=(yaml_reader const&) = delete;
    ~yaml_reader() { yaml_parser_delete(&parser_); }

    node whole() {
        event e;
        next(e); // the stream
        next(e);
        if (e.raw.type != YAML_DOCUMENT_START_EVENT)
            throw spec_error({file_, ""}, "is not one YAML document");
        next(e);
        auto out = value(e, {file_, ""}, 0);
        next(e); // the document's end
        next(e);
        if (e.raw.type != YAML_STREAM_END_EVENT)
            throw spec_error(here(e, {file_, ""}), "is not one YAML document");
        return out;
    }

private:
    void next(event& e) {
        yaml_event_delete(&e.raw);
        if (yaml_parser_parse(&parser_, &e.raw) != 0)
            return;
        auto const& mark = parser_.error == YAML_SCANNER_ERROR || parser_.error == YAML_PARSER_ERROR
                               ? parser_.problem_mark
                               : parser_.mark;
        throw spec_error({file_, "", static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1},
                         std::string("invalid YAML: ") +
                             (parser_.problem != nullptr ? parser_.problem : "it cannot be read"));
    }

    static place here(event const& e, place at) {
        at.line = static_cast<int>(e.raw.start_mark.line) + 1;
        at.column = static_cast<int>(e.raw.start_mark.column) + 1;
        return at;
    }

    // The value that begins with `e`.
    node value(event const& e, place const& at, int depth) {
        node out;
        out.at = here(e, at);
        if (depth == max_yaml_depth || ++values_ > max_values)
            throw spec_error(out.at, too_large);
        std::string anchor;
        if (e.raw.type == YAML_ALIAS_EVENT)
            return alias(text_of(e.raw.data.alias.anchor), out.at, depth);
        if (e.raw.type == YAML_MAPPING_START_EVENT) {
            anchor = text_of(e.raw.data.mapping_start.anchor);
            map(out, depth);
        } else if (e.raw.type == YAML_SEQUENCE_START_EVENT) {
            anchor = text_of(e.raw.data.sequence_start.anchor);
            list(out, depth);
        } else {
            anchor = text_of(e.raw.data.scalar.anchor);
            scalar(e, out);
        }
        if (!anchor.empty())
            anchors_[anchor] = {out, extent_of(out)};
        return out;
    }

    node alias(std::string const& name, place const& at, int depth) {
        auto const found = anchors_.find(name);
        if (found == anchors_.end())
            throw spec_error(at, "the alias has no anchor &" + name + " before it");
        auto const& [kept, size] = found->second;
        values_ += size.values;
        if (values_ > max_values || depth + size.height > max_yaml_depth)
            throw spec_error(at, too_large);
        auto out = kept;
        relocate(out, at.pointer);
        return out;
    }

    void map(node& out, int depth) {
        out.type = node::kind::map;
        std::set<std::string> keys;
        event e;
        for (next(e); e.raw.type != YAML_MAPPING_END_EVENT; next(e)) {
            auto const at = here(e, out.at);
            if (e.raw.type != YAML_SCALAR_EVENT)
                throw spec_error(at, "a key is not text");
            std::string const key(reinterpret_cast<char const*>(e.raw.data.scalar.value),
                                  e.raw.data.scalar.length);
            if (key == "<<")
                throw spec_error(at, "merge keys (<<) are not part of YAML 1.2; use $ref or allOf");
            next(e);
            auto inner = value(e, at / key, depth + 1);
            inner.at = at / key;
            if (keys.insert(key).second)
                out.members.push_back({key, std::move(inner)});
            else
                wrong_.add(at / key, "the key \"" + key + "\" stands twice in one object");
        }
    }

    void list(node& out, int depth) {
        out.type = node::kind::list;
        event e;
        for (next(e); e.raw.type != YAML_SEQUENCE_END_EVENT; next(e))
            out.items.push_back(value(e, out.at / std::to_string(out.items.size()), depth + 1));
    }

    static void scalar(event const& e, node& out) {
        auto const& from = e.raw.data.scalar;
        out.text.assign(reinterpret_cast<char const*>(from.value), from.length);
        out.type = node::kind::string;
        out.scalar = boost::json::string(out.text.data(), out.text.size());
        if (from.tag == nullptr && from.style == YAML_PLAIN_SCALAR_STYLE)
            resolve_plain(out);
    }

    std::string const& file_;
    diagnostics& wrong_;
    yaml_parser_t parser_{};
    std::map<std::string, std::pair<node, extent>> anchors_;
    std::size_t values_ = 0;
};

} // namespace

node read_yaml(std::string const& file, std::string const& text, diagnostics& wrong) {
    return yaml_reader(file, text, wrong).whole();
}

} // namespace codegen

#else

namespace codegen {

node read_yaml(std::string const& file, std::string const&, diagnostics&) {
    throw spec_error({file, ""}, "is YAML, and this generator was built without libyaml; install libyaml-dev "
                                 "and build it again, or convert the file to JSON");
}

} // namespace codegen

#endif
