#include "header_writer.hpp"

#include <feishu/core/event.hpp>

#include "text.hpp"

namespace codegen {

void header_writer::emit_webhooks(openapi::document const& document) {
    for (auto const& [type, item] : document.webhooks) {
        auto const at = place{from_.file, "/webhooks"} / type;
        wrong_.attempt([&, &name = type, &op = *item.post] { emit_event(name, op, at / "post"); });
    }
}

void header_writer::emit_event(std::string const& type, openapi::operation const& op, place const& at) {
    includes_.insert("<feishu/core/event.hpp>");
    auto const name = operation_name(op.operationId, at);
    auto const& [type_of_body, media] = *op.requestBody->content.begin();
    auto members =
        members_of(follow(media.schema, at / "requestBody" / "content" / type_of_body / "schema", specs_));
    keep_own_names(members);
    auto const* ok = op.responses.find("200");
    auto const* reply = ok != nullptr ? ok->content.find("application/json") : nullptr;
    std::optional<response_shape> answered;
    if (reply != nullptr)
        answered = response_shape{"", &reply->schema,
                                  at / "responses" / "200" / "content" / "application/json" / "schema"};
    // The response to a callback is sent by the program: its members may be omitted.
    emit_with_response(
        {name, op.summary, std::move(members), at / "operationId"}, role::response,
        [&] { return event_constant(type, op, at); }, answered, role::request);
    declared_.events.push_back(from_.ns(options_.root) + "::" + name);
}

std::string header_writer::event_constant(std::string const& type, openapi::operation const& op,
                                          place const& at) {
    constexpr feishu::event_spec sizes{.id = "", .type = ""};
    auto const scopes = scopes_constant("scopes", access_of(op, at).groups);
    std::vector<std::string> literals;
    for (auto const& scope : op.field_scopes)
        literals.push_back(string_literal(scope));
    auto const fields = list_constant("field_scopes", "std::string_view", literals, capacity_of(sizes.field_scopes));
    std::string out = scopes.arrays + fields.arrays + "    static constexpr " + ours("event_spec") +
                      " spec{\n        .id = " + string_literal(op.operationId) +
                      ",\n        .type = " + string_literal(type) + ",\n";
    if (!scopes.value.empty())
        out += "        .scopes = " + scopes.value + ",\n";
    if (!fields.value.empty())
        out += "        .field_scopes = " + fields.value + ",\n";
    if (auto const apps = app_types_text(op, at); !apps.empty())
        out += "        .app_types = " + apps + ",\n";
    if (!op.externalDocs.url.empty())
        out += "        .doc = " + string_literal(op.externalDocs.url) + ",\n";
    return out + "    };\n\n";
}

} // namespace codegen
