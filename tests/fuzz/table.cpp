// Any bytes are the same records to the map as to the slow reading, whole and cut anywhere.
#include "fuzz/targets.h"

#include "table_readings.h"

void fuzz::table(std::string_view input) {
    if (input.size() < 3)
        return;
    constexpr std::string_view separators = ",;\t|";
    const char separator = separators[static_cast<unsigned char>(input[0]) % separators.size()];
    const std::size_t cut =
        static_cast<unsigned char>(input[1]) * std::size_t{256} + static_cast<unsigned char>(input[2]);
    const std::string_view text = input.substr(3);
    const std::vector<readings::Seen> slow = readings::slow_reading(text, separator);
    must(readings::mapped(text, separator, true) == slow, "the map reads as the slow reading does");
    const std::vector<readings::Seen> begun =
        readings::mapped(text.substr(0, std::min(cut, text.size())), separator, false);
    must(begun.size() <= slow.size() && std::equal(begun.begin(), begun.end(), slow.begin()),
         "what is decided early stays");
}
