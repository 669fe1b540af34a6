#pragma once
// Checks at the end of a test that a state file would have had everything: what the stores say was touched is all that has
// changed, and a tenant that is restored from it is equal.

#include <map>
#include <string>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/emulator/impl/persist/records.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/state.hpp>

namespace test {

class saved_tenant {
public:
    explicit saved_tenant(feishu::emulator::state& tenant) : tenant_(tenant) { begin(); }
    saved_tenant(saved_tenant const&) = delete;
    saved_tenant& operator=(saved_tenant const&) = delete;

    ~saved_tenant() {
        if (tenant_.moved_from())
            return;
        collect();
        auto const uuids = extract("message_uuids/"); // cannot be listed
        compare(records_of(tenant_), "was not noted as changed");
        saved_.insert(uuids.begin(), uuids.end());
        feishu::emulator::state again;
        restore(again);
        extract("message_uuids/");
        compare(records_of(again), "is not restored");
    }

    /// Saves the whole tenant, also when the test has replaced it.
    void begin() {
        saved_ = records_of(tenant_);
        feishu::emulator::detail::watch(tenant_);
    }

    /// Saves what was touched since the last time.
    void collect() {
        for (auto const& part : feishu::emulator::detail::sections()) {
            auto keys = part.touched(tenant_);
            if (part.name == feishu::emulator::detail::identity_section)
                keys.push_back({});
            for (auto const& key : keys) {
                auto const value = part.save(tenant_, key);
                if (auto const name = std::string(part.name) + '/' + key; value.is_null())
                    saved_.erase(name);
                else
                    saved_.insert_or_assign(name, boost::json::serialize(value));
            }
        }
    }

private:
    using records = std::map<std::string, std::string>;

    static records records_of(feishu::emulator::state& tenant) {
        records out;
        feishu::emulator::detail::for_each_record(
            tenant, [&](std::string const& key, boost::json::value const& value) {
                out.insert_or_assign(key, boost::json::serialize(value));
            });
        return out;
    }

    records extract(std::string const& prefix) {
        records out;
        for (auto at = saved_.lower_bound(prefix); at != saved_.end() && at->first.starts_with(prefix);) {
            out.insert(*at);
            at = saved_.erase(at);
        }
        return out;
    }

    void restore(feishu::emulator::state& into) {
        for (auto const& part : feishu::emulator::detail::sections()) {
            auto const prefix = std::string(part.name) + '/';
            for (auto at = saved_.lower_bound(prefix); at != saved_.end() && at->first.starts_with(prefix);
                 ++at)
                part.restore({.tenant = into}, at->first.substr(prefix.size()),
                             boost::json::parse(at->second), at->first);
        }
        feishu::emulator::detail::finish_restoring(into);
    }

    void compare(records const& expected, char const* what) const {
        for (auto const& [key, value] : expected) {
            auto const found = saved_.find(key);
            BOOST_TEST((found != saved_.end() ? found->second : "nothing") == value,
                       key << " " << what << ": " << value);
        }
        for (auto const& [key, value] : saved_)
            BOOST_TEST(expected.contains(key), key << " " << what << ", but gone");
    }

    feishu::emulator::state& tenant_;
    records saved_;
};

} // namespace test
