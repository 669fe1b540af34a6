// Every text of every parameter of every endpoint, by reflection, with values that are made to break out of where they
// belong. Each is refused by name, or arrives as exactly one value: the request has its own path, query, header fields and
// body, whatever the value.

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/all.hpp>
#include <feishu/core/impl/utf8.hpp>
#include <feishu/core/upload.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/emulator/impl/gateway/parse.hpp>
#include <feishu/emulator/impl/net/multipart_reader.hpp>
#include <feishu/http/impl/build.hpp>
#include <feishu/http/impl/percent.hpp>
#include <feishu/http/impl/request_head.hpp>
#include <feishu/json/impl/binding.hpp>

namespace hostile {
namespace {

using namespace std::string_literals;
namespace http = feishu::http;
namespace json = feishu::json;
using feishu::location;

std::vector<std::string> const nasty{
    "\r\n",
    "\r\nAuthorization: Bearer t-stolen\r\n",
    "a\nb",
    "a\rb",
    "\0"s,
    "a\0b"s,
    "\x01\x1f\x7f",
    "..",
    ".",
    "../../../../etc/passwd",
    "%2e%2e%2f",
    "%0d%0a",
    "%",
    "%zz",
    "/",
    "\\",
    "a/b?c=d&e=f#g",
    "?",
    "#",
    "&",
    "=",
    "+",
    " ",
    " a ",
    "\"",
    "\\\"",
    "a\\",
    "\"; filename=\"evil",
    "\"}],\"code\":0",
    "'; DROP TABLE messages; --",
    "<at user_id=\"all\"></at>",
    "\xff\xfe",
    "\xc0\xaf",         // an overlong slash
    "\xed\xa0\x80",     // half a surrogate pair
    "\xf4\x90\x80\x80", // beyond Unicode
    "a\xe2\x80\xa8z",   // a line separator
    "\xe2\x80\xae"
    "gnp.exe", // right to left
    "😀",
    "@evil.example",
    "//evil.example/",
    "https://evil.example",
    ":80",
    "--feishu",
    "99999999999999999999999999",
    "-1",
    "null",
    std::string(65'536, 'a') + '"',
};

/// An endpoint, without its type.
struct subject {
    feishu::endpoint_spec const* spec;
    std::span<feishu::emulator::detail::parameter const> parameters;
    http::detail::request_table const* table;
    std::function<void(std::function<void(void*)> const&)> with_object;
    feishu::violations (*check)(void const* object);
};

template <feishu::endpoint E>
subject subject_of() {
    return {&E::spec, feishu::emulator::detail::parameters_of<E>, &http::detail::request_table_of<E>,
            [](std::function<void(void*)> const& use) {
                auto object = feishu::detail::unchecked_construct::make<E>();
                use(&object);
            },
            [](void const* object) { return feishu::check(*static_cast<E const*>(object)); }};
}

/// Gives every text a value: the one that was chosen the nasty one, the others a harmless one.
class filler {
public:
    filler(std::size_t chosen, std::string_view value) : chosen_(chosen), value_(value) {}

    void fill(std::span<feishu::emulator::detail::parameter const> parameters, void* object) {
        for (auto const& one : parameters) {
            auto const path = "/" + std::string(one.name);
            if (one.add_file != nullptr)
                one.add_file(one.of(object), feishu::from_bytes("x", std::string(next(path) ? value_ : "x")));
            else
                fill(*one.type, one.of(object), path);
        }
    }

    std::size_t count() const { return count_; }
    /// Where the nasty value is: a JSON pointer.
    std::string const& path() const { return path_; }

private:
    void fill(json::binding const& type, void* object, std::string const& path, int depth = 0) {
        if (depth > 6) // recursive types
            return;
        if (type.inner != nullptr)
            return fill(*type.element, type.inner(object), path, depth + 1);
        if (type.append != nullptr)
            return fill(*type.element, type.append(object), path + "/0", depth + 1);
        if (type.insert != nullptr)
            return fill(*type.element, type.insert(object, "key"), path + "/key", depth + 1);
        if (type.is_object) {
            for (auto const& member : type.members)
                if (auto* const at = member.get(object))
                    fill(*member.type, at, path + "/" + std::string(member.name), depth + 1);
            return;
        }
        if (type.on_string != nullptr && takes_any_text(type, object) && next(path))
            type.on_string(object, value_);
    }

    // Not a number or a boolean.
    static bool takes_any_text(json::binding const& type, void* object) {
        return type.on_string(object, "x");
    }

    bool next(std::string const& path) {
        if (count_++ != chosen_)
            return false;
        path_ = path;
        return true;
    }

    std::size_t chosen_;
    std::string_view value_;
    std::size_t count_ = 0;
    std::string path_;
};

std::string_view first_part(std::string_view path) {
    path.remove_prefix(1);
    return path.substr(0, path.find('/'));
}

bool names(feishu::violations const& problems, std::string_view member) {
    return std::ranges::any_of(problems, [&](auto const& one) {
        std::string_view const field = one.field;
        return field.starts_with(member) &&
               (field.size() == member.size() || field[member.size()] == '.' || field[member.size()] == '[');
    });
}

std::string bytes_of(http::request const& request) {
    if (request.source == nullptr)
        return request.body;
    std::string out(request.source->size(), '\0');
    for (std::size_t at = 0; at < out.size();) {
        auto const n = request.source->read(at, out.data() + at, out.size() - at);
        if (n == 0)
            break;
        at += n;
    }
    return out;
}

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> out;
    for (;;) {
        auto const slash = path.find('/');
        out.push_back(path.substr(0, slash));
        if (slash == path.npos)
            return out;
        path.remove_prefix(slash + 1);
    }
}

/// A request, taken apart by a reader that is not the writer.
class taken_apart {
public:
    taken_apart(subject const& from, http::request const& request)
        : spec_(*from.spec), request_(request),
          path_(std::string_view(request.target).substr(0, request.target.find('?'))) {}

