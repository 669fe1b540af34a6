#pragma once
// The endpoints of the library as the command line shows them: their constants, and the texts of catalog_texts.cpp, which
// embed.py writes from what the structs say.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include <feishu/core/endpoint_spec.hpp>

namespace cli {

/// The texts of one endpoint.
struct endpoint_text {
    std::string_view id;
    std::string_view summary;
    std::string_view
        json; ///< {"summary", "members": [{"name", "in", "required", "description", "schema"}], "response"}
};

/// Sorted by id.
std::span<endpoint_text const> endpoint_texts();
/// The OpenAPI document of everything.
std::string_view openapi_document();

/// One endpoint.
struct entry {
    std::size_t index; ///< in feishu::all
    feishu::endpoint_spec const* spec;
    endpoint_text const* text;

    /// `text->json`, read.
    boost::json::object describe() const;
};

/// All endpoints, in the order of the catalog.
std::vector<entry> entries();

/// The endpoint with this id. Errors: usage_error, with the ids that come closest.
entry find_entry(std::string_view id);

/// Of `candidates`, the one that `name` probably is a misspelling of; empty if none is near.
std::string_view closest(std::string_view name, std::span<std::string_view const> candidates);

/// " (did you mean X?)", or nothing.
std::string did_you_mean(std::string_view name, std::span<std::string_view const> candidates);

} // namespace cli
