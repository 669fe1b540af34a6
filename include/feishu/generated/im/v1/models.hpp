#pragma once
// Feishu im v1: shared types. Generated from codegen/specs/im/v1/models.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>

namespace feishu::im::v1 {

using feishu::user_id_type;

/// What happens when some of the ids cannot be added.
enum class add_members_mode : int { reject_unknown = 0, add_available = 1, all_or_nothing = 2 };
BOOST_DESCRIBE_ENUM(add_members_mode, reject_unknown, add_available, all_or_nothing)
constexpr bool feishu_wire_is_number(add_members_mode) { return true; }

/// How a card comes back: as the platform keeps it, or as the app sent it.
enum class card_msg_content_type { raw_card_content, user_card_content };
BOOST_DESCRIBE_ENUM(card_msg_content_type, raw_card_content, user_card_content)

/// How long a share link works.
enum class chat_link_validity { week, year, permanently };
BOOST_DESCRIBE_ENUM(chat_link_validity, week, year, permanently)

/// What a menu entry does when it is tapped.
enum class chat_menu_action { NONE, REDIRECT_LINK };
BOOST_DESCRIBE_ENUM(chat_menu_action, NONE, REDIRECT_LINK)

/// Parts of a menu entry that can be changed.
enum class chat_menu_field { ICON, NAME, I18N_NAME, REDIRECT_LINK };
BOOST_DESCRIBE_ENUM(chat_menu_field, ICON, NAME, I18N_NAME, REDIRECT_LINK)

/// Kinds of chat.
enum class chat_mode { group, topic, p2p };
BOOST_DESCRIBE_ENUM(chat_mode, group, topic, p2p)

/// Who may do something: the owner and administrators, or everyone.
enum class chat_permission { only_owner, all_members, unknown };
BOOST_DESCRIBE_ENUM(chat_permission, only_owner, all_members, unknown)

/// Whether a group can be found and joined by everyone.
enum class chat_privacy { private_, public_ };
BOOST_DESCRIBE_ENUM(chat_privacy, private_, public_)

/// Order of a chat list.
enum class chat_sort_type { ByCreateTimeAsc, ByActiveTimeDesc };
BOOST_DESCRIBE_ENUM(chat_sort_type, ByCreateTimeAsc, ByActiveTimeDesc)

/// Whether a group still exists; dissolved_save keeps its history.
enum class chat_status { normal, dissolved, dissolved_save };
BOOST_DESCRIBE_ENUM(chat_status, normal, dissolved, dissolved_save)

/// What a chat tab shows.
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

/// What a group is for; the first that applies.
enum class chat_tag { inner, tenant, department, edu, meeting, customer_service };
BOOST_DESCRIBE_ENUM(chat_tag, inner, tenant, department, edu, meeting, customer_service)

/// Kinds of conversation a message can be in.
enum class chat_type { p2p, group };
BOOST_DESCRIBE_ENUM(chat_type, p2p, group)

/// Where messages are listed from.
enum class container_id_type { chat, thread };
BOOST_DESCRIBE_ENUM(container_id_type, chat, thread)

/// The emoji of reactions and posts, by name.
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
    ERROR,
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
BOOST_DESCRIBE_ENUM_ENTRY(emoji_type, ERROR)
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
    case emoji_type::ERROR: return "ERROR";
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

/// Kinds of file to upload; stream is any other.
enum class file_type { opus, mp4, pdf, doc, xls, ppt, stream };
BOOST_DESCRIBE_ENUM(file_type, opus, mp4, pdf, doc, xls, ppt, stream)

/// What the receive_id of a forward is: threads can receive forwards, too.
enum class forward_receive_id_type { open_id, union_id, user_id, email, chat_id, thread_id };
BOOST_DESCRIBE_ENUM(forward_receive_id_type, open_id, union_id, user_id, email, chat_id, thread_id)

/// How a group holds messages: as a conversation or as threads.
enum class group_message_type { chat, thread };
BOOST_DESCRIBE_ENUM(group_message_type, chat, thread)

/// What an uploaded image is for.
enum class image_type { message, avatar };
BOOST_DESCRIBE_ENUM(image_type, message, avatar)

/// What the id of a chat member or owner is; app_id is a bot.
enum class member_id_type { open_id, union_id, user_id, app_id };
BOOST_DESCRIBE_ENUM(member_id_type, open_id, union_id, user_id, app_id)

/// Whether joining needs an approval.
enum class membership_approval { no_approval_required, approval_required };
BOOST_DESCRIBE_ENUM(membership_approval, no_approval_required, approval_required)

/// Who sees the notices of people joining or leaving.
enum class message_visibility { only_owner, all_members, not_anyone };
BOOST_DESCRIBE_ENUM(message_visibility, only_owner, all_members, not_anyone)

/// Who may speak in a group.
enum class moderation_permission { only_owner, all_members, moderator_list };
BOOST_DESCRIBE_ENUM(moderation_permission, only_owner, all_members, moderator_list)

/// What a message holds; only the kinds up to system can be sent.
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

/// Who did something: a bot or a person.
enum class operator_type { app, user };
BOOST_DESCRIBE_ENUM(operator_type, app, user)

/// Why a message's reactions could not be read.
enum class reaction_fail_reason { invalid, invalid_page_token, no_permission };
BOOST_DESCRIBE_ENUM(reaction_fail_reason, invalid, invalid_page_token, no_permission)

/// Who recalled a message.
enum class recall_type { message_owner, group_owner, group_manager, enterprise_manager };
BOOST_DESCRIBE_ENUM(recall_type, message_owner, group_owner, group_manager, enterprise_manager)

/// What a receive_id is.
enum class receive_id_type { open_id, union_id, user_id, email, chat_id };
BOOST_DESCRIBE_ENUM(receive_id_type, open_id, union_id, user_id, email, chat_id)

/// Kinds of resource in a message; file covers audio and video.
enum class resource_type { image, file };
BOOST_DESCRIBE_ENUM(resource_type, image, file)

/// Who may do something in restricted mode.
enum class restricted_mode_permission { all_members, not_anyone };
BOOST_DESCRIBE_ENUM(restricted_mode_permission, all_members, not_anyone)

/// What the id of a sender or operator is: a user's or an app's.
enum class sender_id_type { open_id, app_id };
BOOST_DESCRIBE_ENUM(sender_id_type, open_id, app_id)

/// Kinds of sender.
enum class sender_type { user, app, anonymous, unknown };
BOOST_DESCRIBE_ENUM(sender_type, user, app, anonymous, unknown)

/// Whether members may share the group's card.
enum class share_card_permission { allowed, not_allowed, unknown };
BOOST_DESCRIBE_ENUM(share_card_permission, allowed, not_allowed, unknown)

/// Order of a message list.
enum class sort_type { ByCreateTimeAsc, ByCreateTimeDesc };
BOOST_DESCRIBE_ENUM(sort_type, ByCreateTimeAsc, ByCreateTimeDesc)

/// What is pinned to the top of a group.
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

/// How many have received and read a mass mailing.
struct batch_read_count {
    std::string read_count;
    std::string total_count;
};
BOOST_DESCRIBE_STRUCT(batch_read_count, (), (read_count, total_count))

/// How far the recall of a mass mailing has got.
struct batch_recall_progress {
    bool recall = false;
    int recall_count = 0;
};
BOOST_DESCRIBE_STRUCT(batch_recall_progress, (), (recall, recall_count))

/// How far a mass mailing has got.
struct batch_send_progress {
    int valid_user_ids_count = 0;
    int success_user_ids_count = 0;
    int read_user_ids_count = 0;
};
BOOST_DESCRIBE_STRUCT(batch_send_progress, (),
                      (valid_user_ids_count, success_user_ids_count, read_user_ids_count))

/// Restricted mode: keeps a group's content from leaving it.
struct restricted_mode_setting {
    /// Whether restricted mode is on.
    std::optional<bool> status{};
    /// Who may take screenshots and recordings.
    open<v1::restricted_mode_permission> screenshot_has_permission_setting{};
    /// Who may download files, images and videos.
    open<v1::restricted_mode_permission> download_has_permission_setting{};
    /// Who may copy and forward messages.
    open<v1::restricted_mode_permission> message_has_permission_setting{};
};
BOOST_DESCRIBE_STRUCT(restricted_mode_setting, (),
                      (status, screenshot_has_permission_setting, download_has_permission_setting,
                       message_has_permission_setting))

/// A chat with its settings.
struct chat {
    /// The chat.
    feishu::chat_id chat_id;
    /// The picture.
    std::string avatar;
    /// The name.
    std::string name;
    /// What it is about.
    std::string description;
    /// The name by language.
    feishu::model::i18n_names i18n_names;
    /// The owner; absent when it is a bot.
    std::string owner_id;
    std::vector<std::string> user_manager_id_list;
    std::vector<feishu::app_id> bot_manager_id_list;
    /// What owner_id is.
    open<feishu::user_id_type> owner_id_type;
    /// Who may buzz.
    open<v1::chat_permission> urgent_setting;
    /// Who may start a video conference.
    open<v1::chat_permission> video_conference_setting;
    /// Who may add members.
    open<v1::chat_permission> add_member_permission;
    /// Whether the group's card may be shared.
    open<v1::share_card_permission> share_card_permission;
    /// Who may mention everyone.
    open<v1::chat_permission> at_all_permission;
    /// Who may change the group's settings.
    open<v1::chat_permission> edit_permission;
    /// Whether it holds a conversation or threads.
    open<v1::group_message_type> group_message_type;
    /// The kind of chat.
    open<v1::chat_mode> chat_mode;
    /// Whether everyone can find and join it.
    open<v1::chat_privacy> chat_type;
    /// What the group is for.
    open<v1::chat_tag> chat_tag;
    /// Whether people of other tenants can be in it.
    bool external = false;
    /// The tenant the chat belongs to.
    feishu::tenant_key tenant_key;
    std::string user_count;
    std::string bot_count;
    /// Who sees the notice when someone joins.
    open<v1::message_visibility> join_message_visibility;
    /// Who sees the notice when someone leaves.
    open<v1::message_visibility> leave_message_visibility;
    /// Whether joining needs an approval.
    open<v1::membership_approval> membership_approval;
    /// Who may speak.
    open<v1::moderation_permission> moderation_permission;
    /// Keeps content from leaving the group.
    model::restricted_mode_setting restricted_mode_setting;
    /// Who sees how many members there are.
    open<v1::chat_permission> hide_member_count_setting;
    /// Whether it still exists.
    open<v1::chat_status> chat_status;
};
BOOST_DESCRIBE_STRUCT(chat, (),
                      (chat_id, avatar, name, description, i18n_names, owner_id, user_manager_id_list,
                       bot_manager_id_list, owner_id_type, urgent_setting, video_conference_setting,
                       add_member_permission, share_card_permission, at_all_permission, edit_permission,
                       group_message_type, chat_mode, chat_type, chat_tag, external, tenant_key, user_count,
                       bot_count, join_message_visibility, leave_message_visibility, membership_approval,
                       moderation_permission, restricted_mode_setting, hide_member_count_setting,
                       chat_status))

/// Settings of a chat; only those that changed are present.
struct chat_change {
    /// The picture.
    std::string avatar;
    /// The name.
    std::string name;
    /// What it is about.
    std::string description;
    /// The name by language.
    feishu::model::i18n_names i18n_names;
    /// Who may add members.
    open<v1::chat_permission> add_member_permission;
    /// Whether the group's card may be shared.
    open<v1::share_card_permission> share_card_permission;
    /// Who may mention everyone.
    open<v1::chat_permission> at_all_permission;
    /// Who may change the group's settings.
    open<v1::chat_permission> edit_permission;
    /// Whether joining needs an approval.
    open<v1::membership_approval> membership_approval;
    /// Who sees the notice when someone joins.
    open<v1::message_visibility> join_message_visibility;
    /// Who sees the notice when someone leaves.
    open<v1::message_visibility> leave_message_visibility;
    /// Who may speak.
    open<v1::moderation_permission> moderation_permission;
    /// The owner.
    feishu::model::user_ids owner_id;
    /// Keeps content from leaving the group.
    model::restricted_mode_setting restricted_mode_setting;
    /// Whether it holds a conversation or threads.
    open<v1::group_message_type> group_message_type;
};
BOOST_DESCRIBE_STRUCT(chat_change, (),
                      (avatar, name, description, i18n_names, add_member_permission, share_card_permission,
                       at_all_permission, edit_permission, membership_approval, join_message_visibility,
                       leave_message_visibility, moderation_permission, owner_id, restricted_mode_setting,
                       group_message_type))

/// Something happened to a chat.
struct chat_event {
    /// The chat.
    feishu::chat_id chat_id;
    /// Who did it.
    feishu::model::user_ids operator_id;
    /// Whether people of other tenants can be in it.
    bool external = false;
    /// The tenant of who did it.
    feishu::tenant_key operator_tenant_key;
    /// The name.
    std::string name;
    /// The name by language.
    feishu::model::i18n_names i18n_names;
};
BOOST_DESCRIBE_STRUCT(chat_event, (), (chat_id, operator_id, external, operator_tenant_key, name, i18n_names))

/// A user in an event about chat members.
struct chat_event_member {
    /// The name.
    std::string name;
    /// The tenant they belong to.
    feishu::tenant_key tenant_key;
    feishu::model::user_ids user_id;
};
BOOST_DESCRIBE_STRUCT(chat_event_member, (), (name, tenant_key, user_id))

/// A member of a chat.
struct chat_member {
    /// What member_id is.
    open<feishu::user_id_type> member_id_type;
    std::string member_id;
    /// The name.
    std::string name;
    /// The tenant they belong to.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(chat_member, (), (member_id_type, member_id, name, tenant_key))

/// Where an entry leads, by client.
struct redirect_link {
    std::optional<std::string> common_url{};
    std::optional<std::string> ios_url{};
    std::optional<std::string> android_url{};
    std::optional<std::string> pc_url{};
    std::optional<std::string> web_url{};
};
BOOST_DESCRIBE_STRUCT(redirect_link, (), (common_url, ios_url, android_url, pc_url, web_url))

/// What an entry of a chat menu shows and does.
struct chat_menu_item {
    open<v1::chat_menu_action> action_type{};
    std::optional<model::redirect_link> redirect_link{};
    /// The icon.
    std::optional<feishu::image_key> image_key{};
    /// The name.
    std::optional<std::string> name{};
    /// The name by language.
    std::optional<feishu::model::i18n_names> i18n_names{};
};
BOOST_DESCRIBE_STRUCT(chat_menu_item, (), (action_type, redirect_link, image_key, name, i18n_names))

/// A second-level entry of a chat menu.
struct chat_menu_second_level {
    std::optional<feishu::menu_item_id> chat_menu_second_level_id{};
    std::optional<model::chat_menu_item> chat_menu_item{};
};
BOOST_DESCRIBE_STRUCT(chat_menu_second_level, (), (chat_menu_second_level_id, chat_menu_item))

/// A top-level entry of a chat menu, with the entries below it.
struct chat_menu_top_level {
    std::optional<feishu::menu_item_id> chat_menu_top_level_id{};
    std::optional<model::chat_menu_item> chat_menu_item{};
    field::list<model::chat_menu_second_level> children{};
};
BOOST_DESCRIBE_STRUCT(chat_menu_top_level, (), (chat_menu_top_level_id, chat_menu_item, children))

/// The menu of a chat.
struct chat_menu_tree {
    field::list<model::chat_menu_top_level> chat_menu_top_levels{};
};
BOOST_DESCRIBE_STRUCT(chat_menu_tree, (), (chat_menu_top_levels))

/// A chat as lists show it.
struct chat_summary {
    /// The chat.
    feishu::chat_id chat_id;
    /// The picture.
    std::string avatar;
    /// The name.
    std::string name;
    /// What it is about.
    std::string description;
    /// The owner; absent when it is a bot.
    std::string owner_id;
    /// What owner_id is.
    open<feishu::user_id_type> owner_id_type;
    /// Whether people of other tenants can be in it.
    bool external = false;
    /// The tenant the chat belongs to.
    feishu::tenant_key tenant_key;
    /// Whether it still exists.
    open<v1::chat_status> chat_status;
};
BOOST_DESCRIBE_STRUCT(chat_summary, (),
                      (chat_id, avatar, name, description, owner_id, owner_id_type, external, tenant_key,
                       chat_status))

/// What a tab shows; the member that fits its type.
struct chat_tab_content {
    std::optional<std::string> url{};
    std::optional<std::string> doc{};
    std::optional<std::string> meeting_minute{};
    std::optional<std::string> task{};
};
BOOST_DESCRIBE_STRUCT(chat_tab_content, (), (url, doc, meeting_minute, task))

/// How a tab looks.
struct chat_tab_config {
    std::optional<feishu::image_key> icon_key{};
    std::optional<bool> is_built_in{};
};
BOOST_DESCRIBE_STRUCT(chat_tab_config, (), (icon_key, is_built_in))

/// A tab of a chat.
struct chat_tab {
    std::optional<feishu::tab_id> tab_id{};
    std::optional<std::string> tab_name{};
    open<v1::chat_tab_type> tab_type{};
    std::optional<model::chat_tab_content> tab_content{};
    std::optional<model::chat_tab_config> tab_config{};
};
BOOST_DESCRIBE_STRUCT(chat_tab, (), (tab_id, tab_name, tab_type, tab_content, tab_config))

/// What is pinned to the top of a group.
struct chat_top_notice {
    open<v1::top_notice_type> action_type = v1::top_notice_type::announcement;
    /// The message.
    std::optional<feishu::message_id> message_id{};
};
BOOST_DESCRIBE_STRUCT(chat_top_notice, (), (action_type, message_id))

/// Users joined or left a chat.
struct chat_users_event {
    /// The chat.
    feishu::chat_id chat_id;
    /// Who did it.
    feishu::model::user_ids operator_id;
    /// Whether people of other tenants can be in it.
    bool external = false;
    /// The tenant of who did it.
    feishu::tenant_key operator_tenant_key;
    std::vector<model::chat_event_member> users;
    /// The name.
    std::string name;
    /// The name by language.
    feishu::model::i18n_names i18n_names;
};
BOOST_DESCRIBE_STRUCT(chat_users_event, (),
                      (chat_id, operator_id, external, operator_tenant_key, users, name, i18n_names))

/// A kind of reaction.
struct emoji {
    /// The emoji: SMILE, OK and so on.
    open<v1::emoji_type> emoji_type{};
};
BOOST_DESCRIBE_STRUCT(emoji, (), (emoji_type))

/// Someone mentioned in the message of an event.
struct event_mention {
    /// What stands for them in the text: @_user_1 and so on.
    std::string key;
    feishu::model::user_ids id;
    std::string mentioned_type;
    /// The name.
    std::string name;
    /// The tenant they belong to.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(event_mention, (), (key, id, mentioned_type, name, tenant_key))

/// The message of an event.
struct event_message {
    /// The message's own id.
    feishu::message_id message_id;
    /// The first message of the conversation this one replies in.
    feishu::message_id root_id;
    /// The message this one replies to.
    feishu::message_id parent_id;
    /// When it was sent.
    unix_millis create_time;
    /// When it was last edited.
    unix_millis update_time;
    /// The chat it is in.
    feishu::chat_id chat_id;
    /// The thread it is in.
    feishu::thread_id thread_id;
    /// A one-to-one chat or a group.
    open<v1::chat_type> chat_type;
    /// What the content holds.
    open<v1::msg_type> message_type;
    /// A JSON document whose shape depends on message_type.
    field::json_text content;
    /// Who is mentioned in it.
    std::vector<model::event_mention> mentions;
    /// The client that sent it; needs a scope of its own.
    std::string user_agent;
};
BOOST_DESCRIBE_STRUCT(event_message, (),
                      (message_id, root_id, parent_id, create_time, update_time, chat_id, thread_id,
                       chat_type, message_type, content, mentions, user_agent))

/// Who read messages, and when.
struct event_message_reader {
    feishu::model::user_ids reader_id;
    unix_millis read_time;
    /// The tenant they belong to.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(event_message_reader, (), (reader_id, read_time, tenant_key))

/// A user in an event about speaking rights.
struct event_moderator {
    /// The tenant they belong to.
    feishu::tenant_key tenant_key;
    feishu::model::user_ids user_id;
};
BOOST_DESCRIBE_STRUCT(event_moderator, (), (tenant_key, user_id))

/// Who sent the message of an event.
struct event_sender {
    feishu::model::user_ids sender_id;
    open<v1::sender_type> sender_type;
    /// The tenant they belong to.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(event_sender, (), (sender_id, sender_type, tenant_key))

/// A text in one language.
struct i18n_content {
    field::required<field::text<1, 200>> content;
    field::required<open<feishu::locale>> language;
};
BOOST_DESCRIBE_STRUCT(i18n_content, (), (content, language))

/// A bubble that the user can tap to send its text.
struct follow_up {
    /// The text, for languages that i18n_contents does not have.
    field::required<field::text<1, 200>> content;
    /// The text by language.
    field::list<model::i18n_content, 0, 50> i18n_contents{};
};
BOOST_DESCRIBE_STRUCT(follow_up, (), (content, i18n_contents))

/// Someone mentioned in a message; key stands for them in the text.
struct mention {
    /// What stands for them in the text: @_user_1 and so on.
    std::string key;
    /// Their id, as id_type says.
    std::string id;
    std::string id_type;
    /// The name.
    std::string name;
    /// The tenant they belong to.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(mention, (), (key, id, id_type, name, tenant_key))

/// Who sent a message.
struct sender {
    /// An open_id or app_id, as id_type says.
    std::string id;
    open<v1::sender_id_type> id_type;
    open<v1::sender_type> sender_type;
    /// The tenant they belong to.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(sender, (), (id, id_type, sender_type, tenant_key))

/// The content of a message.
struct message_body {
    /// A JSON document whose shape depends on msg_type.
    field::json_text content;
};
BOOST_DESCRIBE_STRUCT(message_body, (), (content))

/// A message as the platform keeps it.
struct message {
    /// The message's own id.
    feishu::message_id message_id;
    /// The first message of the conversation this one replies in.
    feishu::message_id root_id;
    /// The message this one replies to.
    feishu::message_id parent_id;
    /// The thread it is in.
    feishu::thread_id thread_id;
    /// What the content holds.
    open<v1::msg_type> msg_type;
    /// When it was sent.
    unix_millis create_time;
    /// When it was last edited.
    unix_millis update_time;
    /// Whether it was recalled.
    bool deleted = false;
    /// Whether it was edited.
    bool updated = false;
    /// The chat it is in.
    feishu::chat_id chat_id;
    model::sender sender;
    model::message_body body;
    /// Who is mentioned in it.
    std::vector<model::mention> mentions;
    /// The merged forward that this message is a child of.
    feishu::message_id upper_message_id;
};
BOOST_DESCRIBE_STRUCT(message, (),
                      (message_id, root_id, parent_id, thread_id, msg_type, create_time, update_time, deleted,
                       updated, chat_id, sender, body, mentions, upper_message_id))

/// How often one emoji was used.
struct reaction_count {
    open<v1::emoji_type> reaction_type;
    std::string count;
};
BOOST_DESCRIBE_STRUCT(reaction_count, (), (reaction_type, count))

/// How often each emoji was used on one message.
struct message_reaction_counts {
    /// The message.
    feishu::message_id message_id;
    std::vector<model::reaction_count> reaction_count;
};
BOOST_DESCRIBE_STRUCT(message_reaction_counts, (), (message_id, reaction_count))

/// Who reacted.
struct reaction_operator {
    /// Who did it.
    std::string operator_id;
    open<v1::operator_type> operator_type;
};
BOOST_DESCRIBE_STRUCT(reaction_operator, (), (operator_id, operator_type))

/// One reaction, in a batch answer.
struct reaction_item {
    /// The reaction.
    feishu::reaction_id reaction_id;
    model::reaction_operator operator_;
    unix_millis action_time;
    /// The emoji: SMILE, OK and so on.
    open<v1::emoji_type> emoji_type;
};
BOOST_DESCRIBE_STRUCT(reaction_item, (), (reaction_id, operator_, action_time, emoji_type))

/// The reactions to one message, one page of them.
struct message_reactions {
    /// The message.
    feishu::message_id message_id;
    /// Whether there is another page.
    bool has_more = false;
    /// Pass it to get the next page.
    std::string page_token;
    std::vector<model::reaction_item> message_reaction_items;
};
BOOST_DESCRIBE_STRUCT(message_reactions, (), (message_id, has_more, page_token, message_reaction_items))

/// Someone who has read a message.
struct message_reader {
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type;
    std::string user_id;
    unix_millis timestamp;
    /// The tenant they belong to.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(message_reader, (), (user_id_type, user_id, timestamp, tenant_key))

/// Someone who may speak in a moderated group.
struct moderator {
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type;
    std::string user_id;
    /// The tenant they belong to.
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(moderator, (), (user_id_type, user_id, tenant_key))

/// Who may newly speak, and who no longer.
struct moderator_changes {
    std::vector<model::event_moderator> added_member_list;
    std::vector<model::event_moderator> removed_member_list;
};
BOOST_DESCRIBE_STRUCT(moderator_changes, (), (added_member_list, removed_member_list))

/// A pinned message.
struct pin {
    /// The message.
    feishu::message_id message_id;
    /// The chat.
    feishu::chat_id chat_id;
    /// Who did it.
    std::string operator_id;
    open<v1::sender_id_type> operator_id_type;
    unix_millis create_time;
};
BOOST_DESCRIBE_STRUCT(pin, (), (message_id, chat_id, operator_id, operator_id_type, create_time))

/// One emoji reaction to a message.
struct reaction {
    /// The reaction.
    feishu::reaction_id reaction_id;
    model::reaction_operator operator_;
    unix_millis action_time;
    model::emoji reaction_type;
};
BOOST_DESCRIBE_STRUCT(reaction, (), (reaction_id, operator_, action_time, reaction_type))

/// A reaction was added or taken back.
struct reaction_event {
    /// The message.
    feishu::message_id message_id;
    model::emoji reaction_type;
    open<v1::operator_type> operator_type;
    feishu::model::user_ids user_id;
    /// The app.
    feishu::app_id app_id;
    unix_millis action_time;
};
BOOST_DESCRIBE_STRUCT(reaction_event, (),
                      (message_id, reaction_type, operator_type, user_id, app_id, action_time))

/// A message whose reactions could not be read.
struct reaction_failure {
    /// The message.
    feishu::message_id message_id;
    open<v1::reaction_fail_reason> fail_reason;
};
BOOST_DESCRIBE_STRUCT(reaction_failure, (), (message_id, fail_reason))

/// A message whose reactions are asked for.
struct reaction_query {
    /// The message.
    std::optional<feishu::message_id> message_id{};
    /// Where to go on: from the answer before; left out on the first page.
    std::optional<std::string> page_token{};
};
BOOST_DESCRIBE_STRUCT(reaction_query, (), (message_id, page_token))

} // namespace model

} // namespace feishu::im::v1
