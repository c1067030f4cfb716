# What CPack needs to make Debian packages with their dependencies; without it, it fails late or leaves them out.
foreach(tool IN ITEMS file dpkg-shlibdeps)
    find_program(packaging_tool_${tool} ${tool})
    if(NOT packaging_tool_${tool})
        message(FATAL_ERROR "'${tool}', which makes Debian packages, is not there: apt-get install file dpkg-dev")
    endif()
endforeach()
