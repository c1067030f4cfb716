# Run by CPack on the packages it has made, for what it cannot be told: ldconfig is run by the trigger alone; the program's
# packed relocations need a libc that knows them, which no symbol says; and packages of a cross build depend on the libraries of
# their own machine (libgcc-s1), not on those of the cross compiler (libgcc-s1-arm64-cross, libc6:arm64).
foreach(package IN LISTS CPACK_PACKAGE_FILES)
    set(folder ${CPACK_TOPLEVEL_DIRECTORY}/finished)
    file(REMOVE_RECURSE ${folder})
    file(MAKE_DIRECTORY ${folder})
    execute_process(COMMAND dpkg-deb --raw-extract ${package} ${folder} COMMAND_ERROR_IS_FATAL ANY)
    file(REMOVE ${folder}/DEBIAN/postinst ${folder}/DEBIAN/postrm)
    file(READ ${folder}/DEBIAN/control control)
    if(CPACK_DEBIAN_PACKAGE_ARCHITECTURE)
        string(REGEX REPLACE "(:|-)${CPACK_DEBIAN_PACKAGE_ARCHITECTURE}(-cross)?([ ,\n])" "\\3" control "${control}")
    endif()
    if(CPACK_PTF_FEES_PACKED_RELOCATIONS AND EXISTS ${folder}/usr/bin/ptf-fees)
        string(REGEX REPLACE "libc6 \\(>= 2\\.([12]?[0-9]|3[0-5])\\)" "libc6 (>= 2.36)" control "${control}")
    endif()
    file(WRITE ${folder}/DEBIAN/control "${control}")
    execute_process(COMMAND dpkg-deb --root-owner-group --build ${folder} ${package} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endforeach()
