#pragma once
// form: a card that asks for the members of a described struct, and reads what the user submits back into the struct.
//
//     enum class environment { staging, production };
//     BOOST_DESCRIBE_ENUM(environment, staging, production)
//     struct deploy { std::string version; environment to{}; std::optional<std::chrono::year_month_day> not_before; };
//     BOOST_DESCRIBE_STRUCT(deploy, (), (version, to, not_before))
//
//     card::form<deploy> form("Deploy?");
//     form.placeholder(&deploy::version, "1.4.2");
//     client.call(im::message::send(chat, form.card()));
//     on.handle<card::action_trigger>([form](auto const& e) {
//         auto submitted = form.read(e.event.action.form_value); // result<deploy>
//         return card::toast{submitted ? "on its way" : submitted.error().message};
//     });
//
// https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/form-container

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string>
#include <utility>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/card.hpp>
#include <feishu/content/card/impl/form_member.hpp>
#include <feishu/content/card/impl/form_questions.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/describe.hpp>

namespace feishu::card {

/// A form for the members of T, in their order. What a member is, its type says:
///
/// | type | asks with |
/// |---|---|
/// | std::string, field::text, strong ids | an input; of several lines where the limit is above 200 characters |
/// | integers, floating point, field::number | an input; anything but a number within the limits is an error |
/// | bool | a checkbox |
/// | a described enum, open<E> | a menu of the enumerators |
/// | std::vector or field::list of these | a menu with several choices |
/// | std::vector<std::string> | an input of several lines, one value in each; with `options` a menu |
/// | std::chrono::year_month_day | a date picker |
/// | std::chrono::sys_seconds | a date and time picker, in the time zone of the user |
/// | open_id, std::vector<open_id> | a person picker |
///
/// All members have to be filled in, except those in std::optional, checkboxes, and lists without a minimum. The
/// values of `initial` are filled in.
///
/// Thread safety: that of a plain value; const members may be called by several threads at a time.
template <reflect::described T>
class form {
public:
    /// A form under a title.
    explicit form(std::string title, T const& initial = feishu::detail::unchecked_construct::make<T>())
        : questions_(std::move(title), detail::form_members<T>, &initial) {}

    /// Sets the label of a member; the default is its name, with blanks for underscores.
    template <class M>
    form& label(M T::*member, std::string text) {
        questions_.at(detail::offset_in(member)).label = std::move(text);
        return *this;
    }
    /// Sets what an empty input displays.
    template <class M>
    form& placeholder(M T::*member, std::string text) {
        questions_.at(detail::offset_in(member)).placeholder = std::move(text);
        return *this;
    }
    /// Sets the choices of a text or a list of texts, or the texts of an enum's choices.
    template <class M>
    form& options(M T::*member, std::vector<form_option> options) {
        static_assert(detail::has_options<M>, "only texts, enums and lists of them have options");
        questions_.at(detail::offset_in(member)).options = std::move(options);
        return *this;
    }
    /// Sets a text in Markdown that is displayed above the inputs.
    form& introduction(std::string markdown) {
        questions_.introduction = std::move(markdown);
        return *this;
    }
    /// Sets the text of the button that submits.
    form& submit(std::string text) {
        questions_.submit = std::move(text);
        return *this;
    }
    /// Adds a button that sends a callback with `value`, without the form's values.
    form& cancel(std::string text, boost::json::object value) {
        questions_.cancel = std::move(text);
        questions_.cancel_value = std::move(value);
        return *this;
    }
    /// Sets the `value` that the callback carries when the form is submitted.
    form& value(boost::json::object value) {
        questions_.value = std::move(value);
        return *this;
    }

    /// The card.
    [[nodiscard]] feishu::card::card card() const { return questions_.card(); }
    /// The same as the content of a message.
    operator field::json_text() const { return card(); }

    /// Reads what was submitted: the `form_value` of a callback.
    /// Errors: kind validation; `violations` has each member whose value is missing or refused.
    [[nodiscard]] result<T> read(boost::json::value const& form_value) const {
        T out = feishu::detail::unchecked_construct::make<T>();
        if (auto read = questions_.read(form_value, &out); !read)
            return read.error();
        return out;
    }

    static constexpr std::string_view msg_type = "interactive";
    static constexpr content_usage uses = feishu::card::card::uses;

private:
    detail::form_questions questions_;
};

} // namespace feishu::card
