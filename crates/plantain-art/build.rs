//! Packs the drawings: the program carries them deflated.

use std::error::Error;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::ZlibEncoder;

fn main() -> Result<(), Box<dyn Error>> {
    let out = std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    for name in ["icons.bin", "objects.bin"] {
        let path = Path::new("data").join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        let file = std::fs::File::create(Path::new(&out).join(name))?;
        let mut packed = ZlibEncoder::new(file, Compression::best());
        packed.write_all(&std::fs::read(&path)?)?;
        packed.finish()?;
    }
    Ok(())
}
