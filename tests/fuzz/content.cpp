// Bytes as user data and as received content. Whatever comes: no crash; no text opens or closes a tag; what is sent is
// JSON that reads back unchanged, or was refused as not UTF-8; what is received reads, or is kept as it was.
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

void check_text(std::string const& data) {
    auto const markup = feishu::text{data}.str();
    require(!has_tag(markup), "plain text opens or closes a tag");
    std::string back;
    feishu::markup::append_unescaped(back, markup);
    require(back == data, "an escaped text does not read back");

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
    require(batch.is_object(), "a post is no object in a mass mailing");
}

void check_received(std::string const& data) {
    feishu::mentioned ann;
    ann.key = "@_user_1";
    ann.name = "Ann";
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
