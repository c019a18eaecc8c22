//! How much room the disk has.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use plantain_api::{Finding, Server};

const MIB: u64 = 1 << 20;

/// Returns the bytes that may still be written below the folder.
#[cfg(unix)]
pub fn free_bytes(folder: &Path) -> io::Result<u64> {
    let stat = rustix::fs::statvfs(folder)?;
    Ok(stat.f_bavail.saturating_mul(stat.f_frsize))
}

/// Other systems are not asked.
#[cfg(not(unix))]
pub fn free_bytes(_: &Path) -> io::Result<u64> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Lets the server look at the disk of a folder: it is not ready with less than `floor_mib` MiB free.
pub fn watched(server: Server, folder: &Path, floor_mib: u32) -> Server {
    let [probed, read]: [PathBuf; 2] = [folder.into(), folder.into()];
    let help = "Room on the disk of the data folder, bytes.";
    server
        .with_probe(
            "disk",
            Arc::new(move || {
                let found = judge(free_bytes(&probed), floor_mib);
                Box::pin(async { found })
            }),
        )
        .with_gauge(
            "plantain_disk_free_bytes",
            help,
            Box::new(move || Some(free_bytes(&read).ok()? as f64)),
        )
}

fn judge(free: io::Result<u64>, floor_mib: u32) -> Finding {
    match free {
        Ok(bytes) if bytes < u64::from(floor_mib) * MIB => Finding::Failing(format!(
            "{} MiB are free where --disk-floor-mib wants {floor_mib}",
            bytes / MIB
        )),
        Ok(_) => Finding::Well,
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Finding::Well,
        Err(error) => Finding::Failing(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told() {
        assert_eq!(judge(Ok(10 * MIB), 10), Finding::Well);
        assert!(
            matches!(judge(Ok(10 * MIB - 1), 10), Finding::Failing(why) if why.contains("9 MiB"))
        );
        let gone = io::Error::from(io::ErrorKind::NotFound);
        assert!(matches!(judge(Err(gone), 0), Finding::Failing(_)));
        #[cfg(unix)]
        assert!(free_bytes(Path::new("/")).unwrap() > 0);
    }
}
