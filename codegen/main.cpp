// feishu-codegen: OpenAPI specs in, C++ headers out. See `--help`.

#include <iostream>

#include "emit.hpp"
#include "errors.hpp"
#include "options.hpp"
#include "output.hpp"

namespace {

namespace fs = std::filesystem;

// As compilers do, so that an editor finds the place.
void report(codegen::diagnostic const& d, fs::path const& specs) {
    auto const file = fs::exists(specs / d.at.file) ? specs / d.at.file : fs::path(d.at.file);
    std::cerr << file.string() << ':';
    if (d.at.line > 0)
        std::cerr << d.at.line << ':' << d.at.column << ':';
    std::cerr << " error: " << d.message << " [#" << d.at.pointer << "]\n";
}

std::vector<fs::path> outputs_of(codegen::generated_headers const& made, codegen::settings const& s) {
    std::vector<fs::path> out;
    for (auto const& [name, text] : made.structs)
        out.push_back(s.out / name);
    for (auto const& [name, text] : made.api)
        out.push_back(s.api / name);
    if (!s.errors.empty())
        out.insert(out.end(), {s.errors / "errc.hpp", s.errors / "impl/errc.ipp"});
    return out;
}

bool write(codegen::library const& specs, codegen::generated_headers made, codegen::settings const& s) {
    bool fine = codegen::deliver_folder(std::move(made.structs), s.out, s);
    if (!s.api.empty())
        fine = codegen::deliver_folder(std::move(made.api), s.api, s) && fine;
    if (!s.errors.empty())
        fine = codegen::deliver_errors(
                   codegen::emit_errors(codegen::slurp(s.specs / "errors.json"), "errors.json", s.emit.root),
                   s) &&
               fine;
    if (!s.table.empty())
        fine = codegen::deliver_table(codegen::emit_table(specs), s) && fine;
    return fine;
}

int run(codegen::settings const& s) {
    auto specs = codegen::library::load(s.specs);
    std::vector<fs::path> inputs;
    for (auto const& [file, document] : specs.documents())
        inputs.push_back(s.specs / file);
    if (!s.errors.empty())
        inputs.push_back(s.specs / "errors.json");
    if (!s.only.empty())
        specs.keep_only(s.only);
    auto made = codegen::emit_all(specs, s.emit);
    auto const outputs = outputs_of(made, s);
    if (s.list_outputs) {
        for (auto const& file : outputs)
            std::cout << file.string() << '\n';
        return 0;
    }
    bool const fine = write(specs, std::move(made), s);
    if (fine && !s.depfile.empty())
        codegen::write_depfile(s.stamp.empty() ? outputs : std::vector{s.stamp}, inputs, s.depfile);
    if (fine && !s.stamp.empty())
        codegen::touch(s.stamp);
    return fine ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    auto const s = codegen::parse_options(argc, argv);
    try {
        return run(s);
    } catch (codegen::spec_errors const& e) {
        for (auto const& d : e.list())
            report(d, s.specs);
    } catch (codegen::spec_error const& e) {
        report(e.report(), s.specs);
    } catch (fs::filesystem_error const& e) {
        codegen::fail(e.what());
    }
    return 2;
}
