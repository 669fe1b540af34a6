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

/// Languages that texts can be given in.
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

/// Which kind of user id a request or answer uses.
enum class user_id_type { open_id, union_id, user_id };
BOOST_DESCRIBE_ENUM(user_id_type, open_id, union_id, user_id)

namespace model {

/// What every event of schema 2.0 says about itself.
struct event_header {
    /// The same when an event is pushed again.
    feishu::event_id event_id;
    /// What happened.
    std::string event_type;
    /// When it was pushed first.
    unix_millis create_time;
    /// The app's verification token.
    std::string token;
    /// The app it is for.
    feishu::app_id app_id;
    /// The tenant it happened in.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(event_header, (), (event_id, event_type, create_time, token, app_id, tenant_key))

/// A name in several languages.
struct i18n_names {
    std::optional<std::string> zh_cn{};
    std::optional<std::string> en_us{};
    std::optional<std::string> ja_jp{};
};
BOOST_DESCRIBE_STRUCT(i18n_names, (), (zh_cn, en_us, ja_jp))

/// The ids of one user; user_id needs a scope of its own.
struct user_ids {
    feishu::union_id union_id;
    feishu::user_id user_id;
    feishu::open_id open_id;
};
BOOST_DESCRIBE_STRUCT(user_ids, (), (union_id, user_id, open_id))

} // namespace model

} // namespace feishu
