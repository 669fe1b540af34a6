#pragma once
// Feishu im v1: shared types. Generated from codegen/specs/im/v1/models.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>

namespace feishu::im::v1 {

using feishu::user_id_type;

/// Handling of ids that cannot be added.
enum class add_members_mode : int { reject_unknown = 0, add_available = 1, all_or_nothing = 2 };
reflect::enumerator_list<"reject_unknown, add_available, all_or_nothing", 0, 1, 2>
feishu_enumerators(add_members_mode**);
constexpr bool feishu_wire_is_number(add_members_mode) { return true; }

/// Format of returned cards: the platform's internal format, or the format sent by the app.
enum class card_msg_content_type { raw_card_content, user_card_content };
reflect::enumerator_list<"raw_card_content, user_card_content"> feishu_enumerators(card_msg_content_type**);

/// Validity period of a share link.
enum class chat_link_validity { week, year, permanently };
reflect::enumerator_list<"week, year, permanently"> feishu_enumerators(chat_link_validity**);

/// Action of a chat menu item.
enum class chat_menu_action { NONE, REDIRECT_LINK };
reflect::enumerator_list<"NONE, REDIRECT_LINK"> feishu_enumerators(chat_menu_action**);

/// Updatable fields of a chat menu item.
enum class chat_menu_field { ICON, NAME, I18N_NAME, REDIRECT_LINK };
reflect::enumerator_list<"ICON, NAME, I18N_NAME, REDIRECT_LINK"> feishu_enumerators(chat_menu_field**);

/// Chat mode: a group, a topic group or a one-to-one chat.
enum class chat_mode { group, topic, p2p };
reflect::enumerator_list<"group, topic, p2p"> feishu_enumerators(chat_mode**);

/// Who has a permission: owner and administrators only, or all members.
enum class chat_permission { only_owner, all_members };
reflect::enumerator_list<"only_owner, all_members"> feishu_enumerators(chat_permission**);

/// A chat permission in responses and events.
enum class chat_permission_status { only_owner, all_members, unknown };
reflect::enumerator_list<"only_owner, all_members, unknown"> feishu_enumerators(chat_permission_status**);

/// Group type: private or public.
enum class chat_privacy { private_, public_ };
reflect::enumerator_list<"private_, public_"> feishu_enumerators(chat_privacy**);

/// Sort order of a chat list.
enum class chat_sort_type { ByCreateTimeAsc, ByActiveTimeDesc };
reflect::enumerator_list<"ByCreateTimeAsc, ByActiveTimeDesc"> feishu_enumerators(chat_sort_type**);

/// Chat status; dissolved_save is a dissolved chat whose history is kept.
enum class chat_status { normal, dissolved, dissolved_save };
reflect::enumerator_list<"normal, dissolved, dissolved_save"> feishu_enumerators(chat_status**);

/// Type of a chat tab.
enum class chat_tab_type {
    message,
    doc_list,
    doc,
    pin,
    meeting_minute,
    chat_announcement,
    url,
    file,
    files_resources,
    images_videos,
    task
};
reflect::enumerator_list<"message, doc_list, doc, pin, meeting_minute, chat_announcement, url, file, "
                         "files_resources, images_videos, task">
feishu_enumerators(chat_tab_type**);

/// Group tag; the first that applies.
enum class chat_tag { inner, tenant, department, edu, meeting, customer_service };
reflect::enumerator_list<"inner, tenant, department, edu, meeting, customer_service">
feishu_enumerators(chat_tag**);

/// Chat type.
enum class chat_type { p2p, group };
reflect::enumerator_list<"p2p, group"> feishu_enumerators(chat_type**);

/// Type of message container.
enum class container_id_type { chat, thread };
reflect::enumerator_list<"chat, thread"> feishu_enumerators(container_id_type**);

/// Emoji of reactions and posts.
enum class emoji_type {
    OK,
    THUMBSUP,
    THANKS,
    MUSCLE,
    FINGERHEART,
    APPLAUSE,
    FISTBUMP,
    JIAYI,
    DONE,
    SMILE,
    BLUSH,
    LAUGH,
    SMIRK,
    LOL,
    FACEPALM,
    LOVE,
    WINK,
    PROUD,
    WITTY,
    SMART,
    SCOWL,
    THINKING,
    SOB,
    CRY,
    ERROR_,
    NOSEPICK,
    HAUGHTY,
    SLAP,
    SPITBLOOD,
    TOASTED,
    GLANCE,
    DULL,
    INNOCENTSMILE,
    JOYFUL,
    WOW,
    TRICK,
    YEAH,
    ENOUGH,
    TEARS,
    EMBARRASSED,
    KISS,
    SMOOCH,
    DROOL,
    OBSESSED,
    MONEY,
    TEASE,
    SHOWOFF,
    COMFORT,
    CLAP,
    PRAISE,
    STRIVE,
    XBLUSH,
    SILENT,
    WAVE,
    WHAT,
    FROWN,
    SHY,
    DIZZY,
    LOOKDOWN,
    CHUCKLE,
    WAIL,
    CRAZY,
    WHIMPER,
    HUG,
    BLUBBER,
    WRONGED,
    HUSKY,
    SHHH,
    SMUG,
    ANGRY,
    HAMMER,
    SHOCKED,
    TERROR,
    PETRIFIED,
    SKULL,
    SWEAT,
    SPEECHLESS,
    SLEEP,
    DROWSY,
    YAWN,
    SICK,
    PUKE,
    BETRAYED,
    HEADSET,
    EatingFood,
    MeMeMe,
    Sigh,
    Typing,
    Lemon,
    Get,
    LGTM,
    OnIt,
    OneSecond,
    VRHeadset,
    YouAreTheBest,
    SALUTE,
    SHAKE,
    HIGHFIVE,
    UPPERLEFT,
    ThumbsDown,
    SLIGHT,
    TONGUE,
    EYESCLOSED,
    RoarForYou,
    CALF,
    BEAR,
    BULL,
    RAINBOWPUKE,
    ROSE,
    HEART,
    PARTY,
    LIPS,
    BEER,
    CAKE,
    GIFT,
    CUCUMBER,
    Drumstick,
    Pepper,
    CANDIEDHAWS,
    BubbleTea,
    Coffee,
    Yes,
    No,
    OKR,
    CheckMark,
    CrossMark,
    MinusOne,
    Hundred,
    AWESOMEN,
    Pin,
    Alarm,
    Loudspeaker,
    Trophy,
    Fire,
    BOMB,
    Music,
    XmasTree,
    Snowman,
    XmasHat,
    FIREWORKS,
    year_2022,
    REDPACKET,
    FORTUNE,
    LUCK,
    FIRECRACKER,
    StickyRiceBalls,
    HEARTBROKEN,
    POOP,
    StatusFlashOfInspiration,
    no_18X,
    CLEAVER,
    Soccer,
    Basketball,
    GeneralDoNotDisturb,
    Status_PrivateMessage,
    GeneralInMeetingBusy,
    StatusReading,
    StatusInFlight,
    GeneralBusinessTrip,
    GeneralWorkFromHome,
    StatusEnjoyLife,
    GeneralTravellingCar,
    StatusBus,
    GeneralSun,
    GeneralMoonRest,
    MoonRabbit,
    Mooncake,
    JubilantRabbit,
    TV,
    Movie,
    Pumpkin,
    BeamingFace,
    Delighted,
    ColdSweat,
    FullMoonFace,
    Partying,
    GoGoGo,
    ThanksFace,
    SaluteFace,
    Shrug,
    ClownFace,
    HappyDragon
};
reflect::enumerator_list<
    "OK, THUMBSUP, THANKS, MUSCLE, FINGERHEART, APPLAUSE, FISTBUMP, JIAYI, DONE, SMILE, BLUSH, LAUGH, SMIRK, "
    "LOL, FACEPALM, LOVE, WINK, PROUD, WITTY, SMART, SCOWL, THINKING, SOB, CRY, ERROR_, NOSEPICK, HAUGHTY, "
    "SLAP, SPITBLOOD, TOASTED, GLANCE, DULL, INNOCENTSMILE, JOYFUL, WOW, TRICK, YEAH, ENOUGH, TEARS, "
    "EMBARRASSED, KISS, SMOOCH, DROOL, OBSESSED, MONEY, TEASE, SHOWOFF, COMFORT, CLAP, PRAISE, STRIVE, "
    "XBLUSH, SILENT, WAVE, WHAT, FROWN, SHY, DIZZY, LOOKDOWN, CHUCKLE, WAIL, CRAZY, WHIMPER, HUG, BLUBBER, "
    "WRONGED, HUSKY, SHHH, SMUG, ANGRY, HAMMER, SHOCKED, TERROR, PETRIFIED, SKULL, SWEAT, SPEECHLESS, SLEEP, "
    "DROWSY, YAWN, SICK, PUKE, BETRAYED, HEADSET, EatingFood, MeMeMe, Sigh, Typing, Lemon, Get, LGTM, OnIt, "
    "OneSecond, VRHeadset, YouAreTheBest, SALUTE, SHAKE, HIGHFIVE, UPPERLEFT, ThumbsDown, SLIGHT, TONGUE, "
    "EYESCLOSED, RoarForYou, CALF, BEAR, BULL, RAINBOWPUKE, ROSE, HEART, PARTY, LIPS, BEER, CAKE, GIFT, "
    "CUCUMBER, Drumstick, Pepper, CANDIEDHAWS, BubbleTea, Coffee, Yes, No, OKR, CheckMark, CrossMark, "
    "MinusOne, Hundred, AWESOMEN, Pin, Alarm, Loudspeaker, Trophy, Fire, BOMB, Music, XmasTree, Snowman, "
    "XmasHat, FIREWORKS, year_2022, REDPACKET, FORTUNE, LUCK, FIRECRACKER, StickyRiceBalls, HEARTBROKEN, "
    "POOP, StatusFlashOfInspiration, no_18X, CLEAVER, Soccer, Basketball, GeneralDoNotDisturb, "
    "Status_PrivateMessage, GeneralInMeetingBusy, StatusReading, StatusInFlight, GeneralBusinessTrip, "
    "GeneralWorkFromHome, StatusEnjoyLife, GeneralTravellingCar, StatusBus, GeneralSun, GeneralMoonRest, "
    "MoonRabbit, Mooncake, JubilantRabbit, TV, Movie, Pumpkin, BeamingFace, Delighted, ColdSweat, "
    "FullMoonFace, Partying, GoGoGo, ThanksFace, SaluteFace, Shrug, ClownFace, HappyDragon">
feishu_enumerators(emoji_type**);
constexpr std::string_view feishu_wire_name(emoji_type value) {
    switch (value) {
    case emoji_type::OK: return "OK";
    case emoji_type::THUMBSUP: return "THUMBSUP";
    case emoji_type::THANKS: return "THANKS";
    case emoji_type::MUSCLE: return "MUSCLE";
    case emoji_type::FINGERHEART: return "FINGERHEART";
    case emoji_type::APPLAUSE: return "APPLAUSE";
    case emoji_type::FISTBUMP: return "FISTBUMP";
    case emoji_type::JIAYI: return "JIAYI";
    case emoji_type::DONE: return "DONE";
    case emoji_type::SMILE: return "SMILE";
    case emoji_type::BLUSH: return "BLUSH";
    case emoji_type::LAUGH: return "LAUGH";
    case emoji_type::SMIRK: return "SMIRK";
    case emoji_type::LOL: return "LOL";
    case emoji_type::FACEPALM: return "FACEPALM";
    case emoji_type::LOVE: return "LOVE";
    case emoji_type::WINK: return "WINK";
    case emoji_type::PROUD: return "PROUD";
    case emoji_type::WITTY: return "WITTY";
    case emoji_type::SMART: return "SMART";
    case emoji_type::SCOWL: return "SCOWL";
    case emoji_type::THINKING: return "THINKING";
    case emoji_type::SOB: return "SOB";
    case emoji_type::CRY: return "CRY";
    case emoji_type::ERROR_: return "ERROR";
    case emoji_type::NOSEPICK: return "NOSEPICK";
    case emoji_type::HAUGHTY: return "HAUGHTY";
    case emoji_type::SLAP: return "SLAP";
    case emoji_type::SPITBLOOD: return "SPITBLOOD";
    case emoji_type::TOASTED: return "TOASTED";
    case emoji_type::GLANCE: return "GLANCE";
    case emoji_type::DULL: return "DULL";
    case emoji_type::INNOCENTSMILE: return "INNOCENTSMILE";
    case emoji_type::JOYFUL: return "JOYFUL";
    case emoji_type::WOW: return "WOW";
    case emoji_type::TRICK: return "TRICK";
    case emoji_type::YEAH: return "YEAH";
    case emoji_type::ENOUGH: return "ENOUGH";
    case emoji_type::TEARS: return "TEARS";
    case emoji_type::EMBARRASSED: return "EMBARRASSED";
    case emoji_type::KISS: return "KISS";
    case emoji_type::SMOOCH: return "SMOOCH";
    case emoji_type::DROOL: return "DROOL";
    case emoji_type::OBSESSED: return "OBSESSED";
    case emoji_type::MONEY: return "MONEY";
    case emoji_type::TEASE: return "TEASE";
    case emoji_type::SHOWOFF: return "SHOWOFF";
    case emoji_type::COMFORT: return "COMFORT";
    case emoji_type::CLAP: return "CLAP";
    case emoji_type::PRAISE: return "PRAISE";
    case emoji_type::STRIVE: return "STRIVE";
    case emoji_type::XBLUSH: return "XBLUSH";
    case emoji_type::SILENT: return "SILENT";
    case emoji_type::WAVE: return "WAVE";
    case emoji_type::WHAT: return "WHAT";
    case emoji_type::FROWN: return "FROWN";
    case emoji_type::SHY: return "SHY";
    case emoji_type::DIZZY: return "DIZZY";
    case emoji_type::LOOKDOWN: return "LOOKDOWN";
    case emoji_type::CHUCKLE: return "CHUCKLE";
    case emoji_type::WAIL: return "WAIL";
    case emoji_type::CRAZY: return "CRAZY";
    case emoji_type::WHIMPER: return "WHIMPER";
    case emoji_type::HUG: return "HUG";
    case emoji_type::BLUBBER: return "BLUBBER";
    case emoji_type::WRONGED: return "WRONGED";
    case emoji_type::HUSKY: return "HUSKY";
    case emoji_type::SHHH: return "SHHH";
    case emoji_type::SMUG: return "SMUG";
    case emoji_type::ANGRY: return "ANGRY";
    case emoji_type::HAMMER: return "HAMMER";
    case emoji_type::SHOCKED: return "SHOCKED";
    case emoji_type::TERROR: return "TERROR";
    case emoji_type::PETRIFIED: return "PETRIFIED";
    case emoji_type::SKULL: return "SKULL";
    case emoji_type::SWEAT: return "SWEAT";
    case emoji_type::SPEECHLESS: return "SPEECHLESS";
    case emoji_type::SLEEP: return "SLEEP";
    case emoji_type::DROWSY: return "DROWSY";
    case emoji_type::YAWN: return "YAWN";
    case emoji_type::SICK: return "SICK";
    case emoji_type::PUKE: return "PUKE";
    case emoji_type::BETRAYED: return "BETRAYED";
    case emoji_type::HEADSET: return "HEADSET";
    case emoji_type::EatingFood: return "EatingFood";
    case emoji_type::MeMeMe: return "MeMeMe";
    case emoji_type::Sigh: return "Sigh";
    case emoji_type::Typing: return "Typing";
    case emoji_type::Lemon: return "Lemon";
    case emoji_type::Get: return "Get";
    case emoji_type::LGTM: return "LGTM";
    case emoji_type::OnIt: return "OnIt";
    case emoji_type::OneSecond: return "OneSecond";
    case emoji_type::VRHeadset: return "VRHeadset";
    case emoji_type::YouAreTheBest: return "YouAreTheBest";
    case emoji_type::SALUTE: return "SALUTE";
    case emoji_type::SHAKE: return "SHAKE";
    case emoji_type::HIGHFIVE: return "HIGHFIVE";
    case emoji_type::UPPERLEFT: return "UPPERLEFT";
    case emoji_type::ThumbsDown: return "ThumbsDown";
    case emoji_type::SLIGHT: return "SLIGHT";
    case emoji_type::TONGUE: return "TONGUE";
    case emoji_type::EYESCLOSED: return "EYESCLOSED";
    case emoji_type::RoarForYou: return "RoarForYou";
    case emoji_type::CALF: return "CALF";
    case emoji_type::BEAR: return "BEAR";
    case emoji_type::BULL: return "BULL";
    case emoji_type::RAINBOWPUKE: return "RAINBOWPUKE";
    case emoji_type::ROSE: return "ROSE";
    case emoji_type::HEART: return "HEART";
    case emoji_type::PARTY: return "PARTY";
    case emoji_type::LIPS: return "LIPS";
    case emoji_type::BEER: return "BEER";
    case emoji_type::CAKE: return "CAKE";
    case emoji_type::GIFT: return "GIFT";
    case emoji_type::CUCUMBER: return "CUCUMBER";
    case emoji_type::Drumstick: return "Drumstick";
    case emoji_type::Pepper: return "Pepper";
    case emoji_type::CANDIEDHAWS: return "CANDIEDHAWS";
    case emoji_type::BubbleTea: return "BubbleTea";
    case emoji_type::Coffee: return "Coffee";
    case emoji_type::Yes: return "Yes";
    case emoji_type::No: return "No";
    case emoji_type::OKR: return "OKR";
    case emoji_type::CheckMark: return "CheckMark";
    case emoji_type::CrossMark: return "CrossMark";
    case emoji_type::MinusOne: return "MinusOne";
    case emoji_type::Hundred: return "Hundred";
    case emoji_type::AWESOMEN: return "AWESOMEN";
    case emoji_type::Pin: return "Pin";
    case emoji_type::Alarm: return "Alarm";
    case emoji_type::Loudspeaker: return "Loudspeaker";
    case emoji_type::Trophy: return "Trophy";
    case emoji_type::Fire: return "Fire";
    case emoji_type::BOMB: return "BOMB";
    case emoji_type::Music: return "Music";
    case emoji_type::XmasTree: return "XmasTree";
    case emoji_type::Snowman: return "Snowman";
    case emoji_type::XmasHat: return "XmasHat";
    case emoji_type::FIREWORKS: return "FIREWORKS";
    case emoji_type::year_2022: return "2022";
    case emoji_type::REDPACKET: return "REDPACKET";
    case emoji_type::FORTUNE: return "FORTUNE";
    case emoji_type::LUCK: return "LUCK";
    case emoji_type::FIRECRACKER: return "FIRECRACKER";
    case emoji_type::StickyRiceBalls: return "StickyRiceBalls";
    case emoji_type::HEARTBROKEN: return "HEARTBROKEN";
    case emoji_type::POOP: return "POOP";
    case emoji_type::StatusFlashOfInspiration: return "StatusFlashOfInspiration";
    case emoji_type::no_18X: return "18X";
    case emoji_type::CLEAVER: return "CLEAVER";
    case emoji_type::Soccer: return "Soccer";
    case emoji_type::Basketball: return "Basketball";
    case emoji_type::GeneralDoNotDisturb: return "GeneralDoNotDisturb";
    case emoji_type::Status_PrivateMessage: return "Status_PrivateMessage";
    case emoji_type::GeneralInMeetingBusy: return "GeneralInMeetingBusy";
    case emoji_type::StatusReading: return "StatusReading";
    case emoji_type::StatusInFlight: return "StatusInFlight";
    case emoji_type::GeneralBusinessTrip: return "GeneralBusinessTrip";
    case emoji_type::GeneralWorkFromHome: return "GeneralWorkFromHome";
    case emoji_type::StatusEnjoyLife: return "StatusEnjoyLife";
    case emoji_type::GeneralTravellingCar: return "GeneralTravellingCar";
    case emoji_type::StatusBus: return "StatusBus";
    case emoji_type::GeneralSun: return "GeneralSun";
    case emoji_type::GeneralMoonRest: return "GeneralMoonRest";
    case emoji_type::MoonRabbit: return "MoonRabbit";
    case emoji_type::Mooncake: return "Mooncake";
    case emoji_type::JubilantRabbit: return "JubilantRabbit";
    case emoji_type::TV: return "TV";
    case emoji_type::Movie: return "Movie";
    case emoji_type::Pumpkin: return "Pumpkin";
    case emoji_type::BeamingFace: return "BeamingFace";
    case emoji_type::Delighted: return "Delighted";
    case emoji_type::ColdSweat: return "ColdSweat";
    case emoji_type::FullMoonFace: return "FullMoonFace";
    case emoji_type::Partying: return "Partying";
    case emoji_type::GoGoGo: return "GoGoGo";
    case emoji_type::ThanksFace: return "ThanksFace";
    case emoji_type::SaluteFace: return "SaluteFace";
    case emoji_type::Shrug: return "Shrug";
    case emoji_type::ClownFace: return "ClownFace";
    case emoji_type::HappyDragon: return "HappyDragon";
    }
    return {};
}

/// Type of the sender in a message event.
enum class event_sender_type { user, bot, app };
reflect::enumerator_list<"user, bot, app"> feishu_enumerators(event_sender_type**);

/// File type; stream stands for any other type.
enum class file_type { opus, mp4, pdf, doc, xls, ppt, stream };
reflect::enumerator_list<"opus, mp4, pdf, doc, xls, ppt, stream"> feishu_enumerators(file_type**);

/// Type of the receive_id of a forward; unlike messages, forwards can be sent to threads.
enum class forward_receive_id_type { open_id, union_id, user_id, email, chat_id, thread_id };
reflect::enumerator_list<"open_id, union_id, user_id, email, chat_id, thread_id">
feishu_enumerators(forward_receive_id_type**);

/// Message layout of a group: conversation or threads.
enum class group_message_type { chat, thread };
reflect::enumerator_list<"chat, thread"> feishu_enumerators(group_message_type**);

/// Purpose of an uploaded image.
enum class image_type { message, avatar };
reflect::enumerator_list<"message, avatar"> feishu_enumerators(image_type**);

/// Type of a member id; app_id identifies a bot.
enum class member_id_type { open_id, union_id, user_id, app_id };
reflect::enumerator_list<"open_id, union_id, user_id, app_id"> feishu_enumerators(member_id_type**);

/// Whether joining requires approval.
enum class membership_approval { no_approval_required, approval_required };
reflect::enumerator_list<"no_approval_required, approval_required"> feishu_enumerators(membership_approval**);

/// Who sees notifications about members joining or leaving.
enum class message_visibility { only_owner, all_members, not_anyone };
reflect::enumerator_list<"only_owner, all_members, not_anyone"> feishu_enumerators(message_visibility**);

/// Who can send messages in a group.
enum class moderation_permission { only_owner, all_members, moderator_list };
reflect::enumerator_list<"only_owner, all_members, moderator_list">
feishu_enumerators(moderation_permission**);

/// Message type of received messages; it includes types that cannot be sent.
enum class msg_type {
    text,
    post,
    image,
    file,
    audio,
    media,
    sticker,
    interactive,
    share_chat,
    share_user,
    system,
    merge_forward,
    hongbao,
    share_calendar_event,
    calendar,
    general_calendar,
    video_chat,
    location,
    vote,
    todo,
    folder
};
reflect::enumerator_list<"text, post, image, file, audio, media, sticker, interactive, share_chat, "
                         "share_user, system, merge_forward, hongbao, share_calendar_event, calendar, "
                         "general_calendar, video_chat, location, vote, todo, folder">
feishu_enumerators(msg_type**);

/// Type of operator: an app or a user.
enum class operator_type { app, user };
reflect::enumerator_list<"app, user"> feishu_enumerators(operator_type**);

/// Type of the other party of a one-to-one chat.
enum class p2p_target_type { user, bot };
reflect::enumerator_list<"user, bot"> feishu_enumerators(p2p_target_type**);

/// Reason why the reactions to a message could not be returned.
enum class reaction_fail_reason { invalid, invalid_page_token, no_permission };
reflect::enumerator_list<"invalid, invalid_page_token, no_permission">
feishu_enumerators(reaction_fail_reason**);

/// Role of the user who recalled a message.
enum class recall_type { message_owner, group_owner, group_manager, enterprise_manager };
reflect::enumerator_list<"message_owner, group_owner, group_manager, enterprise_manager">
feishu_enumerators(recall_type**);

/// Type of a receive_id.
enum class receive_id_type { open_id, union_id, user_id, email, chat_id };
reflect::enumerator_list<"open_id, union_id, user_id, email, chat_id"> feishu_enumerators(receive_id_type**);

/// Type of a message resource; file includes audio and video.
enum class resource_type { image, file };
reflect::enumerator_list<"image, file"> feishu_enumerators(resource_type**);

/// Who has a permission in restricted mode.
enum class restricted_mode_permission { all_members, not_anyone };
reflect::enumerator_list<"all_members, not_anyone"> feishu_enumerators(restricted_mode_permission**);

/// Type of the id of a sender or operator.
enum class sender_id_type { open_id, app_id };
reflect::enumerator_list<"open_id, app_id"> feishu_enumerators(sender_id_type**);

/// Type of the sender of a message object.
enum class sender_type { user, app, anonymous, unknown };
reflect::enumerator_list<"user, app, anonymous, unknown"> feishu_enumerators(sender_type**);

/// Whether members can share the group card.
enum class share_card_permission { allowed, not_allowed };
reflect::enumerator_list<"allowed, not_allowed"> feishu_enumerators(share_card_permission**);

/// The permission to share the group card, in responses and events.
enum class share_card_permission_status { allowed, not_allowed, unknown };
reflect::enumerator_list<"allowed, not_allowed, unknown"> feishu_enumerators(share_card_permission_status**);

/// Sort order of a message list.
enum class sort_type { ByCreateTimeAsc, ByCreateTimeDesc };
reflect::enumerator_list<"ByCreateTimeAsc, ByCreateTimeDesc"> feishu_enumerators(sort_type**);

/// Type of a pinned top notice.
enum class top_notice_type { message, announcement };
reflect::enumerator_list<"message, announcement"> feishu_enumerators(top_notice_type**);
constexpr std::string_view feishu_wire_name(top_notice_type value) {
    switch (value) {
    case top_notice_type::message: return "1";
    case top_notice_type::announcement: return "2";
    }
    return {};
}

namespace model {

/// Number of recipients and readers of a batch message.
struct batch_read_count {
    std::string read_count;
    std::string total_count;
};

reflect::member_list<"read_count, total_count", &batch_read_count::read_count, &batch_read_count::total_count>
feishu_members(batch_read_count**);

/// Recall progress of a batch message.
struct batch_recall_progress {
    bool recall = false;
    int recall_count = 0;
};

reflect::member_list<"recall, recall_count", &batch_recall_progress::recall,
                     &batch_recall_progress::recall_count>
feishu_members(batch_recall_progress**);

/// Send progress of a batch message.
struct batch_send_progress {
    int valid_user_ids_count = 0;
    int success_user_ids_count = 0;
    int read_user_ids_count = 0;
};

reflect::member_list<"valid_user_ids_count, success_user_ids_count, read_user_ids_count",
                     &batch_send_progress::valid_user_ids_count, &batch_send_progress::success_user_ids_count,
                     &batch_send_progress::read_user_ids_count>
feishu_members(batch_send_progress**);

/// Restricted mode: limits copying, forwarding, downloading and screen capture.
struct restricted_mode_setting {
    /// Whether restricted mode is enabled.
    std::optional<bool> status{};
    /// Who can take screenshots and recordings.
    open<v1::restricted_mode_permission> screenshot_has_permission_setting{};
    /// Who can download files, images and videos.
    open<v1::restricted_mode_permission> download_has_permission_setting{};
    /// Who can copy and forward messages.
    open<v1::restricted_mode_permission> message_has_permission_setting{};
};

reflect::member_list<"status, screenshot_has_permission_setting, download_has_permission_setting, "
                     "message_has_permission_setting",
                     &restricted_mode_setting::status,
                     &restricted_mode_setting::screenshot_has_permission_setting,
                     &restricted_mode_setting::download_has_permission_setting,
                     &restricted_mode_setting::message_has_permission_setting>
feishu_members(restricted_mode_setting**);

/// A chat and its settings.
struct chat {
    /// Chat id.
    feishu::chat_id chat_id;
    /// Avatar.
    std::string avatar;
    /// Name.
    std::string name;
    /// Description.
    std::string description;
    /// Localized names.
    feishu::model::i18n_names i18n_names;
    /// Id of the owner; absent if the owner is a bot.
    std::string owner_id;
    std::vector<std::string> user_manager_id_list;
    std::vector<feishu::app_id> bot_manager_id_list;
    /// Type of owner_id.
    open<feishu::user_id_type> owner_id_type;
    /// Who can send urgent (buzz) notifications.
    open<v1::chat_permission_status> urgent_setting;
    /// Who can start a video meeting.
    open<v1::chat_permission_status> video_conference_setting;
    /// Who can add members.
    open<v1::chat_permission_status> add_member_permission;
    /// Whether the group card can be shared.
    open<v1::share_card_permission_status> share_card_permission;
    /// Who can mention everyone.
    open<v1::chat_permission_status> at_all_permission;
    /// Who can edit the group information.
    open<v1::chat_permission_status> edit_permission;
    /// Message layout: conversation or threads.
    open<v1::group_message_type> group_message_type;
    /// Chat mode.
    open<v1::chat_mode> chat_mode;
    /// Whether the group is public: discoverable and open to join.
    open<v1::chat_privacy> chat_type;
    /// Group tag.
    open<v1::chat_tag> chat_tag;
    /// Whether it is an external chat, which can include users of other tenants.
    bool external = false;
    /// Key of the tenant that owns the chat.
    feishu::tenant_key tenant_key;
    std::string user_count;
    std::string bot_count;
    /// Who sees the notification when a member joins.
    open<v1::message_visibility> join_message_visibility;
    /// Who sees the notification when a member leaves.
    open<v1::message_visibility> leave_message_visibility;
    /// Whether joining requires approval.
    open<v1::membership_approval> membership_approval;
    /// Who can send messages.
    open<v1::moderation_permission> moderation_permission;
    /// Restricted mode settings.
    model::restricted_mode_setting restricted_mode_setting;
    /// Who can see the member count.
    open<v1::chat_permission_status> hide_member_count_setting;
    /// Chat status.
    open<v1::chat_status> chat_status;
    /// Label ids.
    std::vector<std::string> labels;
    /// Toolkit ids.
    std::vector<std::string> toolkit_ids;
    /// Who can manage pinned messages and the pinned top notice.
    open<v1::chat_permission_status> pin_manage_setting;
};

reflect::member_list<
    "chat_id, avatar, name, description, i18n_names, owner_id, user_manager_id_list, bot_manager_id_list, "
    "owner_id_type, urgent_setting, video_conference_setting, add_member_permission, share_card_permission, "
    "at_all_permission, edit_permission, group_message_type, chat_mode, chat_type, chat_tag, external, "
    "tenant_key, user_count, bot_count, join_message_visibility, leave_message_visibility, "
    "membership_approval, moderation_permission, restricted_mode_setting, hide_member_count_setting, "
    "chat_status, labels, toolkit_ids, pin_manage_setting",
    &chat::chat_id, &chat::avatar, &chat::name, &chat::description, &chat::i18n_names, &chat::owner_id,
    &chat::user_manager_id_list, &chat::bot_manager_id_list, &chat::owner_id_type, &chat::urgent_setting,
    &chat::video_conference_setting, &chat::add_member_permission, &chat::share_card_permission,
    &chat::at_all_permission, &chat::edit_permission, &chat::group_message_type, &chat::chat_mode,
    &chat::chat_type, &chat::chat_tag, &chat::external, &chat::tenant_key, &chat::user_count,
    &chat::bot_count, &chat::join_message_visibility, &chat::leave_message_visibility,
    &chat::membership_approval, &chat::moderation_permission, &chat::restricted_mode_setting,
    &chat::hide_member_count_setting, &chat::chat_status, &chat::labels, &chat::toolkit_ids,
    &chat::pin_manage_setting>
feishu_members(chat**);

/// Changed settings of a chat; unchanged settings are absent.
struct chat_change {
    /// Avatar.
    std::string avatar;
    /// Name.
    std::string name;
    /// Description.
    std::string description;
    /// Localized names.
    feishu::model::i18n_names i18n_names;
    /// Who can add members.
    open<v1::chat_permission_status> add_member_permission;
    /// Whether the group card can be shared.
    open<v1::share_card_permission_status> share_card_permission;
    /// Who can mention everyone.
    open<v1::chat_permission_status> at_all_permission;
    /// Who can edit the group information.
    open<v1::chat_permission_status> edit_permission;
    /// Whether joining requires approval.
    open<v1::membership_approval> membership_approval;
    /// Who sees the notification when a member joins.
    open<v1::message_visibility> join_message_visibility;
    /// Who sees the notification when a member leaves.
    open<v1::message_visibility> leave_message_visibility;
    /// Who can send messages.
    open<v1::moderation_permission> moderation_permission;
    /// Owner.
    feishu::model::user_ids owner_id;
    /// Restricted mode settings.
    model::restricted_mode_setting restricted_mode_setting;
    /// Message layout: conversation or threads.
    open<v1::group_message_type> group_message_type;
    /// Label ids.
    std::vector<std::string> labels;
};

reflect::member_list<
    "avatar, name, description, i18n_names, add_member_permission, share_card_permission, at_all_permission, "
    "edit_permission, membership_approval, join_message_visibility, leave_message_visibility, "
    "moderation_permission, owner_id, restricted_mode_setting, group_message_type, labels",
    &chat_change::avatar, &chat_change::name, &chat_change::description, &chat_change::i18n_names,
    &chat_change::add_member_permission, &chat_change::share_card_permission, &chat_change::at_all_permission,
    &chat_change::edit_permission, &chat_change::membership_approval, &chat_change::join_message_visibility,
    &chat_change::leave_message_visibility, &chat_change::moderation_permission, &chat_change::owner_id,
    &chat_change::restricted_mode_setting, &chat_change::group_message_type, &chat_change::labels>
feishu_members(chat_change**);

/// Common content of chat events.
struct chat_event {
    /// Chat id.
    feishu::chat_id chat_id;
    /// Operator.
    feishu::model::user_ids operator_id;
    /// Whether it is an external chat, which can include users of other tenants.
    bool external = false;
    /// Tenant key of the operator.
    feishu::tenant_key operator_tenant_key;
    /// Name.
    std::string name;
    /// Localized names.
    feishu::model::i18n_names i18n_names;
};

reflect::member_list<"chat_id, operator_id, external, operator_tenant_key, name, i18n_names",
                     &chat_event::chat_id, &chat_event::operator_id, &chat_event::external,
                     &chat_event::operator_tenant_key, &chat_event::name, &chat_event::i18n_names>
feishu_members(chat_event**);

/// A user in a chat member event.
struct chat_event_member {
    /// Name.
    std::string name;
    /// Tenant key.
    feishu::tenant_key tenant_key;
    feishu::model::user_ids user_id;
};

reflect::member_list<"name, tenant_key, user_id", &chat_event_member::name, &chat_event_member::tenant_key,
                     &chat_event_member::user_id>
feishu_members(chat_event_member**);

/// A member of a chat.
struct chat_member {
    /// Type of member_id.
    open<feishu::user_id_type> member_id_type;
    std::string member_id;
    /// Name.
    std::string name;
    /// Tenant key.
    feishu::tenant_key tenant_key;
};

reflect::member_list<"member_id_type, member_id, name, tenant_key", &chat_member::member_id_type,
                     &chat_member::member_id, &chat_member::name, &chat_member::tenant_key>
feishu_members(chat_member**);

/// Redirect URLs by client.
struct redirect_link {
    std::optional<std::string> common_url{};
    std::optional<std::string> ios_url{};
    std::optional<std::string> android_url{};
    std::optional<std::string> pc_url{};
    std::optional<std::string> web_url{};
};

reflect::member_list<"common_url, ios_url, android_url, pc_url, web_url", &redirect_link::common_url,
                     &redirect_link::ios_url, &redirect_link::android_url, &redirect_link::pc_url,
                     &redirect_link::web_url>
feishu_members(redirect_link**);

/// A chat menu item.
struct chat_menu_item {
    open<v1::chat_menu_action> action_type{};
    std::optional<model::redirect_link> redirect_link{};
    /// Image key of the icon.
    std::optional<feishu::image_key> image_key{};
    /// Name.
    std::optional<std::string> name{};
    /// Localized names.
    std::optional<feishu::model::i18n_names> i18n_names{};
};

reflect::member_list<"action_type, redirect_link, image_key, name, i18n_names", &chat_menu_item::action_type,
                     &chat_menu_item::redirect_link, &chat_menu_item::image_key, &chat_menu_item::name,
                     &chat_menu_item::i18n_names>
feishu_members(chat_menu_item**);

/// A second-level item of a chat menu.
struct chat_menu_second_level {
    feishu::menu_item_id chat_menu_second_level_id;
    std::optional<model::chat_menu_item> chat_menu_item{};
};

reflect::member_list<"chat_menu_second_level_id, chat_menu_item",
                     &chat_menu_second_level::chat_menu_second_level_id,
                     &chat_menu_second_level::chat_menu_item>
feishu_members(chat_menu_second_level**);

/// A top-level item of a chat menu with its children.
struct chat_menu_top_level {
    feishu::menu_item_id chat_menu_top_level_id;
    std::optional<model::chat_menu_item> chat_menu_item{};
    std::vector<model::chat_menu_second_level> children;
};

reflect::member_list<"chat_menu_top_level_id, chat_menu_item, children",
                     &chat_menu_top_level::chat_menu_top_level_id, &chat_menu_top_level::chat_menu_item,
                     &chat_menu_top_level::children>
feishu_members(chat_menu_top_level**);

/// A chat menu.
struct chat_menu_tree {
    std::vector<model::chat_menu_top_level> chat_menu_top_levels;
};

reflect::member_list<"chat_menu_top_levels", &chat_menu_tree::chat_menu_top_levels>
feishu_members(chat_menu_tree**);

/// A chat in list and search results.
struct chat_summary {
    /// Chat id.
    feishu::chat_id chat_id;
    /// Avatar.
    std::string avatar;
    /// Name.
    std::string name;
    /// Description.
    std::string description;
    /// Id of the owner; absent if the owner is a bot.
    std::string owner_id;
    /// Type of owner_id.
    open<feishu::user_id_type> owner_id_type;
    /// Whether it is an external chat, which can include users of other tenants.
    bool external = false;
    /// Key of the tenant that owns the chat.
    feishu::tenant_key tenant_key;
    /// Chat status.
    open<v1::chat_status> chat_status;
    /// Label ids.
    std::vector<std::string> labels;
    /// Chat mode.
    open<v1::chat_mode> chat_mode;
    /// Type of the other party of a one-to-one chat.
    open<v1::p2p_target_type> p2p_target_type;
    /// Id of the other party of a one-to-one chat.
    std::optional<std::string> p2p_target_id{};
};

reflect::member_list<"chat_id, avatar, name, description, owner_id, owner_id_type, external, tenant_key, "
                     "chat_status, labels, chat_mode, p2p_target_type, p2p_target_id",
                     &chat_summary::chat_id, &chat_summary::avatar, &chat_summary::name,
                     &chat_summary::description, &chat_summary::owner_id, &chat_summary::owner_id_type,
                     &chat_summary::external, &chat_summary::tenant_key, &chat_summary::chat_status,
                     &chat_summary::labels, &chat_summary::chat_mode, &chat_summary::p2p_target_type,
                     &chat_summary::p2p_target_id>
feishu_members(chat_summary**);

/// Content of a chat tab; set the member that matches the tab type.
struct chat_tab_content {
    std::optional<std::string> url{};
    std::optional<std::string> doc{};
    std::optional<std::string> meeting_minute{};
    std::optional<std::string> task{};
};

reflect::member_list<"url, doc, meeting_minute, task", &chat_tab_content::url, &chat_tab_content::doc,
                     &chat_tab_content::meeting_minute, &chat_tab_content::task>
feishu_members(chat_tab_content**);

/// Appearance of a chat tab.
struct chat_tab_config {
    std::optional<feishu::image_key> icon_key{};
    std::optional<bool> is_built_in{};
};

reflect::member_list<"icon_key, is_built_in", &chat_tab_config::icon_key, &chat_tab_config::is_built_in>
feishu_members(chat_tab_config**);

/// A chat tab.
struct chat_tab {
    feishu::tab_id tab_id;
    std::string tab_name;
    open<v1::chat_tab_type> tab_type;
    std::optional<model::chat_tab_content> tab_content{};
    std::optional<model::chat_tab_config> tab_config{};
};

reflect::member_list<"tab_id, tab_name, tab_type, tab_content, tab_config", &chat_tab::tab_id,
                     &chat_tab::tab_name, &chat_tab::tab_type, &chat_tab::tab_content, &chat_tab::tab_config>
feishu_members(chat_tab**);

/// A chat tab to update.
struct chat_tab_update {
    /// Id of the tab to update.
    std::optional<feishu::tab_id> tab_id{};
    /// Name.
    std::optional<std::string> tab_name{};
    /// Tab type.
    field::required<open<v1::chat_tab_type>> tab_type;
    std::optional<model::chat_tab_content> tab_content{};
    std::optional<model::chat_tab_config> tab_config{};
};

reflect::member_list<"tab_id, tab_name, tab_type, tab_content, tab_config", &chat_tab_update::tab_id,
                     &chat_tab_update::tab_name, &chat_tab_update::tab_type, &chat_tab_update::tab_content,
                     &chat_tab_update::tab_config>
feishu_members(chat_tab_update**);

/// Type of a pinned top notice.
struct chat_top_notice {
    /// Default: announcement.
    open<v1::top_notice_type> action_type{};
    /// Message id.
    std::optional<feishu::message_id> message_id{};
};

reflect::member_list<"action_type, message_id", &chat_top_notice::action_type, &chat_top_notice::message_id>
feishu_members(chat_top_notice**);

/// Content of events about users joining or leaving a chat.
struct chat_users_event {
    /// Chat id.
    feishu::chat_id chat_id;
    /// Operator.
    feishu::model::user_ids operator_id;
    /// Whether it is an external chat, which can include users of other tenants.
    bool external = false;
    /// Tenant key of the operator.
    feishu::tenant_key operator_tenant_key;
    std::vector<model::chat_event_member> users;
    /// Name.
    std::string name;
    /// Localized names.
    feishu::model::i18n_names i18n_names;
};

reflect::member_list<"chat_id, operator_id, external, operator_tenant_key, users, name, i18n_names",
                     &chat_users_event::chat_id, &chat_users_event::operator_id, &chat_users_event::external,
                     &chat_users_event::operator_tenant_key, &chat_users_event::users,
                     &chat_users_event::name, &chat_users_event::i18n_names>
feishu_members(chat_users_event**);

/// Reaction type.
struct emoji {
    /// Emoji, such as SMILE or OK.
    open<v1::emoji_type> emoji_type;
};

reflect::member_list<"emoji_type", &emoji::emoji_type> feishu_members(emoji**);

/// A mention in the message of an event.
struct event_mention {
    /// Placeholder in the text, such as @_user_1.
    std::string key;
    feishu::model::user_ids id;
    std::string mentioned_type;
    /// Name.
    std::string name;
    /// Tenant key.
    feishu::tenant_key tenant_key;
};

reflect::member_list<"key, id, mentioned_type, name, tenant_key", &event_mention::key, &event_mention::id,
                     &event_mention::mentioned_type, &event_mention::name, &event_mention::tenant_key>
feishu_members(event_mention**);

/// Context of a message sent to an agent.
struct lark_agent_context {
    /// Id of the chat that is open in the client.
    feishu::chat_id active_chat_id;
};

reflect::member_list<"active_chat_id", &lark_agent_context::active_chat_id>
feishu_members(lark_agent_context**);

/// The message of an event.
struct event_message {
    /// Message id.
    feishu::message_id message_id;
    /// Id of the root message of the reply chain.
    feishu::message_id root_id;
    /// Id of the message this one replies to.
    feishu::message_id parent_id;
    /// Send time.
    unix_millis create_time;
    /// Time of the last edit.
    unix_millis update_time;
    /// Chat id.
    feishu::chat_id chat_id;
    /// Thread id.
    feishu::thread_id thread_id;
    /// Chat type.
    open<v1::chat_type> chat_type;
    /// Message type.
    open<v1::msg_type> message_type;
    /// Content as a JSON document; its structure depends on message_type.
    field::json_text content;
    /// Mentions in the message.
    std::vector<model::event_mention> mentions;
    /// User agent of the sending client; requires a separate scope.
    std::string user_agent;
    /// Context of a message sent to an agent.
    std::optional<model::lark_agent_context> lark_agent_context{};
};

reflect::member_list<"message_id, root_id, parent_id, create_time, update_time, chat_id, thread_id, "
                     "chat_type, message_type, content, mentions, user_agent, lark_agent_context",
                     &event_message::message_id, &event_message::root_id, &event_message::parent_id,
                     &event_message::create_time, &event_message::update_time, &event_message::chat_id,
                     &event_message::thread_id, &event_message::chat_type, &event_message::message_type,
                     &event_message::content, &event_message::mentions, &event_message::user_agent,
                     &event_message::lark_agent_context>
feishu_members(event_message**);

/// A reader of messages and the read time.
struct event_message_reader {
    feishu::model::user_ids reader_id;
    unix_millis read_time;
    /// Tenant key.
    feishu::tenant_key tenant_key;
};

reflect::member_list<"reader_id, read_time, tenant_key", &event_message_reader::reader_id,
                     &event_message_reader::read_time, &event_message_reader::tenant_key>
feishu_members(event_message_reader**);

/// A user in a moderation event.
struct event_moderator {
    /// Tenant key.
    feishu::tenant_key tenant_key;
    feishu::model::user_ids user_id;
};

reflect::member_list<"tenant_key, user_id", &event_moderator::tenant_key, &event_moderator::user_id>
feishu_members(event_moderator**);

/// Sender of the message of an event.
struct event_sender {
    feishu::model::user_ids sender_id;
    open<v1::event_sender_type> sender_type;
    /// Tenant key.
    feishu::tenant_key tenant_key;
};

reflect::member_list<"sender_id, sender_type, tenant_key", &event_sender::sender_id,
                     &event_sender::sender_type, &event_sender::tenant_key>
feishu_members(event_sender**);

/// Text in one language.
struct i18n_content {
    field::required<field::text<1, 200>> content;
    field::required<open<feishu::locale>> language;
};

reflect::member_list<"content, language", &i18n_content::content, &i18n_content::language>
feishu_members(i18n_content**);

/// A follow-up suggestion; selecting it sends its text as a message.
struct follow_up {
    /// Default text for languages not in i18n_contents.
    field::required<field::text<1, 200>> content;
    /// Localized texts.
    field::list<model::i18n_content, 0, 50> i18n_contents{};
};

reflect::member_list<"content, i18n_contents", &follow_up::content, &follow_up::i18n_contents>
feishu_members(follow_up**);

/// A mention in a message.
struct mention {
    /// Placeholder in the text, such as @_user_1.
    std::string key;
    /// Id of the type given by id_type.
    std::string id;
    std::string id_type;
    /// Name.
    std::string name;
    /// Tenant key.
    feishu::tenant_key tenant_key;
};

reflect::member_list<"key, id, id_type, name, tenant_key", &mention::key, &mention::id, &mention::id_type,
                     &mention::name, &mention::tenant_key>
feishu_members(mention**);

/// Sender of a message.
struct sender {
    /// Id of the type given by id_type.
    std::string id;
    open<v1::sender_id_type> id_type;
    open<v1::sender_type> sender_type;
    /// Tenant key.
    feishu::tenant_key tenant_key;
    /// Name of the sender; only returned with with_sender_name.
    std::optional<std::string> sender_name{};
    /// open_id of the sending bot.
    std::optional<feishu::open_id> open_bot_id{};
    /// Localized names of the sender.
    std::optional<feishu::model::i18n_names> sender_i18n_names{};
};

reflect::member_list<"id, id_type, sender_type, tenant_key, sender_name, open_bot_id, sender_i18n_names",
                     &sender::id, &sender::id_type, &sender::sender_type, &sender::tenant_key,
                     &sender::sender_name, &sender::open_bot_id, &sender::sender_i18n_names>
feishu_members(sender**);

/// Message body.
struct message_body {
    /// Content as a JSON document; its structure depends on msg_type.
    field::json_text content;
};

reflect::member_list<"content", &message_body::content> feishu_members(message_body**);

/// A message.
struct message {
    /// Message id.
    feishu::message_id message_id;
    /// Id of the root message of the reply chain.
    feishu::message_id root_id;
    /// Id of the message this one replies to.
    feishu::message_id parent_id;
    /// Thread id.
    feishu::thread_id thread_id;
    /// Message type.
    open<v1::msg_type> msg_type;
    /// Send time.
    unix_millis create_time;
    /// Time of the last edit.
    unix_millis update_time;
    /// Whether the message was recalled.
    bool deleted = false;
    /// Whether the message was edited.
    bool updated = false;
    /// Chat id.
    feishu::chat_id chat_id;
    model::sender sender;
    model::message_body body;
    /// Mentions in the message.
    std::vector<model::mention> mentions;
    /// Id of the merged forward that contains this message.
    feishu::message_id upper_message_id;
    /// AppLink that opens the message in the client.
    std::optional<std::string> message_app_link{};
    /// Position of the message in the chat, a decimal number.
    std::optional<std::string> message_position{};
    /// Position of the message in its thread, a decimal number.
    std::optional<std::string> thread_message_position{};
};

reflect::member_list<"message_id, root_id, parent_id, thread_id, msg_type, create_time, update_time, "
                     "deleted, updated, chat_id, sender, body, mentions, upper_message_id, message_app_link, "
                     "message_position, thread_message_position",
                     &message::message_id, &message::root_id, &message::parent_id, &message::thread_id,
                     &message::msg_type, &message::create_time, &message::update_time, &message::deleted,
                     &message::updated, &message::chat_id, &message::sender, &message::body,
                     &message::mentions, &message::upper_message_id, &message::message_app_link,
                     &message::message_position, &message::thread_message_position>
feishu_members(message**);

/// Count of one emoji.
struct reaction_count {
    open<v1::emoji_type> reaction_type;
    std::string count;
};

reflect::member_list<"reaction_type, count", &reaction_count::reaction_type, &reaction_count::count>
feishu_members(reaction_count**);

/// Reaction counts of one message.
struct message_reaction_counts {
    /// Message id.
    feishu::message_id message_id;
    std::vector<model::reaction_count> reaction_count;
};

reflect::member_list<"message_id, reaction_count", &message_reaction_counts::message_id,
                     &message_reaction_counts::reaction_count>
feishu_members(message_reaction_counts**);

/// The user or app that added the reaction.
struct reaction_operator {
    /// Id of the operator.
    std::string operator_id;
    open<v1::operator_type> operator_type;
};

reflect::member_list<"operator_id, operator_type", &reaction_operator::operator_id,
                     &reaction_operator::operator_type>
feishu_members(reaction_operator**);

/// A reaction in a batch query response.
struct reaction_item {
    /// Reaction id.
    feishu::reaction_id reaction_id;
    model::reaction_operator operator_;
    unix_millis action_time;
    /// Emoji, such as SMILE or OK.
    open<v1::emoji_type> emoji_type;
};

reflect::member_list<"reaction_id, operator_, action_time, emoji_type", &reaction_item::reaction_id,
                     &reaction_item::operator_, &reaction_item::action_time, &reaction_item::emoji_type>
feishu_members(reaction_item**);

/// A page of reactions to one message.
struct message_reactions {
    /// Message id.
    feishu::message_id message_id;
    /// Whether there are more pages.
    bool has_more = false;
    /// Token of the next page.
    std::string page_token;
    std::vector<model::reaction_item> message_reaction_items;
};

reflect::member_list<"message_id, has_more, page_token, message_reaction_items",
                     &message_reactions::message_id, &message_reactions::has_more,
                     &message_reactions::page_token, &message_reactions::message_reaction_items>
feishu_members(message_reactions**);

/// A user who has read a message.
struct message_reader {
    /// Type of user_id.
    open<feishu::user_id_type> user_id_type;
    std::string user_id;
    unix_millis timestamp;
    /// Tenant key.
    feishu::tenant_key tenant_key;
};

reflect::member_list<"user_id_type, user_id, timestamp, tenant_key", &message_reader::user_id_type,
                     &message_reader::user_id, &message_reader::timestamp, &message_reader::tenant_key>
feishu_members(message_reader**);

/// A user who can send messages in a moderated group.
struct moderator {
    /// Type of user_id.
    open<feishu::user_id_type> user_id_type;
    std::string user_id;
    /// Tenant key.
    feishu::tenant_key tenant_key;
};

reflect::member_list<"user_id_type, user_id, tenant_key", &moderator::user_id_type, &moderator::user_id,
                     &moderator::tenant_key>
feishu_members(moderator**);

/// Added and removed moderators.
struct moderator_changes {
    std::vector<model::event_moderator> added_member_list;
    std::vector<model::event_moderator> removed_member_list;
};

reflect::member_list<"added_member_list, removed_member_list", &moderator_changes::added_member_list,
                     &moderator_changes::removed_member_list>
feishu_members(moderator_changes**);

/// A chat menu item to create.
struct new_chat_menu_item {
    field::required<open<v1::chat_menu_action>> action_type;
    std::optional<model::redirect_link> redirect_link{};
    /// Image key of the icon.
    std::optional<feishu::image_key> image_key{};
    /// Name.
    field::required<field::text<1, 120>> name;
    /// Localized names.
    std::optional<feishu::model::i18n_names> i18n_names{};
};

reflect::member_list<"action_type, redirect_link, image_key, name, i18n_names",
                     &new_chat_menu_item::action_type, &new_chat_menu_item::redirect_link,
                     &new_chat_menu_item::image_key, &new_chat_menu_item::name,
                     &new_chat_menu_item::i18n_names>
feishu_members(new_chat_menu_item**);

/// A second-level item of a chat menu to create.
struct new_chat_menu_second_level {
    std::optional<model::chat_menu_item> chat_menu_item{};
};

reflect::member_list<"chat_menu_item", &new_chat_menu_second_level::chat_menu_item>
feishu_members(new_chat_menu_second_level**);

/// A top-level item of a chat menu to create, with its children.
struct new_chat_menu_top_level {
    field::required<model::new_chat_menu_item> chat_menu_item;
    /// Second-level items, at most five.
    field::list<model::new_chat_menu_second_level, 0, 5> children{};
};

reflect::member_list<"chat_menu_item, children", &new_chat_menu_top_level::chat_menu_item,
                     &new_chat_menu_top_level::children>
feishu_members(new_chat_menu_top_level**);

/// Chat menu items to create.
struct new_chat_menu_tree {
    /// Top-level items, at most three.
    field::required<field::list<model::new_chat_menu_top_level, 1, 3>> chat_menu_top_levels;
};

reflect::member_list<"chat_menu_top_levels", &new_chat_menu_tree::chat_menu_top_levels>
feishu_members(new_chat_menu_tree**);

/// A chat tab to create.
struct new_chat_tab {
    /// Name.
    std::optional<std::string> tab_name{};
    /// Tab type.
    field::required<open<v1::chat_tab_type>> tab_type;
    std::optional<model::chat_tab_content> tab_content{};
    std::optional<model::chat_tab_config> tab_config{};
};

reflect::member_list<"tab_name, tab_type, tab_content, tab_config", &new_chat_tab::tab_name,
                     &new_chat_tab::tab_type, &new_chat_tab::tab_content, &new_chat_tab::tab_config>
feishu_members(new_chat_tab**);

/// A pinned message.
struct pin {
    /// Message id.
    feishu::message_id message_id;
    /// Chat id.
    feishu::chat_id chat_id;
    /// Id of the operator.
    std::string operator_id;
    open<v1::sender_id_type> operator_id_type;
    unix_millis create_time;
};

reflect::member_list<"message_id, chat_id, operator_id, operator_id_type, create_time", &pin::message_id,
                     &pin::chat_id, &pin::operator_id, &pin::operator_id_type, &pin::create_time>
feishu_members(pin**);

/// An emoji reaction to a message.
struct reaction {
    /// Reaction id.
    feishu::reaction_id reaction_id;
    model::reaction_operator operator_;
    unix_millis action_time;
    model::emoji reaction_type;
};

reflect::member_list<"reaction_id, operator_, action_time, reaction_type", &reaction::reaction_id,
                     &reaction::operator_, &reaction::action_time, &reaction::reaction_type>
feishu_members(reaction**);

/// Reaction type of a reaction to add.
struct reaction_emoji {
    /// Emoji, such as SMILE or OK.
    field::required<open<v1::emoji_type>> emoji_type;
};

reflect::member_list<"emoji_type", &reaction_emoji::emoji_type> feishu_members(reaction_emoji**);

/// Content of reaction events.
struct reaction_event {
    /// Message id.
    feishu::message_id message_id;
    model::emoji reaction_type;
    open<v1::operator_type> operator_type;
    feishu::model::user_ids user_id;
    /// App id.
    feishu::app_id app_id;
    unix_millis action_time;
};

reflect::member_list<"message_id, reaction_type, operator_type, user_id, app_id, action_time",
                     &reaction_event::message_id, &reaction_event::reaction_type,
                     &reaction_event::operator_type, &reaction_event::user_id, &reaction_event::app_id,
                     &reaction_event::action_time>
feishu_members(reaction_event**);

/// A message whose reactions could not be returned.
struct reaction_failure {
    /// Message id.
    feishu::message_id message_id;
    open<v1::reaction_fail_reason> fail_reason;
};

reflect::member_list<"message_id, fail_reason", &reaction_failure::message_id, &reaction_failure::fail_reason>
feishu_members(reaction_failure**);

/// A message in a batch query of reactions.
struct reaction_query {
    /// Message id.
    std::optional<feishu::message_id> message_id{};
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
};

reflect::member_list<"message_id, page_token", &reaction_query::message_id, &reaction_query::page_token>
feishu_members(reaction_query**);

} // namespace model

} // namespace feishu::im::v1
