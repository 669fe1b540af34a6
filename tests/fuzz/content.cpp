// Bytes as user data and as received content. Whatever comes: no crash; no text opens or closes a tag or is a link; what
// is sent is JSON that reads back unchanged, or was refused as not UTF-8; what is received reads without loss, or is kept
// unchanged.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DFEISHU_SEPARATE_COMPILATION … content.cpp

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/impl/batch.hpp>
#include <feishu/content/content_of.hpp>
#include <feishu/content/impl/markup.hpp>
#include <feishu/content/post.hpp>
#include <feishu/content/text.hpp>
#include <feishu/core/impl/utf8.hpp>

#include "loss.hpp"

namespace {

void require(bool held, char const* what) {
    if (held)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

// An independent look for the tags of text messages.
bool has_tag(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '<')
            continue;
        auto rest = text.substr(i + 1);
        if (rest.starts_with('/'))
            rest.remove_prefix(1);
        std::string name;
        while (name.size() < rest.size() &&
               ((rest[name.size()] | 0x20) >= 'a' && (rest[name.size()] | 0x20) <= 'z'))
            name += static_cast<char>(rest[name.size()] | 0x20);
        bool const ends = name.size() < rest.size() &&
                          std::string_view(" \t\r\n/>").find(rest[name.size()]) != std::string_view::npos;
        for (std::string_view const tag : {"a", "at", "b", "i", "s", "u"})
            if (ends && name == tag)
                return true;
    }
    return false;
}

// An independent look for links with an address.
bool has_link(std::string_view text) {
    for (auto i = text.find("]("); i != text.npos; i = text.find("](", i + 1)) {
        auto const target = text.substr(i + 2, text.substr(i + 2).find(')'));
        if (target.size() != text.size() - i - 2 && target.find_first_of(" \t\r\n") == target.npos &&
            target.find("://") != target.npos)
            return true;
    }
    return false;
}

std::string without_zero_width_spaces(std::string text) {
    constexpr std::string_view space = "\u200B";
    for (auto i = text.find(space); i != text.npos; i = text.find(space, i))
        text.erase(i, space.size());
    return text;
}

void check_text(std::string const& data) {
    auto const markup = feishu::text{data}.str();
    require(!has_tag(markup), "plain text opens or closes a tag");
    require(!has_link(markup), "plain text is a link");
    std::string back;
    feishu::markup::append_unescaped(back, markup);
    require(without_zero_width_spaces(back) == without_zero_width_spaces(data), "an escaped text does not read back");

    feishu::field::json_text const content = feishu::text{data};
    if (!feishu::utf8::scan(data).valid() || data.empty()) {
        require(!content.problems().empty(), "bad text is not refused");
        return;
    }
    auto const read = feishu::read_content("text", content.document());
    auto const* text = std::get_if<feishu::text_content>(&read);
    require(text != nullptr && text->text == markup, "a text does not read back");
}

// Two halves around tags: nothing that they are together is a tag.
void check_pieces(std::string const& data) {
    auto const half = data.size() / 2;
    auto const whole = (feishu::text{data.substr(0, half)} << feishu::bold(data.substr(half))).str();
    auto const open = whole.find("<b>");
    require(open != whole.npos && whole.ends_with("</b>"), "bold text without its tag");
    auto const joined = (feishu::text{data.substr(0, half)} << data.substr(half)).str();
    require(!has_tag(joined), "two pieces open or close a tag");
    require(!has_link(joined), "two pieces are a link");
    auto const link = feishu::link("n", data).str();
    require(link.find(')') == link.size() - 1, "an address ends its link");
}

void check_post(std::string const& data) {
    feishu::post const post{
        "en_us",
        data,
        {{feishu::post::text{data}, feishu::post::a{data, data}}, {feishu::post::code_block{data, data}}}};
    feishu::field::json_text const content = post;
    if (!feishu::utf8::scan(data).valid()) {
        require(!content.problems().empty(), "a bad post is not refused");
        return;
    }
    auto const read = feishu::read_content("post", content.document());
    auto const* back = std::get_if<feishu::post_content>(&read);
    require(back != nullptr && back->title == data, "a post does not read back");
    require(std::get<feishu::post::code_block>(back->content.at(1).at(0)).text == data,
            "code does not read back");
    (void)back->plain();
    auto const batch = feishu::detail::batch_content("post", content);
    require(batch.is_object(), "a post is not an object in a batch message");
}

// Members but text, which may be escaped when it is written.
bool is_kept(boost::json::object element, boost::json::value const& written) {
    element.erase("text");
    if (auto const* const style = element.if_contains("style"); style != nullptr && style->is_string())
        element.erase("style"); // becomes a list of one
    return loss::none(element, written);
}

// A received post whose elements are the input: sent again, it has all of their members.
void check_received_post(std::string const& data) {
    auto const read = feishu::read_content("post", R"({"content":[[)" + data + "]]}");
    auto const* const post = std::get_if<feishu::post_content>(&read);
    boost::system::error_code failed;
    auto const source = boost::json::parse(R"({"content":[[)" + data + "]]}", failed);
    if (post == nullptr || failed || post->content.size() != 1 || source.at("content").get_array().size() != 1)
        return;
    feishu::field::json_text const content = feishu::post("en_us", "", post->content);
    auto const written = boost::json::parse(content.document(), failed);
    require(!failed, "a post is written as JSON");
    auto const& elements = source.at("content").at(0).get_array();
    auto const& again = written.at("en_us").at("content").at(0).get_array();
    require(elements.size() == again.size(), "an element of a post is lost");
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (elements[i].is_object() && !elements[i].get_object().contains("un_escape"))
            require(is_kept(elements[i].get_object(), again[i]), "a member of an element is lost");
}

void check_received(std::string const& data) {
    feishu::mentioned ann;
    ann.key = "@_user_1";
    ann.name = "Ann";
    check_received_post(data);
    for (auto const* type : {"text", "post", "image", "file", "folder", "audio", "media", "sticker",
                             "share_chat", "share_user", "interactive", "merge_forward", "system", ""}) {
        auto const read = feishu::read_content(type, data, {ann});
        if (auto const* unknown = std::get_if<feishu::unknown_content>(&read))
            require(unknown->document == data, "an unknown document is not kept");
        if (auto const* text = std::get_if<feishu::text_content>(&read))
            (void)text->without("ou_1"), (void)text->plain();
        if (auto const* post = std::get_if<feishu::post_content>(&read))
            (void)post->plain();
    }
    boost::system::error_code failed;
    if (auto const value = boost::json::parse(data, failed); !failed)
        feishu::detail::find_batch_md(
            value, [](void*, std::string_view) {}, nullptr);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    std::string const data(reinterpret_cast<char const*>(bytes), size);
    check_text(data);
    check_pieces(data);
    check_post(data);
    check_received(data);
    return 0;
}
