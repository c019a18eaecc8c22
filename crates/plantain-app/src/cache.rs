//! Pictures that were drawn before, by what they were drawn from.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::studio::Picture;

/// What a picture was drawn from: engine, version and every part of the job, hashed.
pub(crate) type JobDigest = [u8; 32];

/// The most recently used pictures, at most `bytes_max` of them together.
pub(crate) struct Cache {
    bytes_max: usize,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    entries: HashMap<JobDigest, Entry>,
    /// Last use → entry, oldest first.
    by_use: BTreeMap<u64, JobDigest>,
    bytes: usize,
    next_use: u64,
}

struct Entry {
    picture: Arc<Picture>,
    last_use: u64,
    bytes: usize,
}

impl Cache {
    pub fn new(bytes_max: usize) -> Self {
        Self {
            bytes_max,
            state: Mutex::default(),
        }
    }

    pub fn get(&self, digest: &JobDigest) -> Option<Arc<Picture>> {
        let mut guard = self.lock();
        let state = &mut *guard;
        let entry = state.entries.get_mut(digest)?;
        state.by_use.remove(&entry.last_use);
        entry.last_use = state.next_use;
        state.by_use.insert(state.next_use, *digest);
        state.next_use += 1;
        Some(Arc::clone(&entry.picture))
    }

    /// Keeps the picture, and forgets those that were not used for longest until all fit.
    pub fn put(&self, digest: JobDigest, picture: Arc<Picture>) {
        let bytes = picture.size_bytes();
        if bytes > self.bytes_max {
            return;
        }
        let mut guard = self.lock();
        let state = &mut *guard;
        state.forget(&digest);
        while state.bytes + bytes > self.bytes_max {
            let Some((_, oldest)) = state.by_use.first_key_value() else {
                break;
            };
            let oldest = *oldest;
            state.forget(&oldest);
        }
        let last_use = state.next_use;
        state.next_use += 1;
        state.bytes += bytes;
        state.by_use.insert(last_use, digest);
        let entry = Entry {
            picture,
            last_use,
            bytes,
        };
        state.entries.insert(digest, entry);
    }

    /// A panic between two steps can at worst leave a picture that is never found; the next one fits anyway.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn forget(&mut self, digest: &JobDigest) {
        if let Some(entry) = self.entries.remove(digest) {
            self.by_use.remove(&entry.last_use);
            self.bytes -= entry.bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::picture;

    #[test]
    fn the_least_recently_used_goes_first_and_bytes_hold() {
        let one = picture(1_000);
        let cache = Cache::new(one.size_bytes() * 2);
        let put = |n: u8| cache.put([n; 32], Arc::new(picture(1_000)));
        put(1);
        put(2);
        assert!(cache.get(&[1; 32]).is_some());
        put(3);
        assert!(cache.get(&[2; 32]).is_none(), "2 was used before 1");
        assert!(cache.get(&[1; 32]).is_some() && cache.get(&[3; 32]).is_some());
        put(3);
        assert_eq!(cache.lock().entries.len(), 2);
        cache.put([9; 32], Arc::new(picture(1_000_000)));
        assert!(cache.get(&[9; 32]).is_none(), "larger than the whole cache");
        assert!(cache.lock().bytes <= cache.bytes_max);
    }
}
