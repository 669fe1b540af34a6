"""What the measurements are to be: one table, which the report and the smoke run read."""

import dataclasses
import operator


@dataclasses.dataclass(frozen=True)
class Goal:
    """A limit for a value of the data."""

    section: str
    text: str
    value: object  # a function of the data
    relation: str  # ≤ or ≥
    limit: float
    unit: str = ""
    counted: bool = False  # does not depend on the machine: the smoke run fails when it is not met
    explained: str = ""  # the distance, where it is not met

    def measured(self, data):
        """The value; None when a part of it was not measured."""
        try:
            return self.value(data)
        except (KeyError, ZeroDivisionError):
            return None

    def met(self, value):
        if self.counted:  # what happens once in many calls is none of each
            value = round(value)
        return {"≤": operator.le, "≥": operator.ge}[self.relation](value, self.limit)


def of(case, metric, scale=1):
    return lambda data: data[case][metric] / scale


def over(case, peer, metric):
    """How many times that of the peer."""
    return lambda data: data[case][metric] / data[peer][metric]


def throughput_over(case, peer):
    """Bytes per second relative to the peer's."""
    return over(peer, case, "ns")


def growth(case):
    """The highest cost of a series over its lowest."""
    return lambda data: max(ns for _, ns in data[case]["series"]) / min(ns for _, ns in data[case]["series"])


def call_goals(mode, scheme, name, rate, cpu, explained=""):
    ours, bare = f"call/{mode}.{scheme}.feishu", f"call/{mode}.{scheme}.beast"
    return [
        Goal("Calls", f"{name}: calls/s relative to bare Beast", over(ours, bare, "rate"), "≥", rate, explained=explained),
        Goal("Calls", f"{name}: CPU relative to bare Beast", over(ours, bare, "cpu_us"), "≤", cpu),
    ]


# Repeated runs differ by more than the distance.
SYNC = ("one system call more than the bare loop, which looks at an idle connection before it is used, and the instructions that "
        "build and read JSON, which the bare loop does not (both are counted in the table below).")

# One process, one operation at a time. An event of 1,000 bytes is one append_and_claim, which remembers the event's id and
# acknowledges the event before it as well; there are no other entries in the log. A paced call is one take. The peers write
# the same bytes, but no id.
SECOND_PAGE = ("the INSERT is one statement that changes one page, an event is ten and changes two: that of the log and that of the "
               "remembered ids. It matters where a commit does not wait for the disk, which is not the default.")
STORES = [
    (f"SQLite{when}", what, f"one INSERT into a table with an integer key, committed alone{when}", f"{prefix} {case}",
     f"{prefix} insert of {peer}", SECOND_PAGE if case == "event" else "")
    for prefix, when in (("sqlite", ", synchronous=NORMAL"), ("sqlite, synced", ", synchronous=FULL"))
    for what, case, peer in (("an event through an inbox", "event", "an event"), ("a paced call", "take", "a bucket"))
] + [
    ("Redis", "an event through an inbox", "one XADD by hiredis over loopback", "redis event", "redis XADD",
     "on an idle machine, a round trip is mostly the time in which a sleeping core is woken. On a busy one it is 14 µs, and the "
     "script's 23 µs in the server (commandstats) show: it runs five commands that change something (XACK, XDEL, XADD, SET, "
     "XREADGROUP), where the peer has one that takes 1.5 µs, and four that look."),
    ("Redis", "a paced call", "one SET by hiredis over loopback", "redis take", "redis SET", ""),
]

