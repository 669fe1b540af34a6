#pragma once
// Handlers of im.v2.tag: the tags of the tenant.

#include <feishu/api/im/v2/tag.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Creates a tag; if there is one of this name, the response names it instead. Errors: 230001 a tag_type other
/// than tenant, or no name.
FEISHU_DECL result<im::v2::tag::create::response> handle(state& tenant, caller const& who,
                                                         im::v2::tag::create const& request);

/// Renames a tag; if another one has this name, the response names it and nothing changes. Errors: 230001
/// unknown tag, no changes, or the id of another tag.
FEISHU_DECL result<im::v2::tag::patch::response> handle(state& tenant, caller const& who,
                                                        im::v2::tag::patch const& request);

/// Gets tags; unknown ids are skipped. Errors: 230001 without ids.
FEISHU_DECL result<im::v2::tag::get::response> handle(state& tenant, caller const& who,
                                                      im::v2::tag::get const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v2/impl/tag.ipp>
#endif
