#pragma once
// outliner: writes one line for each element of a card: tag, name, id, and the first text in it.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/content/card/impl/walk.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::card::detail {

class outliner final : public visitor {
public:
    FEISHU_DECL void enter(component const& c, feishu::detail::field_path const& at) override;
    FEISHU_DECL void leave(component const& c, feishu::detail::field_path const& at) override;
    FEISHU_DECL void on_text(boost::json::object const& text, std::string_view owner,
                             feishu::detail::field_path const& at) override;

    std::string take() && { return std::move(out_); }

private:
    void add_text(std::string_view text);
    void append(std::string_view text);

    std::string out_;
    std::size_t depth_ = 0;
    bool has_text_ = true; // no element is open
};

} // namespace feishu::card::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/outliner.ipp>
#endif
