//! The process itself, by the names that every Prometheus client uses; from `/proc`, so on Linux only.

use plantain_app::meters::Exposition;

/// Parts of a second in which Linux counts time on a processor; the same on every machine.
const TICKS_PER_S: f64 = 100.0;
/// Places of the times in user and system mode behind the name in `/proc/self/stat`.
const USER_AT: usize = 11;
const SYSTEM_AT: usize = 12;

/// Writes what is known. `started_ms` is when the process began, Unix milliseconds.
pub fn write(page: &mut Exposition, started_ms: i64) {
    let help = "Start of the process, Unix seconds.";
    page.value(
        ("process_start_time_seconds", "gauge", help),
        &[(&[], started_ms as f64 / 1000.0)],
    );
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    for (name, field, help) in [
        (
            "process_resident_memory_bytes",
            "VmRSS:",
            "Memory in use, bytes.",
        ),
        (
            "plantain_resident_memory_max_bytes",
            "VmHWM:",
            "Most memory that was ever in use, bytes.",
        ),
        (
            "process_virtual_memory_bytes",
            "VmSize:",
            "Address space, bytes.",
        ),
    ] {
        if let Some(kib) = field_of(&status, field) {
            page.value((name, "gauge", help), &[(&[], kib * 1024.0)]);
        }
    }
    if let Some(threads) = field_of(&status, "Threads:") {
        let help = "Threads of the process.";
        page.value(("process_threads", "gauge", help), &[(&[], threads)]);
    }
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    if let Some(cpu_s) = cpu_s(&stat) {
        let help = "Time on processors, seconds.";
        page.value(
            ("process_cpu_seconds_total", "counter", help),
            &[(&[], cpu_s)],
        );
    }
    if let Ok(open) = std::fs::read_dir("/proc/self/fd") {
        let help = "Open files and connections.";
        page.value(
            ("process_open_fds", "gauge", help),
            &[(&[], open.count() as f64)],
        );
    }
}

fn field_of(status: &str, name: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}

fn cpu_s(stat: &str) -> Option<f64> {
    // The name stands in parentheses and may hold anything.
    let (_, rest) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some((ticks(USER_AT)? + ticks(SYSTEM_AT)?) / TICKS_PER_S)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_the_system_are_read() {
        let status = "Name:\tplantain\nVmSize:\t  20 kB\nVmRSS:\t 12 kB\nThreads:\t7\n";
        assert_eq!(field_of(status, "VmRSS:"), Some(12.0));
        assert_eq!(field_of(status, "Threads:"), Some(7.0));
        assert_eq!(field_of(status, "VmHWM:"), None);
        let stat = "12 (a) b) S 1 2 3 4 5 6 7 8 9 10 150 50 0 0 20 0";
        assert_eq!(cpu_s(stat), Some(2.0));
        assert_eq!(cpu_s(""), None);
    }
}
