//! `plantain doctor`: is everything there that serving needs, and how is it mended?

mod checks;

use std::net::{TcpListener, ToSocketAddrs};
use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use plantain_app::{Studio, StudioConfig, SystemWorld, World};
use plantain_core::{ImageRequest, ModelId, Prompt, Seed, SizeSpec};
use plantain_easel::Easel;
use plantain_scene::text::FACES;
use plantain_store::{Durability, Keys, ObjectKind, StoreError};
use serde_json::json;

use crate::cli::DoctorArgs;
use crate::config::Settings;
use crate::data_dir::DataDir;
use crate::failure::Failure;
use crate::objects::Place;
use crate::{disk, screen, small_runtime};

/// What one check found: good news, or what is wrong and how to mend it.
type Finding = Result<String, String>;

pub fn run(args: DoctorArgs, settings: Settings) -> Result<(), Failure> {
    let runtime = small_runtime()?;
    let data = DataDir::of(&args.data);
    let findings = [
        ("fonts", check_fonts()),
        ("engine", runtime.block_on(check_engine())),
        ("data folder", check_data(&data)),
        (
            "stored files",
            runtime.block_on(check_objects(&args, &data)),
        ),
        ("disk", check_disk(&data, args.disk_floor_mib)),
        ("clock", check_clock(SystemWorld.now_ms())),
        ("keys", runtime.block_on(check_keys(&data))),
        ("database", runtime.block_on(checks::database(&data))),
        (
            "redis",
            runtime.block_on(checks::redis(args.redis.as_deref())),
        ),
        ("tiers", Ok(checks::tiers(&settings.tiers))),
        (
            "classifier",
            runtime.block_on(checks::classifier(settings.classifier)),
        ),
        ("segmenter", checks::segmenter(&args.segmenter)),
        ("port", check_port(&args.listen)),
    ];
    if args.json {
        let check = |(name, finding): &(&str, Finding)| {
            let (Ok(text) | Err(text)) = finding;
            json!({"check": name, "ok": finding.is_ok(), "message": text})
        };
        screen::json(&json!({ "checks": findings.iter().map(check).collect::<Vec<_>>() }))?;
    } else {
        for (name, finding) in &findings {
            let (mark, text) = match finding {
                Ok(text) => ("ok  ", text),
                Err(text) => ("FAIL", text),
            };
            screen::line(format_args!("{mark}  {name:12} {text}"))?;
        }
    }
    if findings.iter().all(|(_, finding)| finding.is_ok()) {
        Ok(())
    } else {
        Err(Failure::Unwell)
    }
}

fn check_fonts() -> Finding {
    let families: std::collections::BTreeSet<_> = FACES.iter().map(|face| face.family).collect();
    if families.is_empty() {
        return Err("this build has no fonts; build it again from a whole source tree".into());
    }
    Ok(format!(
        "{} embedded faces of {} families",
        FACES.len(),
        families.len()
    ))
}

/// Draws the same small picture twice: it must come out, and come out the same.
async fn check_engine() -> Finding {
    let wrong = |error: plantain_core::Error| {
        let detail = error.detail.as_deref().unwrap_or_default();
        format!("the test picture failed: {} {detail}", error.message)
    };
    let config = StudioConfig {
        cache_bytes_max: 0,
        ..StudioConfig::default()
    };
    let studio = Studio::new(Arc::new(Easel::new()), Arc::new(SystemWorld), config);
    let prompt = Prompt::new("prompt", "A poster titled \"Plantain\"").map_err(wrong)?;
    let mut request = ImageRequest::new(ModelId::easel(), prompt);
    request.size = SizeSpec::parse("size", "256x256").map_err(wrong)?;
    request.seed = Some(Seed(1));
    let begun = Instant::now();
    let first = studio.draw(request.clone()).await.map_err(wrong)?;
    let first_ms = begun.elapsed().as_millis();
    let second = studio.draw(request).await.map_err(wrong)?;
    if first.pictures[0].bytes != second.pictures[0].bytes {
        return Err(
            "the same request drew two different pictures; please report this machine's CPU".into(),
        );
    }
    Ok(format!(
        "{} {} drew twice the same; the first picture took {first_ms} ms",
        first.engine.name, first.engine.version
    ))
}

