/* Loaded before libc: notes every change that a process makes to the files of one folder, in one order over all processes,
 * and can refuse writes as a full or read-only disk does.
 *
 *   SOAK_WATCH    the folder         SOAK_LOG  where the notes go
 *   SOAK_JOURNAL  the journal outside: what is written there is an acknowledgement, in the same order
 *   SOAK_CONTROL  a file of three 64-bit numbers: bytes of room left (-1: no end), 1 for read-only, 1 for a sync that fails
 *
 * One note: op, length of the name (16 bits), offset and length (64 bits each), name, data. Made by tools/soak/powercut.py.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 4096
#define REAL(name) ((__typeof__(&name))real(#name))

static char *names[FDS]; /* the name of each open file below the folder, or of the journal */
static const char *watch, *journal;
static int note_fd = -1;
static volatile int64_t *control;
static pthread_mutex_t line = PTHREAD_MUTEX_INITIALIZER;
static __thread int depth;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static void fork_before(void) { pthread_mutex_lock(&line); }
static void fork_after(void) { pthread_mutex_unlock(&line); }

__attribute__((constructor)) static void begin(void) {
  watch = getenv("SOAK_WATCH");
  journal = getenv("SOAK_JOURNAL");
  const char *log = getenv("SOAK_LOG"), *rule = getenv("SOAK_CONTROL");
  if (log) note_fd = REAL(open)(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (rule) {
    int fd = REAL(open)(rule, O_RDWR | O_CLOEXEC);
    void *at = fd < 0 ? MAP_FAILED : mmap(NULL, 24, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (at != MAP_FAILED) control = at;
  }
  pthread_atfork(fork_before, fork_after, fork_after);
}

/* One at a time over all threads and processes, so that the order of the notes is the order of the writes. */
static void lock(void) {
  pthread_mutex_lock(&line);
  struct flock all = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  if (note_fd >= 0)
    while (fcntl(note_fd, F_SETLKW, &all) < 0 && errno == EINTR) {}
}

static void unlock(void) {
  struct flock all = {.l_type = F_UNLCK, .l_whence = SEEK_SET};
  if (note_fd >= 0) fcntl(note_fd, F_SETLK, &all);
  pthread_mutex_unlock(&line);
}

static const char *below(const char *path) {
  size_t n = watch ? strlen(watch) : 0;
  if (!n || !path) return NULL;
  if (journal && !strcmp(path, journal)) return "=";
  if (strncmp(path, watch, n)) return NULL;
  if (path[n] == 0) return ".";
  const char *name = path[n] == '/' ? path + n + 1 : NULL;
  size_t length = name ? strlen(name) : 0;
  return name && !(length > 4 && !strcmp(name + length - 4, "-shm")) ? name : NULL;
}

static const char *of(int fd) { return fd >= 0 && fd < FDS ? names[fd] : NULL; }

static void note(char op, const char *name, int64_t offset, const void *data, int64_t length, int64_t says) {
  if (note_fd < 0) return;
  char head[19];
  uint16_t n = strlen(name);
  head[0] = op;
  memcpy(head + 1, &n, 2);
  memcpy(head + 3, &offset, 8);
  memcpy(head + 11, data ? &length : &says, 8);
  struct iovec parts[3] = {{head, 19}, {(void *)name, n}, {(void *)data, data ? length : 0}};
  if (REAL(writev)(note_fd, parts, data ? 3 : 2) < 0) abort();
}

/* Whether a full or read-only disk refuses this write; what it says is in errno. */
static int refused(int fd, int64_t end) {
  if (!control || !of(fd) || of(fd)[0] == '=') return 0;
  if (control[1]) { errno = EROFS; return 1; }
  struct stat now;
  if (control[0] < 0 || fstat(fd, &now) || end <= now.st_size) return 0;
  if (end - now.st_size > control[0]) { errno = ENOSPC; return 1; }
  control[0] -= end - now.st_size;
  return 0;
}

static int opened(int fd, const char *path, int flags, int was_there) {
  const char *name = below(path);
  if (fd < 0 || fd >= FDS) return fd;
  free(names[fd]);
  names[fd] = name ? strdup(name) : NULL;
  if (name && name[0] != '=' && (flags & O_CREAT) && !was_there) note('C', name, 0, NULL, 0, 0);
  if (name && name[0] != '=' && (flags & O_TRUNC)) note('T', name, 0, NULL, 0, 0);
  return fd;
}

static int opening(const char *path, int flags, int mode) {
  const char *name = depth ? NULL : below(path);
  if (!name) {
    int fd = REAL(open)(path, flags, mode);
    if (fd >= 0 && fd < FDS) { free(names[fd]); names[fd] = NULL; }
    return fd;
  }
  if (control && control[1] && name[0] != '=' && (flags & (O_WRONLY | O_RDWR | O_CREAT))) { errno = EROFS; return -1; }
  lock();
  int there = access(path, F_OK) == 0, fd = REAL(open)(path, flags, mode), kept = errno;
  opened(fd, path, flags, there);
  unlock();
  errno = kept;
  return fd;
}

#define MODE(flags) \
  int mode = 0; \
  if ((flags) & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, int); va_end(rest); }

int open(const char *path, int flags, ...) { MODE(flags) return opening(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opening(path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) {
  MODE(flags)
  if (path[0] == '/' || folder == AT_FDCWD) return opening(path, flags, mode);
  return REAL(openat)(folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...) {
  MODE(flags)
  if (path[0] == '/' || folder == AT_FDCWD) return opening(path, flags, mode);
  return REAL(openat)(folder, path, flags, mode);
}

int close(int fd) {
  if (of(fd)) { free(names[fd]); names[fd] = NULL; }
  return REAL(close)(fd);
}

static ssize_t writing(int fd, const void *data, size_t length, int64_t offset) {
  const char *name = of(fd);
  if (!name) return offset < 0 ? REAL(write)(fd, data, length) : REAL(pwrite64)(fd, data, length, offset);
  lock();
  int64_t at = offset < 0 ? lseek(fd, 0, SEEK_CUR) : offset;
  if (offset < 0 && (fcntl(fd, F_GETFL) & O_APPEND)) at = lseek(fd, 0, SEEK_END);
  ssize_t done = -1;
  if (!refused(fd, at + (int64_t)length))
    done = offset < 0 ? REAL(write)(fd, data, length) : REAL(pwrite64)(fd, data, length, offset);
  int kept = errno;
  if (done > 0) note(name[0] == '=' ? 'A' : 'W', name, at, data, done, 0);
  unlock();
  errno = kept;
  return done;
}

ssize_t write(int fd, const void *data, size_t length) { return writing(fd, data, length, -1); }
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return writing(fd, data, length, offset); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) { return writing(fd, data, length, offset); }

static int cutting(int fd, int64_t size) {
  const char *name = of(fd);
  if (!name) return REAL(ftruncate64)(fd, size);
  if (control && control[1]) { errno = EROFS; return -1; }
  lock();
  int done = REAL(ftruncate64)(fd, size), kept = errno;
  if (!done) note('T', name, size, NULL, 0, 0);
  unlock();
  errno = kept;
  return done;
}
int ftruncate(int fd, off_t size) { return cutting(fd, size); }
int ftruncate64(int fd, off64_t size) { return cutting(fd, size); }

static int syncing(int fd, int only_data) {
  const char *name = of(fd);
  if (!name) return only_data ? REAL(fdatasync)(fd) : REAL(fsync)(fd);
  if (control && control[2]) { errno = EIO; return -1; }
  lock();
  int done = only_data ? REAL(fdatasync)(fd) : REAL(fsync)(fd), kept = errno;
  if (!done) note('S', name, 0, NULL, 0, 0);
  unlock();
  errno = kept;
  return done;
}
int fsync(int fd) { return syncing(fd, 0); }
int fdatasync(int fd) { return syncing(fd, 1); }

static int removing(const char *path) {
  const char *name = below(path);
  if (!name) return REAL(unlink)(path);
  lock();
  int done = REAL(unlink)(path), kept = errno;
  if (!done) note('U', name, 0, NULL, 0, 0);
  unlock();
  errno = kept;
  return done;
}
int unlink(const char *path) { return removing(path); }
int remove(const char *path) { return removing(path) == 0 ? 0 : errno == EISDIR ? rmdir(path) : -1; }

static int naming(const char *from, const char *to, char op) {
  const char *a = below(from), *b = below(to);
  lock();
  int done = op == 'R' ? REAL(rename)(from, to) : REAL(link)(from, to), kept = errno;
  if (!done && a && b) note(op, a, 0, b, strlen(b), 0);
  unlock();
  errno = kept;
  return done;
}
int rename(const char *from, const char *to) { return naming(from, to, 'R'); }
int link(const char *from, const char *to) { return naming(from, to, 'L'); }

/* Python links and renames by folder as soon as it is told how links are followed. */
static int plain(int folder, const char *path) { return path[0] == '/' || folder == AT_FDCWD; }
int linkat(int one, const char *from, int two, const char *to, int flags) {
  if (plain(one, from) && plain(two, to)) return naming(from, to, 'L');
  return REAL(linkat)(one, from, two, to, flags);
}
int renameat(int one, const char *from, int two, const char *to) {
  if (plain(one, from) && plain(two, to)) return naming(from, to, 'R');
  return REAL(renameat)(one, from, two, to);
}
int unlinkat(int folder, const char *path, int flags) {
  if (plain(folder, path) && !(flags & AT_REMOVEDIR)) return removing(path);
  return REAL(unlinkat)(folder, path, flags);
}
