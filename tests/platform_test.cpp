// Files replaced as a whole or not at all, temporary files, identities, and reading with a limit.
#include "catch.h"
#include "scratch_folder.h"

#include "platform/file.h"
#include "platform/module.h"
#include "platform/output.h"
#include "platform/path.h"
#include "platform/same_file.h"
#include "platform/scratch.h"
#include "platform/temporaries.h"
#include "platform/terminal.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

using namespace ptf_fees::platform;

TEST_CASE("a file is read up to the limit and no further") {
    const ScratchFolder folder;
    put_bytes(folder / "f", "0123456789");
    for (const std::size_t limit : {0U, 9U, 10U, 11U, 1000U}) {
        const auto bytes = read_file(folder / "f", limit);
        REQUIRE(bytes.has_value());
        CHECK(*bytes == std::string{"0123456789"}.substr(0, limit));
    }
    CHECK(read_file("/dev/zero", 100'000)->size() == 100'000);
    CHECK_FALSE(read_file(folder / "missing", 10).has_value());
    CHECK(read_file(folder / "missing", 10).error().message.starts_with("cannot read '"));
    CHECK_FALSE(read_file(folder / "", 10).has_value());
}

TEST_CASE("an output takes its place at commit, and without it nothing has happened") {
    const ScratchFolder folder;
    put_bytes(folder / "old", "old");
    {
        auto output = Output::open(folder / "old");
        REQUIRE(output.has_value());
        REQUIRE(output->write("new").has_value());
        CHECK(bytes_of(folder / "old") == "old");
        CHECK(folder.files() == 2);
    }
    CHECK(bytes_of(folder / "old") == "old");
    CHECK(folder.files() == 1);
    REQUIRE(write_answer("new", folder / "old").has_value());
    CHECK(bytes_of(folder / "old") == "new");
    REQUIRE(write_answer("made", folder / "fresh").has_value());
    CHECK(bytes_of(folder / "fresh") == "made");
    CHECK(folder.files() == 2);
}

TEST_CASE("an output says where its file is about to be replaced, and nothing where bytes are written through") {
    const ScratchFolder folder;
    CHECK(Output::open(folder / "new")->folder() == (folder / "new").parent_path());
    CHECK_FALSE(Output::open("/dev/null")->folder().has_value());
    CHECK_FALSE(Output::open(std::nullopt)->folder().has_value());
}

TEST_CASE("a scratch file has no name, and what is written there can be read") {
    const ScratchFolder folder;
    const auto scratch = open_scratch(folder / "");
    REQUIRE(scratch.has_value());
    CHECK(folder.files() == 0);
    CHECK(write_all(scratch->number(), "bytes") == 0);
    const auto path = "/proc/self/fd/" + std::to_string(scratch->number());
    CHECK(read_file(path, 100) == "bytes");
    CHECK(open_scratch(std::nullopt).has_value());
    CHECK_FALSE(open_scratch(folder / "missing").has_value());
}

TEST_CASE("a symbol is found in a shared object, or the loader says why not") {
    const ScratchFolder folder;
    put_bytes(folder / "noise.so", "no shared object");
    CHECK_FALSE(load_symbol(folder / "noise.so", "symbol").error().empty());
    CHECK_FALSE(load_symbol(folder / "missing.so", "symbol").error().empty());
    REQUIRE(program_folder().has_value());
    CHECK(std::filesystem::exists(*program_folder()));
}

TEST_CASE("what cannot be written is refused when it is opened") {
    const ScratchFolder folder;
    for (const auto& path : {folder / "", folder / "missing/file", folder / "dir/", std::filesystem::path{""}}) {
        const auto output = Output::open(path);
        REQUIRE_FALSE(output.has_value());
        CHECK(output.error().message.starts_with("cannot write '"));
    }
    std::filesystem::create_symlink("loop", folder / "loop");
    CHECK_FALSE(Output::open(folder / "loop").has_value());
    CHECK_FALSE(write_answer("x", "/dev/full").has_value());
    CHECK_FALSE(is_closed_pipe(write_answer("x", "/dev/full").error()));
    CHECK(folder.files() == 1);
}

TEST_CASE("temporary files are all removed at once, and their slots are used again") {
    const ScratchFolder folder;
    std::vector<int> slots;
    for (int i = 0; i < most_temporaries; ++i) {
        const auto path = folder / std::to_string(i);
        put_bytes(path, "x");
        slots.push_back(remember_temporary(path));
        CHECK(slots.back() >= 0);
    }
    CHECK(remember_temporary(folder / "one too many") == -1);
    forget_temporary(slots.back());
    remove_temporaries();
    CHECK(folder.files() == 1);
    for (const int slot : slots)
        forget_temporary(slot);
    CHECK(remember_temporary(std::string(longest_temporary_path + 1, 'x')) == -1);
    const int again = remember_temporary(folder / "again");
    CHECK(again >= 0);
    forget_temporary(again);
}

TEST_CASE("a file is one whatever it is called, and a file to be made is its folder and its name") {
    const ScratchFolder folder;
    put_bytes(folder / "f", "");
    std::filesystem::create_symlink("f", folder / "soft");
    std::filesystem::create_hard_link(folder / "f", folder / "hard");
    std::filesystem::create_symlink("new", folder / "dangling");
    const auto file = identity_of(folder / "f");
    REQUIRE(file.has_value());
    CHECK(identity_of(folder / "soft") == file);
    CHECK(identity_of(folder / "hard") == file);
    CHECK(identity_of(folder / "./f") == file);
    const auto to_be_made = identity_of(folder / "new");
    REQUIRE(to_be_made.has_value());
    CHECK(identity_of(folder / "dangling") == to_be_made);
    CHECK(to_be_made != file);
    CHECK(identity_of(folder / "other") != to_be_made);
    std::filesystem::create_symlink("dangling", folder / "chain");
    CHECK(identity_of(folder / "chain") == to_be_made);
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(identity_of(folder / "pipe").has_value());
    CHECK(identity_of(folder / "pipe") != file);
    CHECK(identity_of("/dev/zero")->two_way);
    CHECK_FALSE(identity_of("/dev/null").has_value());
    CHECK_FALSE(identity_of(folder / "").has_value());
    CHECK_FALSE(identity_of(-1).has_value());
}

TEST_CASE("a name of a descriptor is known through links, and a number elsewhere is none") {
    const ScratchFolder folder;
    put_bytes(folder / "7", "");
    std::filesystem::create_symlink("/dev/fd/7", folder / "link");
    std::filesystem::create_symlink("link", folder / "chain");
    std::filesystem::create_symlink("round", folder / "round");
    for (const auto& path : {folder / "link", folder / "chain", std::filesystem::path{"/proc/self/fd/7"}})
        CHECK(descriptor_named(path) == 7);
    CHECK(descriptor_named("/dev/stdout") == 1);
    for (const auto& path : {folder / "7", folder / "round", std::filesystem::path{"/dev/fd/7x"}, folder / "missing"})
        CHECK_FALSE(descriptor_named(path).has_value());
    CHECK_FALSE(link_target(folder / "round").has_value());
    CHECK(folder_of("file") == ".");
}

TEST_CASE("what is written to a descriptor of the program goes on where its owner left off") {
    const ScratchFolder folder;
    const Descriptor shared{::open((folder / "f").c_str(), O_WRONLY | O_CREAT, 0600)}; // no O_CLOEXEC: as if inherited
    REQUIRE(write_all(shared.number(), "first,") == 0);
    std::filesystem::remove(folder / "f");
    const auto path = "/dev/fd/" + std::to_string(shared.number());
    CHECK_FALSE(Output::is_replaced(path));
    CHECK(write_answer("second,", path).has_value());
    CHECK(write_all(shared.number(), "third") == 0);
    CHECK(read_file("/proc/self/fd/" + std::to_string(shared.number()), 100) == "first,second,third");
    CHECK(folder.files() == 0);
    const Descriptor own{::open((folder / "own").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)};
    CHECK(Output::open("/dev/fd/" + std::to_string(own.number())).error().code == EBADF);
}

TEST_CASE("an input that ends before the size that it had is no whole input") {
    const ScratchFolder folder;
    put_bytes(folder / "f", std::string(100, 'x'));
    auto input = open_input(folder / "f");
    REQUIRE(input.has_value());
    std::string room(200, ' ');
    CHECK(read_some(*input, std::span{room}.first(60)) == 60U);
    std::filesystem::resize_file(folder / "f", 70);
    CHECK(read_some(*input, room) == 10U);
    const auto end = read_some(*input, room);
    REQUIRE_FALSE(end.has_value());
    CHECK(end.error().message.find("was shortened while it was read, from 100 bytes to 70: ") != std::string::npos);
    std::filesystem::resize_file(folder / "f", 100);
    CHECK(read_some(*input, room) == 30U);
    CHECK(read_some(*input, room) == 0U);
}

TEST_CASE("the machine has a core, and a file is no terminal") {
    CHECK(core_count() >= 1);
    CHECK_FALSE(is_terminal(-1));
    CHECK(columns(-1) == 80);
}