    /// One request line and the header fields of the library, each on a line of its own.
    bool is_one_request() const {
        http::detail::endpoint_config config;
        config.host_header = "open.feishu.cn";
        config.user_agent = "agent";
        std::string head;
        http::detail::append_request_head(head, request_, config, bytes_of(request_).size(), true);
        auto const line = std::string_view(head).substr(0, head.find("\r\n"));
        auto const printable = std::ranges::all_of(line, [](char c) { return c >= ' ' && c <= '~'; });
        auto const lines = static_cast<std::size_t>(std::ranges::count(head, '\n'));
        return printable && std::ranges::count(line, ' ') == 2 && head.ends_with("\r\n\r\n") &&
               lines == static_cast<std::size_t>(std::ranges::count(head, '\r')) &&
               head.find("\r\n\r\n") == head.size() - 4;
    }

    /// The path is that of the template, with one value in the place of each name.
    bool has_path_of_template() const {
        auto const wanted = segments_of(spec_.path);
        auto const present = segments_of(path_);
        if (wanted.size() != present.size())
            return false;
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (!wanted[i].starts_with(':') && wanted[i] != present[i])
                return false;
        return true;
    }

    bool path_has(std::string_view name, std::string const& value) const {
        auto const wanted = segments_of(spec_.path);
        auto const present = segments_of(path_);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            std::string decoded;
            if (wanted[i] == ":" + std::string(name))
                return http::percent_decode(present[i], false, decoded) && decoded == value &&
                       decoded != "." && decoded != "..";
        }
        return false;
    }

    bool query_has(std::string_view name, std::string const& value) const {
        auto const mark = request_.target.find('?');
        return mark != std::string::npos &&
               pairs_have(std::string_view(request_.target).substr(mark + 1), name, value);
    }

    bool form_has(std::string_view name, std::string const& value) const {
        return pairs_have(request_.body, name, value);
    }

