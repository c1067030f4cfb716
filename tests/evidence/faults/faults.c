// A library to be preloaded. It fails the n-th call of one kind that the program makes, from the constructors of its
// static objects on, once or from then on; or it lets that call be and sends a signal within it; or it interrupts and
// shortens every transfer. Counts are kept in a file that the driver maps too, so that they outlive whatever happens to
// the program.
//
// PTF_FAULTS          KIND N ERRNO once|on    or    KIND N SIGNAL signal    or    interrupt SEED
// PTF_FAULTS_PROGRAM  the program that is meant
// PTF_FAULTS_COUNTS   a file of 64-bit numbers: how many calls of each kind were made, then how many of them failed
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum Kind {
    kind_read,
    kind_write,
    kind_say,
    kind_open,
    kind_fsync,
    kind_rename,
    kind_close,
    kind_allocate,
    kind_thread,
    kind_link,
    kinds
};

static const char* const kind_names[kinds] = {"read",   "write", "say",      "open",   "fsync",
                                              "rename", "close", "allocate", "thread", "link"};

struct Counts {
    _Atomic uint64_t made[kinds];
    _Atomic uint64_t failed;
};

static struct Counts unseen;
static struct Counts* counts = &unseen;
static bool started = false;
static int chosen = -1;
static uint64_t first = 0;
static int error = 0;
static bool from_then_on = false;
static bool signalling = false;
static _Thread_local bool due = false; ///< the call in hand gets the signal
static bool interrupting = false;
static _Atomic uint64_t noise = 0;

/// Counts a call of that kind; whether it is to fail, with errno set.
static bool fails(enum Kind kind) {
    if (!started)
        return false;
    const uint64_t number = atomic_fetch_add(&counts->made[kind], 1) + 1;
    if ((int)kind != chosen || number < first || (number > first && !from_then_on))
        return false;
    atomic_fetch_add(&counts->failed, 1);
    due = signalling;
    errno = error;
    return !signalling;
}

/// Sends the signal of a call that gets one; returns its result.
static int signalled(int result) {
    if (due)
        raise(error);
    due = false;
    return result;
}

