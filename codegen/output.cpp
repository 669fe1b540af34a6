#include "output.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string_view>
#include <vector>

namespace codegen {

namespace fs = std::filesystem;

namespace {

void spill(fs::path const& file, std::string const& text) {
    if (file.has_parent_path())
        fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush())
        fail("cannot write " + file.string());
}

// The style that clang-format would take for a file in `folder`.
std::string style_for(fs::path const& folder) {
    auto at = fs::weakly_canonical(folder);
    for (; !fs::exists(at / ".clang-format"); at = at.parent_path())
        if (at == at.root_path())
            return {};
    return " '--style=file:" + (at / ".clang-format").string() + "'";
}

// A private folder for files that nobody else shall see; gone in the end.
class scratch_folder {
public:
    scratch_folder()
        : path_(fs::temp_directory_path() / ("feishu-codegen-" + std::to_string(std::random_device()()))) {
        fs::create_directories(path_);
    }
    ~scratch_folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    scratch_folder(scratch_folder const&) = delete;
    scratch_folder& operator=(scratch_folder const&) = delete;

    fs::path const& path() const { return path_; }

private:
    fs::path path_;
};

// A command line holds some 128 KB.
bool run_formatter(std::string const& command, std::vector<std::string> const& files) {
    constexpr std::size_t at_once = 200;
    for (std::size_t first = 0; first < files.size(); first += at_once) {
        std::string line = command;
        for (std::size_t i = first; i < std::min(first + at_once, files.size()); ++i)
            line += " '" + files[i] + "'";
        if (std::system(line.c_str()) != 0)
            return false;
    }
    return true;
}

// What clang-format makes of them, in the style of the output folder.
output_files format(output_files headers, fs::path const& folder, settings const& s) {
    if (s.formatter == "none")
        return headers;
    bool formatted = false;
    {
        scratch_folder const scratch;
        std::vector<std::string> files;
        for (auto const& [name, text] : headers) {
            spill(scratch.path() / name, text);
            files.push_back((scratch.path() / name).string());
        }
        formatted = run_formatter(s.formatter + " -i" + style_for(folder), files);
        for (auto& [name, text] : headers)
            text = slurp(scratch.path() / name);
    }
    if (!formatted)
        fail("'" + s.formatter + "' failed");
    return headers;
}

bool all_equal(output_files const& headers, fs::path const& out) {
    bool equal = true;
    for (auto const& [name, text] : headers)
        if (slurp(out / name) != text) {
            std::cerr << "differs: " << (out / name).string() << '\n';
            equal = false;
        }
    return equal;
}

bool nothing_else_but(output_files const& headers, fs::path const& out) {
    bool clean = true;
    for (auto const& entry : fs::recursive_directory_iterator(out)) {
        auto const name = fs::relative(entry.path(), out).generic_string();
        if (entry.is_regular_file() && name.ends_with(".hpp") && !headers.contains(name)) {
            std::cerr << "not generated: " << entry.path().string() << '\n';
            clean = false;
        }
    }
    return clean;
}

bool is_generated(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    std::string line;
    for (int i = 0; i < 4 && std::getline(in, line); ++i)
        if (line.starts_with("// ") && line.find("Generated") != std::string::npos)
            return true;
    return false;
}

// Removes generated headers that are none of these, and folders that become empty.
void prune(output_files const& headers, fs::path const& out) {
    std::vector<fs::path> old;
    for (auto const& entry : fs::recursive_directory_iterator(out))
        if (entry.is_regular_file() && entry.path().extension() == ".hpp" && is_generated(entry.path()) &&
            !headers.contains(fs::relative(entry.path(), out).generic_string()))
            old.push_back(entry.path());
    for (auto const& file : old) {
        fs::remove(file);
        for (auto folder = file.parent_path(); folder != out && fs::is_empty(folder);
             folder = folder.parent_path())
            fs::remove(folder);
    }
}

// `text` with `table` between the two lines that mark its place.
std::string between_marks(std::string const& text, std::string const& table) {
    constexpr std::string_view begin = "<!-- endpoints: generated -->\n";
    constexpr std::string_view end = "<!-- end -->";
    auto const from = text.find(begin);
    auto const to = text.find(end, from == std::string::npos ? 0 : from);
    if (from == std::string::npos || to == std::string::npos)
        fail("the file of --table has no place for it");
    return text.substr(0, from + begin.size()) + "\n" + table + "\n" + text.substr(to);
}

// A path in a rule of Make.
std::string escaped(std::string const& path) {
    std::string out;
    for (char const c : path) {
        if (c == ' ' || c == '#')
            out += '\\';
        out += c == '$' ? "$$" : std::string(1, c);
    }
    return out;
}

} // namespace

std::string slurp(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

bool deliver(output_files const& files, fs::path const& folder, bool only_check) {
    if (only_check)
        return all_equal(files, folder);
    for (auto const& [name, text] : files)
        if (slurp(folder / name) != text)
            spill(folder / name, text);
    return true;
}

bool deliver_folder(output_files headers, fs::path const& folder, settings const& s) {
    auto const formatted = format(std::move(headers), folder, s);
    bool const fine =
        deliver(formatted, folder, s.check) && (!s.check || nothing_else_but(formatted, folder));
    if (s.prune && !s.check)
        prune(formatted, folder);
    return fine;
}

bool deliver_errors(output_files codes, settings const& s) {
    return deliver(format(std::move(codes), s.errors, s), s.errors, s.check);
}

bool deliver_table(std::string const& table, settings const& s) {
    return deliver({{s.table.filename().string(), between_marks(slurp(s.table), table)}},
                   s.table.parent_path(), s.check);
}

void write_depfile(std::vector<fs::path> const& targets, std::vector<fs::path> const& inputs,
                   fs::path const& file) {
    std::string rule;
    for (auto const& target : targets)
        rule += (rule.empty() ? "" : " ") + escaped(target.string());
    rule += ":";
    for (auto const& input : inputs)
        rule += " \\\n  " + escaped(input.string());
    spill(file, rule + "\n");
}

void touch(fs::path const& file) { spill(file, ""); }

} // namespace codegen
