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
BOOST_DESCRIBE_ENUM(add_members_mode, reject_unknown, add_available, all_or_nothing)
constexpr bool feishu_wire_is_number(add_members_mode) { return true; }

/// Format of returned cards: the platform's internal format, or the format sent by the app.
enum class card_msg_content_type { raw_card_content, user_card_content };
BOOST_DESCRIBE_ENUM(card_msg_content_type, raw_card_content, user_card_content)

/// Validity period of a share link.
enum class chat_link_validity { week, year, permanently };
BOOST_DESCRIBE_ENUM(chat_link_validity, week, year, permanently)

/// Action of a chat menu item.
enum class chat_menu_action { NONE, REDIRECT_LINK };
BOOST_DESCRIBE_ENUM(chat_menu_action, NONE, REDIRECT_LINK)

/// Updatable fields of a chat menu item.
enum class chat_menu_field { ICON, NAME, I18N_NAME, REDIRECT_LINK };
BOOST_DESCRIBE_ENUM(chat_menu_field, ICON, NAME, I18N_NAME, REDIRECT_LINK)

/// Chat mode: a group, a topic group or a one-to-one chat.
enum class chat_mode { group, topic, p2p };
BOOST_DESCRIBE_ENUM(chat_mode, group, topic, p2p)

/// Who has a permission: owner and administrators only, or all members.
enum class chat_permission { only_owner, all_members };
BOOST_DESCRIBE_ENUM(chat_permission, only_owner, all_members)

/// A chat permission in responses and events.
enum class chat_permission_status { only_owner, all_members, unknown };
BOOST_DESCRIBE_ENUM(chat_permission_status, only_owner, all_members, unknown)

/// Group type: private or public.
enum class chat_privacy { private_, public_ };
BOOST_DESCRIBE_ENUM(chat_privacy, private_, public_)

/// Sort order of a chat list.
enum class chat_sort_type { ByCreateTimeAsc, ByActiveTimeDesc };
BOOST_DESCRIBE_ENUM(chat_sort_type, ByCreateTimeAsc, ByActiveTimeDesc)

/// Chat status; dissolved_save is a dissolved chat whose history is kept.
enum class chat_status { normal, dissolved, dissolved_save };
BOOST_DESCRIBE_ENUM(chat_status, normal, dissolved, dissolved_save)

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
BOOST_DESCRIBE_ENUM(chat_tab_type, message, doc_list, doc, pin, meeting_minute, chat_announcement, url, file,
                    files_resources, images_videos, task)

/// Group tag; the first that applies.
enum class chat_tag { inner, tenant, department, edu, meeting, customer_service };
BOOST_DESCRIBE_ENUM(chat_tag, inner, tenant, department, edu, meeting, customer_service)

/// Chat type.
enum class chat_type { p2p, group };
BOOST_DESCRIBE_ENUM(chat_type, p2p, group)