GOALS = [
    *call_goals("sync", "http", "sync", 0.95, 1.2, SYNC),
    *call_goals("sync", "https", "sync, TLS", 0.95, 1.2, SYNC),
    Goal("Calls", "sync: user CPU relative to libcurl and nlohmann::json",
         over("call/sync.http.feishu", "call/sync.http.curl", "user_us"), "≤", 0.5),
    Goal("Calls", "sync: allocations", of("call/sync.http.feishu", "allocations"), "≤", 12, counted=True),
    Goal("Calls", "sync: system calls", of("call/sync.http.feishu", "system_calls"), "≤", 4, counted=True),
    *call_goals("async", "http", "32 in flight", 0.75, 1.4),
    *call_goals("async", "https", "32 in flight, TLS", 0.75, 1.4),
    Goal("Calls", "32 in flight: allocations", of("call/async.http.feishu", "allocations"), "≤", 25, counted=True),
    Goal("JSON", "decode: time of Boost.JSON parse and value_to relative to ours", over("json/decode Boost.JSON", "json/decode ours", "cpu_ns"),
         "≥", 2.5),
    Goal("JSON", "decode: time relative to simdjson on demand", over("json/decode ours", "json/decode simdjson", "cpu_ns"), "≤", 1.4),
    *(Goal("JSON", f"encode {size}: time relative to memcpy and a scan for escapes",
           over(f"json/encode {size} ours", f"json/encode {size} memcpy and scan", "cpu_ns"), "≤", 3, explained=explained)
      for size, explained in (
          ("200 B", "1,900 instructions (callgrind): 1,050 copy and search the nine pieces of text between quotes and escapes, "
                    "400 go through the table of members, 250 are the string's allocation and its growth."),
          ("4 KB", ""))),
    Goal("Events", "in place: CPU relative to the OpenSSL primitives", over("event/event_in_place", "event/event_primitives", "cpu_ns"),
         "≤", 3, explained="of the 57,000 instructions that are not SHA-256's, reading the JSON takes 21,000, base64 and "
                           "AES 11,000, 44 allocations and their release 9,000 (callgrind)."),
    Goal("Events", "dispatcher's threads, many events at once: CPU relative to the OpenSSL primitives",
         over("event/event_threads_concurrent", "event/event_primitives", "cpu_ns"), "≤", 5,
         explained="the cost in place, and a lock and a queue between two threads."),
    Goal("Events", "dispatcher's threads, one event at a time: CPU relative to the OpenSSL primitives",
         over("event/event_threads", "event/event_primitives", "cpu_ns"), "≤", 5,
         explained="the thread that waits for the response wakes the one that runs the handler, and is woken by it: four "
                   "system calls, about 3.5 µs. It cannot run the handler itself, for it must return by ack_deadline."),
    Goal("Events", "webhook_server, 2 threads: requests per CPU second relative to bare Beast",
         over("event/server_beast 2 threads", "event/server_ours 2 threads", "cpu_ns"), "≥", 0.8),
    *(Goal("Stores", f"{where}: {what} relative to {peer}", over(f"store/{case}", f"store/{peer_case}", "ns"), "≤", 1.5, explained=explained)
      for where, what, peer, case, peer_case, explained in STORES),
    *(goal for direction in ("download", "upload") for goal in (
        Goal("Transfers", f"1 GiB {direction}: memory over the baseline", of(f"transfer/{direction} feishu", "memory", 1 << 20), "≤", 8,
             "MiB", counted=True),
        Goal("Transfers", f"1 GiB {direction}: throughput relative to libcurl",
             throughput_over(f"transfer/{direction} feishu", f"transfer/{direction} curl"), "≥", 1,
             explained="both spend their time in the kernel's copies; repeated runs differ by more than the distance."))),
    Goal("Compile", "header-only: a client and one call", of("compile/header-only: a client and one call", "seconds"), "≤", 7, "s"),
    Goal("Compile", "src.hpp", of("compile/src.hpp", "seconds"), "≤", 20, "s",
         explained="of the time of g++ (-ftime-report) half goes into code at -O0, a quarter into template instantiation, most "
                   "of it of Asio, Beast and the JSON tables of cards, a quarter into headers."),
    Goal("Compile", "emulator/src.hpp", of("compile/emulator/src.hpp", "seconds"), "≤", 20, "s"),
    Goal("Compile", "separate: a client and one call", of("compile/a client and one call", "seconds"), "≤", 1.2, "s",
         explained="two thirds are the parsing of headers, most of them the standard library's, a fifth is code (-ftime-report); "
                   "the peer beside it, <boost/beast/http.hpp>, varies between 1.05 and 1.2 s."),
    Goal("Compile", "each further endpoint called", of("compile/each further endpoint", "seconds", 1e-3), "≤", 60, "ms",
         explained="g++ spends three quarters of it on generating code at -O0 (-ftime-report), for 130 functions of a few "
                   "instructions: tables of members, checks, and what a response's structs and enums need to be created, "
                   "moved and destroyed. The rest is their instantiation; parsing costs nothing."),
    Goal("Compile", "each further endpoint called: text at -O2", of("compile/each further endpoint", "bytes", 1024), "≤", 12, "KiB"),
    Goal("Compile", "examples/alert.cpp, stripped", of("compile/examples/alert.cpp, stripped", "bytes", 1e6), "≤", 3, "MB"),
    Goal("Emulator", "im.v1.message.create: CPU of the server relative to bare Beast with fixed bytes",
         over("emulator/emulator", "emulator/beast", "cpu_us"), "≤", 4),
    Goal("Emulator", "one million messages and 100,000 users",
         lambda data: (data["emulator/held"]["bytes_per_message"] * 1e6 + data["emulator/held"]["bytes_per_user"] * 1e5) / 2**20,
         "≤", 700, "MiB", counted=True),
    *(Goal("Scale", f"{name}: highest cost relative to the lowest", growth(f"scale/{name}"), "≤", 2)
      for name in ("tenants", "messages_get_newest", "messages_list_oldest", "messages_list_newest")),
    Goal("Scale", "threads: highest cost relative to the lowest", growth("scale/threads"), "≤", 2,
         explained="the highest is that of a single thread, which sleeps and is woken for every response; with more threads the "
                   "cost falls, and from 8 to 64 it stays."),
    Goal("Scale", "remembered: highest cost relative to the lowest", growth("scale/remembered"), "≤", 2,
         explained="1,550 instructions with one event and 1,520 with 100,000 (callgrind): the rest is the cache, which four "
                   "accesses of an event miss once the entries outgrow it."),
    Goal("Scale", "messages_get_any: highest cost relative to the lowest", growth("scale/messages_get_any"), "≤", 2,
         explained="2,700 instructions with one message and 2,800 with 10,000 (callgrind): the rest is the cache, in which "
                   "a message of 1.2 KiB chosen at random is not found."),
]
