// The module of workbooks: libxlsxwriter does not look whether its temporary files could be written, so a full disk may
// leave a sheet without its last rows in a file that is otherwise valid. So each part is unpacked once: it must begin
// and end as its XML does, and between the two marks around a sheet's rows there must be as many bytes as were written.
#include "workbook/proof.h"

#include "workbook/border.h"

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include <zlib.h>

namespace ptf_fees::workbook {
namespace {

/// A part of the file, as its directory has it.
struct Part {
    std::string name;
    std::uint64_t packed = 0;
    std::uint64_t size = 0;
    std::uint64_t begin = 0; ///< of its local header
};

/// What is kept of a part while it streams by: its beginning, its end, and what follows the rows of a sheet.
struct Seen {
    static constexpr std::size_t most_kept = 4096;
    std::uint64_t size = 0;
    std::string head{};
    std::string tail{};
    std::uint64_t mark = 0; ///< where `at_mark` was, or is to be looked for; 0: nowhere
    std::string at_mark{};
    std::string searched{}; ///< the last bytes in which the beginning of the rows was looked for

    void take(std::string_view bytes);

    /// Sets the mark after `row_bytes` bytes of rows, once `bytes`, which are to be taken next, hold their beginning.
    void mark_after_rows(std::string_view bytes, std::uint64_t row_bytes);
};

constexpr std::string_view rows_begin = "<sheetData>";
constexpr std::string_view rows_end = "</sheetData>";

void Seen::take(std::string_view bytes) {
    head += bytes.substr(0, most_kept - std::min(most_kept, head.size()));
    if (mark >= size && mark < size + bytes.size())
        at_mark = bytes.substr(mark - size);
    else if (mark != 0 && mark < size && at_mark.size() < rows_end.size())
        at_mark += bytes;
    at_mark.resize(std::min(at_mark.size(), rows_end.size()));
    tail += bytes.size() > most_kept ? bytes.substr(bytes.size() - most_kept) : bytes;
    if (tail.size() > 2 * most_kept)
        tail.erase(0, tail.size() - most_kept);
    size += bytes.size();
}

void Seen::mark_after_rows(std::string_view bytes, std::uint64_t row_bytes) {
    searched += bytes;
    if (const std::size_t begin = searched.find(rows_begin); begin != std::string::npos)
        mark = size + bytes.size() - searched.size() + begin + rows_begin.size() + row_bytes;
    searched.erase(0, searched.size() - std::min(searched.size(), rows_begin.size() - 1));
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) noexcept {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i)
        number |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return number;
}

/// `size` bytes from `at`; fewer where the file ends or cannot be read.
std::string bytes_at(int descriptor, std::uint64_t at, std::size_t size) {
    std::string bytes(size, '\0');
    std::size_t have = 0;
    while (have < size) {
        const ssize_t got = ::pread(descriptor, bytes.data() + have, size - have, static_cast<off_t>(at + have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

/// The parts, from the directory at the end of a zip file without comment and extensions; empty if there is none.
std::vector<Part> parts_of(int descriptor) {
    constexpr std::size_t end_size = 22;
    constexpr std::size_t entry_size = 46;
    struct stat facts{};
    if (::fstat(descriptor, &facts) != 0 || facts.st_size < static_cast<off_t>(end_size))
        return {};
    const std::string end = bytes_at(descriptor, static_cast<std::uint64_t>(facts.st_size) - end_size, end_size);
    if (!end.starts_with("PK\5\6"))
        return {};
    const std::string directory = bytes_at(descriptor, number_at(end, 16, 4), number_at(end, 12, 4));
    std::vector<Part> parts;
    for (std::size_t at = 0; directory.compare(at, 4, "PK\1\2") == 0 && directory.size() - at >= entry_size;) {
        const std::size_t name_size = number_at(directory, at + 28, 2);
        parts.push_back({directory.substr(at + entry_size, name_size), number_at(directory, at + 20, 4),
                         number_at(directory, at + 24, 4), number_at(directory, at + 42, 4)});
        at += entry_size + name_size + number_at(directory, at + 30, 2) + number_at(directory, at + 32, 2);
    }
    return parts.size() == number_at(end, 10, 2) ? parts : std::vector<Part>{};
}

/// Unpacks `part` past `seen`; whether it could be, as a whole. `row_bytes`: of a sheet's rows, else 0.
bool unpack(int descriptor, const Part& part, std::uint64_t row_bytes, Seen& seen) {
    constexpr std::size_t local_size = 30;
    constexpr std::size_t room = std::size_t{256} << 10U;
    const std::string local = bytes_at(descriptor, part.begin, local_size);
    std::uint64_t at = part.begin + local_size + number_at(local, 26, 2) + number_at(local, 28, 2);
    std::uint64_t left = part.packed;
    std::string out(room, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return false;
    int state = Z_OK;
    while (state == Z_OK && left != 0) {
        std::string in = bytes_at(descriptor, at, std::min<std::uint64_t>(left, room));
        if (in.empty())
            break;
        at += in.size();
        left -= in.size();
        stream.next_in = reinterpret_cast<Bytef*>(in.data());
        stream.avail_in = static_cast<uInt>(in.size());
        do {
            stream.next_out = reinterpret_cast<Bytef*>(out.data());
            stream.avail_out = static_cast<uInt>(out.size());
            state = inflate(&stream, Z_NO_FLUSH);
            state = state == Z_BUF_ERROR ? Z_OK : state; // only that it needs more input
            const std::string_view unpacked = std::string_view{out}.substr(0, out.size() - stream.avail_out);
            if (seen.mark == 0 && row_bytes != 0)
                seen.mark_after_rows(unpacked, row_bytes);
            seen.take(unpacked);
        } while (state == Z_OK && stream.avail_out == 0);
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END && left == 0 && seen.size == part.size;
}

/// Whether a part begins as XML and ends with the end of its first element.
bool is_whole_xml(const Seen& seen) {
    const std::size_t root = seen.head.find("\n<");
    if (!seen.head.starts_with("<?xml ") || root == std::string::npos)
        return false;
    const std::size_t name_end = seen.head.find_first_of(" />", root + 2);
    std::string_view tail = seen.tail;
    while (tail.ends_with('\n'))
        tail.remove_suffix(1);
    return tail.ends_with("</" + seen.head.substr(root + 2, name_end - root - 2) + ">");
}

} // namespace

int proof(int descriptor, std::span<const std::uint64_t> row_bytes) {
    const std::vector<Part> parts = parts_of(descriptor);
    std::size_t sheets_seen = 0;
    for (const Part& part : parts) {
        const bool sheet = part.name.starts_with("xl/worksheets/sheet");
        Seen seen;
        if (!unpack(descriptor, part, sheet ? row_bytes[sheets_seen] : 0, seen) || !is_whole_xml(seen))
            return cut_short;
        if (sheet && (seen.mark == 0 || seen.at_mark != rows_end))
            return cut_short;
        sheets_seen += sheet ? 1 : 0;
    }
    return sheets_seen == row_bytes.size() ? 0 : cut_short;
}

} // namespace ptf_fees::workbook
