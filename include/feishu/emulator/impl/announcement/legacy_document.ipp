#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/emulator/impl/announcement/legacy_document.hpp>

namespace feishu::emulator::detail {

inline std::optional<boost::json::object> parse_object(std::string_view text) {
    boost::system::error_code failed;
    auto value = boost::json::parse({text.data(), text.size()}, failed);
    if (failed || !value.is_object())
        return std::nullopt;
    return std::move(value.get_object());
}

inline boost::json::object* object_in(boost::json::object& in, char const* name) {
    auto* member = in.if_contains(name);
    return member != nullptr ? member->if_object() : nullptr;
}

inline boost::json::array* array_in(boost::json::object& in, char const* name) {
    auto* member = in.if_contains(name);
    return member != nullptr ? member->if_array() : nullptr;
}

inline std::string_view text_in(boost::json::object const& in, char const* name) {
    auto const* member = in.if_contains(name);
    auto const* text = member != nullptr ? member->if_string() : nullptr;
    return text != nullptr ? std::string_view(text->data(), text->size()) : std::string_view();
}

inline std::optional<std::int64_t> number_in(boost::json::object const& in, char const* name) {
    auto const* member = in.if_contains(name);
    if (member == nullptr || !member->is_int64())
        return std::nullopt;
    return member->get_int64();
}

inline bool flag_in(boost::json::object const& in, char const* name) {
    auto const* member = in.if_contains(name);
    return member != nullptr && member->is_bool() && member->get_bool();
}

inline boost::json::object text_location(std::int64_t first, std::int64_t last) {
    return {{"zoneId", "0"}, {"startIndex", first}, {"endIndex", last}};
}

// Locates the text runs of a title or a paragraph from `index` on; returns the index after them.
inline std::int64_t locate(boost::json::object& text, std::int64_t index) {
    auto const first = index;
    if (auto* elements = array_in(text, "elements"))
        for (auto& element : *elements)
            if (auto* run = element.is_object() ? object_in(element.get_object(), "textRun") : nullptr) {
                auto const end =
                    index + static_cast<std::int64_t>(utf8::scan(text_in(*run, "text")).characters);
                (*run)["location"] = text_location(index, end);
                index = end;
            }
    text["location"] = text_location(first, index);
    return index;
}

inline boost::json::object* paragraph_in(boost::json::value& block) {
    return block.is_object() ? object_in(block.get_object(), "paragraph") : nullptr;
}

// Blocks are separated by one character.
inline std::string serialize_document(boost::json::object document) {
    std::int64_t index = 0;
    if (auto* title = object_in(document, "title"))
        index = locate(*title, index) + 1;
    if (auto* body = object_in(document, "body"))
        if (auto* blocks = array_in(*body, "blocks"))
            for (auto& block : *blocks) {
                auto* paragraph = paragraph_in(block);
                index = (paragraph != nullptr ? locate(*paragraph, index) : index) + 1;
            }
    return boost::json::serialize(document);
}

// The index at which a block begins and the one at which it ends.
inline std::pair<std::int64_t, std::int64_t> range_of(boost::json::value& block, std::int64_t otherwise) {
    auto* paragraph = paragraph_in(block);
    auto* location = paragraph != nullptr ? object_in(*paragraph, "location") : nullptr;
    if (location == nullptr)
        return {otherwise, otherwise};
    return {number_in(*location, "startIndex").value_or(otherwise),
            number_in(*location, "endIndex").value_or(otherwise)};
}

inline bool insert_blocks(boost::json::array& blocks, boost::json::object& request) {
    auto payload = parse_object(text_in(request, "payload"));
    auto* added = payload ? array_in(*payload, "blocks") : nullptr;
    auto* location = object_in(request, "location");
    if (added == nullptr || added->empty() || location == nullptr)
        return false;
    for (auto const& block : *added)
        if (!block.is_object() || text_in(block.get_object(), "type").empty())
            return false;
    std::size_t position = blocks.size();
    if (flag_in(*location, "startOfZone")) {
        position = 0;
    } else if (!flag_in(*location, "endOfZone")) {
        auto const index = number_in(*location, "index");
        if (!index || *index < 0)
            return false;
        // Before the first block that begins there or later.
        position = 0;
        std::int64_t end = 0;
        for (; position < blocks.size(); ++position) {
            auto const range = range_of(blocks[position], end);
            if (range.first >= *index)
                break;
            end = range.second;
        }
        if (position == blocks.size() && *index > end + 1)
            return false;
    }
    for (std::size_t i = 0; i < added->size(); ++i)
        blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(position + i), (*added)[i]);
    return true;
}