/// Type of message container.
enum class container_id_type { chat, thread };
BOOST_DESCRIBE_ENUM(container_id_type, chat, thread)

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
BOOST_DESCRIBE_ENUM_BEGIN(emoji_type)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, OK)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, THUMBSUP)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, THANKS)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, MUSCLE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, FINGERHEART)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, APPLAUSE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, FISTBUMP)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, JIAYI)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, DONE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SMILE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, BLUSH)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, LAUGH)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SMIRK)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, LOL)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, FACEPALM)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, LOVE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, WINK)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, PROUD)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, WITTY)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SMART)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SCOWL)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, THINKING)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SOB)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, CRY)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, ERROR_)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, NOSEPICK)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, HAUGHTY)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SLAP)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SPITBLOOD)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, TOASTED)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, GLANCE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, DULL)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, INNOCENTSMILE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, JOYFUL)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, WOW)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, TRICK)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, YEAH)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, ENOUGH)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, TEARS)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, EMBARRASSED)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, KISS)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SMOOCH)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, DROOL)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, OBSESSED)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, MONEY)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, TEASE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SHOWOFF)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, COMFORT)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, CLAP)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, PRAISE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, STRIVE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, XBLUSH)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SILENT)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, WAVE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, WHAT)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, FROWN)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SHY)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, DIZZY)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, LOOKDOWN)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, CHUCKLE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, WAIL)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, CRAZY)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, WHIMPER)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, HUG)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, BLUBBER)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, WRONGED)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, HUSKY)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SHHH)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SMUG)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, ANGRY)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, HAMMER)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SHOCKED)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, TERROR)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, PETRIFIED)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SKULL)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SWEAT)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SPEECHLESS)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SLEEP)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, DROWSY)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, YAWN)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SICK)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, PUKE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, BETRAYED)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, HEADSET)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, EatingFood)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, MeMeMe)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Sigh)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Typing)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Lemon)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Get)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, LGTM)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, OnIt)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, OneSecond)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, VRHeadset)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, YouAreTheBest)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SALUTE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SHAKE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, HIGHFIVE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, UPPERLEFT)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, ThumbsDown)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SLIGHT)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, TONGUE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, EYESCLOSED)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, RoarForYou)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, CALF)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, BEAR)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, BULL)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, RAINBOWPUKE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, ROSE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, HEART)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, PARTY)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, LIPS)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, BEER)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, CAKE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, GIFT)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, CUCUMBER)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Drumstick)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Pepper)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, CANDIEDHAWS)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, BubbleTea)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Coffee)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Yes)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, No)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, OKR)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, CheckMark)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, CrossMark)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, MinusOne)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Hundred)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, AWESOMEN)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Pin)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Alarm)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Loudspeaker)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Trophy)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Fire)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, BOMB)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Music)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, XmasTree)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Snowman)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, XmasHat)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, FIREWORKS)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, year_2022)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, REDPACKET)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, FORTUNE)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, LUCK)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, FIRECRACKER)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, StickyRiceBalls)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, HEARTBROKEN)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, POOP)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, StatusFlashOfInspiration)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, no_18X)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, CLEAVER)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Soccer)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Basketball)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, GeneralDoNotDisturb)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Status_PrivateMessage)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, GeneralInMeetingBusy)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, StatusReading)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, StatusInFlight)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, GeneralBusinessTrip)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, GeneralWorkFromHome)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, StatusEnjoyLife)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, GeneralTravellingCar)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, StatusBus)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, GeneralSun)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, GeneralMoonRest)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, MoonRabbit)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Mooncake)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, JubilantRabbit)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, TV)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Movie)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Pumpkin)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, BeamingFace)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Delighted)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, ColdSweat)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, FullMoonFace)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Partying)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, GoGoGo)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, ThanksFace)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, SaluteFace)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, Shrug)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, ClownFace)
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, HappyDragon)
BOOST_DESCRIBE_ENUM_END(emoji_type)
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
BOOST_DESCRIBE_ENUM(event_sender_type, user, bot, app)

/// File type; stream stands for any other type.
enum class file_type { opus, mp4, pdf, doc, xls, ppt, stream };
BOOST_DESCRIBE_ENUM(file_type, opus, mp4, pdf, doc, xls, ppt, stream)

/// Type of the receive_id of a forward; unlike messages, forwards can be sent to threads.
enum class forward_receive_id_type { open_id, union_id, user_id, email, chat_id, thread_id };
BOOST_DESCRIBE_ENUM(forward_receive_id_type, open_id, union_id, user_id, email, chat_id, thread_id)

/// Message layout of a group: conversation or threads.
enum class group_message_type { chat, thread };
BOOST_DESCRIBE_ENUM(group_message_type, chat, thread)

/// Purpose of an uploaded image.
enum class image_type { message, avatar };
BOOST_DESCRIBE_ENUM(image_type, message, avatar)

/// Type of a member id; app_id identifies a bot.
enum class member_id_type { open_id, union_id, user_id, app_id };
BOOST_DESCRIBE_ENUM(member_id_type, open_id, union_id, user_id, app_id)

/// Whether joining requires approval.
enum class membership_approval { no_approval_required, approval_required };
BOOST_DESCRIBE_ENUM(membership_approval, no_approval_required, approval_required)

/// Who sees notifications about members joining or leaving.
enum class message_visibility { only_owner, all_members, not_anyone };
BOOST_DESCRIBE_ENUM(message_visibility, only_owner, all_members, not_anyone)

