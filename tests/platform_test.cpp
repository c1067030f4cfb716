// Files replaced as a whole or not at all, temporary files, identities, and reading with a limit.
#include "catch.h"
#include "scratch_folder.h"

#include "platform/file.h"
#include "platform/module.h"
#include "platform/output.h"
#include "platform/same_file.h"
#include "platform/scratch.h"
#include "platform/temporaries.h"
#include "platform/terminal.h"

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
    CHECK(std::filesystem::exists(program_folder()));
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
    CHECK_FALSE(identity_of("/dev/null").has_value());
    CHECK_FALSE(identity_of(folder / "").has_value());
}

TEST_CASE("the machine has a core, and a file is no terminal") {
    CHECK(core_count() >= 1);
    CHECK_FALSE(is_terminal(-1));
    CHECK(columns(-1) == 80);
}
