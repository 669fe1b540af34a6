#pragma once
// emulate: the emulator as a program, for bots in any language: the platform on this machine, with its control interface, and
// a page for people at /.
//
//     emulate [--port 9000] [--address 127.0.0.1] [--https] [--seed 1] [--scenario FILE] [--state FILE]
//
// Prints where it listens and the credentials of its app, as JSON, and ends with its standard input or on SIGINT. The
// scenario is JSON, as GET /_emulator/scenario returns it; without one there are an app, three users and a group. With a state
// file the tenant outlives the program, whatever ends it, and the scenario only starts a new one. Port 0 is a free one.

namespace cli {

/// Runs the program with the arguments of main; returns its exit code, and ends the process with 2 if they are wrong.
int emulate(int count, char const* const* values);

} // namespace cli