/// Who can send messages in a group.
enum class moderation_permission { only_owner, all_members, moderator_list };
BOOST_DESCRIBE_ENUM(moderation_permission, only_owner, all_members, moderator_list)

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
BOOST_DESCRIBE_ENUM(msg_type, text, post, image, file, audio, media, sticker, interactive, share_chat,
                    share_user, system, merge_forward, hongbao, share_calendar_event, calendar,
                    general_calendar, video_chat, location, vote, todo, folder)

/// Type of operator: an app or a user.
enum class operator_type { app, user };
BOOST_DESCRIBE_ENUM(operator_type, app, user)

/// Type of the other party of a one-to-one chat.
enum class p2p_target_type { user, bot };
BOOST_DESCRIBE_ENUM(p2p_target_type, user, bot)

/// Reason why the reactions to a message could not be returned.
enum class reaction_fail_reason { invalid, invalid_page_token, no_permission };
BOOST_DESCRIBE_ENUM(reaction_fail_reason, invalid, invalid_page_token, no_permission)

/// Role of the user who recalled a message.
enum class recall_type { message_owner, group_owner, group_manager, enterprise_manager };
BOOST_DESCRIBE_ENUM(recall_type, message_owner, group_owner, group_manager, enterprise_manager)

/// Type of a receive_id.
enum class receive_id_type { open_id, union_id, user_id, email, chat_id };
BOOST_DESCRIBE_ENUM(receive_id_type, open_id, union_id, user_id, email, chat_id)

/// Type of a message resource; file includes audio and video.
enum class resource_type { image, file };
BOOST_DESCRIBE_ENUM(resource_type, image, file)

/// Who has a permission in restricted mode.
enum class restricted_mode_permission { all_members, not_anyone };
BOOST_DESCRIBE_ENUM(restricted_mode_permission, all_members, not_anyone)

/// Type of the id of a sender or operator.
enum class sender_id_type { open_id, app_id };
BOOST_DESCRIBE_ENUM(sender_id_type, open_id, app_id)

/// Type of the sender of a message object.
enum class sender_type { user, app, anonymous, unknown };
BOOST_DESCRIBE_ENUM(sender_type, user, app, anonymous, unknown)

/// Whether members can share the group card.
enum class share_card_permission { allowed, not_allowed };
BOOST_DESCRIBE_ENUM(share_card_permission, allowed, not_allowed)

/// The permission to share the group card, in responses and events.
enum class share_card_permission_status { allowed, not_allowed, unknown };
BOOST_DESCRIBE_ENUM(share_card_permission_status, allowed, not_allowed, unknown)

/// Sort order of a message list.
enum class sort_type { ByCreateTimeAsc, ByCreateTimeDesc };
BOOST_DESCRIBE_ENUM(sort_type, ByCreateTimeAsc, ByCreateTimeDesc)

/// Type of a pinned top notice.
enum class top_notice_type { message, announcement };
BOOST_DESCRIBE_ENUM(top_notice_type, message, announcement)
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
BOOST_DESCRIBE_STRUCT(batch_read_count, (), (read_count, total_count))

/// Recall progress of a batch message.
struct batch_recall_progress {
    bool recall = false;
    int recall_count = 0;
};
BOOST_DESCRIBE_STRUCT(batch_recall_progress, (), (recall, recall_count))

/// Send progress of a batch message.
struct batch_send_progress {
    int valid_user_ids_count = 0;
    int success_user_ids_count = 0;
    int read_user_ids_count = 0;
};
BOOST_DESCRIBE_STRUCT(batch_send_progress, (),
                      (valid_user_ids_count, success_user_ids_count, read_user_ids_count))

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
BOOST_DESCRIBE_STRUCT(restricted_mode_setting, (),
                      (status, screenshot_has_permission_setting, download_has_permission_setting,
                       message_has_permission_setting))

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
BOOST_DESCRIBE_STRUCT(chat, (),
                      (chat_id, avatar, name, description, i18n_names, owner_id, user_manager_id_list,
                       bot_manager_id_list, owner_id_type, urgent_setting, video_conference_setting,
                       add_member_permission, share_card_permission, at_all_permission, edit_permission,
                       group_message_type, chat_mode, chat_type, chat_tag, external, tenant_key, user_count,
                       bot_count, join_message_visibility, leave_message_visibility, membership_approval,
                       moderation_permission, restricted_mode_setting, hide_member_count_setting, chat_status,
                       labels, toolkit_ids, pin_manage_setting))

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
BOOST_DESCRIBE_STRUCT(chat_change, (),
                      (avatar, name, description, i18n_names, add_member_permission, share_card_permission,
                       at_all_permission, edit_permission, membership_approval, join_message_visibility,
                       leave_message_visibility, moderation_permission, owner_id, restricted_mode_setting,
                       group_message_type, labels))

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
BOOST_DESCRIBE_STRUCT(chat_event, (), (chat_id, operator_id, external, operator_tenant_key, name, i18n_names))

