"""Documents what the conventions of the library document, for Doxygen.

usage: filter.py HEADER

Prints the header with a comment in front of each declaration that has none and whose meaning follows from its form: the
members of every endpoint and event, comparisons, conversions, the members of ranges, and members whose type says what they
are. members.txt has the names that mean the same wherever they stand. Lines keep their numbers.
"""

import itertools
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent

# The form of a declaration, and what it means; the first one that fits counts.
FORMS = [(re.compile(form), text) for form, text in (
    (r"static constexpr endpoint_spec spec\b", "Method, path, tokens, scopes, rate and errors of the endpoint."),
    (r"static constexpr event_spec spec\b", "Type and scopes of the event."),
    (r"static constexpr std::string_view tag\b", "The tag of the element in a card."),
    (r"static constexpr std::string_view msg_type\b", "The type of a message with this content."),
    (r"static constexpr content_usage uses\b", "Where this content is allowed."),
    (r"struct response\b", "The response of the endpoint."),
    (r"struct event_data\b", "What the event says."),
    (r"struct \w+ \{", "A part of it."),
    (r"std::string schema;", "Version of the format of events, 2.0."),
    (r"feishu::model::event_header header;", "Type, id, time and app of the event."),
    (r"(\w+::)*event_data event;|(\w+::)*\w+ event;", "What the event says."),
    (r"(friend )?(constexpr )?(bool|auto) operator(==|<=>)", "Compares the values."),
    (r"(friend )?std::(basic_o|o)stream(<.*>)?& operator<<", "Writes the text of the value."),
    (r"(constexpr )?(explicit )?(\(.*\) )?operator [\w:<> ]+( const)?&?\(\)", "The value as another type."),
    (r"(\w+(<.*>)?& )?operator=\(", "Assigns a value."),
    (r"[\w:<>&* ]+ operator(\*|->)\(\)", "Access to the value."),
    (r"[\w:<>&* ]+ operator\+\+\(", "Moves on."),
    (r"[\w:<>&* ]+ operator\[\]\(", "The item at a position."),
    (r"[\w:<>&* ]+ operator\(\)\(", "Calls it."),
    (r".*\bbegin\(\) const", "The first item."),
    (r".*\bend\(\) const", "Behind the last item."),
    (r".*\bsize\(\) const", "The number of items."),
    (r".*\bempty\(\) const", "True if there is nothing in it."),
    (r".*\bhas_value\(\) const", "True if there is a value."),
    (r".*\b(value|error|values|source|get|get_executor|emplace|reset|has_error|value_or|problems|push_back|str|file_name|"
     r"append_json|assign_json)\(",
     "Access to what it holds."),
    (r"virtual .*\bdo_\w+\(", "What the function without `do_` does, once its arguments are checked."),
    (r"FEISHU_UNAVAILABLE\(", "Not available; the compiler says what to write instead."),
    (r"using response =", "The response of the endpoint."),
    (r"using (value_type|error_type|iterator_category|difference_type|pointer|reference|enum_type|id_type|executor_type|"
     r"duration|time_point|type|styles|paragraph) =", "The type of this name, by the conventions of the standard library and Asio."),
)]
MEMBER = re.compile(r"(?:static )?(?:constexpr )?(?:inline )?(?P<type>[\w:]+(?:<[^;={]*>)?)&? (?P<name>\w+)(?:\{.*\}| = .*)?;")
IDENTIFIED = re.compile(r"(?:[\w:]*<)*(?:field::(?:required|list|id)<|open<|std::(?:optional|vector)<)*"
                        r"(?P<core>[\w:]+)")
SAYS_LITTLE = re.compile(r"(std::.*|bool|int|double|unsigned|boost::json::.*|field::.*|open|auto)$")
CLASS = re.compile(r"^(?:class|struct) (?:\[\[.*?\]\] )?(\w+)\b")
HEAD = re.compile(r"template <|requires\b")  # what stands before a templated declaration
TRAILING = re.compile(r"(\s+)(\S.*?)\s*///< ?(.*)")



def members():
    """The meaning of names, from members.txt: a name, a colon, a sentence."""
    lines = (HERE / "members.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def is_constructor(declaration, classes):
    """A constructor converts what it takes, unless its comment says more."""
    before = r"(?:constexpr |consteval |explicit(?:\([^()]*\))? |FEISHU_DECL |FEISHU_CONSTEXPR_VECTOR )*"
    found = re.match(before + r"(\w+)\(", declaration)
    return found is not None and found[1] in classes


def meaning(declaration, known, classes):
    declaration = declaration.removeprefix("FEISHU_DECL ")
    if is_constructor(declaration, classes):
        return "Constructs it from the arguments."
    for form, text in FORMS:
        if form.match(declaration):
            return text
    found = MEMBER.match(declaration)
    if not found or found["type"] in ("return", "using", "namespace", "typedef", "friend", "throw", "goto"):
        return None
    if found["name"] in known:
        return known[found["name"]]
    core = IDENTIFIED.match(found["type"])["core"]
    return None if SAYS_LITTLE.match(core) else f"See {core}."


def declaration_from(lines):
    """The first declaration, without its template head."""
    open_parentheses = 0
    for line in lines:
        text = line.strip()
        if HEAD.match(text) or open_parentheses:
            open_parentheses += text.count("(") - text.count(")")
        elif text:
            return text
    return ""


def is_comment(text):
    return text.startswith(("//", "*", "/*"))


def documented(lines):
    """The lines, each with the comment that it lacks."""
    known, classes = members(), set()
    in_head = False
    has_comment = False  # whether the comment above belongs to the next declaration
    for at, line in enumerate(lines):
        text = line.strip()
        if text.startswith("///<"):  # part of the comment of the member above
            yield ""
            continue
        if text.startswith("///"):
            has_comment = True
            yield line.replace("<h>", "`<h>`").replace("</h>", "`</h>`").replace("@_user", "\\@_user")
            continue
        if not text or is_comment(text):
            yield line
            continue
        classes.update(CLASS.findall(text))
        indent = line[: len(line) - len(line.lstrip())]
        trailing = TRAILING.match(line)
        if trailing:  # in front, as Doxygen would join it with the comment of the next member
            rest = itertools.takewhile(lambda other: other.startswith("///<"), (other.strip() for other in lines[at + 1:]))
            comment = " ".join([trailing[3], *(other.removeprefix("///<").strip() for other in rest)])
            comment = comment.replace("`", "'")  # Doxygen's code ends at some characters
            yield f"{indent}/** {comment} */ {trailing[2]}"
        elif indent and not has_comment:
            what = meaning(declaration_from(lines[at:]), known, classes)
            yield f"{indent}/** {what} */ {text}" if what else line
        else:
            yield line
        in_head = bool(HEAD.match(text)) or in_head and not text.endswith((";", "{", "}"))
        has_comment = in_head and (has_comment or bool(indent))


def main():
    for line in documented(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()):
        print(line)


if __name__ == "__main__":
    main()