static uint64_t next_noise(void) {
    uint64_t x = atomic_fetch_add(&noise, 0x9E3779B97F4A7C15u);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

/// Where calls are interrupted: whether this one is, with errno set to `one` or `other`.
static bool interrupted(int one, int other) {
    if (!started || !interrupting)
        return false;
    const uint64_t x = next_noise();
    if (x % 2 != 0)
        return false;
    atomic_fetch_add(&counts->failed, 1);
    errno = x % 4 == 0 ? one : other;
    return true;
}

/// Where transfers are shortened: some length from 1 up to `size`.
static size_t shortened(size_t size) {
    if (!started || !interrupting || size == 0)
        return size;
    const size_t most = 1 + next_noise() % 2000;
    return size < most ? size : most;
}

/// The function of that name that would be called without this library.
static void* next(const char* name) {
    void* const found = dlsym(RTLD_NEXT, name);
    if (found == NULL)
        abort();
    return found;
}

#define NEXT(type, name)                                                                                               \
    static type real = NULL;                                                                                           \
    if (real == NULL)                                                                                                  \
    real = (type)next(name)

static void map_counts(const char* path) {
    const int file = path == NULL ? -1 : open(path, O_RDWR);
    if (file < 0)
        abort();
    void* const mapped = mmap(NULL, sizeof(struct Counts), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (mapped == MAP_FAILED)
        abort();
    close(file);
    counts = mapped;
}

static void read_orders(const char* orders) {
    char kind[16] = "";
    char how_long[8] = "";
    if (orders == NULL)
        return;
    unsigned long long number = 0;
    const int words = sscanf(orders, "%15s %llu %d %7s", kind, &number, &error, how_long);
    interrupting = words == 2 && strcmp(kind, "interrupt") == 0;
    noise = number;
    first = number;
    from_then_on = strcmp(how_long, "on") == 0;
    signalling = strcmp(how_long, "signal") == 0;
    for (int i = 0; i < kinds; ++i)
        if (words == 4 && strcmp(kind, kind_names[i]) == 0)
            chosen = i;
    if (chosen < 0 && !interrupting)
        abort();
}

/// Whether this process runs the program at `path`: what starts it may have been given this library too.
static bool is_the_program(const char* path) {
    char own[4096] = "";
    return path != NULL && readlink("/proc/self/exe", own, sizeof own - 1) > 0 && strcmp(own, path) == 0;
}

int __libc_start_main(int (*main)(int, char**, char**), int argc, char** argv, void (*init)(void), void (*fini)(void),
                      void (*loader_fini)(void), void* stack_end) {
    typedef int (*Start)(int (*)(int, char**, char**), int, char**, void (*)(void), void (*)(void), void (*)(void),
                         void*);
    NEXT(Start, "__libc_start_main");
    if (is_the_program(getenv("PTF_FAULTS_PROGRAM"))) {
        map_counts(getenv("PTF_FAULTS_COUNTS"));
        read_orders(getenv("PTF_FAULTS"));
        started = true;
    }
    return real(main, argc, argv, init, fini, loader_fini, stack_end);
}

ssize_t read(int file, void* into, size_t size) {
    typedef ssize_t (*Read)(int, void*, size_t);
    NEXT(Read, "read");
    return fails(kind_read) || interrupted(EINTR, EAGAIN) ? -1 : real(file, into, shortened(size));
}

ssize_t write(int file, const void* from, size_t size) {
    typedef ssize_t (*Write)(int, const void*, size_t);
    NEXT(Write, "write");
    const enum Kind kind = file == STDERR_FILENO ? kind_say : kind_write;
    return fails(kind) || interrupted(EINTR, EAGAIN) ? -1 : real(file, from, shortened(size));
}

/// Whether open takes a third argument.
static bool makes_file(int flags) {
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
}

int open(const char* path, int flags, ...) {
    typedef int (*Open)(const char*, int, ...);
    NEXT(Open, "open");
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = makes_file(flags) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return fails(kind_open) || interrupted(EINTR, EINTR) ? -1 : signalled(real(path, flags, mode));
}

int openat(int folder, const char* path, int flags, ...) {
    typedef int (*OpenAt)(int, const char*, int, ...);
    NEXT(OpenAt, "openat");
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = makes_file(flags) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return fails(kind_open) || interrupted(EINTR, EINTR) ? -1 : signalled(real(folder, path, flags, mode));
}

/// The disk itself is spared: what is tested is how the program takes the answer.
int fsync(int file) {
    (void)file;
    return fails(kind_fsync) || interrupted(EINTR, EINTR) ? -1 : signalled(0);
}

int rename(const char* from, const char* to) {
    typedef int (*Rename)(const char*, const char*);
    NEXT(Rename, "rename");
    return fails(kind_rename) ? -1 : signalled(real(from, to));
}

ssize_t readlink(const char* path, char* into, size_t size) {
    typedef ssize_t (*ReadLink)(const char*, char*, size_t);
    NEXT(ReadLink, "readlink");
    return fails(kind_link) ? -1 : real(path, into, size);
}

/// As Linux does it: whatever close says, the descriptor is gone.
int close(int file) {
    typedef int (*Close)(int);
    NEXT(Close, "close");
    const bool failed = fails(kind_close);
    const int code = real(file);
    if (!failed)
        return code;
    errno = error;
    return -1;
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*), void* argument) {
    typedef int (*Create)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*);
    NEXT(Create, "pthread_create");
    return fails(kind_thread) ? error : real(thread, attributes, run, argument);
}

void* malloc(size_t size) {
    typedef void* (*Allocate)(size_t);
    NEXT(Allocate, "malloc");
    return fails(kind_allocate) ? NULL : real(size);
}

void* calloc(size_t number, size_t size) {
    typedef void* (*Allocate)(size_t, size_t);
    NEXT(Allocate, "calloc");
    return fails(kind_allocate) ? NULL : real(number, size);
}

void* realloc(void* before, size_t size) {
    typedef void* (*Allocate)(void*, size_t);
    NEXT(Allocate, "realloc");
    return fails(kind_allocate) ? NULL : real(before, size);
}

void* aligned_alloc(size_t alignment, size_t size) {
    typedef void* (*Allocate)(size_t, size_t);
    NEXT(Allocate, "aligned_alloc");
    return fails(kind_allocate) ? NULL : real(alignment, size);
}
