#pragma once
// unknown_members: a described member that collects the members that a struct does not describe, so that a
// value that was read is written again without loss:
//
//     struct row { std::string name{}; feishu::json::unknown_members extra{}; };
//     BOOST_DESCRIBE_STRUCT(row, (), (name, extra))
//
// It is not a member on the wire itself.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <boost/json/object.hpp>

#include <feishu/core/validate.hpp>

namespace feishu::json {

/// The members of a JSON object that its struct does not describe, in the document's order. They are written behind
/// the described ones. Numbers keep their value, not their spelling: 1.0 is written as 1, and an integer above 64 bits is
/// the nearest double, as for most readers of JSON. A described member of another JSON kind than described is kept here as well; it is written
/// back unless the described member has got a value since.
struct unknown_members {
    static constexpr bool collects_unknown_members = true;

    boost::json::object members{};

    bool empty() const { return members.empty(); }

    /// Called by `validate`: text must be UTF-8, numbers finite.
    void append_problems(feishu::detail::field_path const& at, violations& found, check_options) const {
        feishu::detail::check_json(members, at, found);
    }

    friend bool operator==(unknown_members const&, unknown_members const&) = default;
};

} // namespace feishu::json
