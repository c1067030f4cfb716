# `cpack`: Debian packages of the components, or from a static build a tarball of the program.
set(CPACK_PACKAGE_NAME ptf-fees)
set(CPACK_PACKAGE_VENDOR "the ptf-fees authors")
set(PTF_FEES_MAINTAINER "ptf-fees authors <maintainers@ptf-fees.example>" CACHE STRING "Maintainer of the packages: Name <address>")
set(CPACK_PACKAGE_CONTACT "${PTF_FEES_MAINTAINER}")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

if(PTF_FEES_STATIC)
    set(CPACK_GENERATOR TGZ)
    string(TOLOWER ${CMAKE_SYSTEM_NAME} system)
    set(CPACK_SYSTEM_NAME ${system}-${CMAKE_SYSTEM_PROCESSOR}-static)
    set(CPACK_INSTALL_CMAKE_PROJECTS ${PROJECT_BINARY_DIR} ptf-fees runtime /)
    include(CPack)
    return()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL runtime library development)
if(TARGET ptf_fees_workbook)
    list(APPEND CPACK_COMPONENTS_ALL workbook)
endif()
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_SOURCE_DIR}/packaging_tools.cmake)
if(PTF_FEES_PACKAGES)
    include(packaging_tools.cmake)
endif()
set(CPACK_PTF_FEES_PACKED_RELOCATIONS ${PTF_FEES_PACKED_RELOCATIONS})
set(CPACK_POST_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/finish_packages.cmake)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 0.1) # below the 1 that Debian itself would begin with
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # the first line of each description is its summary

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ptf-fees)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "fees, benefits and eligibility of foundation memberships
Says what membership of a foundation such as the PyTorch Foundation costs,
what it gives and who may join: for one organisation at a prompt, or for a
roster in CSV, TSV or JSON Lines. The published fee schedules are compiled
in; every number comes with its source.")
if(TARGET ptf_fees_workbook)
    set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS ptf-fees-workbook)
endif()

# A package of its own: another release of Debian has another libxlsxwriter, and the program installs without it.
set(CPACK_DEBIAN_WORKBOOK_PACKAGE_NAME ptf-fees-workbook)
set(CPACK_DEBIAN_WORKBOOK_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_WORKBOOK_PACKAGE_DEPENDS "ptf-fees (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
set(CPACK_DEBIAN_WORKBOOK_DESCRIPTION "fees of foundation memberships (Excel workbooks)
What 'ptf-fees batch -o quotes.xlsx' needs: the module that writes the quotes
of a roster as a workbook with amounts as numbers and a summary.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libptf-fees-c1)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(with_sqlite "")
if(TARGET ptf_fees_sqlite)
    string(JOIN "\n" with_sqlite "; and on top of it an extension for SQLite with" "the function ptf_fee_cents and the table ptf_quote")
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/overrides "# A plugin, which SQLite looks for by this name: .load ptf_fees_sqlite\n"
         "libptf-fees-c1: shared-library-lacks-version *ptf_fees_sqlite.so*\n")
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides COMPONENT library
            RENAME libptf-fees-c1)
endif()
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION "fees of foundation memberships (C interface)
The pricing of ptf-fees behind a small, stable C interface for spreadsheets,
databases and other languages${with_sqlite}.")
set(control ${CMAKE_CURRENT_BINARY_DIR}/control)
file(WRITE ${control}/triggers "activate-noawait ldconfig\n")
file(WRITE ${control}/shlibs "libptf_fees_c 1 libptf-fees-c1 (>= ${PROJECT_VERSION})\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${control}/triggers ${control}/shlibs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libptf-fees-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libptf-fees-c1 (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "fees of foundation memberships (development files)
The C++ library of ptf-fees with its headers, and the header of its C
interface, for CMake (find_package) and pkg-config.")

if(GZIP)
    configure_file(changelog.Debian.in changelog.Debian @ONLY)
    execute_process(COMMAND ${GZIP} -9nkf ${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian COMMAND_ERROR_IS_FATAL ANY)
    foreach(component IN ITEMS RUNTIME WORKBOOK LIBRARY DEVELOPMENT)
        string(TOLOWER ${component} installed_with)
        install(FILES ${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian.gz COMPONENT ${installed_with}
                DESTINATION ${documents}/${CPACK_DEBIAN_${component}_PACKAGE_NAME})
    endforeach()
    set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/compress_manual.cmake)
endif()
include(CPack)
