//! What the server counts and measures of itself, for operators.
//!
//! Each meter has a fixed set of labels, and each label few values: names of the program's own words, never of a client's.
//! What is known to the database only is asked for when somebody looks.

mod family;

use std::time::Duration;

use plantain_core::{Error, ErrorKind, PixelSize};

pub use family::{Counter, Exposition, Histogram};

/// Every meter of a process.
#[derive(Debug)]
pub struct Meters {
    /// Tasks that were stored.
    pub tasks_submitted: Counter<2>,
    /// Tasks that reached their end.
    pub tasks_ended: Counter<3>,
    /// Attempts that failed and are made again.
    pub task_retries: Counter<1>,
    /// Tasks whose worker was lost and that were queued again.
    pub leases_lost: Counter<0>,
    /// From the time a task was stored to the time its drawing began.
    pub task_queued: Histogram<2>,
    pub task_run: Histogram<3>,
    pub pictures: Counter<2>,
    /// Requests that were turned away, by who turned them away.
    pub refusals: Counter<2>,
    /// What became of attempts to deliver a webhook.
    pub webhook_attempts: Counter<1>,
    pub webhook_took: Histogram<0>,
    pub http_requests: Counter<4>,
    pub http_took: Histogram<2>,
}

impl Default for Meters {
    fn default() -> Self {
        Self {
            tasks_submitted: Counter::new(
                "plantain_tasks_submitted_total",
                "Tasks that were stored.",
                ["protocol", "operation"],
            ),
            tasks_ended: Counter::new(
                "plantain_tasks_ended_total",
                "Tasks that reached their end; code is empty for those that succeeded.",
                ["operation", "state", "code"],
            ),
            task_retries: Counter::new(
                "plantain_task_retries_total",
                "Attempts that failed and are made again.",
                ["code"],
            ),
            leases_lost: Counter::new(
                "plantain_leases_lost_total",
                "Tasks that were queued again because their worker was lost.",
                [],
            ),
            task_queued: Histogram::new(
                "plantain_task_queued_seconds",
                "Time from storing a task to the start of its drawing.",
                ["operation", "waited"],
            ),
            task_run: Histogram::new(
                "plantain_task_run_seconds",
                "Time that drawing and encoding took, of tasks that succeeded.",
                ["engine", "operation", "size"],
            ),
            pictures: Counter::new(
                "plantain_pictures_total",
                "Pictures that were handed out.",
                ["engine", "cached"],
            ),
            refusals: Counter::new(
                "plantain_refusals_total",
                "Requests that were turned away, by what turned them away.",
                ["by", "code"],
            ),
            webhook_attempts: Counter::new(
                "plantain_webhook_attempts_total",
                "Attempts to deliver a webhook, by what became of them.",
                ["result"],
            ),
            webhook_took: Histogram::new(
                "plantain_webhook_seconds",
                "Time that receivers of webhooks took to answer or to fail.",
                [],
            ),
            http_requests: Counter::new(
                "plantain_http_requests_total",
                "Requests that were answered.",
                ["protocol", "method", "route", "status"],
            ),
            http_took: Histogram::new(
                "plantain_http_seconds",
                "Time from a request to the head of its answer.",
                ["protocol", "route"],
            ),
        }
    }
}

impl Meters {
    /// Writes everything that was counted.
    pub fn write(&self, to: &mut Exposition) {
        self.tasks_submitted.write(to);
        self.tasks_ended.write(to);
        self.task_retries.write(to);
        self.leases_lost.write(to);
        self.task_queued.write(to);
        self.task_run.write(to);
        self.pictures.write(to);
        self.refusals.write(to);
        self.webhook_attempts.write(to);
        self.webhook_took.write(to);
        self.http_requests.write(to);
        self.http_took.write(to);
    }

    /// Counts a request that was turned away; errors of other kinds are not refusals.
    pub fn refused(&self, error: &Error) {
        let by = match error.kind {
            _ if error.refusal.is_some() => "policy",
            ErrorKind::Unauthenticated => "key",
            ErrorKind::Payment => "money",
            ErrorKind::Forbidden => "permission",
            ErrorKind::Limit => "limit",
            ErrorKind::Unavailable => "load",
            _ => return,
        };
        self.refusals.add([by.into(), error.code.into()], 1);
    }
}

/// Returns the class of sizes that a picture belongs to: the smallest tier that has as many pixels.
pub fn size_class(size: PixelSize) -> &'static str {
    match size.pixels() {
        0..=262_144 => "512",
        262_145..=1_572_864 => "1K",
        1_572_865..=6_291_456 => "2K",
        6_291_457..=25_165_824 => "4K",
        _ => "larger",
    }
}

/// Returns a time in seconds.
pub(crate) fn seconds(time: Duration) -> f64 {
    time.as_secs_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_fall_into_few_classes() {
        for (width, height, class) in [
            (16, 16, "512"),
            (512, 512, "512"),
            (1024, 1024, "1K"),
            (1536, 1024, "1K"),
            (2048, 2048, "2K"),
            (3840, 2160, "4K"),
            (5504, 3072, "4K"),
            (6000, 6000, "larger"),
        ] {
            let size = PixelSize::new("size", width, height).unwrap();
            assert_eq!(size_class(size), class, "{size}");
        }
    }

    #[test]
    fn names_are_told_once_and_follow_the_rules_of_the_format() {
        let meters = Meters::default();
        meters.refused(&Error::new(ErrorKind::Limit, "requests_limit", ""));
        meters.refused(&Error::new(ErrorKind::Invalid, "invalid_size", ""));
        let mut text = Exposition::default();
        meters.write(&mut text);
        let text = text.into_text();
        let types: Vec<_> = text.lines().filter(|l| l.starts_with("# TYPE")).collect();
        let mut names = types.clone();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), types.len());
        assert!(text.contains("plantain_refusals_total{by=\"limit\",code=\"requests_limit\"} 1\n"));
        assert!(!text.contains("invalid_size"));
    }
}
