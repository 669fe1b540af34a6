#pragma once
// Feishu: shared types. Generated from codegen/specs/common.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
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
BOOST_DESCRIBE_ENUM(locale, zh_cn, en_us, ja_jp, zh_hk, zh_tw, id_id, ms_my, de_de, es_es, fr_fr, it_it,
                    pt_br, vi_vn, ru_ru, th_th, ko_kr)

/// Type of user id in requests and responses.
enum class user_id_type { open_id, union_id, user_id };
BOOST_DESCRIBE_ENUM(user_id_type, open_id, union_id, user_id)

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
BOOST_DESCRIBE_STRUCT(event_header, (), (event_id, event_type, create_time, token, app_id, tenant_key))

/// Localized names.
struct i18n_names {
    std::optional<std::string> zh_cn{};
    std::optional<std::string> en_us{};
    std::optional<std::string> ja_jp{};
};
BOOST_DESCRIBE_STRUCT(i18n_names, (), (zh_cn, en_us, ja_jp))

/// Ids of one user; user_id requires a separate scope.
struct user_ids {
    feishu::union_id union_id;
    feishu::user_id user_id;
    feishu::open_id open_id;
};
BOOST_DESCRIBE_STRUCT(user_ids, (), (union_id, user_id, open_id))

} // namespace model

} // namespace feishu
