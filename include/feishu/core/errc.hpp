#pragma once
// The platform's error codes by name. Generated from codegen/specs/errors.json: edit that, then run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu {

/// Platform codes, as in `if (e.symbol() == errc::bot_not_in_chat)`.
enum class errc : int {
    ok = 0,                                  ///< no error
    long_connection_forbidden = 403,         ///< The app may not use long connections
    long_connection_auth_failed = 514,       ///< Authentication of the long connection failed
    internal_error = 2200,                   ///< Internal platform error
    bad_request = 9499,                      ///< The request body is malformed or too large
    bad_parameter = 10002,                   ///< A parameter is missing or invalid
    batch_invalid_parameter = 10003,         ///< A parameter of the batch message or token request is invalid
    app_ticket_invalid = 10012,              ///< The app_ticket has expired
    tenant_token_not_issued = 10013,         ///< The tenant token could not be issued
    app_secret_invalid = 10014,              ///< app_id and app_secret do not match, or the app is disabled
    app_secret_incorrect = 10015,            ///< The app_secret is incorrect
    batch_open_id_not_found = 11101,         ///< An open_id of the batch message does not exist
    batch_users_not_permitted = 11203,       ///< The app is not allowed to send to users by user_id
    batch_departments_not_permitted = 11204, ///< The app is not allowed to send to departments
    batch_bot_disabled = 11205,              ///< The app has no bot
    batch_app_unavailable = 11207,           ///< The app is not available in this tenant
    batch_app_not_found = 11209,             ///< The app does not exist
    batch_app_not_installed = 11210,         ///< The app is not installed in this tenant
    batch_permission_denied = 11223,         ///< The app is not allowed to send messages
    batch_image_not_found = 11227,           ///< The image_key does not exist
    batch_chat_not_found = 11231,            ///< The chat to share does not exist
    message_service_rate_limited = 11232,    ///< The message service is over its rate limit
    chat_message_rate_limited = 11233,       ///< The chat is over its message rate limit
    batch_mention_all_denied = 11235,        ///< Only administrators of the chat can mention everyone
    batch_content_invalid = 11246,           ///< The content does not match msg_type
    batch_daily_quota_exhausted = 11247,     ///< The daily quota of 500,000 batch messages is used up
    card_schema_invalid = 11311,             ///< The structure of the card is invalid
    batch_content_rejected = 11312,          ///< The content was rejected by the tenant's content review
    ephemeral_already_deleted = 18051,       ///< The ephemeral card has already been deleted
    p2p_chat_forbidden = 18120,              ///< The tenant forbids one-to-one chats between bot and user
    send_in_progress = 18121,                ///< The same send request is being processed
    hook_token_invalid = 19001,              ///< The webhook token of the custom bot is invalid
    hook_msg_type_invalid = 19002,           ///< msg_type is missing or the format of the message is invalid
    hook_bot_disabled = 19007,               ///< The custom bot is disabled in the group
    hook_signature_invalid =
        19021,                    ///< The signature does not match or the timestamp is more than one hour off
    hook_ip_not_allowed = 19022,  ///< The IP address is not in the allowlist of the custom bot
    hook_keyword_missing = 19024, ///< The message contains none of the keywords of the custom bot
    message_too_large = 19036,    ///< The message exceeds 30 KB
    oauth_missing_parameter = 20001,      ///< A required parameter is missing
    oauth_client_secret_invalid = 20002,  ///< The client_secret is incorrect
    oauth_code_not_found = 20003,         ///< The authorization code does not exist
    oauth_code_expired = 20004,           ///< The authorization code has expired (five minutes)
    oauth_user_token_invalid = 20005,     ///< The user token is invalid
    oauth_user_not_found = 20008,         ///< The user does not exist
    oauth_app_not_installed = 20009,      ///< The app is not installed in the user's tenant
    oauth_user_not_permitted = 20010,     ///< The user is not allowed to use the app
    oauth_user_resigned = 20021,          ///< The user has left the tenant
    oauth_user_frozen = 20022,            ///< The user's account is suspended
    oauth_user_not_registered = 20023,    ///< The user's account is not activated
    oauth_code_of_other_app = 20024,      ///< The code or refresh token was issued to another app
    oauth_refresh_token_invalid = 20026,  ///< The refresh token is invalid
    oauth_grant_type_unsupported = 20036, ///< This grant_type is not supported
    oauth_refresh_token_expired = 20037,  ///< The refresh token has expired
    oauth_app_not_found = 20048,          ///< The app does not exist
    oauth_pkce_failed = 20049,            ///< The code_verifier does not match the code_challenge
    oauth_server_error = 20050,           ///< Internal error of the login service
    oauth_malformed_request = 20063,      ///< The request body is malformed
    oauth_refresh_token_revoked = 20064,  ///< The refresh token was revoked
    oauth_code_used = 20065,              ///< The authorization code has already been used
    oauth_user_status_invalid = 20066,    ///< The account status is invalid
    oauth_duplicate_scope = 20067,        ///< A scope is listed more than once
    oauth_scope_not_granted = 20068,      ///< A requested scope was not granted by the user
    oauth_app_disabled = 20069,           ///< The app is not enabled
    oauth_multiple_credentials = 20070,   ///< Multiple client authentication methods were used
    oauth_redirect_uri_mismatch = 20071,  ///< The redirect_uri does not match the authorization request
    oauth_unavailable = 20072,            ///< The login service is unavailable
    oauth_refresh_token_used = 20073,     ///< The refresh token has already been used
    oauth_refresh_not_allowed = 20074,    ///< The app is not allowed to refresh user tokens
    contact_invalid_parameter = 40001,    ///< A parameter of the user lookup is invalid
    contact_root_department_not_allowed = 40002, ///< The operation is not supported for the root department
    contact_internal_error = 40003,              ///< Internal error of the directory service
    contact_no_department_authority = 40004,     ///< The department is outside the app's contact scope
    contact_department_missing = 40008,          ///< The department information is empty
    contact_chat_id_invalid = 40010,             ///< The id of the department chat is invalid
    contact_page_size_invalid = 40011,           ///< page_size is out of range
    contact_page_token_invalid = 40012,          ///< page_token is invalid
    contact_no_parent_department_authority =
        40014,                                  ///< The parent department is outside the app's contact scope
    contact_department_not_found = 40015,       ///< The department does not exist
    contact_user_id_invalid = 41012,            ///< The user id is invalid
    contact_no_user_authority = 41050,          ///< The user is outside the app's contact scope
    contact_tenant_invalid = 42008,             ///< The tenant is invalid
    contact_unit_id_conflict = 43001,           ///< The unit id of the department conflicts with another one
    contact_unit_id_exists = 43002,             ///< The unit id of the department already exists
    contact_several_unit_ids = 43003,           ///< The department has several unit ids
    contact_unit_id_invalid = 43004,            ///< The unit id of the department is invalid
    contact_department_order_duplicate = 43005, ///< The order of the department is already used
    contact_custom_department_id_duplicate =
        43007,                                    ///< The custom department id is already used in the tenant
    contact_custom_department_id_invalid = 43008, ///< The custom department id is invalid
    contact_custom_department_id_change_limit = 43009, ///< The custom department id was changed too often
    contact_department_too_large = 43010,              ///< The department is too large for a recursive query
    contact_department_has_users = 43011,              ///< The department still has users
    contact_department_has_children = 43012,           ///< The department still has child departments
    contact_department_too_many_children = 43013,      ///< The department has too many child departments
    contact_department_id_missing = 44102,             ///< department_id is missing
    contact_search_invalid_parameter = 48001,          ///< A parameter of the department search is invalid
    contact_search_internal_error = 48002,             ///< Internal error of the department search
    card_update_too_large = 100000,                    ///< The card exceeds 100 KB after conversion
    card_update_malformed_request = 100030,            ///< The request body is not valid JSON
    card_message_recalled = 200000,                    ///< The message of the card was recalled
    callback_request_failed = 200080,                  ///< The platform failed to send the callback request
    cardkit_generate_failed = 200220,                  ///< The card could not be generated
    card_of_other_app = 200310,                        ///< The card was sent by another app
    card_open_ids_invalid = 200320,                    ///< The open_ids of the card are invalid
    callback_url_missing = 200340,                     ///< The app has no valid callback URL
    callback_timeout = 200341,           ///< The app did not respond to the callback within 3 seconds
    callback_connection_failed = 200342, ///< No TCP connection to the callback URL could be established
    callback_dns_failed = 200343,        ///< The host of the callback URL could not be resolved
    callback_url_invalid = 200345,       ///< The callback URL of the app is invalid
    callback_url_unpublished = 200346,   ///< The callback URL of the app is invalid or not published
    callback_url_unusable = 200347,      ///< The callback URL of the app cannot be used
    cardkit_streaming_expired = 200510,  ///< The streaming mode of the card has timed out
    card_form_name_missing = 200530,     ///< An interactive element of a form container has no name
    callback_status_not_200 =
        200671, ///< The app responded to the callback with an HTTP status other than 200
    callback_response_malformed = 200672,      ///< The app's response to the callback is malformed
    callback_card_invalid = 200673,            ///< The card in the app's response to the callback is invalid
    cardkit_card_not_found = 200740,           ///< The card does not exist
    cardkit_card_expired = 200750,             ///< The card entity has expired (14 days)
    cardkit_uuid_conflict = 200770,            ///< The uuid was already used for a different request
    cardkit_interaction_running = 200810,      ///< A user interaction with the card is in progress
    card_schema_downgrade = 200830,            ///< A JSON 2.0 card cannot be replaced by a JSON 1.0 card
    cardkit_streaming_timeout = 200850,        ///< The streaming mode of the card has timed out
    cardkit_card_too_large = 200860,           ///< The card exceeds 30 KB
    app_visibility_invalid_parameter = 210001, ///< A parameter of the visibility check is invalid
    app_page_token_expired = 210500,           ///< page_token does not exist or has expired
    app_page_token_invalid = 210501,           ///< page_token is invalid for this app
    app_id_invalid = 210503,                   ///< app_id is invalid
    app_not_in_tenant = 210504,                ///< The app is not in the tenant
    app_not_custom = 210505,                   ///< The app is not a custom app
    app_not_found = 210506,                    ///< The app does not exist
    app_permission_denied = 210508,            ///< The app may not query other apps
    app_order_invalid = 210514,                ///< order is invalid
    app_version_not_found = 211002,            ///< The app version does not exist
    app_version_of_other_app = 211003,         ///< The app has no such version
    scope_apply_sensitive_only =
        212001, ///< The remaining scopes are highly sensitive and cannot be applied for
    scope_apply_nothing_to_grant = 212002,    ///< There are no scopes to apply for
    scope_apply_limit = 212003,               ///< Too many scope applications for this app version
    scope_apply_duplicate = 212004,           ///< The scopes were already applied for
    scope_app_not_installed = 212100,         ///< The app is not installed in the tenant
    badge_pc_version_conflict = 213001,       ///< The desktop badge was updated concurrently
    badge_mobile_version_conflict = 213002,   ///< The mobile badge was updated concurrently
    badge_not_found = 213003,                 ///< There is no badge data
    badge_concurrent_update = 213004,         ///< The badge of the user was updated concurrently
    badge_version_invalid = 213005,           ///< The badge version is invalid
    badge_user_status_invalid = 213006,       ///< The status of the user is invalid
    badge_user_invisible = 213007,            ///< The user is outside the app's availability
    invalid_parameter = 230001,               ///< A parameter is missing, malformed or inconsistent
    bot_not_in_chat = 230002,                 ///< The bot is not in the chat
    follow_up_p2p_only = 230003,              ///< Follow-up suggestions require a one-to-one chat
    follow_up_message_invisible = 230004,     ///< The message is not visible to the bot
    follow_up_user_unavailable = 230005,      ///< The user is outside the app's availability
    bot_disabled = 230006,                    ///< The app has no bot
    follow_up_invalid = 230007,               ///< The follow-up suggestions are invalid
    follow_up_exists = 230008,                ///< The message already has follow-up suggestions
    recall_window_passed = 230009,            ///< The recall period of the message has passed
    message_recalled = 230011,                ///< The message was recalled
    not_message_sender = 230012,              ///< The caller is not the sender of the message
    user_unavailable = 230013,                ///< The user is outside the app's availability
    p2p_chat_not_shareable = 230015,          ///< A one-to-one chat cannot be shared
    not_resource_owner = 230017,              ///< The file or image was uploaded by another app
    not_allowed_in_chat = 230018,             ///< The settings of the chat do not allow this
    thread_not_found = 230019,                ///< The thread does not exist
    chat_rate_limited = 230020,               ///< Too many messages to this user or chat
    sensitive_content = 230022,               ///< The content contains sensitive words
    too_many_unread_urgent = 230023,          ///< A receiver has more than 200 unread urgent messages
    urgent_quota_exhausted = 230024,          ///< The tenant's quota of urgent messages is used up
    message_too_long = 230025,                ///< The content is too long
    recall_not_permitted = 230026,            ///< The caller is not allowed to recall this message
    permission_denied = 230027,               ///< The caller lacks a required permission
    content_rejected = 230028,                ///< The content was rejected by the tenant's content review
    user_resigned = 230029,                   ///< The user has left the tenant
    batch_message_not_found = 230030,         ///< The batch message does not exist
    card_update_window_passed = 230031,       ///< The card is older than 14 days
    read_status_window_passed = 230033,       ///< The message is older than 7 days
    invalid_receive_id = 230034,              ///< The receive_id is invalid
    send_not_permitted = 230035,              ///< The sender is not allowed to send messages in this chat
    tenant_key_deleted = 230036,              ///< The tenant has deleted its encryption key
    cross_tenant_p2p_forbidden = 230038,      ///< One-to-one messages across tenants are not supported
    pin_chat_not_found = 230045,              ///< The chat of the message does not exist
    pin_not_permitted = 230046,               ///< The caller is not allowed to pin in this chat
    pin_rate_limited = 230047,                ///< Pin operations on this message are too frequent
    pin_list_rate_limited = 230048,           ///< Pin list requests are too frequent
    message_being_sent = 230049,              ///< The message is still being sent
    message_invisible = 230050,               ///< The message is not visible to the caller
    urgent_not_permitted = 230052,            ///< The caller is not allowed to send urgent messages here
    bot_blocked_by_user = 230053,             ///< The user has blocked messages of the bot
    message_type_unsupported = 230054,        ///< The message type does not support this operation
    file_type_mismatch = 230055,              ///< The type of the uploaded file does not match msg_type
    forward_type_unsupported = 230061,        ///< Messages of this type cannot be forwarded
    forward_encrypted_not_permitted = 230062, ///< Encrypted messages cannot be forwarded
    forward_chat_invalid = 230063,            ///< The chat to forward to is invalid
    forward_message_invalid = 230064,         ///< The message to forward is invalid
    forward_message_recalled = 230065,        ///< The message to forward was recalled
    forward_secret_chat_forbidden = 230066,   ///< Messages of a secret chat cannot be forwarded
    merge_forward_sources_invalid = 230067,   ///< The messages cannot be merged into one forward
    merge_forward_mixed_chats = 230069,       ///< The messages are from different chats
    forward_restricted_mode = 230070,         ///< The chat is in restricted mode
    thread_reply_unsupported = 230071,       ///< Thread replies not supported; edit: caller is not the sender
    too_many_edits = 230072,                 ///< Edited 20 times; in a reply: the message is a merged forward
    thread_invisible = 230073,               ///< The thread is not visible to the caller
    target_thread_invisible = 230074,        ///< Target thread not visible; edit: encrypted group message
    edit_window_passed = 230075,             ///< The edit period has passed; send: encryption unsupported
    urgent_folded_message = 230098,          ///< A collapsed message cannot be urgent
    card_content_invalid = 230099,           ///< The card content is invalid
    batch_test_messages_restricted = 230100, ///< Test messages are restricted
    message_deleted = 230110,                ///< The message was deleted
    message_self_destructing = 230111,       ///< The message is set to self-destruct
    reaction_type_invalid = 231001,          ///< The emoji_type does not exist
    reaction_not_permitted = 231002,         ///< The caller is not allowed to react to this message
    reaction_message_not_found = 231003,     ///< The message does not exist
    reaction_chat_not_found = 231004,        ///< The chat of the message does not exist
    reaction_thread_invalid = 231005,        ///< The thread of the message no longer exists
    reaction_operator_invalid = 231006,      ///< The id of the caller is invalid
    reaction_delete_not_permitted = 231007,  ///< The caller is not allowed to delete this reaction
    reaction_message_no_access = 231008,     ///< The caller has no access to the message
    reaction_not_of_message = 231010,        ///< The reaction does not belong to this message
    reaction_id_invalid = 231011,            ///< The reaction_id is invalid
    reaction_page_token_invalid = 231012,    ///< The page_token is invalid
    reaction_token_kind_invalid = 231013,    ///< This token type is not supported
    reaction_user_id_type_invalid = 231014,  ///< The user_id_type is invalid
    reaction_in_progress = 231015,           ///< The same reaction is being processed
    reaction_message_type_unsupported = 231017, ///< Messages of this type do not support reactions
    reaction_message_invisible = 231018,        ///< The message is not visible to the caller
    reaction_blocked_by_user = 231019,          ///< A user's settings currently forbid this
    reaction_blocked_by_tenant = 231020,        ///< The tenant's settings forbid this
    reaction_external_not_permitted = 231021,   ///< The caller is not allowed to act in external chats
    reaction_user_unavailable = 231022,         ///< The user is outside the app's availability
    history_chat_type_unsupported = 231203, ///< History of this chat is unavailable: type or secrecy setting
    history_app_type_unsupported = 231204,  ///< Apps of this type cannot read the history
    chat_invalid_parameter = 232001,        ///< A parameter of the chat request is invalid
    chat_admin_only = 232002,               ///< Only the owner and administrators are allowed to do this
    chat_announcement_not_found = 232003,   ///< The announcement of the chat was not found
    chat_app_not_found = 232004,            ///< The app does not exist
    chat_id_invalid = 232006,               ///< The chat_id is invalid
    chat_or_user_id_invalid = 232007,       ///< The chat_id or a user id is invalid
    chat_type_unsupported = 232008,         ///< Chats of this type do not support this operation
    chat_dissolved = 232009,                ///< The chat was dissolved
    chat_other_tenant = 232010,             ///< The caller belongs to another tenant than the chat
    chat_operator_not_member = 232011,      ///< The caller is not in the chat
    chat_new_owner_not_member = 232012,     ///< The new owner is not in the chat
    chat_full = 232013,                     ///< The chat has reached its member limit
    chat_token_not_permitted = 232014,      ///< The token is not allowed to do this
    chat_member_id_type_unsupported = 232015, ///< The member_id_type is not supported here
    chat_not_owner_or_admin = 232016,         ///< The caller is neither owner nor administrator
    chat_not_owner = 232017,                  ///< The caller is neither the owner nor the creator of the chat
    chat_announcement_update_failed = 232018, ///< The announcement could not be updated
    chat_operation_rate_limited = 232019,     ///< Changes are too frequent
    chat_name_too_short = 232020,             ///< The name is shorter than two characters
    chat_bot_not_found = 232021,              ///< A bot of bot_id_list does not exist
    chat_user_resigned = 232022,              ///< A user has left the tenant
    chat_content_rejected = 232023,           ///< Name or description was rejected by content review
    chat_users_out_of_range = 232024,         ///< Users are unavailable to the app or cannot be invited
    chat_bot_disabled = 232025,               ///< The app has no bot
    chat_name_taken = 232026,                 ///< The name is used by another public group
    chat_no_valid_members = 232027,           ///< None of the ids is valid
    chat_external_members_forbidden = 232028, ///< Users of other tenants cannot join this group
    chat_no_successor = 232029,               ///< No member can become the owner
    chat_user_id_invalid = 232030,            ///< A user id is invalid
    chat_owner_must_be_member = 232031,       ///< The new owner must be a chat member of the same tenant
    chat_owner_other_tenant = 232032,         ///< The owner belongs to another tenant than the caller
    chat_external_not_permitted = 232033,     ///< Caller or invited bot is not allowed to use external chats
    chat_app_unavailable = 232034,            ///< The app is not available in this tenant
    chat_owner_id_invalid = 232035,           ///< The owner_id is invalid
    chat_labels_not_permitted = 232037,       ///< Caller or invited bot is not allowed to manage labels
    chat_managers_owner_only = 232038,        ///< Only the owner is allowed to change administrators
    chat_managers_list_unavailable = 232039,  ///< Administrators were changed; the list cannot be returned
    chat_managers_full = 232040,              ///< The group has reached its administrator limit
    chat_avatar_invalid = 232041,             ///< The avatar is invalid
    chat_public_name_required = 232042,       ///< A public group needs a name of at least two characters
    chat_ids_unavailable = 232043,            ///< Some ids cannot be used
    chat_member_limit_of_tenant = 232044,     ///< The tenant's member limit is reached
    chat_tabs_full = 232046,                  ///< The chat has reached its tab limit
    chat_tab_name_too_long = 232047,          ///< The name of the tab or chat is too long
    chat_tab_content_invalid = 232048,        ///< The content does not match the tab type
    chat_tab_type_unsupported = 232049,       ///< Tabs of this type cannot be changed
    chat_tabs_unsupported = 232050,           ///< Chats of this type do not support tabs
    chat_tab_doc_not_permitted = 232051,      ///< The caller is not allowed to read the document
    chat_tab_menu_not_permitted = 232055,     ///< The caller is not allowed to manage tabs or the menu
    chat_image_not_owned = 232056,            ///< The image was uploaded by another app
    chat_feature_not_in_plan = 232057,        ///< The tenant's plan does not include this feature
    chat_banned = 232060,                     ///< The chat is banned
    chat_secret_link_forbidden = 232061,      ///< Share links are not available for secret chats
    chat_p2p_link_forbidden = 232062,         ///< Share links are not available for one-to-one chats
    chat_team_link_forbidden = 232063,        ///< Share links are not available for team chats
    chat_share_not_permitted = 232064,        ///< Only owner and administrators can share this group
    chat_operator_not_found = 232065,         ///< The calling user or bot was not found
    chat_announcement_not_permitted = 232066, ///< The caller cannot read or edit the announcement
    chat_being_created = 232068,              ///< The group is still being created
    chat_public_unsupported = 232069,         ///< Groups of this type cannot be public
    chat_menu_full = 232070,                  ///< The menu has reached its limit of top-level items
    chat_submenu_full = 232071,               ///< The item has reached its limit of second-level items
    chat_menu_sort_mismatch = 232072,         ///< The ids to sort do not match the menu
    chat_menu_busy = 232073,                  ///< The menu is being changed
    chat_join_needs_approval = 232075,        ///< Joining this group requires approval
    chat_owner_not_removable = 232076,        ///< The owner cannot be removed
    chat_menu_invalid = 232078,               ///< The menu or a setting is invalid
    chat_hide_members_unsupported = 232079,   ///< Groups of this type cannot hide their member count
    chat_members_unsupported = 232090,        ///< Members cannot be added to chats of this type
    chat_tenant_security_forbidden = 232091,  ///< The tenant's security settings forbid this
    chat_meeting_in_progress = 232092,        ///< Not possible during a meeting
    chat_meeting_restricted = 232093,         ///< Not possible during a restricted meeting
    chat_ocic_not_permitted = 232095,         ///< The caller is not allowed to create chats of this type
    file_writes_suspended = 232096,           ///< Uploads are temporarily suspended
    chat_announcement_is_docx = 232097,       ///< The announcement is of the current type (docx)
    file_invalid_parameter = 234001,          ///< A parameter of the upload or download is invalid
    file_unauthorized = 234002,               ///< The caller is not authenticated
    file_not_in_message = 234003,             ///< The file does not belong to this message
    file_app_not_in_chat = 234004,            ///< The app is not in the chat of the message
    image_deleted = 234005,                   ///< The image was deleted
    file_too_large = 234006,                  ///< The file is too large
    file_bot_disabled = 234007,               ///< The app has no bot
    file_not_uploader = 234008,               ///< Only the uploading app can download the file
    file_external_chat_unsupported = 234009,  ///< The operation is not supported in external groups
    file_empty = 234010,                      ///< The file is empty
    image_format_unknown = 234011,            ///< The image format is not supported
    file_tenant_check_failed = 234019,        ///< The app does not belong to the tenant
    file_too_large_to_download = 234037,      ///< The file exceeds 100 MB
    file_restricted_mode = 234038,            ///< The chat is in restricted mode
    image_resolution_too_large = 234039,      ///< The image resolution is too high
    file_message_invisible = 234040,          ///< The message is not visible to the caller
    file_tenant_key_deleted = 234041,         ///< The tenant has deleted its encryption key
    file_tenant_storage_error = 234042,       ///< Error of the tenant's own storage
    file_message_type_unsupported = 234043,   ///< Messages of this type have no downloadable files
    card_token_malformed = 300020,            ///< The card token is malformed
    card_token_expired = 300030,              ///< The card token has expired (30 minutes)
    card_token_used_up = 300040,              ///< The card token has already been used twice
    card_open_ids_required = 300090,          ///< The card is not shared and open_ids is missing
    cardkit_internal_error = 300120,          ///< Internal error of the card service
    cardkit_replace_failed = 300121,          ///< The element could not be replaced
    cardkit_settings_failed = 300122,         ///< The card settings could not be changed
    cardkit_duplicate_element_id = 300301,    ///< Two elements have the same element_id
    cardkit_update_multi_required = 300302,   ///< The card has update_multi set to false
    cardkit_schema_unsupported = 300303,      ///< Only cards of schema 2.0 are supported
    cardkit_too_many_elements = 300305,       ///< The card has more than 200 elements
    cardkit_card_empty = 300307,              ///< The card is empty
    cardkit_streaming_closed = 300309,        ///< The streaming mode of the card is disabled
    cardkit_text_only = 300310,               ///< Only text elements can be streamed
    cardkit_permission_denied = 300311,       ///< The card was created by another app
    cardkit_tag_not_changeable = 300312,      ///< The tag of an element cannot be changed
    cardkit_patch_failed = 300313,            ///< The properties of the element could not be changed
    cardkit_delete_failed = 300314,           ///< The element could not be deleted
    cardkit_add_failed = 300315,              ///< The element could not be added
    cardkit_sequence_not_increasing = 300317, ///< The sequence number is not greater than the last one
    speech_invalid_parameter = 1040101,       ///< A parameter of the speech recognition is invalid
    speech_server_error = 1040102,            ///< The speech recognition failed
    session_invalid_parameter = 1080001,      ///< A parameter of the session request is invalid
    session_sid_invalid = 1084001,            ///< The sid is invalid
    session_logout_reason_invalid = 1084002,  ///< The logout_reason is invalid
    translation_invalid_parameter = 1140101,  ///< A parameter of the translation is invalid
    translation_server_error = 1140102,       ///< The translation service failed
    ocr_invalid_parameter = 1150101,          ///< A parameter of the text recognition is invalid
    ocr_server_error = 1150102,               ///< The text recognition failed
    tenant_not_found = 1184000,               ///< The tenant does not exist
    tenant_permission_denied = 1184001,       ///< The app may not get the information of the tenant
    docx_invalid_parameter = 1770001,         ///< A parameter of the block request is invalid
    docx_not_found = 1770002,                 ///< The announcement or block does not exist
    docx_deleted = 1770003,                   ///< The announcement or block was deleted
    docx_too_many_blocks = 1770004,           ///< The announcement has too many blocks
    docx_too_deep = 1770005,                  ///< The blocks are nested too deeply
    docx_schema_mismatch = 1770006,           ///< The content of the block does not match its type
    docx_too_many_children = 1770007,         ///< A block has too many child blocks
    docx_file_too_large = 1770008,            ///< A file is too large
    docx_too_many_columns = 1770010,          ///< The table has too many columns
    docx_too_many_cells = 1770011,            ///< The table has too many cells
    docx_too_many_grid_columns = 1770012,     ///< The grid has too many columns
    docx_relation_mismatch = 1770013,         ///< The resource does not belong to this block
    docx_parent_child_mismatch = 1770014,     ///< Parent and child block do not match
    docx_multiple_documents = 1770015,        ///< The request changes several announcements
    docx_duplicate_block_id = 1770019,        ///< A block_id is listed more than once
    docx_copy_in_progress = 1770020,          ///< The announcement is being copied
    docx_revision_too_old = 1770021,          ///< The revision_id is too old
    docx_invalid_operation = 1770024,         ///< The operation is invalid
    docx_operation_mismatch = 1770025,        ///< The operation does not match the block type
    docx_row_out_of_range = 1770026,          ///< A row index is out of range
    docx_column_out_of_range = 1770027,       ///< A column index is out of range
    docx_children_unsupported = 1770028,      ///< The block cannot have child blocks
    docx_block_not_creatable = 1770029,       ///< Blocks of this type cannot be created by the API
    docx_invalid_parent = 1770030,            ///< The parent block does not accept these blocks
    docx_children_not_deletable = 1770031,    ///< The child blocks of this block cannot be deleted
    docx_forbidden = 1770032,                 ///< The caller is not allowed to access the announcement
    docx_content_too_large = 1770033,         ///< The content is too large
    docx_too_many_operations = 1770034,       ///< Too many operations in one request
    docx_too_many_resources = 1770035,        ///< Too many resources of this type in the announcement
    docx_resource_not_found = 1770038,        ///< A file or image was not found
    docx_open_schema_mismatch = 1770041,      ///< Invalid block
    docx_internal_error = 1771001,            ///< Internal error of the document service
    docx_gateway_error = 1771002,             ///< Internal error of the document gateway
    docx_gateway_marshal_error = 1771003,     ///< The document gateway could not serialize the response
    docx_gateway_unmarshal_error = 1771004,   ///< The document gateway could not parse the response
    docx_maintenance = 1771005,               ///< The document service is under maintenance
    docx_mount_failed = 1771006,              ///< The announcement could not be mounted in its folder
    announcement_not_found = 1772001,         ///< The announcement of the chat was not found
    announcement_other_tenant = 1772002,      ///< The caller belongs to another tenant than the chat
    announcement_not_member = 1772003,        ///< The caller is not in the chat
    announcement_external_not_permitted = 1772004, ///< The caller is not allowed to manage external chats
    announcement_admin_only = 1772005,        ///< Only owner and administrators can edit the announcement
    announcement_type_unsupported = 1772006,  ///< The announcement is of the legacy type (doc)
    announcement_bot_disabled = 1772025,      ///< The app has no bot
    announcement_app_unavailable = 1772034,   ///< The app is not available in this tenant
    outbound_ip_invalid_parameter = 1810001,  ///< A parameter of the list of outbound IP addresses is invalid
    rate_limited = 99991400,                  ///< Rate limit exceeded for this API
    ip_not_allowed = 99991401,                ///< The caller's IP address is not on the app's allowlist
    monthly_quota_exhausted = 99991403,       ///< The tenant's monthly API quota is used up
    app_credentials_invalid = 99991543,       ///< app_id and app_secret do not match
    token_missing = 99991661,                 ///< The request has no access token
    app_disabled = 99991662,                  ///< The app is disabled
    tenant_token_invalid = 99991663,          ///< The tenant token is invalid or has expired
    app_token_invalid = 99991664,             ///< The app token is invalid or has expired
    user_token_invalid = 99991668,            ///< The user token is invalid or has expired
    refresh_token_invalid = 99991669,         ///< The refresh token is invalid
    token_wrong_kind = 99991671,              ///< The token is malformed or its type is not accepted
    scope_missing = 99991672,                 ///< The app lacks a scope required by this API
    app_unavailable = 99991673,               ///< The app is not available in this tenant
    token_permission_missing = 99991676,      ///< The token lacks the required permission
    user_token_expired = 99991677,            ///< The user token has expired
    user_scope_missing = 99991679,            ///< The user did not grant a scope required by this API
    third_party_auth_failed = 99991681,       ///< Third-party authentication failed
    authentication_failed = 99991692,         ///< Authentication failed
    open_ids_not_found = 99992351,            ///< Some open_ids do not exist
    lark_open_ids_not_found = 99992352,       ///< Some open_ids do not exist
    lark_user_open_ids_not_found = 99992353,  ///< Some open_ids do not exist
    message_ids_not_found = 99992354,         ///< Some message ids do not exist
    lark_chat_ids_not_found = 99992355,       ///< Some chat ids do not exist
    chat_ids_not_found = 99992356,            ///< Some chat ids do not exist
    open_department_ids_not_found = 99992357, ///< Some open_department_ids do not exist
    departments_not_found = 99992358,         ///< Some open_department_ids do not exist
    lark_user_ids_not_found = 99992359,       ///< Some user_ids do not exist
    ids_not_found = 99992360,                 ///< Some user_ids do not exist
    open_id_of_other_app = 99992361,          ///< The open_id was issued to another app
    union_ids_not_found = 99992363,           ///< Some union_ids do not exist
    user_ids_not_found = 99992364,            ///< Union_ids do not exist, or a user_id of another tenant
    internal_department_ids_not_found = 99992379, ///< Some internal department ids do not exist
    department_ids_not_found = 99992380,          ///< Some department_ids do not exist
    union_id_of_other_tenant = 99992381,          ///< The union_id belongs to another tenant
    field_validation_failed = 99992402,           ///< A field violates its documented constraints
    long_connection_internal_error = 1000040343,  ///< Internal error of the long connection service
    long_connection_ticket_invalid =
        1000040344, ///< The URL of the long connection is invalid or was already used
    long_connection_credentials_invalid = 1000040345, ///< app_id or app_secret is invalid
    long_connection_limit = 1000040350,               ///< The app has too many long connections
};

/// Category of an error code.
enum class errc_kind {
    invalid_request, ///< the request is invalid
    auth,            ///< the token or the credentials of the app are invalid
    permission,      ///< a scope or permission is missing
    not_found,       ///< the resource does not exist or was deleted
    conflict,        ///< the current state does not allow the operation
    rate_limit,      ///< too many requests
    quota,           ///< a quota or capacity is exhausted
    server,          ///< internal error of the platform
    unsupported      ///< the operation is not supported for this type of resource
};

/// What is known about an error code.
struct errc_info {
    int code;
    std::string_view symbol;
    int http; ///< HTTP status of the response
    errc_kind kind;
    bool retry;              ///< whether the same request can succeed within minutes
    std::string_view text;   ///< description of the error
    std::string_view advice; ///< how to resolve it
};

/// Looks up a code; nullptr if it is not in the list.
FEISHU_DECL errc_info const* find_errc(int code);

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/core/impl/errc.ipp>
#endif
