#pragma once

#include <algorithm>
#include <limits>
#include <utility>

#include <feishu/http/impl/redirect_target.hpp>
#include <feishu/http/impl/response_decoder.hpp>
#include <feishu/http/impl/retry_after.hpp>

namespace feishu::http {
namespace detail {

inline std::string_view text_at(boost::json::object const& object, std::string_view key) {
    auto const* value = object.if_contains({key.data(), key.size()});
    auto const* text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? std::string_view{text->data(), text->size()} : std::string_view{};
}

// The first field violation that the platform reports, if any.
inline boost::json::object const* first_field_violation(boost::json::object const& error) {
    auto const* list = error.if_contains("field_violations");
    auto const* array = list != nullptr ? list->if_array() : nullptr;
    return array != nullptr && !array->empty() ? array->front().if_object() : nullptr;
}

// An empty string is no code: elsewhere it reads as 0.
inline constexpr json::binding code_number = [] {
    auto number = json::binding_of<int>;
    number.on_string = [](void* self, std::string_view text) {
        return !text.empty() && json::detail::parse_number(text, *static_cast<int*>(self));
    };
    return number;
}();
inline constexpr json::binding optional_code = [] {
    auto code = json::binding_of<std::optional<int>>;
    code.element = &code_number;
    return code;
}();

inline bool describes(json::binding const& type, std::string_view name) {
    return std::ranges::any_of(type.members, [&](auto const& member) { return member.name == name; });
}

// A member of a response, if it is described as a T.
template <class T>
T* member_of(json::binding const& type, void* object, std::string_view name) {
    for (auto const& member : type.members)
        if (member.name == name && member.type == &json::binding_of<T>)
            return static_cast<T*>(member.get(object));
    return nullptr;
}

} // namespace detail

FEISHU_DECL response_decoder::response_decoder(endpoint_spec const& spec, void* target,
                                               json::binding const& type)
    : spec_(spec), target_(target),
      members_{json::member_binding{"code", &detail::optional_code,
                                    [](void* self) -> void* {
                                        auto& decoder = *static_cast<response_decoder*>(self);
                                        decoder.code_seen_ = true;
                                        decoder.code_.reset();
                                        return &decoder.code_;
                                    }},
               json::member_binding{
                   "msg", &json::binding_of<std::string>,
                   [](void* self) -> void* { return &static_cast<response_decoder*>(self)->msg_; }},
               json::member_binding{
                   "error", &json::binding_of<boost::json::value>,
                   [](void* self) -> void* { return &static_cast<response_decoder*>(self)->error_; }},
               json::member_binding{"error_description", &json::binding_of<std::string>,
                                    [](void* self) -> void* {
                                        return &static_cast<response_decoder*>(self)->error_description_;
                                    }},
               spec.envelope == envelope::flat
                   ? json::member_binding{"StatusCode", &detail::optional_code,
                                          [](void* self) -> void* {
                                              return &static_cast<response_decoder*>(self)->status_code_;
                                          }}
                   : json::member_binding{"data", &type,
                                          [](void* self) -> void* {
                                              return static_cast<response_decoder*>(self)->target();
                                          }}},
      // How much may come is the transport's limit.
      reader_(spec.envelope == envelope::value ? type.members[0].get(target) : this,
              spec.envelope == envelope::value ? *type.members[0].type : envelope_,
              {.max_bytes = (std::numeric_limits<std::size_t>::max)(), .notes = &notes_}),
      // An OAuth 2.0 endpoint reports failure by `error`, which its response describes, and may leave the code out.
      bare_(spec.envelope == envelope::none || spec.envelope == envelope::value),
      code_required_(!bare_ && (spec.envelope != envelope::flat || !detail::describes(type, "error"))) {
    envelope_.kind = "an object";
    envelope_.is_object = true;
    bool const flat = spec.envelope == envelope::flat;
    bool const has_last = !flat || detail::describes(type, "StatusCode");
    envelope_.members = {members_.data(), bare_ ? 0 : members_.size() - (has_last ? 0 : 1)};
    if (flat || bare_) {
        envelope_.base = &type;
        envelope_.base_object = [](void* self) -> void* {
            return static_cast<response_decoder*>(self)->target();
        };
    }
}

// A header field can have any bytes, and the log id becomes a part of error texts.
FEISHU_DECL void response_decoder::take_log_id(std::string_view text) {
    auto const is_plain = [](char c) { return c > ' ' && c <= '~'; };
    if (std::ranges::all_of(text, is_plain))
        log_id_.assign(text);
    else
        log_id_.assign(detail::printable_beginning(text, max_log_id));
}

FEISHU_DECL bool response_decoder::on_head(response_head const& head) {
    status_ = head.status;
    take_log_id(find_header(head.headers, "X-Tt-Logid"));
    content_type_.assign(find_header(head.headers, "Content-Type"));
    retry_after_ = detail::retry_after(head.headers);
    if (status_ / 100 == 3)
        location_ = detail::redirect_target(find_header(head.headers, "Location"), spec_.path);
    if (auto const coding = find_header(head.headers, "Content-Encoding"); !iequals(coding, "identity"))
        coding_ = detail::printable_beginning(coding, 100);
    return true;
}

FEISHU_DECL bool response_decoder::on_body(std::string_view chunk) {
    if (!coding_.empty())
        return false;
    beginning_.append(chunk);
    readable_ = readable_ && read(chunk);
    // An unreadable body is read until there is enough of it for the error message.
    return readable_ || !beginning_.full();
}

// A byte order mark before the document is skipped.
FEISHU_DECL bool response_decoder::read(std::string_view chunk) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    while (mark_ < mark.size() && !chunk.empty() && chunk.front() == mark[mark_]) {
        chunk.remove_prefix(1);
        ++mark_;
    }
    if (chunk.empty())
        return true;
    auto const begun = std::exchange(mark_, mark.size());
    return (begun == mark.size() || begun == 0 || reader_.feed(mark.substr(0, begun))) && reader_.feed(chunk);
}

