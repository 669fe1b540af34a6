#include "completion.hpp"

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/core/impl/utf8.hpp>

#include "catalog.hpp"
#include "problem.hpp"

namespace cli {
namespace {

namespace json = boost::json;

std::string_view view(json::string const& text) { return {text.data(), text.size()}; }

struct member {
    std::string name;
    std::string help;
    std::vector<std::string> values; // of an enum
};

std::vector<member> members_of(entry const& endpoint) {
    std::vector<member> out;
    auto const described = endpoint.describe();
    for (auto const& one : described.at("members").get_array()) {
        member& next = out.emplace_back();
        next.name = view(one.at("name").get_string());
        next.help = view(one.at("description").get_string());
        auto const* schema = &one.at("schema").get_object();
        if (auto const* items = schema->if_contains("items"))
            schema = &items->get_object();
        if (auto const* values = schema->if_contains("enum"))
            for (auto const& value : values->get_array())
                if (value.is_string())
                    next.values.emplace_back(view(value.get_string()));
    }
    return out;
}

// A word of a shell in single quotes, in which fish knows \ as an escape and the others do not.
std::string quoted(std::string_view text) {
    std::string out = "'";
    for (char const c : text)
        if (c == '\'')
            out += "'\\''";
        else if (c != '\\' && c != '\n')
            out += c;
    return out + "'";
}

std::string joined(std::vector<std::string> const& words) {
    std::string out;
    for (auto const& word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

// Cases of `ID)` with the options of its members, and of `ID.member)` with the values of an enum.
std::string cases(std::string_view assign) {
    std::string out;
    for (auto const& one : entries()) {
        std::string options;
        for (auto const& m : members_of(one)) {
            options += (options.empty() ? "--" : " --") + m.name;
            if (!m.values.empty())
                out += "    " + std::string(one.spec->id) + "/--" + m.name + ") " + std::string(assign) +
                       quoted(joined(m.values)) + " ;;\n";
        }
        out += "    " + std::string(one.spec->id) + ") " + std::string(assign) + quoted(options) + " ;;\n";
    }
    return out;
}

std::string names_of(std::span<command const> commands, bool with_endpoint, std::string_view separator) {
    std::string out;
    for (auto const& one : commands)
        if (!with_endpoint || one.takes_endpoint)
            out += (out.empty() ? "" : std::string(separator)) + std::string(one.name);
    return out;
}

std::string all_ids() {
    std::string out;
    for (auto const& one : entries())
        out += (out.empty() ? "" : " ") + std::string(one.spec->id);
    return out;
}

constexpr std::string_view call_options = "--json --page-all --output --as-user --profile --lark --help";

// Bash and zsh differ in how they name the words and take the candidates.
std::string words_of_call() {
    return "_feishu_words() {\n  words=\n  case $1 in\n" + cases("words=") + "  esac\n}\n";
}

std::string bash(std::span<command const> commands) {
    return "# feishu completion bash > /etc/bash_completion.d/feishu\n" + words_of_call() +
           "_feishu() {\n"
           "  local words= word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
           "  if [ \"$COMP_CWORD\" = 1 ]; then\n"
           "    words=" +
           quoted(names_of(commands, false, " ")) +
           "\n"
           "  else\n"
           "    case ${COMP_WORDS[1]} in\n"
           "    " +
           names_of(commands, true, "|") +
           ")\n"
           "      if [ \"$COMP_CWORD\" = 2 ] || [ \"${COMP_WORDS[1]}\" = scopes ]; then\n"
           "        words=" +
           quoted(all_ids()) +
           "\n"
           "      else\n"
           "        _feishu_words \"${COMP_WORDS[2]}/$before\"\n"
           "        if [ -z \"$words\" ]; then\n"
           "          _feishu_words \"${COMP_WORDS[2]}\"\n"
           "          words=\"$words " +
           std::string(call_options) +
           "\"\n"
           "        fi\n"
           "      fi ;;\n"
           "    esac\n"
           "  fi\n"
           "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
           "}\n"
           "complete -o default -F _feishu feishu\n";
}

std::string zsh(std::span<command const> commands) {
    std::string described;
    for (auto const& one : commands)
        described += "      " + quoted(std::string(one.name) + ":" + std::string(one.help)) + "\n";
    auto words = words_of_call();
    for (std::size_t at = 0; (at = words.find("words=", at)) != words.npos; at += 7)
        words.insert(at, "f");
    return "#compdef feishu\n# feishu completion zsh > \"${fpath[1]}/_feishu\"\n" + words +
           "_feishu() {\n"
           "  local fwords=\n"
           "  if (( CURRENT == 2 )); then\n"
           "    local -a commands=(\n" +
           described +
           "    )\n"
           "    _describe command commands\n"
           "    return\n"
           "  fi\n"
           "  case $words[2] in\n"
           "  " +
           names_of(commands, true, "|") +
           ")\n"
           "    if (( CURRENT == 3 )) || [[ $words[2] == scopes ]]; then\n"
           "      fwords=" +
           quoted(all_ids()) +
           "\n"
           "    else\n"
           "      _feishu_words \"$words[3]/$words[CURRENT-1]\"\n"
           "      if [[ -z $fwords ]]; then\n"
           "        _feishu_words \"$words[3]\"\n"
           "        fwords=\"$fwords " +
           std::string(call_options) +
           "\"\n"
           "      fi\n"
           "    fi ;;\n"
           "  esac\n"
           "  if [[ -n $fwords ]]; then compadd -- ${=fwords}; else _files; fi\n"
           "}\n"
           "if [ \"$funcstack[1]\" = _feishu ]; then _feishu \"$@\"; else compdef _feishu feishu; fi\n";
}

std::string fish(std::span<command const> commands) {
    std::string out = "# feishu completion fish > ~/.config/fish/completions/feishu.fish\n";
    for (auto const& one : commands)
        out += "complete -c feishu -f -n __fish_use_subcommand -a " + std::string(one.name) + " -d " +
               quoted(one.help) + "\n";
    auto const calling = "__fish_seen_subcommand_from " + names_of(commands, true, " ");
    for (auto const& one : entries()) {
        out += "complete -c feishu -f -n " + quoted(calling) + " -a " + std::string(one.spec->id) + " -d " +
               quoted(one.text->summary) + "\n";
        for (auto const& m : members_of(one)) {
            out += "complete -c feishu -n " +
                   quoted("__fish_seen_subcommand_from " + std::string(one.spec->id)) + " -l " + m.name +
                   " -d " + quoted(m.help);
            out += m.values.empty() ? " -r\n" : " -x -a " + quoted(joined(m.values)) + "\n";
        }
    }
    return out;
}

} // namespace

std::string completion(std::string_view shell, std::span<command const> commands) {
    if (shell == "bash")
        return bash(commands);
    if (shell == "zsh")
        return zsh(commands);
    if (shell == "fish")
        return fish(commands);
    throw usage_error("completion is for bash, zsh and fish, not " +
                      std::string(feishu::utf8::prefix(shell, 40)));
}

} // namespace cli
