#pragma once
// The platform's error codes by name. Generated from codegen/specs/errors.json: edit that, then run codegen/run.

#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu {

/// Platform codes, as in `if (e.symbol() == errc::bot_not_in_chat)`.
enum class errc : int {
    ok = 0,                                  ///< no error
    internal_error = 2200,                   ///< The platform failed inside
    bad_parameter = 10002,                   ///< A parameter is missing or not valid
    batch_invalid_parameter = 10003,         ///< A parameter of the mailing or token request is not valid
    app_ticket_invalid = 10012,              ///< The app_ticket is not valid any more
    app_secret_invalid = 10014,              ///< app_id and app_secret do not fit together
    batch_open_id_not_found = 11101,         ///< An open_id of the mailing does not exist
    batch_users_not_permitted = 11203,       ///< The app may not send to users by user_id
    batch_departments_not_permitted = 11204, ///< The app may not send to departments
    batch_bot_disabled = 11205,              ///< The app has no bot
    batch_app_unavailable = 11207,           ///< The app may not be used in this tenant
    batch_app_not_found = 11209,             ///< The app does not exist
    batch_app_not_installed = 11210,         ///< The app is not installed in this tenant
    batch_permission_denied = 11223,         ///< The app may not send messages
    batch_image_not_found = 11227,           ///< The image_key does not exist
    batch_chat_not_found = 11231,            ///< The chat to share does not exist
    batch_mention_all_denied = 11235,        ///< Only the chat's administrators may mention everyone
    batch_content_invalid = 11246,           ///< The content does not fit msg_type
    batch_rate_limited = 11247,              ///< Too many mailings in a short time
    batch_audit_rejected = 11312,            ///< The content did not pass the tenant's audit
    oauth_missing_parameter = 20001,         ///< A required parameter is missing
    oauth_client_secret_invalid = 20002,     ///< The client_secret is wrong
    oauth_code_not_found = 20003,            ///< The authorization code is not known
    oauth_code_expired = 20004,              ///< The authorization code is older than five minutes
    oauth_user_token_invalid = 20005,        ///< The user token is not valid
    oauth_user_not_found = 20008,            ///< The user does not exist
    oauth_app_not_installed = 20009,         ///< The app is not installed in the user's tenant
    oauth_user_not_permitted = 20010,        ///< The user may not use the app
    oauth_user_resigned = 20021,             ///< The user has left the tenant
    oauth_user_frozen = 20022,               ///< The user's account is suspended
    oauth_user_not_registered = 20023,       ///< The user has not activated the account
    oauth_code_of_other_app = 20024,         ///< The code or refresh token is another app's
    oauth_refresh_token_invalid = 20026,     ///< The refresh token is not valid
    oauth_grant_type_unsupported = 20036,    ///< This grant_type is not supported
    oauth_refresh_token_expired = 20037,     ///< The refresh token has expired
    oauth_app_not_found = 20048,             ///< The app does not exist
    oauth_pkce_failed = 20049,               ///< The code_verifier does not fit the code_challenge
    oauth_server_error = 20050,              ///< The log-in service failed
    oauth_malformed_request = 20063,         ///< The request body is malformed
    oauth_refresh_token_revoked = 20064,     ///< The refresh token was revoked
    oauth_code_used = 20065,                 ///< The authorization code was used before
    oauth_user_status_invalid = 20066,       ///< The user's account is not in order
    oauth_duplicate_scope = 20067,           ///< A scope is listed twice
    oauth_scope_not_granted = 20068,         ///< A scope was asked for that the user did not grant
    oauth_app_disabled = 20069,              ///< The app is not enabled
    oauth_multiple_credentials = 20070,      ///< The client proved itself in two ways at once
    oauth_redirect_uri_mismatch = 20071,     ///< The redirect_uri is not the one that was authorized
    oauth_unavailable = 20072,               ///< The log-in service is not available
    oauth_refresh_token_used = 20073,        ///< The refresh token was used before
    oauth_refresh_not_allowed = 20074,       ///< The app may not refresh user tokens
    contact_invalid_parameter = 40001,       ///< A parameter of the user look-up is not valid
    contact_internal_error = 40003,          ///< The directory failed inside
    contact_user_id_invalid = 41012,         ///< The user id is not valid
    contact_no_user_authority = 41050,       ///< The user is outside what the app may see
    cardkit_generate_failed = 200220,        ///< The card could not be generated
    cardkit_streaming_expired = 200510,      ///< The card's streaming mode has timed out
    cardkit_card_not_found = 200740,         ///< The card does not exist
    cardkit_card_expired = 200750,           ///< The card is older than 14 days
    cardkit_uuid_conflict = 200770,          ///< Another change was made with the same uuid
    cardkit_interaction_running = 200810,    ///< A user is just acting on the card
    cardkit_streaming_timeout = 200850,      ///< The card's streaming mode has timed out
    cardkit_card_too_large = 200860,         ///< The card is larger than 30 KB
    invalid_parameter = 230001,              ///< A parameter is missing, malformed or does not fit the others
    bot_not_in_chat = 230002,                ///< The bot is not in the chat
    follow_up_p2p_only = 230003,             ///< Bubbles are for one-to-one chats only
    follow_up_message_invisible = 230004,    ///< The message cannot be seen by the bot
    follow_up_user_unavailable = 230005,     ///< The user is not in the bot's availability
    bot_disabled = 230006,                   ///< The app has no bot
    follow_up_invalid = 230007,              ///< The bubbles are not valid
    follow_up_exists = 230008,               ///< The message has bubbles already
    recall_window_passed = 230009,           ///< The message is too old to recall
    message_recalled = 230011,               ///< The message was recalled
    not_message_sender = 230012,             ///< The bot is not the sender of the message
    user_unavailable = 230013,               ///< The user is not in the bot's availability
    p2p_chat_not_shareable = 230015,         ///< A one-to-one chat cannot be shared
    not_resource_owner = 230017,             ///< The file or image was uploaded by another app
    not_allowed_in_chat = 230018,            ///< The chat's settings forbid this
    thread_not_found = 230019,               ///< The thread does not exist
    chat_rate_limited = 230020,              ///< Too many messages to this user or chat
    sensitive_content = 230022,              ///< The content holds words that are not allowed
    too_many_unread_urgent = 230023,         ///< A receiver has over 200 unread urgent messages
    urgent_quota_exhausted = 230024,         ///< The tenant's quota of urgent messages is used up
    message_too_long = 230025,               ///< The content is too long
    recall_not_permitted = 230026,           ///< The caller may not recall this message
    permission_denied = 230027,              ///< The caller lacks a permission for this
    audit_rejected = 230028,                 ///< The content did not pass the tenant's audit
    user_resigned = 230029,                  ///< The user has left the tenant
    batch_message_not_found = 230030,        ///< The mailing does not exist
    card_update_window_passed = 230031,      ///< The card is older than 14 days
    read_status_window_passed = 230033,      ///< The message is older than 7 days
    invalid_receive_id = 230034,             ///< The receive_id is not valid
    send_not_permitted = 230035,             ///< The sender may not speak in this chat
    tenant_key_deleted = 230036,             ///< The tenant has deleted its encryption key
    cross_tenant_p2p_forbidden = 230038,     ///< No one-to-one messages across tenants
    pin_chat_not_found = 230045,             ///< The message's chat does not exist
    pin_not_permitted = 230046,              ///< The caller may not pin in this chat
    pin_rate_limited = 230047,               ///< This message is pinned and unpinned too often
    pin_list_rate_limited = 230048,          ///< The app lists pins too often
    message_being_sent = 230049,             ///< The message is still being sent
    message_invisible = 230050,              ///< The caller cannot see the message
    urgent_not_permitted = 230052,           ///< The caller may not buzz in this chat
    bot_blocked_by_user = 230053,            ///< The user has turned the bot's messages off
    message_type_unsupported = 230054,       ///< This kind of message does not allow that
    file_type_mismatch = 230055,             ///< The uploaded file does not fit msg_type
    forward_type_unsupported = 230061,       ///< This kind of message cannot be forwarded
    forward_encrypted_not_permitted = 230062,   ///< Encrypted messages may not be forwarded
    forward_chat_invalid = 230063,              ///< The chat to forward to is not valid
    forward_message_invalid = 230064,           ///< The message to forward is not valid
    forward_message_recalled = 230065,          ///< The message to forward was recalled
    forward_secret_chat_forbidden = 230066,     ///< Messages of a secret chat may not be forwarded
    merge_forward_sources_invalid = 230067,     ///< The messages cannot be forwarded as one
    merge_forward_mixed_chats = 230069,         ///< The messages are from different chats
    forward_restricted_mode = 230070,           ///< The chat is in restricted mode
    thread_reply_unsupported = 230071,          ///< No thread replies here; in an edit: not the sender
    too_many_edits = 230072,                    ///< Edited 20 times; in a reply: a merged message
    thread_invisible = 230073,                  ///< The caller cannot see the thread
    target_thread_invisible = 230074,           ///< The caller cannot see the thread to send to
    edit_window_passed = 230075,                ///< Too old to edit; in a send: encryption not supported
    urgent_folded_message = 230098,             ///< A folded message cannot be urgent
    card_content_invalid = 230099,              ///< The card could not be made from the content
    batch_test_messages_restricted = 230100,    ///< Test messages are held back
    message_deleted = 230110,                   ///< The message was deleted
    message_self_destructing = 230111,          ///< The message is about to destroy itself
    reaction_type_invalid = 231001,             ///< There is no such emoji
    reaction_not_permitted = 231002,            ///< The caller may not react to this message
    reaction_message_not_found = 231003,        ///< The message does not exist
    reaction_chat_not_found = 231004,           ///< The message's chat does not exist
    reaction_thread_invalid = 231005,           ///< The message's thread is gone
    reaction_operator_invalid = 231006,         ///< The caller's id is not valid
    reaction_delete_not_permitted = 231007,     ///< The caller may not take this reaction back
    reaction_message_no_access = 231008,        ///< The caller has no access to the message
    reaction_not_of_message = 231010,           ///< The reaction is not one of this message
    reaction_id_invalid = 231011,               ///< The reaction_id is not valid
    reaction_page_token_invalid = 231012,       ///< The page_token is not valid
    reaction_token_kind_invalid = 231013,       ///< This kind of token does not work here
    reaction_user_id_type_invalid = 231014,     ///< The user_id_type is not valid
    reaction_in_progress = 231015,              ///< The same reaction is just being worked on
    reaction_message_type_unsupported = 231017, ///< This kind of message takes no reactions
    reaction_message_invisible = 231018,        ///< The caller cannot see the message
    reaction_blocked_by_user = 231019,          ///< A user's settings forbid this for now
    reaction_blocked_by_tenant = 231020,        ///< The tenant's settings forbid this
    reaction_external_not_permitted = 231021,   ///< The caller may not act in external chats
    reaction_user_unavailable = 231022,         ///< The user is not in the bot's availability
    history_chat_type_unsupported = 231203,     ///< The history of this kind of chat cannot be read
    history_app_type_unsupported = 231204,      ///< This kind of app cannot read the history
    chat_invalid_parameter = 232001,            ///< A parameter of a chat call is not valid
    chat_admin_only = 232002,                   ///< Only the owner and administrators may do this
    chat_announcement_not_found = 232003,       ///< The chat's announcement was not found
    chat_app_not_found = 232004,                ///< The app does not exist
    chat_id_invalid = 232006,                   ///< The chat_id is not valid
    chat_or_user_id_invalid = 232007,           ///< The chat_id or a user id is not valid
    chat_type_unsupported = 232008,             ///< This kind of chat does not allow that
    chat_dissolved = 232009,                    ///< The chat was dissolved
    chat_other_tenant = 232010,                 ///< The caller is of another tenant than the chat
    chat_operator_not_member = 232011,          ///< The caller is not in the chat
    chat_new_owner_not_member = 232012,         ///< The new owner is not in the chat
    chat_full = 232013,                         ///< The chat has as many members as it can hold
    chat_token_not_permitted = 232014,          ///< This token may not do this
    chat_member_id_type_unsupported = 232015,   ///< This member_id_type does not work here
    chat_not_owner_or_admin = 232016,           ///< The caller is neither owner nor administrator
    chat_not_owner = 232017,                    ///< The caller is neither the owner nor the maker of the chat
    chat_announcement_update_failed = 232018,   ///< The announcement could not be changed
    chat_operation_rate_limited = 232019,       ///< Too many changes in a short time
    chat_name_too_short = 232020,               ///< The name is shorter than two characters
    chat_bot_not_found = 232021,                ///< A bot of bot_id_list does not exist
    chat_user_resigned = 232022,                ///< A user has left the tenant
    chat_audit_rejected = 232023,               ///< Name or description did not pass the audit
    chat_users_out_of_range = 232024,           ///< Users are out of the app's reach or may not be invited
    chat_bot_disabled = 232025,                 ///< The app has no bot
    chat_name_taken = 232026,                   ///< Another public group has this name
    chat_no_valid_members = 232027,             ///< None of the ids is valid
    chat_external_members_forbidden = 232028,   ///< People of other tenants cannot join this group
    chat_no_successor = 232029,                 ///< There is nobody who could become the owner
    chat_user_id_invalid = 232030,              ///< A user id is not valid
    chat_owner_must_be_member = 232031,         ///< The new owner must be in the chat
    chat_owner_or_creator_missing = 232032,     ///< Who makes a chat must own it or be in it
    chat_external_not_permitted = 232033, ///< The caller or an invited bot may not manage external chats
    chat_app_unavailable = 232034,        ///< The app is not in use in this tenant
    chat_owner_id_invalid = 232035,       ///< The owner_id is not valid
    chat_create_external_not_permitted = 232037,   ///< The caller or a bot may not make external chats
    chat_managers_owner_only = 232038,             ///< Only the owner may change administrators
    chat_managers_partly_done = 232039,            ///< Some administrators could not be changed
    chat_managers_full = 232040,                   ///< The group has as many administrators as it can
    chat_avatar_invalid = 232041,                  ///< The avatar is not valid
    chat_public_name_required = 232042,            ///< A public group needs a name of two characters or more
    chat_ids_unavailable = 232043,                 ///< Some ids cannot be used
    chat_member_limit_of_tenant = 232044,          ///< The tenant's limit of members is reached
    chat_tabs_full = 232046,                       ///< The chat has as many tabs as it can
    chat_tab_name_too_long = 232047,               ///< The name of the tab or chat is too long
    chat_tab_content_invalid = 232048,             ///< The content does not fit the kind of tab
    chat_tab_type_unsupported = 232049,            ///< This kind of tab cannot be changed
    chat_tabs_unsupported = 232050,                ///< This kind of chat has no tabs
    chat_tab_doc_not_permitted = 232051,           ///< The caller may not read the document
    chat_tab_menu_not_permitted = 232055,          ///< The caller may not manage tabs or the menu
    chat_image_not_owned = 232056,                 ///< The image was uploaded by another app
    chat_feature_not_in_plan = 232057,             ///< The tenant's plan does not have this feature
    chat_banned = 232060,                          ///< The chat is banned
    chat_secret_link_forbidden = 232061,           ///< A secret chat has no share link
    chat_p2p_link_forbidden = 232062,              ///< A one-to-one chat has no share link
    chat_team_link_forbidden = 232063,             ///< A team's chat has no share link
    chat_share_not_permitted = 232064,             ///< Only owner and administrators may share this group
    chat_operator_not_found = 232065,              ///< The calling user or bot was not found
    chat_announcement_not_permitted = 232066,      ///< The caller may not read or edit the announcement
    chat_being_created = 232068,                   ///< The group is still being made
    chat_public_unsupported = 232069,              ///< This kind of chat cannot be public
    chat_menu_full = 232070,                       ///< The menu has as many top-level entries as it can
    chat_submenu_full = 232071,                    ///< An entry has as many entries below it as it can
    chat_menu_sort_mismatch = 232072,              ///< The ids to sort are not those of the menu
    chat_menu_busy = 232073,                       ///< The menu is just being changed
    chat_join_needs_approval = 232075,             ///< Joining this group needs an approval
    chat_owner_not_removable = 232076,             ///< The owner cannot be removed
    chat_menu_invalid = 232078,                    ///< The menu or a setting is not valid
    chat_hide_members_unsupported = 232079,        ///< This kind of chat cannot hide its members
    chat_members_unsupported = 232090,             ///< Members cannot be added to this kind of chat
    chat_tenant_security_forbidden = 232091,       ///< The tenant's security settings forbid this
    chat_meeting_in_progress = 232092,             ///< Not possible while a meeting is on
    chat_meeting_restricted = 232093,              ///< Not possible while a restricted meeting is on
    chat_ocic_not_permitted = 232095,              ///< The caller may not make chats of this kind
    file_writes_suspended = 232096,                ///< Uploads are stopped for the moment
    chat_announcement_is_docx = 232097,            ///< The announcement is of the new kind
    file_invalid_parameter = 234001,               ///< A parameter of the upload or download is not valid
    file_unauthorized = 234002,                    ///< The caller is not known
    file_not_in_message = 234003,                  ///< The file is not part of this message
    file_app_not_in_chat = 234004,                 ///< The app is not in the message's chat
    image_deleted = 234005,                        ///< The image was deleted
    file_too_large = 234006,                       ///< The file is too large
    file_bot_disabled = 234007,                    ///< The app has no bot
    file_not_uploader = 234008,                    ///< Only the app that uploaded it may download it
    file_permission_denied = 234009,               ///< The caller lacks a permission for this
    file_empty = 234010,                           ///< The file is empty
    image_format_unknown = 234011,                 ///< The image format is not known
    file_tenant_check_failed = 234019,             ///< The app does not belong to the tenant
    file_too_large_to_download = 234037,           ///< The file is over 100 MB
    file_restricted_mode = 234038,                 ///< The chat is in restricted mode
    image_resolution_too_large = 234039,           ///< The image has too many pixels
    file_message_invisible = 234040,               ///< The caller cannot see the message
    file_tenant_key_deleted = 234041,              ///< The tenant has deleted its encryption key
    file_tenant_storage_error = 234042,            ///< The tenant's own storage failed
    file_message_type_unsupported = 234043,        ///< This kind of message has no files to download
    cardkit_internal_error = 300120,               ///< The card service failed inside
    cardkit_replace_failed = 300121,               ///< The element could not be replaced
    cardkit_settings_failed = 300122,              ///< The card's config could not be changed
    cardkit_duplicate_element_id = 300301,         ///< Two elements have the same element_id
    cardkit_update_multi_required = 300302,        ///< The card's update_multi is false
    cardkit_schema_unsupported = 300303,           ///< Only cards of schema 2.0 are supported
    cardkit_too_many_elements = 300305,            ///< The card has over 200 elements
    cardkit_card_empty = 300307,                   ///< The card is empty
    cardkit_streaming_closed = 300309,             ///< The card's streaming mode is off
    cardkit_text_only = 300310,                    ///< Only text elements can be streamed
    cardkit_permission_denied = 300311,            ///< Another app made the card
    cardkit_tag_not_changeable = 300312,           ///< An element's tag cannot be changed
    cardkit_patch_failed = 300313,                 ///< The element's properties could not be changed
    cardkit_delete_failed = 300314,                ///< The element could not be removed
    cardkit_add_failed = 300315,                   ///< The element could not be added
    cardkit_sequence_not_increasing = 300317,      ///< The sequence number is not larger than the last one
    session_invalid_parameter = 1080001,           ///< A parameter of the log-in call is not valid
    session_sid_invalid = 1084001,                 ///< The sid is not valid
    session_logout_reason_invalid = 1084002,       ///< The logout_reason is not valid
    docx_invalid_parameter = 1770001,              ///< A parameter of the block call is not valid
    docx_not_found = 1770002,                      ///< The announcement or block does not exist
    docx_deleted = 1770003,                        ///< The announcement or block was deleted
    docx_too_many_blocks = 1770004,                ///< The announcement has too many blocks
    docx_too_deep = 1770005,                       ///< The blocks are nested too deep
    docx_schema_mismatch = 1770006,                ///< The block's content does not fit its type
    docx_too_many_children = 1770007,              ///< A block has too many blocks below it
    docx_file_too_large = 1770008,                 ///< A file is too large
    docx_too_many_columns = 1770010,               ///< The table has too many columns
    docx_too_many_cells = 1770011,                 ///< The table has too many cells
    docx_too_many_grid_columns = 1770012,          ///< The grid has too many columns
    docx_relation_mismatch = 1770013,              ///< Image, file or other content is not of this block
    docx_parent_child_mismatch = 1770014,          ///< Parent and child do not belong together
    docx_multiple_documents = 1770015,             ///< One change touches several announcements
    docx_duplicate_block_id = 1770019,             ///< A block_id is there twice
    docx_copy_in_progress = 1770020,               ///< The announcement is just being copied
    docx_revision_too_old = 1770021,               ///< The revision_id is too old
    docx_invalid_operation = 1770024,              ///< The change is not possible
    docx_operation_mismatch = 1770025,             ///< The change does not fit the block's type
    docx_row_out_of_range = 1770026,               ///< A row index is out of range
    docx_column_out_of_range = 1770027,            ///< A column index is out of range
    docx_children_unsupported = 1770028,           ///< This block cannot have blocks below it
    docx_block_not_creatable = 1770029,            ///< This kind of block cannot be made by the API
    docx_invalid_parent = 1770030,                 ///< The parent and its blocks do not fit
    docx_children_not_deletable = 1770031,         ///< The blocks below this one cannot be removed
    docx_forbidden = 1770032,                      ///< The caller may not do this with the announcement
    docx_content_too_large = 1770033,              ///< The content is too large
    docx_too_many_operations = 1770034,            ///< Too many changes in one call
    docx_too_many_resources = 1770035,             ///< The announcement has too many resources of this kind
    docx_resource_not_found = 1770038,             ///< A file or image was not found
    docx_open_schema_mismatch = 1770041,           ///< The block is not as the API wants it
    docx_internal_error = 1771001,                 ///< The document service failed inside
    docx_gateway_error = 1771002,                  ///< The document gateway failed inside
    docx_gateway_marshal_error = 1771003,          ///< The document gateway could not write the answer
    docx_gateway_unmarshal_error = 1771004,        ///< The document gateway could not read the answer
    docx_maintenance = 1771005,                    ///< The document service is under maintenance
    docx_mount_failed = 1771006,                   ///< The announcement could not be put into its folder
    announcement_not_found = 1772001,              ///< The chat's announcement was not found
    announcement_other_tenant = 1772002,           ///< The caller is of another tenant than the chat
    announcement_not_member = 1772003,             ///< The caller is not in the chat
    announcement_external_not_permitted = 1772004, ///< The caller may not manage external chats
    announcement_admin_only = 1772005,             ///< Only the owner and administrators may edit it
    announcement_type_unsupported = 1772006,       ///< The announcement is of the old kind
    announcement_bot_disabled = 1772025,           ///< The app has no bot
    announcement_app_unavailable = 1772034,        ///< The app is not in use in this tenant
    rate_limited = 99991400,                       ///< Too many calls of this API
    ip_not_allowed = 99991401,                     ///< The caller's IP address is not on the app's list
    app_credentials_invalid = 99991543,            ///< app_id and app_secret do not fit together
    token_missing = 99991661,                      ///< The request has no access token
    app_disabled = 99991662,                       ///< The app is not in use
    tenant_token_invalid = 99991663,               ///< The tenant token is not valid or has expired
    app_token_invalid = 99991664,                  ///< The app token is not valid or has expired
    user_token_invalid = 99991668,                 ///< The user token is not valid or has expired
    refresh_token_invalid = 99991669,              ///< The refresh token is not valid
    token_wrong_kind = 99991671,                   ///< The token is malformed or not one that this API takes
    scope_missing = 99991672,                      ///< The app lacks a scope for this API
    app_unavailable = 99991673,                    ///< The app is not in use in this tenant
    user_token_expired = 99991677,                 ///< The user token has expired
    user_scope_missing = 99991679,                 ///< The user did not grant a scope for this API
    open_ids_not_found = 99992351,                 ///< Some open_ids do not exist
    ids_not_found = 99992360,                      ///< Some ids do not exist
    open_id_of_other_app = 99992361,               ///< The open_id was issued to another app
    user_ids_not_found = 99992364,                 ///< Some user_ids do not exist
    field_validation_failed = 99992402,            ///< A field breaks its documented limits
};

/// What kind of trouble a code is.
enum class errc_kind {
    invalid_request, ///< the request is wrong
    auth,            ///< the token or the app's credentials
    permission,      ///< a scope or a right is missing
    not_found,       ///< it does not exist, or not any more
    conflict,        ///< the state does not allow it
    rate_limit,      ///< too many calls
    quota,           ///< an amount is used up
    server,          ///< the platform's side
    unsupported      ///< not for this kind of thing
};

/// What is known about a code.
struct errc_info {
    int code;
    std::string_view symbol;
    int http; ///< the HTTP status that comes with it
    errc_kind kind;
    bool retry;              ///< the same request can succeed within minutes
    std::string_view text;   ///< what happened
    std::string_view advice; ///< what to do
};

/// Nullptr for a code that is not in the list.
FEISHU_DECL errc_info const* find_errc(int code);

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/core/impl/errc.ipp>
#endif
