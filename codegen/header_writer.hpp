#pragma once
// header_writer: one C++ header in the making. Its parts are written by enums.cpp, structs.cpp, endpoints.cpp and
// events.cpp.

#include <functional>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/impl/static_list.hpp>

#include "emit.hpp"
#include "hidden_names.hpp"
#include "library.hpp"
#include "names.hpp"
#include "security.hpp"
#include "types.hpp"

namespace codegen {

// BOOST_DESCRIBE_STRUCT and BOOST_DESCRIBE_ENUM take at most 52 names.
constexpr std::size_t max_described = 52;

constexpr auto rename_it = "; rename one";
constexpr auto add_title = "; give the inline object a `title` of its own: it becomes the struct's name";

/// A member on its way into a struct.
struct member {
    std::string name;   ///< on the wire
    std::string symbol{}; ///< in C++
    openapi::schema const* schema = nullptr;
    std::string description{};
    bool required = false;
    place at{};
    bool deduced = false;   ///< is worked out from another member when it is left out
    std::string use{};      ///< of message content: an enumerator of content_usage
    bool parameter = false; ///< of the path, query or headers: a default is its initializer and is sent
    std::string nested{};   ///< the struct of its inline object, once it is named
    std::string where{};    ///< of an endpoint: an enumerator of location
    bool named = true;      ///< its symbol is its name, or was given; others are numbered where they clash
};

/// Gives a member the C++ name of what is called `name` on the wire: `given` (an x-feishu-name), or that name, in
/// readable letters. `at` is the schema or parameter.
void name_member(member& m, std::string const& given, place const& at);

/// Numbers the names that were made of others, where they are taken.
void separate_names(std::vector<member>& members);

/// The properties of an object schema.
std::vector<member> members_of(openapi::schema const& s, place const& at);

/// The members of a request or a response. Throws spec_error unless the schema is an object with properties.
std::vector<member> members_of(located const& whole);

/// A struct to be written. `prefix` qualifies it in its description, which stands outside; `head` comes first in its
/// body and `tail` last.
struct blueprint {
    std::string name;
    std::string doc;
    std::vector<member> members;
    place at;
    std::string indent{};
    std::string prefix{};
    std::string head{};
    std::string tail{};
};

/// An endpoint of an operation: each media type of the request body makes one.
struct variant {
    std::string id;
    std::string media_type{}; ///< empty without a body
    openapi::schema const* body = nullptr;
};

/// The first one has the operation's id; the `title` of the other ones' schemas stands for the method.
std::vector<variant> variants_of(openapi::operation const& op, place const& at);

/// An endpoint on its way into a struct.
struct endpoint_draft {
    std::string const& path;
    std::string const& verb;
    openapi::operation const& op;
    place const& at;
    variant const& which;
    std::vector<member> members{};
    std::string format{};   ///< of the body, as in endpoint_spec; empty for the default
    std::string envelope{}; ///< the same
};

/// True for a media type whose body is a text or file as it is.
bool is_raw_body(std::string const& media_type);

/// As many values as a list of the constants holds itself.
template <class T, std::size_t Capacity>
constexpr std::size_t capacity_of(feishu::static_list<T, Capacity> const&) {
    return Capacity;
}

/// True for the headers that this project ships.
bool is_own(emit_options const& options);

/// One header in the making.
class header_writer {
public:
    header_writer(library const& specs, emit_options const& options, unit const& from,
                  outer_names const& outer, std::set<std::string> const& requested, diagnostics& wrong);

    contents const& declared() const { return declared_; }
    std::set<std::string> const& includes() const { return includes_; }

    std::string finish(openapi::document const& document);

private:
    // Where a response's own fields are, and their schema when there are any.
    struct response_shape {
        std::string envelope; // as in endpoint_spec; empty for the default, data
        openapi::schema const* fields = nullptr;
        place at{};
    };

    // While it lives, what members and their structs are called means nothing else.
    class hiding {
    public:
        hiding(header_writer& h, std::vector<member> const& members) : header_(h) {
            for (auto const& m : members) {
                names_.push_back(m.symbol);
                if (!m.nested.empty())
                    names_.push_back(m.nested);
            }
            for (auto const& name : names_)
                header_.hidden_.insert(name);
        }
        ~hiding() {
            for (auto const& name : names_)
                header_.hidden_.erase(name);
        }
        hiding(hiding const&) = delete;
        hiding& operator=(hiding const&) = delete;

    private:
        header_writer& header_;
        std::vector<std::string> names_;
    };

    // Everything that gets a name is declared, so that no two things of one scope have the same.
    void declare(std::string const& scope, std::string const& name, place const& at,
                 std::string_view advice = {});
    void refuse_taken(std::string const& scope, std::string const& name, place const& at,
                      std::string_view advice) const;
    void declare_type(std::string const& scope, std::string const& name, place const& at, bool nested);
    std::string frame(openapi::document const& document);
    // Types of common.json are found in each API's own namespace too: im::user_id_type.
    std::string shared_names();
    std::string own_includes();
    type_context context() { return {specs_, from_, options_.root, includes_, hidden_, &boxed_}; }
    std::string ours(std::string_view name) { return library_name(name, context()); }
    bool has_common() const { return specs_.documents().contains("common.json"); }

