#include "arguments.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <feishu/core/impl/utf8.hpp>

#include "problem.hpp"

namespace cli {
namespace {

namespace json = boost::json;

std::string_view view(json::string const& text) { return {text.data(), text.size()}; }

std::string_view text_at(json::object const& object, std::string_view key) {
    auto const* found = object.if_contains({key.data(), key.size()});
    return found != nullptr && found->is_string() ? view(found->get_string()) : std::string_view{};
}

// The value as a message shows it: its beginning and its size.
std::string shown(std::string_view value) {
    constexpr std::size_t most = 40;
    if (value.size() <= most)
        return "\"" + std::string(value) + "\"";
    return "\"" + std::string(feishu::utf8::prefix(value, most)) + "…\" (" + std::to_string(value.size()) +
           " bytes)";
}

json::value parse(std::string_view name, std::string_view text, std::string_view expected) {
    boost::system::error_code failed;
    auto out = json::parse({text.data(), text.size()}, failed);
    if (failed)
        throw usage_error(std::string(name) + " must be " + std::string(expected) + ": " + failed.message() +
                          " in " + shown(text));
    return out;
}

std::string_view kind_of(json::value const& value) {
    switch (value.kind()) {
    case json::kind::null: return "null";
    case json::kind::bool_: return "a boolean";
    case json::kind::string: return "a string";
    case json::kind::array: return "a list";
    case json::kind::object: return "an object";
    default: return "a number";
    }
}

std::string_view expected_of(std::string_view type) {
    if (type == "array")
        return "a JSON list";
    if (type == "object")
        return "a JSON object";
    if (type == "boolean")
        return "true or false";
    return type == "integer" ? "an integer" : "a number";
}

json::value number(std::string_view name, std::string_view text, std::string_view type) {
    std::int64_t whole = 0;
    if (auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
        error == std::errc{} && end == text.data() + text.size())
        return whole;
    if (type == "number") {
        double fraction = 0;
        if (auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), fraction);
            error == std::errc{} && end == text.data() + text.size())
            return fraction;
    }
    throw usage_error(std::string(name) + " must be " + std::string(expected_of(type)) + ", is " +
                      shown(text));
}

void check_enum(std::string_view name, std::string_view value, json::object const& schema) {
    auto const* values = schema.if_contains("enum");
    if (values == nullptr)
        return;
    std::vector<std::string_view> known;
    for (auto const& one : values->get_array())
        if (one.is_string())
            known.push_back(view(one.get_string()));
    if (known.empty() || std::ranges::find(known, value) != known.end())
        return;
    std::string list;
    for (auto const one : known)
        list += (list.empty() ? "" : ", ") + std::string(one);
    throw usage_error(std::string(name) + " must be one of " + list + ", is " + shown(value) +
                      did_you_mean(value, known) + "; --json takes any");
}

// A value that is not JSON itself.
json::value scalar(std::string_view name, std::string_view text, json::object const& schema) {
    auto const type = text_at(schema, "type");
    if (type == "integer" || type == "number")
        return number(name, text, type);
    if (type == "boolean") {
        if (text == "true" || text == "1")
            return true;
        if (text == "false" || text == "0")
            return false;
        throw usage_error(std::string(name) + " must be true or false, is " + shown(text));
    }
    if (type == "string") {
        check_enum(name, text, schema);
        return json::string(text.data(), text.size());
    }
    boost::system::error_code failed; // of any type: JSON, or else a string
    auto out = json::parse({text.data(), text.size()}, failed);
    return failed ? json::value(json::string(text.data(), text.size())) : out;
}

// Unknown members of nested objects, which the library would leave out.
void check_known(std::string const& path, json::value const& value, json::object const& schema) {
    if (value.is_array() && schema.contains("items"))
        for (std::size_t at = 0; at < value.get_array().size(); ++at)
            check_known(path + "[" + std::to_string(at) + "]", value.get_array()[at],
                        schema.at("items").get_object());
    auto const* properties = schema.if_contains("properties");
    if (properties == nullptr || !value.is_object() || schema.contains("additionalProperties"))
        return;
    std::vector<std::string_view> names;
    for (auto const& member : properties->get_object())
        names.emplace_back(member.key().data(), member.key().size());
    for (auto const& member : value.get_object()) {
        std::string_view const name{member.key().data(), member.key().size()};
        if (std::ranges::find(names, name) == names.end())
            throw usage_error(path + " has no member " + std::string(feishu::utf8::prefix(name, 100)) +
                              did_you_mean(name, names));
        check_known(path + "." + std::string(name), member.value(),
                    properties->at(member.key()).get_object());
    }
}

class reader {
public:
    explicit reader(entry const& endpoint) : id_(endpoint.spec->id), described_(endpoint.describe()) {}

