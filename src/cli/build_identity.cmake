# Writes a header that says which commit a build is of and what its compiled editions were made from. Run at every
# build, since a commit does not configure anew; the header is touched only when it changes.
# Wants: SOURCE (the repository), SCHEDULES (the files, in order), OUTPUT; COMMIT where the builder knows it.
if(NOT COMMIT)
    set(COMMIT unknown)
    find_program(GIT git)
    if(GIT AND EXISTS ${SOURCE}/.git)
        execute_process(COMMAND ${GIT} --git-dir=${SOURCE}/.git --work-tree=${SOURCE} describe --always --exclude=* --abbrev=40 --dirty=-modified
                        WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE described RESULT_VARIABLE failed
                        OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
        if(NOT failed)
            set(COMMIT ${described})
        endif()
    endif()
endif()

# What `cd data && sha256sum *.toml | sha256sum` prints.
set(sums "")
foreach(schedule IN LISTS SCHEDULES)
    file(SHA256 ${schedule} sum)
    get_filename_component(name ${schedule} NAME)
    string(APPEND sums "${sum}  ${name}\n")
endforeach()
string(SHA256 digest "${sums}")

file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [[#pragma once
// Written by the build.

#include <string_view>

namespace ptf_fees::cli {

inline constexpr std::string_view build_commit = "@COMMIT@";
inline constexpr std::string_view schedules_digest = "@digest@";

} // namespace ptf_fees::cli
]])
