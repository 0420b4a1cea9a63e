/*
 * Makes a node of the machine matrix slow in one way or two; every program on it loads this from
 * /etc/ld.so.preload.
 *
 *   FORK_US   microseconds of processor that each side of a fork burns, the parent before, the child after
 *   EXEC_US   microseconds of processor that a program burns before its main()
 *   FSYNC_US  microseconds that fsync and fdatasync wait first
 *
 * Nothing of it may change what the tracer counts: it starts no process, opens no file, and its sleeps are
 * shorter than those that are counted.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#ifndef FORK_US
#define FORK_US 0
#endif
#ifndef EXEC_US
#define EXEC_US 0
#endif
#ifndef FSYNC_US
#define FSYNC_US 0
#endif

static long microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000000L + now.tv_nsec / 1000;
}

/* Processor time and not the clock: on a busy machine it takes as much longer as everything does. */
static void burn(long duration) {
  if (duration <= 0) return;
  int saved = errno;
  long end = microseconds() + duration;
  while (microseconds() < end)
    for (volatile int i = 0; i < 2000; i++) continue;
  errno = saved;
}

static void on_fork(void) { burn(FORK_US); }

__attribute__((constructor)) static void on_exec(void) {
  if (FORK_US > 0) pthread_atfork(on_fork, NULL, on_fork);
  burn(EXEC_US);
}

static void wait_for_disk(void) {
  if (FSYNC_US <= 0) return;
  int saved = errno;
  struct timespec left = {0, FSYNC_US * 1000L};
  /* Signals arrive often: Haskell's runtime has a timer. */
  while (nanosleep(&left, &left) == -1 && errno == EINTR) continue;
  errno = saved;
}

int fsync(int fd) {
  wait_for_disk();
  return (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd) {
  wait_for_disk();
  return (int)syscall(SYS_fdatasync, fd);
}
