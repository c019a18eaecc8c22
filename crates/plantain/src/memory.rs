//! Keeps the C library's allocator from holding what nobody uses. Pictures are drawn on many threads, and what is kept of them
//! (answers in the cache) lies scattered between what is thrown away. By default every thread has an arena of its own, and only
//! the end of an arena is ever given back: under a mixed load the process grew by 10 MB a minute, two thirds of it unused.

use std::time::Duration;

/// Arenas that threads share, at least and at most. Fewer hold less; too few make threads wait for each other.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const ARENAS: (usize, usize) = (2, 8);
/// How often unused memory is given back.
const GIVE_BACK_EVERY: Duration = Duration::from_secs(30);

/// Sets the allocator up; to be called before threads begin.
pub fn set_up() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        glibc::limit_arenas(cores.clamp(ARENAS.0, ARENAS.1));
    }
}

/// Gives unused memory back to the system now and then, for as long as it is polled.
pub async fn keep_giving_back() {
    loop {
        tokio::time::sleep(GIVE_BACK_EVERY).await;
        #[cfg(all(target_os = "linux", target_env = "gnu"))]
        // It takes milliseconds, and holds up only whoever allocates. If it fails, memory is merely held for longer.
        drop(tokio::task::spawn_blocking(glibc::trim).await);
    }
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(
    unsafe_code,
    reason = "the allocator is C; both calls take numbers only, and are safe from any thread"
)]
mod glibc {
    use std::ffi::c_int;

    /// Has threads share so many arenas (mallopt(3), M_ARENA_MAX).
    pub fn limit_arenas(count: usize) {
        let count = c_int::try_from(count).unwrap_or(c_int::MAX);
        // Zero means that it did not take the number, which leaves the default.
        let _ = unsafe { libc::mallopt(libc::M_ARENA_MAX, count) };
    }

    /// Gives every whole unused page back, wherever it lies (malloc_trim(3)).
    pub fn trim() {
        let _ = unsafe { libc::malloc_trim(0) };
    }
}
