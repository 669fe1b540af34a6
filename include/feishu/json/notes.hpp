#pragma once
// notes: the values that a reader skipped. Reading is tolerant: a value of another JSON kind than described
// (an object where a string is described, say) is skipped, and everything else is kept. Pass `notes` to get
// the list:
//
//     feishu::json::notes notes;
//     auto value = feishu::json::read<my_struct>(text, {.notes = &notes});
//     for (auto const& note : notes.items)
//         log(note.to_string());                       // "items[3].n: expected a number, got a list"

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace feishu::json {

/// One skipped value.
struct note {
    std::string path{};          ///< where, `items[3].sender.id`
    std::string_view expected{}; ///< the described kind: "a string", "a number", "a list", …; a constant
    std::string_view got{};      ///< the kind in the document: "an object", "true", …; a constant

    /// "path: expected a string, got an object".
    std::string to_string() const {
        std::string out = path;
        if (!out.empty())
            out += ": ";
        append_message(out);
        return out;
    }

    /// The same without the path, appended.
    void append_message(std::string& out) const {
        out += "expected ";
        out += expected;
        out += ", got ";
        out += got;
        if (got == expected)
            out += " that does not fit";
    }

    friend bool operator==(note const&, note const&) = default;
};

/// The values that one or more reads skipped; the first `max_items` are kept, all are counted. It holds paths
/// and kinds but no values of the document, so it can be logged.
///
/// Thread safety: that of a value.
struct notes {
    static constexpr std::size_t max_items = 32; ///< how many are kept

    std::vector<note> items{}; ///< in document order
    std::size_t count = 0;     ///< all of them, kept or not

    /// True when nothing was skipped.
    bool empty() const { return count == 0; }

    /// Counts `one`, and keeps it if there is room.
    void add(note one) {
        if (++count <= max_items)
            items.push_back(std::move(one));
    }

    /// One line, "a: expected a string, got a list; b: …"; empty when nothing was skipped.
    std::string to_string() const {
        std::string out;
        for (auto const& one : items) {
            if (!out.empty())
                out += "; ";
            out += one.to_string();
        }
        if (count > items.size())
            out += "; and " + std::to_string(count - items.size()) + " more";
        return out;
    }
};

} // namespace feishu::json
