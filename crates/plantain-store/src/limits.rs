//! Rate limits and places, as they are counted.
//!
//! Rates follow the generic cell rate algorithm: of a caller's past only one time is kept, the moment at which its whole
//! allowance will be there again. All arithmetic is in whole microseconds, so that every backend counts alike.

use crate::Reply;

/// So much in a window, in steps that come back evenly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// At least 1.
    pub count: u32,
    /// Microseconds in which `count` come back; at least `count`.
    pub window_us: u64,
    /// Most that may come at once; at least 1.
    pub burst: u32,
}

impl Rate {
    /// Microseconds after which one more may come.
    pub fn step_us(self) -> u64 {
        self.window_us / u64::from(self.count)
    }

    /// Microseconds in which an empty allowance fills.
    pub fn fill_us(self) -> u64 {
        self.step_us() * u64::from(self.burst)
    }

    /// Returns the caller's standing at `now_us`, were it charged `cost`. `full_us` is when its allowance is whole; none
    /// when nothing was ever charged.
    pub fn weigh(self, full_us: Option<u64>, now_us: u64, cost: u32) -> Weighed {
        // A clock that was set back must not lock anybody out for longer than an empty allowance takes to fill.
        let full_us = full_us
            .unwrap_or(now_us)
            .clamp(now_us, now_us + self.fill_us());
        let charged_us = full_us + u64::from(cost) * self.step_us();
        let limit_us = now_us + self.fill_us();
        let remaining = |full_us: u64| ((limit_us - full_us) / self.step_us()) as u32;
        if charged_us <= limit_us {
            return Weighed {
                fits: true,
                full_us: charged_us,
                standing: Standing {
                    remaining: remaining(charged_us),
                    reset_us: charged_us - now_us,
                    retry_us: None,
                },
            };
        }
        Weighed {
            fits: false,
            full_us,
            standing: Standing {
                remaining: remaining(full_us),
                reset_us: full_us - now_us,
                retry_us: (cost <= self.burst).then(|| charged_us - limit_us),
            },
        }
    }
}

/// What a charge would come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weighed {
    pub fits: bool,
    /// When the allowance is whole again; unchanged if the charge does not fit.
    pub full_us: u64,
    pub standing: Standing,
}

/// How a caller stands against one limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub remaining: u32,
    /// Microseconds until the whole allowance is there, if nothing more comes.
    pub reset_us: u64,
    /// Microseconds after which the charge would fit; none if it fits, or never can.
    pub retry_us: Option<u64>,
}

/// One limit that a request is charged against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charge {
    /// Tells the limits of a caller apart.
    pub name: &'static str,
    pub rate: Rate,
    /// 0 asks for the standing only.
    pub cost: u32,
}

/// A place among those that a caller may hold at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceAsk<'a> {
    /// Who holds it; unique.
    pub holder: &'a str,
    pub places_max: u32,
    /// Microseconds after which it is free again unless it is renewed.
    pub lease_us: u64,
}

/// All that a request wants of its caller's limits. It is granted whole or not at all.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Whose limits these are.
    pub caller: &'a str,
    pub charges: &'a [Charge],
    pub place: Option<PlaceAsk<'a>>,
}

/// The answer to an [`Entry`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    pub granted: bool,
    /// In the order of the charges. Where nothing was granted they say how the caller stands without the request.
    pub standings: Vec<Standing>,
    /// Whether each charge would have fitted by itself, in the order of the charges.
    pub fits: Vec<bool>,
    /// Places held, this one included if it was granted; none when no place was asked for.
    pub places_held: Option<u32>,
}

/// Counts what callers use. Each answer is one atomic step, whoever else asks at the same time.
pub trait Limiter: Send + Sync {
    /// Returns an error unless the limiter answers.
    fn ping(&self) -> Reply<'_, ()>;

    /// Charges everything and takes the place, or changes nothing.
    fn enter<'a>(&'a self, entry: Entry<'a>) -> Reply<'a, Ruling>;

    /// Keeps a place for another lease. A place that has run out is not taken again.
    fn renew<'a>(&'a self, caller: &'a str, place: PlaceAsk<'a>) -> Reply<'a, ()>;

    /// Gives a place back; nothing happens if it is not held.
    fn leave<'a>(&'a self, caller: &'a str, holder: &'a str) -> Reply<'a, ()>;

    /// Takes charges back, for what was paid and not had.
    fn refund<'a>(&'a self, caller: &'a str, charges: &'a [Charge]) -> Reply<'a, ()>;
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate {
        count: 10,
        window_us: 1_000,
        burst: 3,
    };

    #[test]
    fn a_burst_and_then_one_a_step() {
        // (full, now, cost) → (fits, full, remaining, reset, retry)
        let cases = [
            ((None, 5_000, 1), (true, 5_100, 2, 100, None)),
            ((Some(5_100), 5_000, 2), (true, 5_300, 0, 300, None)),
            ((Some(5_300), 5_000, 1), (false, 5_300, 0, 300, Some(100))),
            ((Some(5_300), 5_099, 1), (false, 5_300, 0, 201, Some(1))),
            ((Some(5_300), 5_100, 1), (true, 5_400, 0, 300, None)),
            ((Some(1), 5_000, 3), (true, 5_300, 0, 300, None)),
            ((None, 5_000, 4), (false, 5_000, 3, 0, None)),
            ((None, 5_000, 0), (true, 5_000, 3, 0, None)),
            // The clock was set back by a day.
            (
                (Some(86_400_000_000), 5_000, 1),
                (false, 5_300, 0, 300, Some(100)),
            ),
        ];
        for ((full, now, cost), (fits, full_us, remaining, reset_us, retry_us)) in cases {
            let standing = Standing {
                remaining,
                reset_us,
                retry_us,
            };
            let expected = Weighed {
                fits,
                full_us,
                standing,
            };
            assert_eq!(
                RATE.weigh(full, now, cost),
                expected,
                "{full:?} {now} {cost}"
            );
        }
    }
}
