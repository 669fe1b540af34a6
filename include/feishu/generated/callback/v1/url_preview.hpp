#pragma once
// Feishu callback v1: url_preview. Generated from codegen/specs/callback/v1/url_preview.json: edit that, then run codegen/run.

#include <string>

#include <feishu/core/event.hpp>
#include <feishu/generated/callback/v1/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::callback::v1::url_preview {

/// A client requests the preview of a link; the response must be sent within 3 seconds.
struct get {
    static constexpr event_spec spec{
        .id = "callback.v1.url_preview.get",
        .type = "url.preview.get",
        .field_scopes = {"contact:user.employee_id:readonly"},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/development-link-preview/"
               "pull-link-preview-data-callback-structure",
    };

    struct event_data {
        /// User who performed the operation.
        model::callback_operator operator_;
        /// Where the interaction took place.
        open<v1::callback_host> host;
        /// Context of the interaction.
        model::callback_context context;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;

    struct response : model::url_preview_response {};
};
BOOST_DESCRIBE_STRUCT(get::event_data, (), (operator_, host, context))
BOOST_DESCRIBE_STRUCT(get, (), (schema, header, event))
BOOST_DESCRIBE_STRUCT(get::response, (model::url_preview_response), ())

} // namespace feishu::callback::v1::url_preview
