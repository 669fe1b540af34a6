#pragma once
// node: a JSON or YAML document as a tree that knows where each of its values stands.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/value.hpp>

namespace codegen {

/// A place in a spec: what an editor opens, and the JSON pointer.
struct place {
    std::string file;    ///< relative to the spec folder
    std::string pointer; ///< JSON pointer
    int line = 0;        ///< from 1; 0 when it is not known
    int column = 0;      ///< from 1

    /// The place of a member; its line and column are those of the container.
    place operator/(std::string_view name) const;
};

/// What is wrong with a spec, and where.
struct diagnostic {
    place at;
    std::string message;

    /// file#pointer: message.
    std::string text() const { return at.file + "#" + at.pointer + ": " + message; }
};

/// One thing that is wrong with a spec.
class spec_error : public std::runtime_error {
public:
    spec_error(place at, std::string const& what) : spec_error(diagnostic{std::move(at), what}) {}
    explicit spec_error(diagnostic d) : std::runtime_error(d.text()), report_(std::move(d)) {}

    diagnostic const& report() const { return report_; }

private:
    diagnostic report_;
};

/// Everything that is wrong with the specs, in the order of files and lines.
class spec_errors : public std::runtime_error {
public:
    explicit spec_errors(std::vector<diagnostic> list);

    std::vector<diagnostic> const& list() const { return list_; }

private:
    std::vector<diagnostic> list_;
};

/// Collects what is wrong, so that a run reports all of it.
class diagnostics {
public:
    void add(place at, std::string message) { list_.push_back({std::move(at), std::move(message)}); }

    /// Runs `f`; a spec_error that it throws is collected.
    template <class F>
    void attempt(F&& f) {
        try {
            f();
        } catch (spec_error const& e) {
            list_.push_back(e.report());
        }
    }

    std::vector<diagnostic> const& list() const { return list_; }
    bool empty() const { return list_.empty(); }

private:
    std::vector<diagnostic> list_;
};

/// A value of a document. Members keep their order.
struct node {
    enum class kind { null, boolean, number, string, list, map };
    struct member;

    kind type = kind::null;
    boost::json::value scalar{}; ///< of booleans, numbers and strings
    std::string text{};          ///< of scalars: as written
    std::vector<node> items;     ///< of lists
    std::vector<member> members; ///< of maps
    place at{};

    bool is(kind k) const { return type == k; }
    bool is_true() const { return type == kind::boolean && scalar.as_bool(); }
    bool is_string(std::string_view s) const { return type == kind::string && text == s; }

    /// The member of a map, or nullptr.
    node const* find(std::string_view key) const;
    node* find(std::string_view key);
    /// Puts a member at the end, or replaces the value of the one that is there.
    node& set(std::string_view key, node value);
    void erase(std::string_view key);

    /// A new value that stands where `at` is.
    static node of_string(std::string_view text, place const& at);
    static node of_list(place const& at);
    static node of_map(place const& at);

    /// The same as a JSON value.
    boost::json::value json() const;
};

struct node::member {
    std::string key;
    node value;
};

/// "a string", "a list", …
std::string_view name_of(node::kind k);

/// Reads a JSON document. Throws spec_error where it is malformed; duplicate keys are collected in `wrong`.
node read_json(std::string const& file, std::string const& text, diagnostics& wrong);

/// The same for YAML 1.2. Throws spec_error when the generator was built without libyaml.
node read_yaml(std::string const& file, std::string const& text, diagnostics& wrong);

} // namespace codegen