/// A user in a chat member event.
struct chat_event_member {
    /// Name.
    std::string name;
    /// Tenant key.
    feishu::tenant_key tenant_key;
    feishu::model::user_ids user_id;
};
BOOST_DESCRIBE_STRUCT(chat_event_member, (), (name, tenant_key, user_id))

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
BOOST_DESCRIBE_STRUCT(chat_member, (), (member_id_type, member_id, name, tenant_key))

/// Redirect URLs by client.
struct redirect_link {
    std::optional<std::string> common_url{};
    std::optional<std::string> ios_url{};
    std::optional<std::string> android_url{};
    std::optional<std::string> pc_url{};
    std::optional<std::string> web_url{};
};
BOOST_DESCRIBE_STRUCT(redirect_link, (), (common_url, ios_url, android_url, pc_url, web_url))

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
BOOST_DESCRIBE_STRUCT(chat_menu_item, (), (action_type, redirect_link, image_key, name, i18n_names))

/// A second-level item of a chat menu.
struct chat_menu_second_level {
    feishu::menu_item_id chat_menu_second_level_id;
    std::optional<model::chat_menu_item> chat_menu_item{};
};
BOOST_DESCRIBE_STRUCT(chat_menu_second_level, (), (chat_menu_second_level_id, chat_menu_item))

/// A top-level item of a chat menu with its children.
struct chat_menu_top_level {
    feishu::menu_item_id chat_menu_top_level_id;
    std::optional<model::chat_menu_item> chat_menu_item{};
    std::vector<model::chat_menu_second_level> children;
};
BOOST_DESCRIBE_STRUCT(chat_menu_top_level, (), (chat_menu_top_level_id, chat_menu_item, children))

/// A chat menu.
struct chat_menu_tree {
    std::vector<model::chat_menu_top_level> chat_menu_top_levels;
};
BOOST_DESCRIBE_STRUCT(chat_menu_tree, (), (chat_menu_top_levels))

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
BOOST_DESCRIBE_STRUCT(chat_summary, (),
                      (chat_id, avatar, name, description, owner_id, owner_id_type, external, tenant_key,
                       chat_status, labels, chat_mode, p2p_target_type, p2p_target_id))

/// Content of a chat tab; set the member that matches the tab type.
struct chat_tab_content {
    std::optional<std::string> url{};
    std::optional<std::string> doc{};
    std::optional<std::string> meeting_minute{};
    std::optional<std::string> task{};
};
BOOST_DESCRIBE_STRUCT(chat_tab_content, (), (url, doc, meeting_minute, task))

/// Appearance of a chat tab.
struct chat_tab_config {
    std::optional<feishu::image_key> icon_key{};
    std::optional<bool> is_built_in{};
};
BOOST_DESCRIBE_STRUCT(chat_tab_config, (), (icon_key, is_built_in))

/// A chat tab.
struct chat_tab {
    feishu::tab_id tab_id;
    std::string tab_name;
    open<v1::chat_tab_type> tab_type;
    std::optional<model::chat_tab_content> tab_content{};
    std::optional<model::chat_tab_config> tab_config{};
};
BOOST_DESCRIBE_STRUCT(chat_tab, (), (tab_id, tab_name, tab_type, tab_content, tab_config))

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
BOOST_DESCRIBE_STRUCT(chat_tab_update, (), (tab_id, tab_name, tab_type, tab_content, tab_config))