    void emit_enums(openapi::document const& document);
    void emit_enum(std::string const& name, openapi::schema const& schema, place const& at);
    std::string describe_enum(std::string const& type, std::vector<std::string> const& symbols);

    void emit_models(openapi::document const& document);
    // The name of the struct. A nested one that is the same as an earlier one of this header, with the same words about
    // its members, becomes an alias of that; then it is that one's name.
    std::string emit_struct(blueprint s, role r);
    // A struct of this header, as the code being written can name it.
    std::string reachable(std::string const& type) const;
    // `members` are those of `base`, if there is one.
    void describe(std::string const& type, std::vector<std::string> const& members, std::string const& base = {});
    // The nested structs and what they are called, for comparison.
    std::string emit_nested(blueprint const& s, std::string const& path, role r);
    // Where the inline object of a member is.
    static place place_of(openapi::schema const& object, member const& m);
    // Names the structs of inline objects: one entry of `items` is an `item`, the value of `event` is `event_data`;
    // numbered where the name is taken.
    static void name_nested(blueprint& s, bool endpoint);
    // How members are called on the wire, where C++ cannot call them so.
    static std::string wire_names(std::vector<member> const& members, std::string const& indent);
    // Which of the members of one name is where.
    std::string locations(std::vector<member> const& members);
    void emit_member(member const& m, role r, std::string const& indent);
    bool holds_incomplete(openapi::schema const& s, place const& at) const;
    // A member of a body that is not set is not sent: its default is the platform's, and only documented.
    static std::string default_note(std::string const& preset, cpp_type const& type);
    std::string optional(std::string const& type);
    void flush_descriptions();

    void emit_paths(openapi::document const& document);
    void emit_operation(std::string const& path, std::string const& verb, openapi::operation const& op,
                        place const& at);
    void emit_endpoint(std::string const& path, std::string const& verb, openapi::operation const& op,
                       place const& at, variant const& which);
    // Those of the path first.
    std::vector<member> parameters_of(openapi::operation const& op, place const& at);
    // An endpoint has a `spec` and a `response`; members of these names get the underscore of keywords.
    static void keep_own_names(std::vector<member>& members);
    // A path parameter is never empty, whatever its type: that needs no limit of its own.
    openapi::schema const* without_minimum(openapi::schema const& s);
    member parameter(openapi::parameter const& p, place const& at);
    // A form, a query, a header carry text: what has no type is text there, and objects have no place.
    void as_text(member& m, std::string const& part);
    bool is_object_body(variant const& which, place const& at) const;
    // The only member of a body that is not an object with members.
    member whole_body(variant const& which, place const& at, bool required);
    static void separate_body(std::vector<member>& members);
    void add_body(endpoint_draft& e);
    // Typed content knows its msg_type, so a msg_type beside `content` is derived if omitted; it stands
    // behind content, for `reply(id, content)`. What is created, replied or edited decides which kinds fit.
    static void type_message_content(std::vector<member>& body, std::string_view operation);
    response_shape response_of(openapi::operation const& op, std::string const& path, place const& at);
    // Of a response that is not an object with properties: one with that as its only property.
    response_shape value_response(openapi::schema const& s, place const& at);
    // The struct with its nested `response` last, when it has one. `spec` is written inside too.
    void emit_with_response(blueprint s, role r, std::function<std::string()> const& spec,
                            std::optional<response_shape> const& answered, role response_role);
    void emit_response(blueprint const& s, response_shape const& answered, role r);
    std::string spec_constant(endpoint_draft const& e);
    // `.name = {…}`, or an array beside the spec where there are too many.
    struct constant_list {
        std::string arrays{}; // declarations before the spec
        std::string value{};  // its initializer; empty for none
    };
    constant_list list_constant(std::string const& name, std::string const& type,
                                std::vector<std::string> const& values, std::size_t capacity) const;
    static std::string colon_path(std::string const& path);
    static std::string tokens_text(access const& a, std::string const& type);
    constant_list scopes_constant(std::string const& name, std::vector<std::vector<std::string>> const& groups);
    static std::string rate_text(openapi::operation const& op, place const& at);
    std::string app_types_text(openapi::operation const& op, place const& at);

    void emit_webhooks(openapi::document const& document);
    void emit_event(std::string const& type, openapi::operation const& op, place const& at);
    std::string event_constant(std::string const& type, openapi::operation const& op, place const& at);

    library const& specs_;
    emit_options const& options_;
    unit const& from_;
    std::set<std::string> const& requested_;
    diagnostics& wrong_;
    std::set<std::string> includes_;
    hidden_names hidden_; // what the library's names may be taken for
    std::set<std::string> names_;       // declared, with their scope
    std::map<std::string, std::string> shapes_; // what structs consist of, and the first one's name
    std::string scope_;                 // of structs outside any other
    std::set<std::string> boxed_;       // what the struct being written can only have in a box
    std::set<std::string> incomplete_;  // declared, not yet written
    std::string body_;
    std::string describes_;
    contents declared_;
    std::list<openapi::schema> amended_; // stable addresses
};

} // namespace codegen
