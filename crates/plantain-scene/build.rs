//! Packs the embedded fonts: the program carries them deflated.

use std::error::Error;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::ZlibEncoder;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=fonts");
    let out = std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    for entry in std::fs::read_dir("fonts")? {
        let path = entry?.path();
        let Some(name) = path.file_name().filter(|_| path.is_file()) else {
            continue;
        };
        let file = std::fs::File::create(Path::new(&out).join(name))?;
        let mut packed = ZlibEncoder::new(file, Compression::best());
        packed.write_all(&std::fs::read(&path)?)?;
        packed.finish()?;
    }
    Ok(())
}
