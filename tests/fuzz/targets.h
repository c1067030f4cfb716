#pragma once
// What is fuzzed. Each target takes any bytes and throws when something is wrong with the answer.

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace fuzz {

void schedule(std::string_view input);  ///< the loader, and the engine on what it accepts
void table(std::string_view input);     ///< the map of a table against the slow reading
void json_line(std::string_view input); ///< the JSON reader against nlohmann-json
void batch(std::string_view input);     ///< a whole batch: rows, columns that pass through, amounts
void options(std::string_view input);   ///< the values of options
void commands(std::string_view input);  ///< the words of a command line

/// `what` must hold, whatever the input. libFuzzer takes what is thrown for a crash, a test says what did not hold.
inline void must(bool holds, const char* what) {
    if (!holds)
        throw std::logic_error{what};
}

/// `words` are one sentence for a terminal.
inline void must_be_sentence(std::string_view words) {
    constexpr std::size_t longest = 4'000;
    must(!words.empty() && words.size() < longest, "a refusal is a sentence");
    must(std::ranges::none_of(words, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }),
         "a refusal drives no terminal");
}

} // namespace fuzz
