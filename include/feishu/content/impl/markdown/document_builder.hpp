#pragma once
// document_builder: makes a document of what md4c reports.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/content/impl/markdown/document.hpp>
#include <feishu/content/markdown_options.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail::md {

/// Returns the key of an image; an empty one displays it as a link.
using image_source = std::function<image_key(std::string_view url)>;

/// The attributes of `<at …>`.
struct at_tag {
    std::string id{};
    bool is_email = false;
};

/// Builds a document block by block. A list item without text becomes an empty paragraph.
class document_builder {
public:
    document_builder(markdown_mentions mentions, image_source const& image)
        : policy_(mentions), image_(image) {}

    FEISHU_DECL void enter_quote();
    FEISHU_DECL void enter_list(bool ordered, std::uint64_t start, bool tight);
    FEISHU_DECL void leave_list();
    FEISHU_DECL void enter_item(bool is_task, bool done);
    FEISHU_DECL void leave_item();
    FEISHU_DECL void leave_quote();
    FEISHU_DECL void enter_leaf(leaf_kind kind, unsigned level = 0, std::string_view language = {});
    FEISHU_DECL void leave_leaf();
    FEISHU_DECL void enter_table(std::size_t columns, std::size_t rows);
    FEISHU_DECL void enter_row();
    FEISHU_DECL void leave_row();
    FEISHU_DECL void enter_cell(alignment align);
    FEISHU_DECL void leave_cell();

    void enter_style(style which) { ++depth_of(which); }
    void leave_style(style which) { --depth_of(which); }
    FEISHU_DECL void enter_link(std::string url);
    FEISHU_DECL void leave_link();
    FEISHU_DECL void enter_image(std::string url);
    FEISHU_DECL void leave_image();
    void enter_code() { in_code_ = true; }
    void leave_code() { in_code_ = false; }

    FEISHU_DECL void add_text(std::string_view text);
    /// Text in which `@all` is a mention.
    FEISHU_DECL void add_prose(std::string_view text);
    FEISHU_DECL void add_html(std::string_view html);
    FEISHU_DECL void add_break(run_kind kind);

    FEISHU_DECL document take() &&;

private:
    struct open_list {
        std::size_t id;
        bool ordered;
        bool tight;
        std::uint64_t next;
    };
    struct open_container {
        std::size_t outer;  // container around it
        std::size_t leaves; // when it was entered
    };

    std::size_t& depth_of(style which) { return styles_[which == bold ? 0 : which == italic ? 1 : 2]; }
    FEISHU_DECL unsigned char styles() const;
    FEISHU_DECL void enter_container(container of);
    FEISHU_DECL std::size_t level_above(std::size_t of) const;
    FEISHU_DECL void open_paragraph();
    FEISHU_DECL void push(run_kind kind, std::string_view text, std::size_t target = none);
    FEISHU_DECL bool begin_mention(std::string_view html);
    FEISHU_DECL bool end_mention();

    markdown_mentions policy_;
    image_source const& image_;
    document out_;
    std::vector<open_list> lists_;
    std::vector<open_container> open_;
    std::size_t container_ = none; // the innermost one
    std::string pending_;          // check box of a task, before its text
    std::size_t next_list_ = 0;
    std::size_t styles_[3] = {};
    std::size_t link_ = none;
    std::size_t link_start_ = 0;  // run
    std::size_t separate_ = 0;    // runs before this one are not extended
    std::size_t images_ = 0;      // nested ones
    std::size_t image_start_ = 0; // run of the outermost
    std::string image_url_;
    std::size_t mention_ = none; // run of a mention whose end tag has not come
    bool in_leaf_ = false;
    bool in_row_ = false;
    bool in_code_ = false;
    std::map<std::string, image_key, std::less<>> keys_;
};

} // namespace feishu::detail::md

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/markdown/document_builder.ipp>
#endif