FEISHU_DECL error response_decoder::make_error(error_kind kind, std::string message) const {
    error e;
    e.kind = kind;
    e.message = std::move(message);
    e.http_status = status_;
    e.endpoint = spec_.id;
    e.log_id = log_id_.view();
    e.retry_after = retry_after_;
    return e;
}

FEISHU_DECL error response_decoder::api_error() const {
    auto e = make_error(error_kind::api, !msg_.empty() ? msg_ : error_description_);
    e.code = code();
    if (auto const* detail = error_.if_object()) {
        if (e.log_id.empty())
            e.log_id = detail::text_at(*detail, "log_id");
        e.troubleshooter = detail::text_at(*detail, "troubleshooter");
        if (auto const* violation = detail::first_field_violation(*detail)) {
            e.field = detail::text_at(*violation, "field");
            if (auto const why = detail::text_at(*violation, "description"); !why.empty())
                e.message += " (" + std::string(why) + ")";
        }
    } else if (auto const* name = error_.if_string()) { // OAuth 2.0 style
        e.message = std::string(name->data(), name->size()) + ": " + e.message;
    }
    feishu::detail::read_sub_code(e);
    return e;
}

FEISHU_DECL error response_decoder::decode_error(std::string_view field, std::string const& why) const {
    auto e = make_error(error_kind::decode, "the response cannot be read: " + why +
                                                detail::body_excerpt(beginning_.view(), content_type_.view()));
    e.field = field;
    return e;
}

FEISHU_DECL error response_decoder::http_error() const {
    auto message = "HTTP status " + std::to_string(status_);
    if (!location_.empty())
        message += ", a redirect to " + location_ + ", which is not followed";
    message += coding_.empty() ? detail::body_excerpt(beginning_.view(), content_type_.view())
                               : ", with the Content-Encoding \"" + coding_ + "\"";
    return make_error(error_kind::http, std::move(message));
}

// Lost bytes may come the next time; a document with an error would come again.
FEISHU_DECL error response_decoder::unreadable(error const& why) const {
    auto e = decode_error(why.field, why.message);
    e.incomplete = readable_;
    return e;
}

// The older format of custom bots has StatusCode and StatusMessage, alone or beside code and msg; either code reports
// failure.
FEISHU_DECL void response_decoder::merge_status_code() {
    if (!status_code_)
        return;
    if (auto* const to = detail::member_of<int>(*envelope_.base, target_, "StatusCode"))
        *to = *status_code_;
    if (code_seen_ && code_.value_or(-1) != 0)
        return;
    code_ = status_code_;
    auto const* const text = detail::member_of<std::string>(*envelope_.base, target_, "StatusMessage");
    if (text != nullptr && msg_.empty())
        msg_ = *text;
}

// Without an envelope, 204 No Content and a response without members have no body.
FEISHU_DECL bool response_decoder::may_be_empty() const {
    return bare_ && (status_ == 204 || status_ == 205 || envelope_.base->members.empty());
}

FEISHU_DECL result<void> response_decoder::finish(result<void> exchanged) {
    if (!exchanged) {
        auto e = std::move(exchanged).error();
        e.endpoint = spec_.id;
        e.log_id = log_id_.view();
        return e;
    }
    auto const read = reader_.finish();
    merge_status_code();
    if (code() != 0 || error_.is_string())
        return api_error();
    if (!succeeded())
        return http_error();
    if (!coding_.empty())
        return make_error(error_kind::decode, "the response has the Content-Encoding \"" + coding_ +
                                                  "\", which was not requested");
    if (!read && !(beginning_.view().empty() && may_be_empty()))
        return unreadable(read.error());
    if (!code_ && (code_seen_ || code_required_))
        return decode_error("code", code_seen_ ? "code is not a number" : "code is missing");
    return {};
}

} // namespace feishu::http
