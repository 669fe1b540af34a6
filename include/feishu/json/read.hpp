#pragma once
// Reads JSON into described structs while the bytes arrive: a SAX parser that writes directly into the
// members.
//
//     auto value = feishu::json::read<my_struct>(text);            // result<my_struct>
//     reader in(object); in.feed(part1); in.feed(part2); in.finish();
//
// It is tolerant of the sender: unknown members are skipped (or collected, see unknown_members.hpp), absent
// or null is the default, numbers may be strings and strings numbers, ids may be {"open_id": …, "union_id":
// …, "user_id": …} and vice versa. A value of another JSON kind than described is skipped and recorded in
// `notes`; the rest is kept. It is strict about JSON itself: syntax, UTF-8, depth and size. An error names
// the path and the byte offset.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <memory>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/json/impl/binding.hpp>
#include <feishu/json/read_options.hpp>

namespace feishu::json {

namespace detail {

class document_reader;

FEISHU_DECL result<void> read_document(void* target, binding const& type, std::string_view text,
                                       read_options const& options);

} // namespace detail

/// Reads one JSON document, in pieces of any size, into an object.
///
/// Thread safety: one thread at a time.
/// Lifetimes: the target object, its binding and `read_options::notes` outlive the reader.
class reader {
public:
    /// `target` is an object of the type that `type` describes.
    FEISHU_DECL reader(void* target, binding const& type, read_options options = {});

    /// The same for a target of static type.
    template <class T>
    explicit reader(T& target, read_options options = {}) : reader(&target, binding_of<T>, options) {}

    FEISHU_DECL reader(reader&&) noexcept;
    FEISHU_DECL reader& operator=(reader&&) noexcept;
    FEISHU_DECL ~reader();

    /// Reads the next piece. False once the document cannot be read; `finish` returns the error.
    FEISHU_DECL bool feed(std::string_view part);

    /// Ends the document.
    /// Errors: kind decode, with path and byte offset in the message and the path in `field`.
    FEISHU_DECL result<void> finish();

private:
    std::unique_ptr<detail::document_reader> impl_;
};

/// Reads a whole document into `target`; members that it does not contain keep their values.
/// Errors: those of reader::finish.
template <class T>
result<void> read_into(T& target, std::string_view text, read_options options = {}) {
    return detail::read_document(&target, binding_of<T>, text, options);
}

/// Reads a whole document.
/// Errors: those of reader::finish.
template <class T>
result<T> read(std::string_view text, read_options options = {}) {
    auto value = feishu::detail::unchecked_construct::make<T>();
    if (auto done = read_into(value, text, options); !done)
        return std::move(done).error();
    return value;
}

/// Reads one value from text that is not JSON (a path or query parameter): strings as they are, numbers from
/// digits, booleans from `true`, `false`, `1` and `0`; a list gets one entry per call. False if the text has
/// another form.
FEISHU_DECL bool assign_text(void* target, binding const& type, std::string_view text);

} // namespace feishu::json

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/json/impl/read.ipp>
#endif
