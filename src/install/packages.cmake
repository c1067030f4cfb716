# `cpack`: Debian packages of the components, or from a static build a tarball of the program.
set(CPACK_PACKAGE_NAME ptf-fees)
set(CPACK_PACKAGE_VENDOR "the ptf-fees authors")
set(CPACK_PACKAGE_CONTACT "${CPACK_PACKAGE_VENDOR} <ptf-fees@localhost>" CACHE STRING "Maintainer of the packages: Name <address>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "fees, benefits and eligibility of foundation memberships")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)

if(PTF_FEES_STATIC)
    set(CPACK_GENERATOR TGZ)
    string(TOLOWER ${CMAKE_SYSTEM_NAME} system)
    set(CPACK_SYSTEM_NAME ${system}-${CMAKE_SYSTEM_PROCESSOR}-static)
    set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};ptf-fees;runtime;/")
    include(CPack)
    return()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL runtime library development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ptf-fees)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION "Says what membership of a foundation such as the PyTorch Foundation costs, what it\n\
gives and who may join: for one organisation at a prompt, or for a roster in CSV,\n\
TSV or JSON Lines. The published fee schedules are compiled in; every number comes\n\
with its source.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libptf-fees-c1)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION_SUMMARY "fees of foundation memberships, C interface")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "The pricing of ptf-fees behind a small, stable C interface, for spreadsheets,\n\
databases and other languages; and on top of it an extension for SQLite with the\n\
function ptf_fee and the table ptf_quote.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libptf-fees-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libptf-fees-c1 (= ${PROJECT_VERSION})")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "The C++ library of ptf-fees, its headers and those of the C interface, for CMake\n\
(find_package) and pkg-config.")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION_SUMMARY "fees of foundation memberships, development files")
include(CPack)
