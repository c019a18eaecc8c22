//! Packs the embedded fonts: the program carries them compressed.

use std::error::Error;
use std::path::PathBuf;

use brotli::enc::BrotliEncoderParams;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=fonts");
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir("fonts")? {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    // The largest take longest, and begin.
    files.sort_by_key(|path| std::cmp::Reverse(path.metadata().map_or(0, |m| m.len())));
    pack(&files)
}

/// Packs files into the folder for the build's own output, each on a thread of its own. A release is packed as small as can be.
fn pack(files: &[PathBuf]) -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let params = BrotliEncoderParams {
        quality: if std::env::var("PROFILE")? == "release" {
            11
        } else {
            4
        },
        lgwin: 24,
        ..BrotliEncoderParams::default()
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let pack_one = |path: &PathBuf| -> std::io::Result<()> {
        let name = path.file_name().unwrap_or_default();
        let bytes = std::fs::read(path)?;
        let mut file = std::fs::File::create(out.join(name))?;
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut file, &params)?;
        Ok(())
    };
    std::thread::scope(|scope| {
        let share = |n: usize| files.iter().skip(n).step_by(threads);
        let work = |n: usize| scope.spawn(move || share(n).try_for_each(pack_one));
        let running: Vec<_> = (0..threads).map(work).collect();
        for thread in running {
            thread.join().map_err(|_| "a thread of the packer died")??;
        }
        Ok(())
    })
}
