//! What continuous integration runs, step by step. A step that cannot run fails.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// One step: its name, its program and arguments.
struct Step {
    name: &'static str,
    command: &'static [&'static str],
}

/// Seed of the property tests' random cases.
const PROPTEST_SEED: &str = "20261120";

const STEPS: &[Step] = &[
    Step {
        name: "system packages",
        command: &["bash", "scripts/setup.sh"],
    },
    Step {
        name: "format",
        command: &["cargo", "fmt", "--all", "--check"],
    },
    Step {
        name: "shelves",
        command: &["cargo", "xtask", "tidy"],
    },
    Step {
        name: "licences",
        command: &["bash", "scripts/deny.sh"],
    },
    Step {
        name: "lints",
        command: &[
            "cargo",
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
    },
    Step {
        // Builds the program too, which the last step starts.
        name: "tests",
        command: &["cargo", "test", "--workspace"],
    },
    Step {
        // Of the whole workspace, so that everything else stays as it was built.
        name: "the program with its segmenter",
        command: &[
            "cargo",
            "test",
            "--workspace",
            "--features",
            "plantain/segmenter",
            "--test",
            "segmenter",
        ],
    },
    Step {
        name: "official SDKs, guides, browser, OCR",
        command: &["python3", "conformance/run.py", "--profile", "debug"],
    },
];

/// Runs all steps, or those whose names contain one of `only`, and stops at the first that fails.
pub fn run(root: &Path, only: &[String]) -> Result<(), String> {
    for step in STEPS
        .iter()
        .filter(|s| only.is_empty() || only.iter().any(|o| s.name.contains(o.as_str())))
    {
        println!("== {}: {}", step.name, step.command.join(" "));
        let start = Instant::now();
        let (program, args) = step.command.split_first().ok_or("an empty step")?;
        let status = Command::new(program)
            .args(args)
            .current_dir(root)
            // Property tests try the same cases every time here; `cargo test` by hand tries new ones.
            .env("PROPTEST_RNG_SEED", PROPTEST_SEED)
            // Cargo of the outer run must not leak its own settings into inner ones.
            .env_remove("CARGO_MANIFEST_DIR")
            .status()
            .map_err(|error| format!("{}: {program} cannot be started: {error}", step.name))?;
        if !status.success() {
            return Err(format!("step `{}` failed ({status})", step.name));
        }
        println!(
            "== {} took {:.0} s",
            step.name,
            start.elapsed().as_secs_f64()
        );
    }
    Ok(())
}