inline bool delete_blocks(boost::json::array& blocks, boost::json::object& request) {
    auto* range = object_in(request, "contentRange");
    auto const first = range != nullptr ? number_in(*range, "startIndex") : std::nullopt;
    auto const last = range != nullptr ? number_in(*range, "endIndex") : std::nullopt;
    if (!first || !last || *first < 0 || *last <= *first)
        return false;
    boost::json::array kept;
    std::int64_t index = 0;
    for (auto& block : blocks) {
        auto const [begin, end] = range_of(block, index);
        index = end;
        if (begin < *first || end > *last)
            kept.push_back(std::move(block));
    }
    blocks = std::move(kept);
    return true;
}

FEISHU_DECL bool edit_legacy_document(std::string& document, std::string_view request) {
    auto parsed = parse_object(document);
    auto wanted = parse_object(request);
    auto* body = parsed ? object_in(*parsed, "body") : nullptr;
    auto* blocks = body != nullptr ? array_in(*body, "blocks") : nullptr;
    if (blocks == nullptr || !wanted)
        return false;
    auto const type = text_in(*wanted, "requestType");
    bool done = false;
    if (type == "InsertBlocksRequestType") {
        auto* details = object_in(*wanted, "insertBlocksRequest");
        done = details != nullptr && insert_blocks(*blocks, *details);
    } else if (type == "DeleteContentRangeRequestType") {
        auto* details = object_in(*wanted, "deleteContentRangeRequest");
        done = details != nullptr && delete_blocks(*blocks, *details);
    } else if (type == "UpdateTitleRequestType") {
        auto* details = object_in(*wanted, "updateTitleRequest");
        auto title = details != nullptr ? parse_object(text_in(*details, "payload")) : std::nullopt;
        done = title && array_in(*title, "elements") != nullptr;
        if (done)
            (*parsed)["title"] = std::move(*title);
    }
    if (done)
        document = serialize_document(std::move(*parsed));
    return done;
}

FEISHU_DECL std::string make_legacy_document(std::string_view text) {
    boost::json::array blocks;
    while (!text.empty()) {
        auto const line = text.substr(0, text.find('\n'));
        text.remove_prefix((std::min)(text.size(), line.size() + 1));
        boost::json::object run{{"text", boost::json::string_view(line.data(), line.size())},
                                {"style", boost::json::object()}};
        boost::json::object element{{"type", "textRun"}, {"textRun", std::move(run)}};
        boost::json::object paragraph{{"elements", boost::json::array{std::move(element)}}};
        blocks.push_back(boost::json::object{{"type", "paragraph"}, {"paragraph", std::move(paragraph)}});
    }
    boost::json::object document;
    document["title"] = boost::json::object{{"elements", boost::json::array()}};
    document["body"] = boost::json::object{{"blocks", std::move(blocks)}};
    return serialize_document(std::move(document));
}

FEISHU_DECL std::string legacy_text(std::string_view document) {
    auto parsed = parse_object(document);
    auto* body = parsed ? object_in(*parsed, "body") : nullptr;
    auto* blocks = body != nullptr ? array_in(*body, "blocks") : nullptr;
    std::string out;
    if (blocks == nullptr)
        return out;
    for (auto& block : *blocks) {
        out += &block == blocks->data() ? "" : "\n";
        auto* paragraph = paragraph_in(block);
        auto* elements = paragraph != nullptr ? array_in(*paragraph, "elements") : nullptr;
        if (elements == nullptr)
            continue;
        for (auto& element : *elements)
            if (auto* run = element.is_object() ? object_in(element.get_object(), "textRun") : nullptr)
                out += text_in(*run, "text");
    }
    return out;
}

} // namespace feishu::emulator::detail
