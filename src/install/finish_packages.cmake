# Run by CPack on the packages it has made, for what it cannot be told: ldconfig is run by the trigger alone, and the program's
# packed relocations need a libc that knows them, which no symbol says.
foreach(package IN LISTS CPACK_PACKAGE_FILES)
    set(folder ${CPACK_TOPLEVEL_DIRECTORY}/finished)
    file(REMOVE_RECURSE ${folder})
    execute_process(COMMAND dpkg-deb --raw-extract ${package} ${folder} COMMAND_ERROR_IS_FATAL ANY)
    file(REMOVE ${folder}/DEBIAN/postinst ${folder}/DEBIAN/postrm)
    if(CPACK_PTF_FEES_PACKED_RELOCATIONS AND EXISTS ${folder}/usr/bin/ptf-fees)
        file(READ ${folder}/DEBIAN/control control)
        string(REGEX REPLACE "libc6 \\(>= 2\\.([12]?[0-9]|3[0-5])\\)" "libc6 (>= 2.36)" control "${control}")
        file(WRITE ${folder}/DEBIAN/control "${control}")
    endif()
    execute_process(COMMAND dpkg-deb --root-owner-group --build ${folder} ${package} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endforeach()