    /// As a field, or as a file: what its name is written as is tested with Content-Disposition.
    bool multipart_has(std::string_view name, std::string const& value) const {
        std::vector<std::pair<std::string, std::string>> parts;
        feishu::emulator::detail::multipart_reader reader(
            feishu::emulator::detail::multipart_boundary(http::find_header(request_.headers, "Content-Type")),
            [&](auto const& head) { parts.emplace_back(head.name, std::string()); },
            [&](std::string_view bytes) { parts.back().second += bytes; });
        return reader.feed(bytes_of(request_)) && reader.complete() &&
               std::ranges::any_of(parts, [&](auto const& part) {
                   return part.first == name && (part.second == value || part.second == "x");
               });
    }

    bool json_has(std::string const& pointer, std::string const& value) const {
        boost::system::error_code failed;
        auto const document = boost::json::parse(bytes_of(request_), failed);
        if (failed)
            return false;
        auto const* found = document.find_pointer(pointer, failed);
        if (found == nullptr)
            return false;
        auto const* text = found->if_string();
        return text != nullptr ? std::string_view(*text) == value : boost::json::serialize(*found) == value;
    }

private:
    static bool pairs_have(std::string_view text, std::string_view name, std::string const& value) {
        http::query_pairs pairs;
        return http::parse_query(text, pairs) &&
               std::ranges::find(pairs, std::pair(std::string(name), value)) != pairs.end();
    }

    feishu::endpoint_spec const& spec_;
    http::request const& request_;
    std::string_view path_;
};

location location_of(subject const& one, std::string_view member) {
    for (std::size_t i = 0; i < one.table->type->member_count; ++i)
        if (one.table->type->members[i].name == member)
            return one.table->locations[i];
    return location::body;
}

bool arrives(subject const& one, taken_apart const& sent, std::string const& path, std::string const& value) {
    auto const member = first_part(path);
    switch (location_of(one, member)) {
    case location::path: return sent.path_has(member, value);
    case location::query: return sent.query_has(member, value);
    case location::form: return sent.form_has(member, value);
    case location::multipart: return sent.multipart_has(member, value);
    case location::body:
        // What is JSON within a string has a form of its own; a member that is only sometimes sent is absent.
        return sent.json_has(path, value);
    case location::header: break;
    }
    return false;
}

// What is wrong with the request that has this value there; empty if nothing is.
std::string problem_of(subject const& one, std::size_t slot, std::string const& value) {
    std::string out;
    one.with_object([&](void* object) {
        filler fill(slot, value);
        fill.fill(one.parameters, object);
        auto const request = http::detail::build(*one.table, object);
        taken_apart const sent(one, request);
        auto const problems = one.check(object);
        if (!names(problems, first_part(fill.path())) && !arrives(one, sent, fill.path(), value))
            out = "is neither refused nor sent as it is";
        else if (problems.empty() && (!sent.is_one_request() || !sent.has_path_of_template()))
            out = "makes another request";
        if (!out.empty())
            out = std::string(one.spec->id) + fill.path() + " " + out;
    });
    return out;
}

std::size_t slots_of(subject const& one) {
    std::size_t count = 0;
    one.with_object([&](void* object) {
        filler fill(static_cast<std::size_t>(-1), {});
        fill.fill(one.parameters, object);
        count = fill.count();
    });
    return count;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hostile_values)

BOOST_AUTO_TEST_CASE(every_text_of_every_endpoint_is_refused_by_name_or_sent_as_it_is) {
    std::size_t tried = 0;
    feishu::all::for_each([&]<class E>() {
        auto const one = subject_of<E>();
        auto const slots = slots_of(one);
        for (std::size_t slot = 0; slot < slots; ++slot)
            for (auto const& value : nasty) {
                auto const problem = problem_of(one, slot, value);
                BOOST_TEST(problem == "", problem << ": " << value.substr(0, 40));
                ++tried;
            }
    });
    BOOST_TEST(tried > 10'000u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace hostile
