#pragma once
// Type erasure of elements.

#include <string>
#include <string_view>
#include <utility>

#include <boost/json/value.hpp>

#include <feishu/core/validate.hpp>
#include <feishu/json/write.hpp>

namespace feishu::card::detail {

/// The immutable value of an element.
class element_body {
public:
    virtual ~element_body() = default;
    virtual void const* type() const = 0;
    virtual std::string_view tag() const = 0;
    virtual void append_json(std::string& out, json::level level) const = 0;
    virtual void append_problems(feishu::detail::field_path const& at, violations& found,
                                 check_options options) const = 0;
};

// Its address identifies the type.
template <class E>
inline constexpr char type_key = 0;

template <class E>
class typed_body final : public element_body {
public:
    explicit typed_body(E of) : value(std::move(of)) {}
    typed_body(E of, boost::json::value&& from) : value(std::move(of)), source_(std::move(from)) {}

    void const* type() const override { return &type_key<E>; }
    std::string_view tag() const override { return E::tag; }
    void append_json(std::string& out, json::level level) const override {
        if (!source_.is_null())
            json::detail::append_json(out, source_, level == json::level::embedded);
        else
            json::detail::append_value(out, json::encoder_of<E>, &value, level, {});
    }
    void append_problems(feishu::detail::field_path const& at, violations& found,
                         check_options options) const override {
        violations own;
        feishu::detail::check_members(value, feishu::detail::field_path{}, own, options,
                                      reflect::member_descriptors<E>{});
        for (auto const& problem : own)
            if (!is_given_otherwise(problem))
                feishu::detail::report(found, at, problem);
    }

    E value;

private:
    // A required member of another JSON type is in `unknown`; the check of the whole card reports its type.
    bool is_given_otherwise(violation const& problem) const {
        return problem.rule == rule::required && value.unknown.members.contains(problem.field);
    }

    boost::json::value source_; // as it was read; null for elements that were not read
};

} // namespace feishu::card::detail
