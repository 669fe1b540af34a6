#pragma once
// post_parts: the posts of a document.

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/content/impl/markdown/card_text.hpp>
#include <feishu/content/impl/markdown/document.hpp>
#include <feishu/content/impl/markdown/fill.hpp>
#include <feishu/content/impl/markdown/splitter.hpp>
#include <feishu/content/markdown_options.hpp>
#include <feishu/content/post.hpp>

namespace feishu::detail::md {

inline constexpr byte_costs post_text_costs = [] {
    byte_costs out = raw_byte_costs;
    out['<'] = 4; // &lt;
    out['&'] = 5; // &amp;
    return out;
}();
inline constexpr costs post_costs{
    .text = post_text_costs, .code = raw_byte_costs, .run = 150, .line = 120, .code_line = 3};

/// Writes the paragraphs of a post.
class post_writer {
public:
    post_writer(document const& of, splitter const& parts) : document_(of), parts_(parts) {}

    /// Appends a block, of which these are the runs.
    void add(std::size_t leaf, std::span<run const> of, bool continues) {
        auto const& block = document_.leaves[leaf];
        if (last_ != none && !follows_closely(document_, leaf, last_))
            out_.emplace_back();
        last_ = leaf;
        auto const runs = joined(of);
        if (block.kind == leaf_kind::rule) {
            out_.push_back({post::hr{}});
        } else if (block.kind == leaf_kind::code) {
            add_code(block, runs);
        } else {
            begin_line(leaf, continues);
            for (auto const& r : runs)
                add_run(r, block.kind == leaf_kind::heading ? bold : 0);
        }
    }

    std::vector<post::paragraph> take() && { return std::move(out_); }

private:
    void add_code(leaf const& block, std::vector<run> const& runs) {
        std::string text(runs.empty() ? std::string_view() : document_.text_of(runs.front()));
        if (text.ends_with('\n'))
            text.pop_back();
        if (text.empty())
            text = " "; // code cannot be empty
        out_.push_back({post::code_block{std::move(text), block.language}});
    }

    // Begins a paragraph with the bars of quotes, and markers or indentation.
    void begin_line(std::size_t leaf, bool continues) {
        after_image_ = false;
        out_.emplace_back();
        std::string prefix;
        rest_.clear();
        for (auto const i : containers_of(document_, document_.leaves[leaf].container)) {
            auto const& c = document_.containers[i];
            bool const begins = !c.is_quote && c.first_leaf == leaf && !continues;
            std::string_view const marker = c.marker == "- " ? std::string_view("\u2022 ") : c.marker;
            prefix += c.is_quote ? std::string_view("\u2502 ") : begins ? marker : std::string_view("    ");
            rest_ += c.is_quote ? "\u2502 " : "    ";
        }
        if (!prefix.empty())
            out_.back().push_back(post::text{std::move(prefix)});
    }

    void next_line() {
        after_image_ = false;
        out_.emplace_back();
        if (!rest_.empty())
            out_.back().push_back(post::text{rest_});
    }

    static post::styles styles_of(unsigned styles) {
        post::styles out;
        if ((styles & bold) != 0)
            out.push_back(post::style::bold);
        if ((styles & italic) != 0)
            out.push_back(post::style::italic);
        if ((styles & strike) != 0)
            out.push_back(post::style::lineThrough);
        return out;
    }

    void add_run(run const& r, unsigned more) {
        std::string text(document_.text_of(r));
        auto styles = styles_of(r.styles | more);
        bool const is_break = r.kind == run_kind::soft_break || r.kind == run_kind::hard_break;
        if (is_break || after_image_)
            next_line();
        if (is_break)
            return;
        if (r.kind == run_kind::image)
            return add_image(document_.images[r.target]);
        if (r.kind == run_kind::mention)
            return add_mention(document_.mentions[r.target], std::move(styles));
        if (parts_.links(r))
            out_.back().push_back(post::a{std::move(text), document_.links[r.link], std::move(styles)});
        else
            out_.back().push_back(post::text{std::move(text), std::move(styles)});
    }

    void add_image(image_key const& key) {
        if (out_.back().empty())
            out_.pop_back();
        out_.push_back({post::img{key}});
        after_image_ = true;
    }

    // Posts mention by id only.
    void add_mention(mention const& who, post::styles styles) {
        if (who.is_email) {
            out_.back().push_back(post::text{"@" + who.id, std::move(styles)});
            return;
        }
        post::at at;
        at.user_id = who.id;
        at.style = std::move(styles);
        out_.back().push_back(std::move(at));
    }

    document const& document_;
    splitter const& parts_;
    std::vector<post::paragraph> out_;
    bool after_image_ = false; // it is alone in its paragraph
    std::string rest_;         // what further lines of the block begin with
    std::size_t last_ = none;
};

/// Makes posts of a document.
class post_parts {
public:
    post_parts(document const& of, markdown_options const& options)
        : document_(of), options_(options), room_(room_of(options)),
          parts_(of, post_costs, piece_bytes(room_)) {
        for (std::size_t i = 0; i < of.leaves.size(); ++i) {
            auto const& block = of.leaves[i];
            auto const around =
                200 + 32 * (block.container == none ? 0 : of.containers[block.container].depth);
            if (block.kind == leaf_kind::row)
                parts_.add_as_text(i, around);
            else
                parts_.add(i, std::span(of.runs).subspan(block.first, block.last - block.first), around);
        }
    }

    std::vector<post> make() const {
        auto const ranges = fill(document_, parts_.pieces, room_);
        std::vector<post> out;
        for (auto const& range : ranges) {
            auto title = options_.title;
            if (options_.numbered && ranges.size() > 1)
                title += (title.empty() ? "(" : " (") + std::to_string(out.size() + 1) + "/" +
                         std::to_string(ranges.size()) + ")";
            out.push_back(post(options_.language, std::move(title), make(range)));
        }
        return out;
    }

private:
    static room room_of(markdown_options const& options) {
        auto const bytes = raw_cost(options.title) + raw_cost(options.language) + number_bytes;
        auto const all = (std::max)(options.max_bytes, min_part_bytes);
        return {.bytes = all > bytes + min_part_bytes / 2 ? all - bytes : min_part_bytes / 2};
    }

    std::vector<post::paragraph> make(cell const& range) const {
        post_writer writer(document_, parts_);
        for (auto i = range.first; i < range.last;) {
            auto const first = i++;
            while (i < range.last && parts_.pieces[i].continues)
                ++i;
            auto const from = parts_.pieces[first].first;
            writer.add(parts_.pieces[first].leaf,
                       std::span(parts_.runs).subspan(from, parts_.pieces[i - 1].last - from),
                       parts_.pieces[first].continues);
        }
        return std::move(writer).take();
    }

    document const& document_;
    markdown_options const& options_;
    room room_;
    splitter parts_;
};

} // namespace feishu::detail::md
