#pragma once
// types: which C++ type a schema becomes, and how a member of that type is declared.

#include <set>
#include <string>
#include <string_view>

#include "hidden_names.hpp"
#include "library.hpp"
#include "names.hpp"

namespace codegen {

/// Where a struct is used: what may be left out of a request is optional, a response is read tolerantly.
enum class role { request, response };

/// How an absent value of a type looks.
enum class absence {
    by_optional, ///< needs std::optional
    by_itself,   ///< has an empty state that is not sent: lists, open enums, times
};

/// A C++ type as written in a header.
struct cpp_type {
    std::string name;
    absence absent = absence::by_optional;
    bool scalar = false;                          ///< needs an initializer even in a response
    openapi::schema const* enumeration = nullptr; ///< for enums: where the enumerators are
    std::string enum_name{};                      ///< for enums: the enum itself
};

/// What turning schemas into types needs to know and finds out.
struct type_context {
    library const& specs;
    unit const& from;
    std::string root;
    std::set<std::string>& includes;          ///< files of specs, and headers in <>
    hidden_names const& hidden;               ///< names declared around the code being written
    std::set<std::string> const* boxed = nullptr; ///< structs of the same file that contain the one being written
    int depth = 0;                            ///< shared types without a name of their own, one inside the other
};

/// True for a `format` of strings that has a C++ type; others are plain strings.
bool is_own_format(std::string_view format);

/// The one of these that a format was probably meant to be; empty if there is none.
std::string similar_format(std::string_view format);

/// `field`, or `feishu::field` where plain `field` means something else.
std::string library_name(std::string_view name, type_context const& context);

/// `nested` is the name of a struct declared beside the member, for an inline object; empty when there is none.
cpp_type type_of(openapi::schema const& s, place const& at, std::string const& nested, role r,
                 type_context const& context);

/// A schema and where it stands.
struct located {
    openapi::schema const* schema;
    place at;
};

/// `s`, or what it refers to in the end.
located follow(openapi::schema const& s, place const& at, library const& specs);

/// The text of a default as C++ writes it; lists and objects as JSON. Throws spec_error when `type` cannot have it.
std::string default_text(openapi::schema const& s, place const& at, cpp_type const& type, library const& specs);

/// The default of a list as C++ initializes it: {1, 2}. Throws spec_error when the list cannot have it.
std::string list_default(openapi::schema const& s, place const& at, type_context const& context);

/// The object without a name that the struct of a member holds, or nullptr.
openapi::schema const* inline_object(openapi::schema const& s);

/// The symbol of each value of an enum, in order.
std::vector<std::string> enum_symbols(openapi::schema const& s, place const& at);

/// The value of an enum, default or limit as text.
std::string json_text_of(boost::json::value const& value);

} // namespace codegen
