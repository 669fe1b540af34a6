#pragma once
// Handlers of cardkit.v1.card_element: operations on the elements of a card entity.

#include <feishu/api/cardkit/v1/card_element.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Adds elements. Errors: those of operations (cardkit.v1.card.update), 300307 no elements, 300315 no such target,
/// 200510 streaming mode has ended after ten minutes.
FEISHU_DECL result<cardkit::v1::card_element::create::response>
handle(state& tenant, caller const& who, cardkit::v1::card_element::create const& request);

/// Replaces an element. Errors: those of operations, 300121 no such element, or not an element.
FEISHU_DECL result<cardkit::v1::card_element::update::response>
handle(state& tenant, caller const& who, cardkit::v1::card_element::update const& request);

/// Replaces members of an element. Errors: those of operations, 300313 no such element, 300312 another tag.
FEISHU_DECL result<cardkit::v1::card_element::patch::response>
handle(state& tenant, caller const& who, cardkit::v1::card_element::patch const& request);

/// Removes an element. Errors: those of operations, 300314 no such element.
FEISHU_DECL result<cardkit::v1::card_element::delete_::response>
handle(state& tenant, caller const& who, cardkit::v1::card_element::delete_ const& request);

/// Streams the text of an element. Errors: those of operations, 300313 no such element, 300310 neither plain_text nor
/// markdown, 300309 streaming mode is off, 200850 it has ended after ten minutes.
FEISHU_DECL result<cardkit::v1::card_element::content::response>
handle(state& tenant, caller const& who, cardkit::v1::card_element::content const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/cardkit/v1/impl/card_element.ipp>
#endif