/// Type of a pinned top notice.
struct chat_top_notice {
    /// Default: announcement.
    open<v1::top_notice_type> action_type{};
    /// Message id.
    std::optional<feishu::message_id> message_id{};
};
BOOST_DESCRIBE_STRUCT(chat_top_notice, (), (action_type, message_id))

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
BOOST_DESCRIBE_STRUCT(chat_users_event, (),
                      (chat_id, operator_id, external, operator_tenant_key, users, name, i18n_names))

/// Reaction type.
struct emoji {
    /// Emoji, such as SMILE or OK.
    open<v1::emoji_type> emoji_type;
};
BOOST_DESCRIBE_STRUCT(emoji, (), (emoji_type))

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
BOOST_DESCRIBE_STRUCT(event_mention, (), (key, id, mentioned_type, name, tenant_key))

/// Context of a message sent to an agent.
struct lark_agent_context {
    /// Id of the chat that is open in the client.
    feishu::chat_id active_chat_id;
};
BOOST_DESCRIBE_STRUCT(lark_agent_context, (), (active_chat_id))

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
BOOST_DESCRIBE_STRUCT(event_message, (),
                      (message_id, root_id, parent_id, create_time, update_time, chat_id, thread_id,
                       chat_type, message_type, content, mentions, user_agent, lark_agent_context))

