//! Tasks around the code that are no part of the program. `cargo xtask` lists them.

#[cfg(feature = "bake")]
mod bake;

const TASKS: &[(&str, &str)] = &[(
    "bake-art",
    "Packs icons, objects and flags for plantain-art (needs `--features bake`; see xtask/assets/art.sh)",
)];

fn main() -> std::process::ExitCode {
    let mut args = std::env::args().skip(1);
    match args.next().as_deref() {
        Some("bake-art") => bake_art(&args.collect::<Vec<_>>()),
        Some(other) => {
            eprintln!("There is no task `{other}`.");
            list();
            std::process::ExitCode::FAILURE
        }
        None => {
            list();
            std::process::ExitCode::SUCCESS
        }
    }
}

fn list() {
    for (name, what) in TASKS {
        println!("{name:12} {what}");
    }
}

#[cfg(feature = "bake")]
fn bake_art(args: &[String]) -> std::process::ExitCode {
    match bake::run(args) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("bake-art: {message}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(not(feature = "bake"))]
fn bake_art(_args: &[String]) -> std::process::ExitCode {
    eprintln!("bake-art is not built in; run `cargo run -p xtask --features bake -- bake-art …`.");
    std::process::ExitCode::FAILURE
}
