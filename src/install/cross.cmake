# A cross build for PTF_FEES_MACHINE (aarch64, s390x) on a Debian of another processor: Debian's cross compiler makes it, and
# qemu-user runs what the build itself runs, and the tests. fmt, CLI11 and Catch2 2 are headers, so the
# copies of this machine serve (Debian 13 has Catch2 3, a library: there the tests do not link).
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES PTF_FEES_MACHINE)
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR ${PTF_FEES_MACHINE})
set(CMAKE_C_COMPILER ${PTF_FEES_MACHINE}-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER ${PTF_FEES_MACHINE}-linux-gnu-g++)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-${PTF_FEES_MACHINE} -L /usr/${PTF_FEES_MACHINE}-linux-gnu)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH /usr/${PTF_FEES_MACHINE}-linux-gnu)
file(GLOB fmt_DIR /usr/lib/*/cmake/fmt)
file(GLOB CLI11_DIR /usr/lib/*/cmake/CLI11 /usr/lib/cmake/CLI11 /usr/share/cmake/CLI11)
string(REPLACE aarch64 arm64 CPACK_DEBIAN_PACKAGE_ARCHITECTURE ${PTF_FEES_MACHINE})
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_FIND_ROOT_PATH}/lib)
