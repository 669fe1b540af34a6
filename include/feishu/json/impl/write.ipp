#pragma once

#include <boost/json/serialize.hpp>
#include <boost/json/serializer.hpp>
#include <boost/json/value.hpp>

#include <feishu/json/write.hpp>

namespace feishu::json::detail {

inline void append_serialized(std::string& out, boost::json::serializer& source, bool embedded) {
    char buffer[1024];
    while (!source.done()) {
        auto const part = source.read(buffer);
        std::string_view const text{part.data(), part.size()};
        if (embedded)
            append_escaped(out, text);
        else
            out += text;
    }
}

FEISHU_DECL void append_json(std::string& out, boost::json::value const& value, bool embedded) {
    boost::json::serializer source;
    source.reset(&value);
    append_serialized(out, source, embedded);
}

FEISHU_DECL void append_json(std::string& out, boost::json::object const& value, bool embedded) {
    boost::json::serializer source;
    source.reset(&value);
    append_serialized(out, source, embedded);
}

} // namespace feishu::json::detail
