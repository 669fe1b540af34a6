#pragma once
// Feishu: shared types. Generated from codegen/specs/common.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <feishu/core/endpoint.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/timestamp.hpp>
#include <feishu/core/upload.hpp>

namespace feishu {

/// Supported languages for localized text.
enum class locale {
    zh_cn,
    en_us,
    ja_jp,
    zh_hk,
    zh_tw,
    id_id,
    ms_my,
    de_de,
    es_es,
    fr_fr,
    it_it,
    pt_br,
    vi_vn,
    ru_ru,
    th_th,
    ko_kr
};
reflect::enumerator_list<"zh_cn, en_us, ja_jp, zh_hk, zh_tw, id_id, ms_my, de_de, es_es, fr_fr, it_it, "
                         "pt_br, vi_vn, ru_ru, th_th, ko_kr">
feishu_enumerators(locale**);

/// Type of user id in requests and responses.
enum class user_id_type { open_id, union_id, user_id };
reflect::enumerator_list<"open_id, union_id, user_id"> feishu_enumerators(user_id_type**);

namespace model {

/// Header of an event of schema 2.0.
struct event_header {
    /// Event id; unchanged on redelivery.
    feishu::event_id event_id;
    /// Event type.
    std::string event_type;
    /// Time of the first delivery. The platform sends microseconds instead of milliseconds for
    /// card.action.trigger and url.preview.get.
    unix_millis create_time;
    /// Verification token of the app.
    std::string token;
    /// App id of the receiving app.
    feishu::app_id app_id;
    /// Key of the tenant in which the event occurred.
    feishu::tenant_key tenant_key;
};

reflect::member_list<"event_id, event_type, create_time, token, app_id, tenant_key", &event_header::event_id,
                     &event_header::event_type, &event_header::create_time, &event_header::token,
                     &event_header::app_id, &event_header::tenant_key>
feishu_members(event_header**);

/// Localized names.
struct i18n_names {
    std::optional<std::string> zh_cn{};
    std::optional<std::string> en_us{};
    std::optional<std::string> ja_jp{};
};

reflect::member_list<"zh_cn, en_us, ja_jp", &i18n_names::zh_cn, &i18n_names::en_us, &i18n_names::ja_jp>
feishu_members(i18n_names**);

/// Ids of one user; user_id requires a separate scope.
struct user_ids {
    feishu::union_id union_id;
    feishu::user_id user_id;
    feishu::open_id open_id;
};

reflect::member_list<"union_id, user_id, open_id", &user_ids::union_id, &user_ids::user_id,
                     &user_ids::open_id>
feishu_members(user_ids**);

} // namespace model

} // namespace feishu
