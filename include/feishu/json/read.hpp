#pragma once
// JSON into described structs, as the bytes arrive: a SAX parser writes straight into the members.
//
//     auto value = feishu::json::read<my_struct>(text);            // result<my_struct>
//     reader in(object); in.feed(part1); in.feed(part2); in.finish();
//
// Tolerant of the sender: unknown members are skipped (or collected, see unknown_members.hpp), absent or null is the
// default, numbers may come as strings and strings as numbers, ids as {"open_id": …, "union_id": …, "user_id": …} and
// the reverse. A value of another JSON kind than described costs only itself: it is skipped and
// recorded in `notes`.
// Strict with JSON itself: syntax, UTF-8, depth and size. An error names the path and the byte offset.

#include <cstddef>
#include <memory>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/json/impl/binding.hpp>
#include <feishu/json/notes.hpp>

namespace feishu::json {

/// Limits on what is read, and how strictly.
struct read_options {
    std::size_t max_depth = 64;        ///< nested objects and lists
    std::size_t max_bytes = 64u << 20; ///< of the document
    bool strict = false;               ///< a value of another JSON kind is an error, as it is to the platform
    json::notes* notes = nullptr;      ///< gets what was skipped; outlives the reader
};

/// Reads one JSON document into an object that outlives the reader, in pieces of any size.
class reader {
public:
    /// `target` is an object of the type that `type` describes.
    FEISHU_DECL reader(void* target, binding const& type, read_options options = {});

    template <class T>
    explicit reader(T& target, read_options options = {}) : reader(&target, binding_of<T>, options) {}

    FEISHU_DECL reader(reader&&) noexcept;
    FEISHU_DECL reader& operator=(reader&&) noexcept;
    FEISHU_DECL ~reader();

    /// Takes the next piece. False once the document cannot be read; `finish` says why.
    FEISHU_DECL bool feed(std::string_view part);

    /// Ends the document. Errors: kind decode, with path and byte offset in the message and the path in `field`.
    FEISHU_DECL result<void> finish();

private:
    struct impl;
    std::unique_ptr<impl> impl_;
};

/// Reads a whole document into `target`; members it does not mention keep their values.
template <class T>
result<void> read_into(T& target, std::string_view text, read_options options = {}) {
    reader in(target, options);
    in.feed(text);
    return in.finish();
}

/// Reads a whole document.
template <class T>
result<T> read(std::string_view text, read_options options = {}) {
    auto value = feishu::detail::unchecked_construct::make<T>();
    if (auto done = read_into(value, text, options); !done)
        return std::move(done).error();
    return value;
}

/// Reads one value from text that is not JSON (a path or query parameter): strings as they are, numbers and
/// booleans by their digits and words, a list one entry a call. False when the text does not fit.
FEISHU_DECL bool assign_text(void* target, binding const& type, std::string_view text);

} // namespace feishu::json

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/json/impl/read.ipp>
#endif
