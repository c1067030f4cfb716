#pragma once
// The one door to toml++, which every file that needs it passes: the settings must be the same everywhere.

// Debian's toml++ 3.3 aborts on some short inputs where its own assertions are on; the parser is sound without them.
#define TOML_ASSERT(expr) static_cast<void>(0)
// The parser is compiled once, in parse.cpp.
#define TOML_HEADER_ONLY 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>