/// Looks without making anything: a doctor leaves no folders behind.
fn check_data(data: &DataDir) -> Finding {
    let root = data.root();
    let shown = root.display();
    if !root.exists() {
        let parent = root
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(std::path::Path::new("."));
        return match writable(parent) {
            Ok(()) => Ok(format!("{shown} will be made on first start")),
            Err(error) => Err(format!(
                "{shown} cannot be made: {error}; choose another folder with --data-dir"
            )),
        };
    }
    match writable(root) {
        Ok(()) => Ok(format!("{shown} can be written")),
        Err(error) => Err(format!(
            "{shown} cannot be written: {error}; give its owner the right to, or choose another with --data-dir"
        )),
    }
}

/// Puts a small file into a bucket, reads it and takes it away again. A folder of files is made when it is needed.
async fn check_objects(args: &DoctorArgs, data: &DataDir) -> Finding {
    let place = Place::find(&args.objects, data).map_err(|failure| failure.message())?;
    if matches!(place, Place::Folder(_)) {
        return Ok(format!("in {place}"));
    }
    let shown = place.to_string();
    let store = place.open().map_err(|failure| failure.message())?;
    let probe = Bytes::from(format!("plantain doctor {}", SystemWorld.now_ms()));
    let tried = async {
        let size = probe.len() as u64;
        let mut upload = store
            .upload(ObjectKind::Text, size, Durability::Disk)
            .await?;
        upload.write(probe.clone()).await?;
        let (name, _) = upload.finish().await?;
        let read = store.get(&name).await?;
        store.list(None, 1).await?;
        store.delete(&name, i64::MAX).await?;
        Ok::<_, StoreError>(read)
    };
    match tried.await {
        Ok(Some(read)) if read == probe => Ok(format!("{shown} can be written and read")),
        Ok(_) => Err(format!(
            "{shown} does not give back what was put; is it one bucket?"
        )),
        Err(error) => Err(error.to_string()),
    }
}

/// Looks at the disk of the folder, or of the one that it will be made in.
fn check_disk(data: &DataDir, floor_mib: u32) -> Finding {
    const MIB: u64 = 1 << 20;
    let folder = data.root().ancestors().find(|folder| folder.exists());
    let folder = folder.unwrap_or(std::path::Path::new("."));
    let free = disk::free_bytes(folder)
        .map_err(|error| format!("{} cannot be asked: {error}", folder.display()))?;
    match free / MIB {
        mib if mib < u64::from(floor_mib) => Err(format!(
            "{mib} MiB are free where --disk-floor-mib wants {floor_mib}; make room, or let files go sooner with --retention"
        )),
        mib => Ok(format!("{mib} MiB are free")),
    }
}

/// Links, leases and signatures go by the clock.
fn check_clock(now_ms: i64) -> Finding {
    /// 1 January 2026, and 2100: a clock beyond them was never set.
    const SENSIBLE: std::ops::Range<i64> = 1_767_225_600_000..4_102_444_800_000;
    let shown = plantain_app::export::rfc3339(now_ms);
    match SENSIBLE.contains(&now_ms) {
        true => Ok(shown),
        false => Err(format!("it says {shown}; set it, and keep it right by NTP")),
    }
}

fn writable(folder: &std::path::Path) -> std::io::Result<()> {
    let probe = folder.join(format!(".plantain-doctor-{}", std::process::id()));
    std::fs::write(&probe, b"")?;
    std::fs::remove_file(&probe)
}

async fn check_keys(data: &DataDir) -> Finding {
    if !data.exists() {
        return Ok("none yet: on loopback the server is open to this machine".into());
    }
    let database = data.open_database().await.map_err(|failure| {
        format!("the database does not open: {failure:?}; is another program using it?")
    })?;
    let keys = database.list().await.map_err(|error| error.to_string())?;
    let now_ms = SystemWorld.now_ms();
    let live = keys.iter().filter(|key| key.is_live(now_ms)).count();
    match (keys.len(), live) {
        (0, _) => Ok("none yet: on loopback the server is open to this machine".into()),
        (all, 0) => Err(format!(
            "all {all} keys have ended; `plantain keys create --name NAME` makes a new one"
        )),
        (all, live) => Ok(format!("{live} of {all} are live")),
    }
}

fn check_port(listen: &str) -> Finding {
    let addresses = listen.to_socket_addrs().map_err(|error| {
        format!("{listen} is no address: {error}; --listen takes HOST:PORT, such as 127.0.0.1:8080")
    })?;
    let addresses: Vec<_> = addresses.collect();
    match TcpListener::bind(&addresses[..]) {
        Ok(_) => Ok(format!("{listen} is free")),
        Err(error) => Err(format!(
            "{listen} cannot be used: {error}; stop what uses it (a running plantain?) or choose another with --listen"
        )),
    }
}
