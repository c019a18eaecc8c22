//! Limits of one process.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use plantain_store::{Charge, Entry, Limiter, PlaceAsk, Reply, Ruling};

use crate::clock::{Clock, process_clock};

/// Entries after which those that say nothing any more are thrown out; the mark doubles with what remains.
const SWEEP_AT_LEAST: usize = 1024;

/// Counts in memory. Gone when the process ends, which only ever lets more through.
pub struct Memory {
    clock: Clock,
    books: Mutex<Books>,
}

#[derive(Default)]
struct Books {
    callers: HashMap<String, Caller>,
    sweep_at: usize,
}

/// What is known of one caller.
#[derive(Default)]
struct Caller {
    /// When the allowance of each limit is whole again, microseconds of the clock.
    full_us: HashMap<&'static str, u64>,
    /// When each place runs out, by its holder.
    places: HashMap<String, u64>,
}

impl Caller {
    fn forget_past(&mut self, now_us: u64) {
        self.full_us.retain(|_, full_us| *full_us > now_us);
        self.places.retain(|_, until_us| *until_us > now_us);
    }

    fn is_blank(&self) -> bool {
        self.full_us.is_empty() && self.places.is_empty()
    }
}

impl Memory {
    pub fn new() -> Self {
        Self::with_clock(process_clock())
    }

    pub fn with_clock(clock: Clock) -> Self {
        Self {
            clock,
            books: Mutex::default(),
        }
    }

    /// Returns how many callers are remembered.
    pub fn callers(&self) -> usize {
        self.open().callers.len()
    }

    fn open(&self) -> MutexGuard<'_, Books> {
        // What a panic left behind is whole: every change is a single assignment.
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

impl Books {
    /// Returns the caller's page, after throwing out old ones when there are many.
    fn page(&mut self, caller: &str, now_us: u64) -> &mut Caller {
        if self.callers.len() >= self.sweep_at.max(SWEEP_AT_LEAST) {
            self.callers.retain(|_, caller| {
                caller.forget_past(now_us);
                !caller.is_blank()
            });
            self.sweep_at = self.callers.len() * 2;
        }
        if !self.callers.contains_key(caller) {
            self.callers.insert(caller.to_owned(), Caller::default());
        }
        self.callers.entry(caller.to_owned()).or_default()
    }

    fn enter(&mut self, entry: Entry<'_>, now_us: u64) -> Ruling {
        let page = self.page(entry.caller, now_us);
        page.forget_past(now_us);
        let past = |charge: &Charge| page.full_us.get(charge.name).copied();
        let weigh = |charge: &Charge| charge.rate.weigh(past(charge), now_us, charge.cost);
        let weighed: Vec<_> = entry.charges.iter().map(weigh).collect();
        let held = page.places.len() as u32;
        let has_place = entry
            .place
            .is_none_or(|place| held < place.places_max || page.places.contains_key(place.holder));
        let granted = has_place && weighed.iter().all(|weighed| weighed.fits);
        let mut standings: Vec<_> = weighed.iter().map(|weighed| weighed.standing).collect();
        if granted {
            for (charge, weighed) in entry.charges.iter().zip(&weighed) {
                page.full_us.insert(charge.name, weighed.full_us);
            }
            if let Some(place) = entry.place {
                page.places
                    .insert(place.holder.to_owned(), now_us + place.lease_us);
            }
        } else {
            for ((charge, weighed), standing) in
                entry.charges.iter().zip(&weighed).zip(&mut standings)
            {
                if weighed.fits {
                    *standing = charge.rate.weigh(past(charge), now_us, 0).standing;
                }
            }
        }
        Ruling {
            granted,
            standings,
            fits: weighed.iter().map(|weighed| weighed.fits).collect(),
            places_held: entry.place.map(|_| page.places.len() as u32),
        }
    }

    fn renew(&mut self, caller: &str, place: PlaceAsk<'_>, now_us: u64) {
        let page = self.page(caller, now_us);
        if let Some(until_us) = page.places.get_mut(place.holder)
            && *until_us > now_us
        {
            *until_us = now_us + place.lease_us;
        }
    }

    fn refund(&mut self, caller: &str, charges: &[Charge], now_us: u64) {
        let page = self.page(caller, now_us);
        for charge in charges {
            if let Some(full_us) = page.full_us.get_mut(charge.name) {
                let back_us = u64::from(charge.cost) * charge.rate.step_us();
                *full_us = full_us.saturating_sub(back_us);
            }
        }
    }
}

impl Limiter for Memory {
    fn ping(&self) -> Reply<'_, ()> {
        Box::pin(async { Ok(()) })
    }

    fn enter<'a>(&'a self, entry: Entry<'a>) -> Reply<'a, Ruling> {
        let now_us = (self.clock)();
        let ruling = self.open().enter(entry, now_us);
        Box::pin(std::future::ready(Ok(ruling)))
    }

    fn renew<'a>(&'a self, caller: &'a str, place: PlaceAsk<'a>) -> Reply<'a, ()> {
        let now_us = (self.clock)();
        self.open().renew(caller, place, now_us);
        Box::pin(std::future::ready(Ok(())))
    }

    fn leave<'a>(&'a self, caller: &'a str, holder: &'a str) -> Reply<'a, ()> {
        if let Some(page) = self.open().callers.get_mut(caller) {
            page.places.remove(holder);
        }
        Box::pin(std::future::ready(Ok(())))
    }

    fn refund<'a>(&'a self, caller: &'a str, charges: &'a [Charge]) -> Reply<'a, ()> {
        let now_us = (self.clock)();
        self.open().refund(caller, charges, now_us);
        Box::pin(std::future::ready(Ok(())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_store::Rate;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[tokio::test]
    async fn callers_who_stay_away_are_forgotten() {
        let now = Arc::new(AtomicU64::new(0));
        let told = Arc::clone(&now);
        let memory = Memory::with_clock(Arc::new(move || told.load(Ordering::Relaxed)));
        let charge = Charge {
            name: "requests",
            rate: Rate {
                count: 1,
                window_us: 10,
                burst: 1,
            },
            cost: 1,
        };
        for caller in 0..10 * SWEEP_AT_LEAST {
            now.fetch_add(1, Ordering::Relaxed);
            let entry = Entry {
                caller: &caller.to_string(),
                charges: &[charge],
                place: None,
            };
            assert!(memory.enter(entry).await.unwrap().granted);
            assert!(memory.callers() <= SWEEP_AT_LEAST + 1);
        }
    }
}
