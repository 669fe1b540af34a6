#pragma once

#include <feishu/bot/impl/questions.hpp>

namespace feishu::detail {

FEISHU_DECL std::optional<questions::opened> questions::open(question_place place, question_kind kind) {
    opened out;
    if (auto const before = places_.find(place); before != places_.end()) {
        out.replaced = before->second;
        end(*out.replaced);
    }
    if (open_.size() >= max_waiting_)
        return std::nullopt;
    out.id = run_ + '-' + std::to_string(++last_);
    places_[place] = out.id;
    open_[out.id] = {.place = std::move(place), .kind = kind};
    return out;
}

FEISHU_DECL void questions::start(std::string const& id, clock::time_point deadline) {
    auto const found = open_.find(id);
    if (found == open_.end())
        return;
    found->second.deadline = deadline;
    deadlines_.emplace(deadline, id);
}

FEISHU_DECL std::optional<std::string> questions::message(question_place const& place) {
    auto const found = places_.find(place);
    if (found == places_.end())
        return std::nullopt;
    auto const& asked = open_[found->second];
    if (asked.kind != question_kind::message || !asked.deadline)
        return std::nullopt;
    auto id = found->second;
    end(id);
    return id;
}

FEISHU_DECL question_click questions::click(std::string const& id, feishu::open_id const& by) const {
    auto const found = open_.find(id);
    if (found == open_.end())
        return std::string_view(id).starts_with(run_ + '-') ? question_click::ended
                                                            : question_click::forgotten;
    bool const allowed = found->second.kind == question_kind::shared || found->second.place.user == by;
    return allowed ? question_click::open : question_click::not_asked;
}

FEISHU_DECL bool questions::end(std::string const& id) {
    auto const found = open_.find(id);
    if (found == open_.end())
        return false;
    if (found->second.deadline)
        deadlines_.erase({*found->second.deadline, id});
    places_.erase(found->second.place);
    open_.erase(found);
    return true;
}

FEISHU_DECL std::vector<std::string> questions::due(clock::time_point now) {
    std::vector<std::string> out;
    while (!deadlines_.empty() && deadlines_.begin()->first <= now) {
        out.push_back(deadlines_.begin()->second);
        end(out.back());
    }
    return out;
}

FEISHU_DECL std::vector<std::string> questions::clear() {
    std::vector<std::string> out;
    for (auto const& [id, asked] : open_)
        out.push_back(id);
    open_.clear();
    places_.clear();
    deadlines_.clear();
    return out;
}

} // namespace feishu::detail
