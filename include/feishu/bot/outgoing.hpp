#pragma once
// outgoing: what a bot says: a text, typed content, or a file from disk.
//
//     c.say("hello");
//     c.say(feishu::text{"Disk full, "} << feishu::mention(m.sender.open_id));
//     c.say(feishu::local_file{"report.pdf"});

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <feishu/content/text.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/json_text.hpp>

namespace feishu {

/// A file on disk, which is uploaded and then sent: an image (jpg, jpeg, png, webp, gif, tiff, bmp, ico), a video with a
/// preview (mp4), a voice message (opus), or a file. The extension decides.
struct local_file {
    std::filesystem::path path{};
    std::string name{};                     ///< that is shown; if empty, that of the path
    bool as_file = false;                   ///< an image, a video or a voice message is sent as a file
    std::optional<std::int64_t> duration{}; ///< milliseconds, of a voice message or a video
};

/// One message to be sent: content, or a file.
struct outgoing_part {
    field::json_text content{};
    std::optional<local_file> file{};
};

/// What becomes one or several messages: one from a text, typed content (text, post, card, image, …) or a local_file;
/// several from a type for which `to_outgoing(value)` is declared beside it.
class outgoing {
public:
    // clang-format off: version 14 does not know `requires` before a constructor
    /// A text, displayed literally.
    template <class T>
        requires field::is_plain_string<T>
    outgoing(T const& plain) : outgoing(feishu::text{std::string(plain)}) {}
    /// Typed content. Of what may be too long for one message, as feishu::markdown, as many as are needed.
    template <typed_content T>
    outgoing(T const& content) {
        if constexpr (requires { content.parts(); })
            for (auto& part : content.parts())
                parts_.push_back({.content = std::move(part)});
        else
            parts_.push_back({.content = static_cast<field::json_text>(content)});
    }
    outgoing(local_file file) { parts_.push_back({.file = std::move(file)}); }
    template <class T>
        requires(!typed_content<T> && !std::is_same_v<T, outgoing> &&
                 requires(T const& value) { { to_outgoing(value) } -> std::same_as<outgoing>; })
    outgoing(T const& value) : outgoing(to_outgoing(value)) {}
    // clang-format on
    /// Several messages, sent in this order.
    explicit outgoing(std::vector<outgoing_part> parts) : parts_(std::move(parts)) {}

    std::vector<outgoing_part> const& parts() const { return parts_; }

private:
    std::vector<outgoing_part> parts_;
};

/// What a bot can say.
template <class T>
concept says = std::constructible_from < outgoing,
        std::remove_cvref_t<T>
const& > || field::is_plain_string<std::remove_cvref_t<T>>;

/// Messages that were sent.
struct sent_message {
    feishu::message_id message_id{}; ///< of the first one
    feishu::chat_id chat_id{};
    feishu::thread_id thread_id{};         ///< empty outside threads
    std::vector<feishu::message_id> all{}; ///< all of them; several if the content was split
    bool target_gone = false;              ///< the message to reply to was gone: these are not replies
};

} // namespace feishu
