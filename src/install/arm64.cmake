# A cross build for ARM64 on a Debian of another processor: Debian's g++-aarch64-linux-gnu makes it, and qemu-user runs what the
# build itself runs, and the tests. fmt and CLI11 are headers, so the copies of this machine serve.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64 -L /usr/aarch64-linux-gnu)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH /usr/aarch64-linux-gnu)
file(GLOB fmt_DIR /usr/lib/*/cmake/fmt)
file(GLOB CLI11_DIR /usr/lib/*/cmake/CLI11 /usr/lib/cmake/CLI11 /usr/share/cmake/CLI11)
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE arm64)
