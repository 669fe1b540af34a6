#include "documents.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "inline_enums.hpp"
#include "keywords.hpp"
#include "names.hpp"
#include "references.hpp"
#include "schema_names.hpp"
#include "schemas.hpp"
#include "schemes.hpp"

namespace codegen {
namespace {

constexpr std::string_view verbs[] = {"get", "post", "put", "patch", "delete"};

constexpr std::string_view transport_headers[] = {"connection", "content-length", "host", "transfer-encoding"};

constexpr std::string_view json_type = "application/json";
constexpr std::string_view file_type = "application/octet-stream";

std::string lower(std::string text) {
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

// application/json for "Application/JSON; charset=utf-8" and "application/vnd.acme+json".
std::string plain_type(std::string const& type) {
    auto out = lower(type.substr(0, type.find(';')));
    while (out.ends_with(' '))
        out.pop_back();
    return out.starts_with("application/") && out.ends_with("+json") ? std::string(json_type) : out;
}

struct address {
    std::string host; // with the scheme; empty: that of the document itself
    std::string path;
};

address address_of(std::string const& url) {
    auto const scheme = url.find("://");
    auto const from = scheme == std::string::npos ? 0 : url.find('/', scheme + 3);
    address out{url.substr(0, from), from == std::string::npos ? "" : url.substr(from)};
    while (out.path.ends_with('/'))
        out.path.pop_back();
    return out;
}

bool is_platform(std::string const& host) {
    return host == "https://open.feishu.cn" || host == "https://open.larksuite.com" ||
           host == "https://accounts.feishu.cn" || host == "https://accounts.larksuite.com";
}

// One document.
class document_rules {
public:
    document_rules(std::string file, references const& refs, diagnostics& wrong)
        : file_(std::move(file)), refs_(refs), wrong_(wrong), schemas_(refs, wrong) {}

    void apply(node& document) {
        if (!check_keywords(object_kind::document, document, wrong_))
            return;
        if (auto* info = document.find("info"))
            check_keywords(object_kind::info, *info, wrong_);
        if (auto const* security = document.find("security"))
            security_ = *security;
        if (auto const* servers = document.find("servers"))
            servers_ = *servers;
        schemes_.emplace(document, file_, refs_, wrong_);
        components(document);
        paths(document);
        webhooks(document);
        drop_ignored(object_kind::document, document);
    }

private:
    void components(node& document) {
        auto* all = document.find("components");
        if (all == nullptr || !check_keywords(object_kind::components, *all, wrong_))
            return;
        if (auto* schemas = all->find("schemas"))
            for (auto& [name, schema] : schemas->members)
                schemas_.apply(schema, file_);
    }

    void paths(node& document) {
        auto* all = document.find("paths");
        if (all == nullptr)
            return;
        for (auto& [path, item] : all->members)
            if (!path.starts_with("x-")) {
                auto const prefix = path_item(item, path, true);
                path = prefix + path;
            }
        std::erase_if(all->members, [](node::member const& m) { return m.key.starts_with("x-"); });
    }

    void webhooks(node& document) {
        if (auto* all = document.find("webhooks"))
            for (auto& [type, item] : all->members)
                path_item(item, type, false);
    }

    // Returns what the servers put before the path.
    std::string path_item(node& item, std::string const& path, bool called) {
        std::string prefix;
        wrong_.attempt([&] {
            if (item.find("$ref") != nullptr)
                item = refs_.written_out(item, file_);
            if (!check_keywords(object_kind::path_item, item, wrong_))
                return;
            auto const servers = item.find("servers") != nullptr ? *item.find("servers") : servers_;
            if (called)
                prefix = prefix_of(servers);
            auto const shared =
                item.find("parameters") != nullptr ? *item.find("parameters") : node::of_list(item.at);
            item.erase("parameters");
            item.erase("servers");
            for (auto const verb : verbs)
                if (auto* op = item.find(verb))
                    operation(*op, path, std::string(verb), shared, servers, called);
        });
        return prefix;
    }

    // Servers of a document or path: the path of their URLs stands before each path. Their hosts are a matter of
    // client_config, unless they are the platform's.
    std::string prefix_of(node const& servers) {
        std::optional<std::string> out;
        for (auto const& server : servers.items) {
            if (!check_keywords(object_kind::server, server, wrong_) || server.find("url") == nullptr)
                continue;
            auto const& url = *server.find("url");
            auto const path = address_of(url.text).path;
            if (path.find_first_of("{}?#") != std::string::npos)
                wrong_.add(url.at, "has a variable in its path; write the path out");
            if (out && *out != path)
                wrong_.add(url.at, "the servers have different paths; write them into the paths");
            out = path;
        }
        return out.value_or("");
    }

    void operation(node& op, std::string const& path, std::string const& verb, node const& shared,
                   node const& servers, bool called) {
        if (!check_keywords(object_kind::operation, op, wrong_))
            return;
        if (auto const* docs = op.find("externalDocs"))
            check_keywords(object_kind::external_docs, *docs, wrong_);
        name(op, path, called ? verb : "");
        if (called) {
            if (op.find("security") == nullptr && security_)
                op.set("security", *security_);
            inherit_servers(op, servers);
        }
        if (auto const* deprecated = op.find("deprecated"); deprecated != nullptr && deprecated->is_true())
            op.set("summary",
                   node::of_string((op.find("summary") != nullptr ? op.find("summary")->text + " " : "") +
                                       "Deprecated.",
                                   deprecated->at));
        op.set("parameters", parameters(shared, op.find("parameters"), op.at));
        if (called)
            schemes_->apply(op, wrong_);
        if (auto* body = op.find("requestBody"))
            wrong_.attempt([&] { request_body(*body); });
        if (auto* responses = op.find("responses"))
            this->responses(*responses);
        drop_ignored(object_kind::operation, op);
    }

    // Ids that do not have the platform's form get it: file and method. Events have no verb.
    void name(node& op, std::string const& path, std::string const& verb) {
        auto const* id = op.find("operationId");
        if (id != nullptr && id->text.find('.') != std::string::npos)
            return;
        std::string text = verb;
        if (id != nullptr) {
            text = id->text;
        } else if (verb.empty()) {
            text = path;
        } else {
            for (std::size_t begin = 1; begin < path.size();) {
                auto const end = std::min(path.find('/', begin), path.size());
                auto const part = path.substr(begin, end - begin);
                begin = end + 1;
                if (!part.empty())
                    text += (part.front() == '{' ? "_by_" : "_") + part;
            }
        }
        std::string full;
        for (auto const& part : unit::of(file_).parts)
            full += part + ".";
        op.set("operationId", node::of_string(full + readable(text), id != nullptr ? id->at : op.at));
    }

    void inherit_servers(node& op, node const& servers) {
        if (op.find("servers") != nullptr)
            return;
        auto list = node::of_list(servers.at);
        for (auto const& server : servers.items)
            if (auto const* url = server.find("url");
                url != nullptr && is_platform(address_of(url->text).host)) {
                auto one = node::of_map(server.at);
                one.set("url", node::of_string(address_of(url->text).host, url->at));
                list.items.push_back(std::move(one));
            }
        if (!list.items.empty())
            op.set("servers", std::move(list));
    }

    // Those of the path that the operation does not override, then its own.
    node parameters(node const& shared, node const* own, place const& at) {
        auto out = node::of_list(own != nullptr ? own->at : at / "parameters");
        std::vector<node> mine;
        if (own != nullptr)
            for (auto const& p : own->items)
                wrong_.attempt([&] { mine.push_back(refs_.written_out(p, file_)); });
        auto const same = [](node const& a, node const& b) {
            for (auto const* key : {"name", "in"})
                if (a.find(key) == nullptr || b.find(key) == nullptr ||
                    a.find(key)->text != b.find(key)->text)
                    return false;
            return true;
        };
        for (auto const& p : shared.items)
            wrong_.attempt([&] {
                auto one = refs_.written_out(p, file_);
                if (std::ranges::none_of(mine, [&](node const& other) { return same(one, other); }))
                    parameter(out, std::move(one));
            });
        for (auto& p : mine)
            parameter(out, std::move(p));
        return out;
    }

    void parameter(node& list, node p) {
        if (!check_keywords(object_kind::parameter, p, wrong_))
            return;
        drop_ignored(object_kind::parameter, p);
        auto const text = [&](char const* key) {
            return p.find(key) != nullptr ? p.find(key)->text : std::string();
        };
        for (auto const* key : {"name", "in", "schema"})
            if (p.find(key) == nullptr) {
                wrong_.add(p.at, "a parameter needs `" + std::string(key) + "`");
                return;
            }
        auto const name = lower(text("name"));
        if (text("in") == "header" && (name == "accept" || name == "content-type" || name == "authorization"))
            return; // OpenAPI reserves them: the library sets them
        if (!has_place(p, text("in"), name) || !serialized_as_usual(p))
            return;
        if (auto const* deprecated = p.find("deprecated"); deprecated != nullptr && deprecated->is_true())
            add_note(p, "Deprecated.");
        schemas_.apply(*p.find("schema"), file_);
        if (auto const* d = p.find("schema")->find("description");
            d != nullptr && p.find("description") == nullptr)
            p.set("description", *d);
        list.items.push_back(std::move(p));
    }

    bool has_place(node const& p, std::string const& in, std::string const& name) {
        auto const* at = p.find("in");
        if (in == "cookie")
            wrong_.add(at->at, "cookies are not sent; remove the parameter");
        else if (in != "path" && in != "query" && in != "header")
            wrong_.add(at->at, "\"" + in + "\" is not path, query or header");
        else if (in == "header" && std::ranges::find(transport_headers, name) != std::end(transport_headers))
            wrong_.add(p.find("name")->at, "is a header that the transport sets; remove the parameter");
        else
            return true;
        return false;
    }

    // True for a schema whose values have one form, whatever the style of the parameter.
    bool is_single(node const& schema) const {
        auto const whole = refs_.written_out(schema, file_);
        auto const* type = whole.find("type");
        return whole.find("enum") != nullptr ||
               (type != nullptr && type->is(node::kind::string) && type->text != "array" && type->text != "object");
    }

    // Lists repeat the name; nothing else is sent in another way.
    bool serialized_as_usual(node const& p) {
        auto const* style = p.find("style");
        auto const* explode = p.find("explode");
        bool const in_path = p.find("in")->text != "query"; // and in headers
        if (is_single(*p.find("schema")) && (style == nullptr || style->text == "simple" || style->text == "form"))
            return true;
        if (style != nullptr && style->text != (in_path ? "simple" : "form")) {
            wrong_.add(style->at, "\"" + style->text + "\" is not supported; only " +
                                      (in_path ? "simple in a path or header" : "form in a query"));
            return false;
        }
        if (explode != nullptr && explode->is_true() == in_path) {
            wrong_.add(explode->at, "is not supported; lists in a query repeat the name (explode: true)");
            return false;
        }
        return true;
    }

    void request_body(node& body) {
        body = refs_.written_out(body, file_);
        if (!check_keywords(object_kind::request_body, body, wrong_))
            return;
        if (auto* content = body.find("content")) {
            media_types(*content);
            drop_other_forms(*content);
        }
    }

    // JSON is first, and other media types that say the same are not needed beside it.
    static void drop_other_forms(node& content) {
        auto const json = std::ranges::find(content.members, json_type, &node::member::key);
        if (json == content.members.end())
            return;
        auto const* said = json->value.find("schema");
        auto const first = said != nullptr ? said->json() : boost::json::value();
        std::erase_if(content.members, [&](node::member const& m) {
            auto const* schema = m.value.find("schema");
            return m.key != json_type && (schema != nullptr ? schema->json() : boost::json::value()) == first;
        });
    }

    void media_types(node& content) {
        for (auto& [type, media] : content.members) {
            type = plain_type(type);
            media_type(media);
        }
        for (auto& [type, media] : content.members)
            if (std::ranges::count(content.members, type, &node::member::key) > 1) {
                wrong_.add(media.at, "a second media type that is " + type);
                return;
            }
    }

    void media_type(node& media) {
        if (!check_keywords(object_kind::media_type, media, wrong_))
            return;
        if (auto* schema = media.find("schema"))
            schemas_.apply(*schema, file_);
    }

    // One successful response is kept, as 200; a redirect as 302.
    void responses(node& all) {
        node kept = node::of_map(all.at);
        std::vector<std::pair<std::string, node>> good;
        for (auto& [status, response] : all.members) {
            if (status.starts_with("x-"))
                continue;
            bool const success = status.size() == 3 && status[0] == '2';
            if (!success && status != "302" && status != "default") {
                if (status.size() != 3 || status[0] < '1' || status[0] > '5')
                    wrong_.add(response.at, "\"" + status + "\" is not an HTTP status, 2XX or default");
                continue; // errors are read from the envelope
            }
            wrong_.attempt([&] { response = refs_.written_out(response, file_); });
            if (check_keywords(object_kind::response, response, wrong_))
                good.emplace_back(status, std::move(response));
        }
        if (auto chosen = choose(good)) {
            response_content(chosen->second);
            bool const kept_status = chosen->first == "302" || chosen->first == "204" || chosen->first == "205";
            kept.set(kept_status ? chosen->first : "200", std::move(chosen->second));
        }
        all = std::move(kept);
    }

    std::optional<std::pair<std::string, node>> choose(std::vector<std::pair<std::string, node>>& good) {
        auto const has_content = [](node const& response) {
            auto const* content = response.find("content");
            return content != nullptr && !content->members.empty();
        };
        std::pair<std::string, node>* chosen = nullptr;
        for (auto& one : good) {
            if (one.first == "default")
                continue;
            if (chosen == nullptr || (!has_content(chosen->second) && has_content(one.second)))
                chosen = &one;
            else if (has_content(one.second) &&
                     one.second.find("content")->json() != chosen->second.find("content")->json())
                wrong_.add(one.second.at, "a second successful response with content, after " +
                                              chosen->first + "; an endpoint has one");
        }
        for (auto& one : good)
            if (chosen == nullptr)
                chosen = &one;
        return chosen != nullptr ? std::optional(std::move(*chosen)) : std::nullopt;
    }

    // JSON where there is any; other content is a file.
    void response_content(node& response) {
        auto* content = response.find("content");
        if (content == nullptr)
            return;
        auto const is_json = [](node::member const& m) { return plain_type(m.key) == json_type; };
        if (std::ranges::any_of(content->members, is_json)) {
            std::erase_if(content->members, [&](node::member const& m) { return !is_json(m); });
            media_types(*content);
        } else if (!content->members.empty()) {
            for (auto& [type, media] : content->members)
                media_type(media);
            content->members.resize(1, content->members.front());
            content->members.front().key = file_type;
            content->members.front().value.erase("schema");
        }
    }

    std::string file_;
    references const& refs_;
    diagnostics& wrong_;
    schema_rules schemas_;
    std::optional<node> security_;
    std::optional<security_schemes> schemes_;
    node servers_ = node::of_list({});
};

} // namespace

void normalize(std::map<std::string, node>& documents, diagnostics& wrong) {
    auto const sources = documents;
    references const refs(sources);
    for (auto& [file, document] : documents)
        wrong.attempt([&] { document_rules(file, refs, wrong).apply(document); });
    if (!wrong.empty())
        return;
    rename_schemas(documents, wrong);
    name_inline_enums(documents, wrong);
}

} // namespace codegen