    request_members read(std::vector<std::string> const& arguments, std::string_view from_json) {
        if (!from_json.empty())
            take_json(from_json);
        for (std::size_t at = 0; at < arguments.size(); ++at)
            at = take(arguments, at);
        check_required();
        return std::move(out_);
    }

private:
    json::object const& member(std::string_view name) const {
        for (auto const& one : described_.at("members").get_array())
            if (text_at(one.get_object(), "name") == name)
                return one.get_object();
        std::vector<std::string_view> names;
        for (auto const& one : described_.at("members").get_array())
            names.push_back(text_at(one.get_object(), "name"));
        throw usage_error(std::string(id_) + " has no member " +
                          std::string(feishu::utf8::prefix(name, 100)) + did_you_mean(name, names) +
                          ": feishu show " + std::string(id_));
    }

    void take_json(std::string_view text) {
        auto const value = parse("--json", text, "a JSON object");
        if (!value.is_object())
            throw usage_error("--json must be a JSON object, is " + std::string(kind_of(value)));
        for (auto const& one : value.get_object()) {
            std::string_view const name{one.key().data(), one.key().size()};
            auto const& schema = member(name).at("schema").get_object();
            if (one.value().is_string() && text_at(schema, "format") == "binary")
                add_upload(name, view(one.value().get_string()));
            else {
                check_known(std::string(name), one.value(), schema);
                out_.values[one.key()] = one.value();
            }
        }
    }

    // One option; returns the position of its last argument.
    std::size_t take(std::vector<std::string> const& arguments, std::size_t at) {
        std::string_view const option = arguments[at];
        if (!option.starts_with("--") || option.size() == 2)
            throw usage_error(shown(option) + " is not an option: members are written --name value");
        auto const equals = option.find('=');
        std::string name(option.substr(2, equals == option.npos ? option.npos : equals - 2));
        std::ranges::replace(name, '-', '_');
        auto const& schema = member(name).at("schema").get_object();
        if (equals != option.npos) {
            set(name, option.substr(equals + 1), schema);
            return at;
        }
        bool const last = at + 1 == arguments.size() || arguments[at + 1].starts_with("--");
        if (last && text_at(schema, "type") != "boolean")
            throw usage_error("--" + name + " needs a value");
        set(name, last ? std::string_view("true") : std::string_view(arguments[at + 1]), schema);
        return last ? at : at + 1;
    }

    void set(std::string const& name, std::string_view text, json::object const& schema) {
        auto const type = text_at(schema, "type");
        if (text_at(schema, "format") == "binary")
            return add_upload(name, text);
        if (type == "object" || type == "array") {
            std::string from_file;
            if (text.starts_with("@"))
                text = from_file = read_text(std::string(text.substr(1)));
            if (type == "array" && !text.starts_with("[") && from_file.empty())
                return append(name, text, schema);
            auto value = parse(name, text, expected_of(type));
            if (value.is_object() != (type == "object") || value.is_array() != (type == "array"))
                throw usage_error(name + " must be " + std::string(expected_of(type)) + ", is " +
                                  std::string(kind_of(value)));
            check_known(name, value, schema);
            out_.values[name] = std::move(value);
            return;
        }
        if (out_.values.contains(name) && !given_.empty() && std::ranges::find(given_, name) != given_.end())
            throw usage_error("--" + name + " is given twice, but is not a list");
        given_.push_back(name);
        out_.values[name] = scalar(name, text, schema);
    }

    void append(std::string const& name, std::string_view text, json::object const& schema) {
        auto const& items = schema.at("items").get_object();
        auto& list = out_.values[name];
        if (!list.is_array())
            list.emplace_array();
        if (text_at(items, "type") == "object") {
            auto value = parse(name, text, "a JSON list, or a JSON object for each time it is given");
            check_known(name, value, items);
            list.get_array().push_back(std::move(value));
        } else if (text_at(items, "format") == "binary") {
            add_upload(name, text);
        } else {
            list.get_array().push_back(scalar(name, text, items));
        }
    }

    void add_upload(std::string_view name, std::string_view text) {
        if (!text.starts_with("@") || text.size() == 1)
            throw usage_error(std::string(name) + " is a file: --" + std::string(name) + " @path");
        out_.uploads.emplace_back(name, text.substr(1));
    }

    void check_required() const {
        std::string missing;
        for (auto const& one : described_.at("members").get_array()) {
            auto const& member = one.get_object();
            auto const name = text_at(member, "name");
            bool const uploaded =
                std::ranges::any_of(out_.uploads, [&](auto const& u) { return u.first == name; });
            if (member.at("required").get_bool() && !uploaded &&
                !out_.values.contains({name.data(), name.size()}))
                missing += (missing.empty() ? "--" : ", --") + std::string(name);
        }
        if (!missing.empty())
            throw usage_error(std::string(id_) + " needs " + missing + ": feishu show " + std::string(id_));
    }

    std::string_view id_;
    json::object described_;
    std::vector<std::string> given_{};
    request_members out_{};
};

} // namespace

request_members read_members(entry const& endpoint, std::vector<std::string> const& arguments,
                             std::string_view from_json) {
    return reader(endpoint).read(arguments, from_json);
}

std::string read_text(std::string const& path) {
    if (path == "-")
        return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
    std::ifstream in(path, std::ios::binary);
    std::string out{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.good() && !in.eof())
        throw file_error("cannot read " + path);
    if (out.empty() && !std::ifstream(path))
        throw file_error("cannot read " + path);
    return out;
}

} // namespace cli