/// A reader of messages and the read time.
struct event_message_reader {
    feishu::model::user_ids reader_id;
    unix_millis read_time;
    /// Tenant key.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(event_message_reader, (), (reader_id, read_time, tenant_key))

/// A user in a moderation event.
struct event_moderator {
    /// Tenant key.
    feishu::tenant_key tenant_key;
    feishu::model::user_ids user_id;
};
BOOST_DESCRIBE_STRUCT(event_moderator, (), (tenant_key, user_id))

/// Sender of the message of an event.
struct event_sender {
    feishu::model::user_ids sender_id;
    open<v1::event_sender_type> sender_type;
    /// Tenant key.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(event_sender, (), (sender_id, sender_type, tenant_key))

/// Text in one language.
struct i18n_content {
    field::required<field::text<1, 200>> content;
    field::required<open<feishu::locale>> language;
};
BOOST_DESCRIBE_STRUCT(i18n_content, (), (content, language))

/// A follow-up suggestion; selecting it sends its text as a message.
struct follow_up {
    /// Default text for languages not in i18n_contents.
    field::required<field::text<1, 200>> content;
    /// Localized texts.
    field::list<model::i18n_content, 0, 50> i18n_contents{};
};
BOOST_DESCRIBE_STRUCT(follow_up, (), (content, i18n_contents))

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
BOOST_DESCRIBE_STRUCT(mention, (), (key, id, id_type, name, tenant_key))

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
BOOST_DESCRIBE_STRUCT(sender, (),
                      (id, id_type, sender_type, tenant_key, sender_name, open_bot_id, sender_i18n_names))

/// Message body.
struct message_body {
    /// Content as a JSON document; its structure depends on msg_type.
    field::json_text content;
};
BOOST_DESCRIBE_STRUCT(message_body, (), (content))

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
BOOST_DESCRIBE_STRUCT(message, (),
                      (message_id, root_id, parent_id, thread_id, msg_type, create_time, update_time, deleted,
                       updated, chat_id, sender, body, mentions, upper_message_id, message_app_link,
                       message_position, thread_message_position))

/// Count of one emoji.
struct reaction_count {
    open<v1::emoji_type> reaction_type;
    std::string count;
};
BOOST_DESCRIBE_STRUCT(reaction_count, (), (reaction_type, count))

/// Reaction counts of one message.
struct message_reaction_counts {
    /// Message id.
    feishu::message_id message_id;
    std::vector<model::reaction_count> reaction_count;
};
BOOST_DESCRIBE_STRUCT(message_reaction_counts, (), (message_id, reaction_count))

/// The user or app that added the reaction.
struct reaction_operator {
    /// Id of the operator.
    std::string operator_id;
    open<v1::operator_type> operator_type;
};
BOOST_DESCRIBE_STRUCT(reaction_operator, (), (operator_id, operator_type))

/// A reaction in a batch query response.
struct reaction_item {
    /// Reaction id.
    feishu::reaction_id reaction_id;
    model::reaction_operator operator_;
    unix_millis action_time;
    /// Emoji, such as SMILE or OK.
    open<v1::emoji_type> emoji_type;
};
BOOST_DESCRIBE_STRUCT(reaction_item, (), (reaction_id, operator_, action_time, emoji_type))

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
BOOST_DESCRIBE_STRUCT(message_reactions, (), (message_id, has_more, page_token, message_reaction_items))

/// A user who has read a message.
struct message_reader {
    /// Type of user_id.
    open<feishu::user_id_type> user_id_type;
    std::string user_id;
    unix_millis timestamp;
    /// Tenant key.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(message_reader, (), (user_id_type, user_id, timestamp, tenant_key))

/// A user who can send messages in a moderated group.
struct moderator {
    /// Type of user_id.
    open<feishu::user_id_type> user_id_type;
    std::string user_id;
    /// Tenant key.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(moderator, (), (user_id_type, user_id, tenant_key))

/// Added and removed moderators.
struct moderator_changes {
    std::vector<model::event_moderator> added_member_list;
    std::vector<model::event_moderator> removed_member_list;
};
BOOST_DESCRIBE_STRUCT(moderator_changes, (), (added_member_list, removed_member_list))

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
BOOST_DESCRIBE_STRUCT(new_chat_menu_item, (), (action_type, redirect_link, image_key, name, i18n_names))

/// A second-level item of a chat menu to create.
struct new_chat_menu_second_level {
    std::optional<model::chat_menu_item> chat_menu_item{};
};
BOOST_DESCRIBE_STRUCT(new_chat_menu_second_level, (), (chat_menu_item))

/// A top-level item of a chat menu to create, with its children.
struct new_chat_menu_top_level {
    field::required<model::new_chat_menu_item> chat_menu_item;
    /// Second-level items, at most five.
    field::list<model::new_chat_menu_second_level, 0, 5> children{};
};
BOOST_DESCRIBE_STRUCT(new_chat_menu_top_level, (), (chat_menu_item, children))

/// Chat menu items to create.
struct new_chat_menu_tree {
    /// Top-level items, at most three.
    field::required<field::list<model::new_chat_menu_top_level, 1, 3>> chat_menu_top_levels;
};
BOOST_DESCRIBE_STRUCT(new_chat_menu_tree, (), (chat_menu_top_levels))

/// A chat tab to create.
struct new_chat_tab {
    /// Name.
    std::optional<std::string> tab_name{};
    /// Tab type.
    field::required<open<v1::chat_tab_type>> tab_type;
    std::optional<model::chat_tab_content> tab_content{};
    std::optional<model::chat_tab_config> tab_config{};
};
BOOST_DESCRIBE_STRUCT(new_chat_tab, (), (tab_name, tab_type, tab_content, tab_config))

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
BOOST_DESCRIBE_STRUCT(pin, (), (message_id, chat_id, operator_id, operator_id_type, create_time))

/// An emoji reaction to a message.
struct reaction {
    /// Reaction id.
    feishu::reaction_id reaction_id;
    model::reaction_operator operator_;
    unix_millis action_time;
    model::emoji reaction_type;
};
BOOST_DESCRIBE_STRUCT(reaction, (), (reaction_id, operator_, action_time, reaction_type))

/// Reaction type of a reaction to add.
struct reaction_emoji {
    /// Emoji, such as SMILE or OK.
    field::required<open<v1::emoji_type>> emoji_type;
};
BOOST_DESCRIBE_STRUCT(reaction_emoji, (), (emoji_type))

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
BOOST_DESCRIBE_STRUCT(reaction_event, (),
                      (message_id, reaction_type, operator_type, user_id, app_id, action_time))

/// A message whose reactions could not be returned.
struct reaction_failure {
    /// Message id.
    feishu::message_id message_id;
    open<v1::reaction_fail_reason> fail_reason;
};
BOOST_DESCRIBE_STRUCT(reaction_failure, (), (message_id, fail_reason))

/// A message in a batch query of reactions.
struct reaction_query {
    /// Message id.
    std::optional<feishu::message_id> message_id{};
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
};
BOOST_DESCRIBE_STRUCT(reaction_query, (), (message_id, page_token))

} // namespace model

} // namespace feishu::im::v1
