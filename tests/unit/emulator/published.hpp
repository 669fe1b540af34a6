#pragma once
// Records the events of a tenant, for assertions about their documents.

#include <string>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/emulator/state.hpp>

#include "coverage.hpp"

namespace test {

struct published {
    explicit published(feishu::emulator::state& tenant) : tenant_(tenant) {
        tenant.on_event = recorded([this](feishu::emulator::outbound_event what) {
            types.push_back(what.type);
            apps.push_back(what.app);
            documents.push_back(what.document("token"));
        });
    }
    ~published() { tenant_.on_event = {}; }
    published(published const&) = delete;
    published& operator=(published const&) = delete;

    /// The `event` member of the last one.
    boost::json::value last() const { return boost::json::parse(documents.back()).at("event"); }

    std::vector<std::string> types;
    std::vector<feishu::app_id> apps;
    std::vector<std::string> documents;

private:
    feishu::emulator::state& tenant_;
};

/// Whether an object has this member.
inline bool has_member(boost::json::value const& object, std::string_view name) {
    return object.as_object().contains(boost::json::string_view(name.data(), name.size()));
}

} // namespace test
